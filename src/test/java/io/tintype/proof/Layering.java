package io.tintype.proof;

import java.util.function.DoubleBinaryOperator;

/** Two pictures together: Porter and Duff's operators and ImageKit's modes of layers. */
final class Layering {
  private static final double MIDDLE = 128;

  private Layering() {}

  static Sheet over(Sheet below, int left, int top, Sheet above) {
    return Sheet.ofCovered(
        below.width(),
        below.height(),
        (x, y, band) -> {
          double through = 1 - above.covered(x - left, y - top, Sheet.ALPHA) / Sheet.FULL;
          return above.covered(x - left, y - top, band) + through * below.covered(x, y, band);
        });
  }

  /** The product of the colours, as far as the layer is opaque. */
  static Sheet multiply(Sheet below, int left, int top, Sheet above) {
    return Sheet.of(
        below.width(),
        below.height(),
        (x, y, band) -> {
          double share = above.orClear(x - left, y - top, Sheet.ALPHA) / Sheet.FULL;
          double own = below.at(x, y, band);
          double factor = above.orClear(x - left, y - top, band) / Sheet.FULL;
          return band == Sheet.ALPHA ? own : own * (1 - share + share * factor);
        });
  }

  /** What multiplying does to negatives. */
  static Sheet screen(Sheet below, int left, int top, Sheet above) {
    return blended(below, left, top, above, (lower, upper) -> 1 - (1 - lower) * (1 - upper));
  }

  /** Multiplied where the picture is dark, screened where it is light. */
  static Sheet overlay(Sheet below, int left, int top, Sheet above) {
    return blended(
        below,
        left,
        top,
        above,
        (lower, upper) -> lower <= 0.5 ? 2 * lower * upper : 1 - 2 * (1 - lower) * (1 - upper));
  }

  /** By levels of 0 to 1 of an opaque picture, as far as the layer is opaque. */
  private static Sheet blended(
      Sheet below, int left, int top, Sheet above, DoubleBinaryOperator blend) {
    return Sheet.of(
        below.width(),
        below.height(),
        (x, y, band) -> {
          double share = above.orClear(x - left, y - top, Sheet.ALPHA) / Sheet.FULL;
          double own = below.at(x, y, band);
          double upper = above.orClear(x - left, y - top, band) / Sheet.FULL;
          double both = Sheet.FULL * blend.applyAsDouble(own / Sheet.FULL, upper);
          return band == Sheet.ALPHA ? own : own * (1 - share) + share * both;
        });
  }

  /** Repeated from the top left on. */
  static Sheet tiled(Sheet below, Sheet above) {
    return over(
        below,
        0,
        0,
        Sheet.of(
            below.width(),
            below.height(),
            (x, y, band) -> above.at(x % above.width(), y % above.height(), band)));
  }

  /** The picture where the layer is opaque, as large as it is. */
  static Sheet mask(Sheet below, int left, int top, Sheet above) {
    return Masking.masked(
        below, (x, y) -> above.orClear(x - left, y - top, Sheet.ALPHA) / Sheet.FULL);
  }

  /** The picture where the layer is opaque, as large as the layer. */
  static Sheet cutter(Sheet below, int left, int top, Sheet above) {
    return Sheet.of(
        above.width(),
        above.height(),
        (x, y, band) -> {
          double own = below.orClear(x + left, y + top, band);
          return band == Sheet.ALPHA ? own * above.at(x, y, Sheet.ALPHA) / Sheet.FULL : own;
        });
  }

  /** The picture where the layer is not opaque. */
  static Sheet cutout(Sheet below, int left, int top, Sheet above) {
    return Sheet.of(
        below.width(),
        below.height(),
        (x, y, band) -> {
          double hidden = above.orClear(x - left, y - top, Sheet.ALPHA) / Sheet.FULL;
          return below.at(x, y, band) * (band == Sheet.ALPHA ? 1 - hidden : 1);
        });
  }

  /** Pixels from elsewhere: as far right as red is above the middle, as far down as green is. */
  static Sheet displace(Sheet below, double right, double down, Sheet map) {
    return Warping.sampled(
        below,
        below.width(),
        below.height(),
        (x, y) -> {
          int column = (int) x;
          int row = (int) y;
          double toX = x + right * (map.at(column, row, 0) - MIDDLE) / MIDDLE;
          double toY = y + down * (map.at(column, row, 1) - MIDDLE) / MIDDLE;
          return new double[] {
            Math.clamp(toX, 0.5, below.width() - 0.5), Math.clamp(toY, 0.5, below.height() - 0.5)
          };
        });
  }

  /** The linear gradient of CSS, drawn over the picture; it ends after a length in pixels. */
  static Sheet gradient(Sheet in, double degrees, Tint from, Tint to, double length) {
    double dx = Math.sin(Math.toRadians(degrees));
    double dy = -Math.cos(Math.toRadians(degrees));
    double line = Math.abs(in.width() * dx) + Math.abs(in.height() * dy);
    Sheet veil =
        Sheet.ofCovered(
            in.width(),
            in.height(),
            (x, y, band) -> {
              double way =
                  (x + 0.5 - in.width() / 2.0) * dx + (y + 0.5 - in.height() / 2.0) * dy + line / 2;
              double t = Math.clamp(way / length, 0, 1);
              return from.covered(band) * (1 - t) + to.covered(band) * t;
            });
    return over(in, 0, 0, veil);
  }

  /** A black silhouette behind the picture; offsets in pixels. */
  static Sheet shadow(Sheet in, double sigma, double strength, int dx, int dy) {
    double[] mask = Smoothing.vipsMask(sigma, Smoothing.LEAST_OF_BLUR);
    int reach = mask.length - 1;
    Sheet alone =
        Sheet.of(
            in.width() + 2 * reach,
            in.height() + 2 * reach,
            (x, y, band) -> band == Sheet.ALPHA ? in.orClear(x - reach, y - reach, band) : 0);
    Sheet soft = Outlines.fade(Smoothing.smooth(alone, mask), strength);
    Sheet ground = Sheet.of(in.width(), in.height(), (x, y, band) -> 0);
    return over(over(ground, dx - reach, dy - reach, soft), 0, 0, in);
  }
}
