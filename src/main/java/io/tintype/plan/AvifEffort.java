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

  private static final long CAREFUL_PIXELS = 500_000;
  private static final long FASTER_PIXELS = 1_000_000;

  private AvifEffort() {}

  /** The effort for a picture of so many pixels. */
  public static int of(long pixels) {
    if (pixels <= CAREFUL_PIXELS) {
      return MOST;
    }
    return pixels <= FASTER_PIXELS ? MOST - 1 : LEAST;
  }
}
