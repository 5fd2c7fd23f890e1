package io.tintype.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long to measure.
 *
 * @param connections how many ask for cold results at once, one figure after the other
 * @param rounds servers take turns this often; figures are medians
 * @param warm time a server is asked for before it is measured
 * @param turn time of one server in one round
 * @param mix time of the mix that memory is watched under
 * @param entries results that the cache is filled with
 */
public record Pace(
    List<Integer> connections,
    int rounds,
    Duration warm,
    Duration turn,
    Duration mix,
    int entries) {
  static final Pace FULL =
      new Pace(
          List.of(8, 32),
          3,
          Duration.ofSeconds(30),
          Duration.ofSeconds(6),
          Duration.ofMinutes(10),
          50_000);
  static final Pace QUICK =
      new Pace(
          List.of(8),
          1,
          Duration.ofSeconds(12),
          Duration.ofSeconds(3),
          Duration.ofMinutes(1),
          5_000);
  static final Pace SMOKE =
      new Pace(
          List.of(2), 1, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(2), 200);

  Pace withRounds(int count) {
    return new Pace(connections, count, warm, turn, mix, entries);
  }

  Pace withMix(Duration time) {
    return new Pace(connections, rounds, warm, turn, time, entries);
  }

  Pace withEntries(int count) {
    return new Pace(connections, rounds, warm, turn, mix, count);
  }
}
