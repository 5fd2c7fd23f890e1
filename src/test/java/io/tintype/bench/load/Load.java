package io.tintype.bench.load;

import io.tintype.bench.report.Statistics;

/**
 * What a server answered.
 *
 * @param accepted times in milliseconds, ascending, of the answers below 400
 * @param refused the same of answers with 503
 * @param failed answers with any other status, and broken connections
 * @param seconds from the first request to the last answer
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, who writes nothing into them
public record Load(double[] accepted, double[] refused, long failed, double seconds) {
  private static final double MOST = 0.99;

  public double perSecond() {
    return accepted.length / seconds;
  }

  public long answers() {
    return accepted.length + refused.length + failed;
  }

  public double p50() {
    return Statistics.median(accepted);
  }

  public double p99() {
    return Statistics.percentile(MOST, accepted);
  }

  public double refusedP99() {
    return Statistics.percentile(MOST, refused);
  }
}
