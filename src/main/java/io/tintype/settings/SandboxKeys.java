package io.tintype.settings;

import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.config.Values;
import io.tintype.sandbox.SandboxSettings;
import java.time.Duration;

/** The keys that say what the processes may take that draw SVG. */
final class SandboxKeys {
  static final Key<Integer> PROCESSES =
      Key.of(
              "processes",
              Values.integer(1, 64),
              "Helpers that draw at the same time; one more is kept ready. None is started before"
                  + " the first SVG is to be drawn.")
          .orElse("1");
  static final Key<Long> MEMORY =
      Key.of(
              "memory",
              Values.SIZE,
              "Memory a helper may take for one document, at least 64 MiB; documents that need more"
                  + " are refused with 400.")
          .orElse("512MiB");
  static final Key<Duration> TIME =
      Key.of(
              "time",
              Values.DURATION,
              "How long a helper may work on one document, from 100 ms to 3 s; then it is killed,"
                  + " and the document is refused with 400.")
          .orElse("3s");
  static final Group GROUP =
      Group.of(
          "sandbox",
          "The processes of their own in which SVG is drawn, and which are killed if they take too"
              + " much.",
          PROCESSES,
          MEMORY,
          TIME);

  /** No input may hold a core for longer. */
  private static final Duration MOST_TIME = Duration.ofSeconds(3);

  private SandboxKeys() {}

  static SandboxSettings read(Section section) {
    int processes = section.get(PROCESSES);
    long memory = section.get(MEMORY);
    Duration time = section.get(TIME);
    if (memory < SandboxSettings.LEAST_MEMORY) {
      section.report(MEMORY.name(), "expected at least 64MiB");
      return SandboxSettings.USUAL;
    }
    if (time.compareTo(SandboxSettings.LEAST_TIME) < 0 || time.compareTo(MOST_TIME) > 0) {
      section.report(TIME.name(), "expected 100ms to 3s");
      return SandboxSettings.USUAL;
    }
    return new SandboxSettings(processes, memory, time);
  }
}
