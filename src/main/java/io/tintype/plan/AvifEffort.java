package io.tintype.plan;

/**
 * How hard the AVIF encoder tries, on libvips' scale from 0 (fastest) to 9. Nothing stops the
 * encoder once it runs, so it tries less on larger pictures.
 */
public final class AvifEffort {
  /** The effort of the smallest pictures: a quarter of the time of libvips' default of 4. */
  public static final int MOST = 3;

  /** The effort of the largest pictures. */
  public static final int LEAST = 1;

  /** The most an endpoint may ask for; above it, time grows out of all proportion. */
  public static final int HIGHEST = 6;

  private static final long CAREFUL_PIXELS = 250_000;
  private static final long FASTER_PIXELS = 2_000_000;

  /** Above this quality, less effort shows, unless it is made up for by up to two points. */
  private static final int FAINT = 50;

  private static final int POINTS = 10;
  private static final int MOST_POINTS = 2;
  private static final int BEST = 100;

  private AvifEffort() {}

  /** The effort for a picture of so many pixels. */
  public static int of(long pixels) {
    if (pixels <= CAREFUL_PIXELS) {
      return MOST;
    }
    return pixels <= FASTER_PIXELS ? MOST - 1 : LEAST;
  }

  /**
   * The quality to ask of the encoder, so that what comes out at this effort is as good as others
   * make it with more.
   *
   * @param quality that was asked for, 1 to 100
   */
  public static int quality(int quality, int effort) {
    int points = effort < MOST ? Math.clamp((quality - FAINT) / POINTS, 0, MOST_POINTS) : 0;
    return Math.min(BEST, quality + points);
  }
}
