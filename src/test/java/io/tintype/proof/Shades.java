package io.tintype.proof;

import io.tintype.render.LabReference;
import java.util.Arrays;

/** What changes colours pixel by pixel. */
final class Shades {
  private static final double FULL_LIGHT = 100;

  private Shades() {}

  static Sheet grey(Sheet in) {
    return tint(in, Tint.of("FFFFFF"), 1);
  }

  /** Luminance times a colour, mixed with the picture. */
  static Sheet tint(Sheet in, Tint tint, double share) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double own = in.at(x, y, band);
          double grey = LabReference.grey(in.at(x, y, 0), in.at(x, y, 1), in.at(x, y, 2));
          return band == Sheet.ALPHA
              ? own
              : own * (1 - share) + share * grey * tint.at(band) / Sheet.FULL;
        });
  }

  /** L* from its first per cent to its last becomes all there is. */
  static Sheet contrast(Sheet in) {
    double[] light = new double[in.width() * in.height()];
    for (int i = 0; i < light.length; i++) {
      light[i] = lab(in, i % in.width(), i / in.width())[0];
    }
    Arrays.sort(light);
    double black = light[light.length / 100];
    double white = light[light.length * 99 / 100];
    return relit(in, level -> FULL_LIGHT * (level - black) / (white - black));
  }

  /** L* becomes more by so much. */
  static Sheet brighten(Sheet in, double more) {
    return relit(in, level -> level + more);
  }

  /** Even areas of one colour become another colour. */
  static Sheet recolor(Sheet in, Tint from, Tint to) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          boolean same =
              in.at(x, y, 0) == from.at(0)
                  && in.at(x, y, 1) == from.at(1)
                  && in.at(x, y, 2) == from.at(2);
          return same ? to.at(band) : in.at(x, y, band);
        });
  }

  private interface Curve {
    double of(double light);
  }

  private static Sheet relit(Sheet in, Curve curve) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double[] lab = lab(in, x, y);
          double light = Math.clamp(curve.of(lab[0]), 0, FULL_LIGHT);
          return band == Sheet.ALPHA
              ? in.at(x, y, band)
              : LabReference.toRgb(light, lab[1], lab[2])[band];
        });
  }

  private static double[] lab(Sheet in, int x, int y) {
    return LabReference.of(in.at(x, y, 0), in.at(x, y, 1), in.at(x, y, 2));
  }
}
