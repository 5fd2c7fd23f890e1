package io.tintype.bench.load;

import java.util.Arrays;

/** Counts the answers that one connection got. */
final class Tally {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int FIRST_ERROR = 400;
  static final int UNAVAILABLE = 503;

  private double[] accepted = new double[1024];
  private int acceptedCount;
  private double[] refused = new double[64];
  private int refusedCount;
  private long failed;

  void add(int status, long nanos) {
    double millis = nanos / NANOS_PER_MILLI;
    if (status < FIRST_ERROR) {
      accepted = roomFor(acceptedCount, accepted);
      accepted[acceptedCount++] = millis;
    } else if (status == UNAVAILABLE) {
      refused = roomFor(refusedCount, refused);
      refused[refusedCount++] = millis;
    } else {
      failed++;
    }
  }

  void fail() {
    failed++;
  }

  private static double[] roomFor(int count, double[] series) {
    return count < series.length ? series : Arrays.copyOf(series, 2 * count);
  }

  double[] accepted() {
    return Arrays.copyOf(accepted, acceptedCount);
  }

  double[] refused() {
    return Arrays.copyOf(refused, refusedCount);
  }

  long failed() {
    return failed;
  }
}
