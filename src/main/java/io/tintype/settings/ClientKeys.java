package io.tintype.settings;

import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.config.Values;
import io.tintype.routing.ClientLimits;
import java.time.Duration;

/** What clients may take of the gateway; part of {@code delivery}. */
final class ClientKeys {
  static final Key<Integer> CONNECTIONS =
      Key.of(
              "maxConnections",
              Values.integer(1, 1_000_000),
              "Connections of clients at a time; one more is closed at once, unanswered.")
          .orElse("10000");
  static final Key<Duration> HEADER_TIME =
      Key.of(
              "headerTime",
              Values.DURATION,
              "Time for the first complete request head of a connection, and for the rest of a body"
                  + " once the request has been answered; then the connection is closed.")
          .orElse("10s");
  static final Key<Duration> IDLE_TIME =
      Key.of(
              "idleTime",
              Values.DURATION,
              "Time from an answer to the next complete request head on the same connection.")
          .orElse("60s");
  static final Key<Duration> SEND_TIME =
      Key.of(
              "sendTime",
              Values.DURATION,
              "How long an answer may wait for a client that reads slowly, besides the time that"
                  + " `sendRate` gives; then the client is left.")
          .orElse("30s");
  static final Key<Long> SEND_RATE =
      Key.of(
              "sendRate",
              Values.SIZE,
              "Bytes for which a client that reads slowly has a second more.")
          .orElse("8KiB");

  private ClientKeys() {}

  static ClientLimits read(Section section) {
    long rate = section.get(SEND_RATE);
    if (rate == 0) {
      section.report(SEND_RATE.name(), "expected more than 0");
    }
    return new ClientLimits(
        section.get(CONNECTIONS),
        time(section, HEADER_TIME),
        time(section, IDLE_TIME),
        time(section, SEND_TIME),
        Math.max(1, rate));
  }

  private static Duration time(Section section, Key<Duration> key) {
    Duration value = section.get(key);
    if (value.isZero()) {
      section.report(key.name(), "expected more than 0");
    }
    return value;
  }
}
