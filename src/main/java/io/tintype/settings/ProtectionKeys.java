package io.tintype.settings;

import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.config.Values;
import io.tintype.origin.Protection;
import io.tintype.origin.Protection.Breaker;
import java.time.Duration;

/** The keys that say how much of the gateway one origin may occupy, and when it is left alone. */
final class ProtectionKeys {
  private static final int MOST_CONCURRENT = 10_000;
  private static final int MOST_FAILURES = 1_000_000;

  static final Key<Integer> MAX_CONCURRENT =
      Key.of(
              "maxConcurrent",
              Values.integer(1, MOST_CONCURRENT),
              "Attempts at this origin at once, in the whole process; four times as many wait for"
                  + " their turn, each at most 2 s. One host of a web proxy gets half of them.")
          .orElse("64");

  private static final Key<Integer> FAILURES =
      Key.of(
              "failures",
              Values.integer(0, MOST_FAILURES),
              "Failures in a row (no connection, a broken answer, too slow, 5xx) after which the"
                  + " origin is not asked; 0 = never.")
          .orElse("10");
  private static final Key<Duration> WINDOW =
      Key.of("window", Values.DURATION, "Within which they must happen.").orElse("30s");
  private static final Key<Duration> PAUSE =
      Key.of(
              "pause",
              Values.DURATION,
              "Longest time without a probe. The first pause is a quarter of it.")
          .orElse("3s");
  static final Group BREAKER =
      Group.of("breaker", "When this origin is left alone.", FAILURES, WINDOW, PAUSE);

  private ProtectionKeys() {}

  /** Reads them from the section of an origin that has them. */
  static Protection read(Section origin) {
    int maxConcurrent = origin.get(MAX_CONCURRENT);
    Section breaker = origin.section(BREAKER);
    return new Protection(
        maxConcurrent,
        new Breaker(
            breaker.get(FAILURES),
            time(breaker, WINDOW, Breaker.DEFAULT.window()),
            time(breaker, PAUSE, Breaker.DEFAULT.pause())));
  }

  private static Duration time(Section breaker, Key<Duration> key, Duration usual) {
    Duration value = breaker.get(key);
    if (value.isPositive()) {
      return value;
    }
    breaker.report(key.name(), "expected more than 0");
    return usual;
  }
}
