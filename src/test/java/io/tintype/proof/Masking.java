package io.tintype.proof;

/** What changes opacity, and what shines through it. */
final class Masking {
  /** Beyond a tolerance colours become opaque over this share of it, and at least over this. */
  private static final double SOFT_SHARE = 0.2;

  private static final double SOFT_LEAST = 1;

  /** Pixels around a shadow, for its softness. */
  private static final int SOFTNESS = 8;

  private static final double SOFT_SIGMA = 4;

  private Masking() {}

  /** A share of a pixel's opacity. */
  interface Share {
    double at(int x, int y);
  }

  static Sheet masked(Sheet in, Share share) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> in.at(x, y, band) * (band == Sheet.ALPHA ? share.at(x, y) : 1));
  }

  /** Clear where a colour is near another one in CIE Lab. */
  static Sheet clear(Sheet in, Tint tint, double tolerance) {
    double soft = Math.max(SOFT_LEAST, SOFT_SHARE * tolerance);
    return masked(
        in, (x, y) -> Math.clamp((Curving.distance(in, x, y, tint) - tolerance) / soft, 0, 1));
  }

  static Sheet clearBelow(Sheet in, double share) {
    return masked(in, (x, y) -> in.at(x, y, Sheet.ALPHA) < share * Sheet.FULL ? 0 : 1);
  }

  /** Opaque from a distance from the top on, from the left, or also from the opposite edge. */
  static Sheet faded(Sheet in, String edges, double reach, double exponent) {
    return masked(
        in,
        (x, y) -> {
          double share = 1;
          if (edges.contains("top")) {
            share *= Math.min(1, (y + 0.5) / reach);
          }
          if (edges.contains("bottom")) {
            share *= Math.min(1, (in.height() - y - 0.5) / reach);
          }
          if (edges.contains("left")) {
            share *= Math.min(1, (x + 0.5) / reach);
          }
          if (edges.contains("right")) {
            share *= Math.min(1, (in.width() - x - 0.5) / reach);
          }
          return Math.pow(share, exponent);
        });
  }

  /** Darker with the square of the distance from the middle, which is 1 in the corners. */
  static Sheet vignette(Sheet in, double strength) {
    double halfWidth = in.width() / 2.0;
    double halfHeight = in.height() / 2.0;
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double across = (x + 0.5) / halfWidth - 1;
          double down = (y + 0.5) / halfHeight - 1;
          double square = (across * across + down * down) / 2;
          return in.at(x, y, band) * (band == Sheet.ALPHA ? 1 : 1 - strength * square);
        });
  }

  /** On a canvas that holds the shadow and its softness. */
  static Sheet cast(Sheet in, Tint tint, double opacity, int dx, int dy) {
    int left = Math.max(0, SOFTNESS - dx);
    int top = Math.max(0, SOFTNESS - dy);
    int width = left + in.width() + Math.max(0, SOFTNESS + dx);
    int height = top + in.height() + Math.max(0, SOFTNESS + dy);
    Sheet shape =
        Sheet.of(
            width,
            height,
            (x, y, band) ->
                band == Sheet.ALPHA
                    ? in.orClear(x - left - dx, y - top - dy, band)
                    : tint.at(band));
    Sheet shadow = Outlines.fade(Smoothing.blur(shape, SOFT_SIGMA), opacity);
    return Layering.over(shadow, left, top, in);
  }

  /** A line along the edge of what is opaque: outside of it, inside, or on both sides. */
  static Sheet outlined(Sheet in, String side, int width, Tint tint) {
    Sheet result = in;
    if (!side.equals("inner")) {
      result = Layering.over(line(in, width, tint, true), 0, 0, in);
    }
    if (!side.equals("outer")) {
      Sheet line = line(in, width, tint, false);
      Sheet within = masked(line, (x, y) -> in.at(x, y, Sheet.ALPHA) / Sheet.FULL);
      result = Layering.over(result, 0, 0, within);
    }
    return result;
  }

  private static Sheet line(Sheet in, int width, Tint tint, boolean aroundOpaque) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          if (band != Sheet.ALPHA) {
            return tint.at(band);
          }
          double nearest = nearest(in, x, y, width + 1, aroundOpaque);
          return tint.alpha() * Math.clamp(width + 0.5 - nearest, 0, 1);
        });
  }

  private static double nearest(Sheet in, int x, int y, int reach, boolean opaque) {
    double nearest = reach + 1;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        boolean is = in.orClear(x + dx, y + dy, Sheet.ALPHA) > Sheet.FULL / 2;
        nearest = is == opaque ? Math.min(nearest, Math.hypot(dx, dy)) : nearest;
      }
    }
    return nearest;
  }
}
