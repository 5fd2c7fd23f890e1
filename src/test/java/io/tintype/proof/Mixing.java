package io.tintype.proof;

import io.tintype.render.LabReference;
import java.awt.Color;

/** What makes the colour of a pixel from its own one alone. */
final class Mixing {
  private static final double[][] SEPIA = {
    {0.393, 0.769, 0.189}, {0.349, 0.686, 0.168}, {0.272, 0.534, 0.131}
  };
  private static final int FULL_TURN = 360;
  private static final double DULL = 100;

  private Mixing() {}

  /** Red, green and blue of a pixel, all on the scale that it is given them. */
  interface Mixture {
    double[] of(double... rgb);
  }

  /** Changes colours and leaves opacity. */
  static Sheet mixed(Sheet in, Mixture mixture) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) ->
            band == Sheet.ALPHA
                ? in.at(x, y, band)
                : mixture.of(in.at(x, y, 0), in.at(x, y, 1), in.at(x, y, 2))[band]);
  }

  /** Nine weights, row by row, or sixteen with opacity. */
  static Sheet matrix(Sheet in, double... weights) {
    int side = weights.length == 9 ? 3 : 4;
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          if (band >= side) {
            return in.at(x, y, band);
          }
          double sum = 0;
          for (int i = 0; i < side; i++) {
            sum += weights[side * band + i] * in.at(x, y, i);
          }
          return sum;
        });
  }

  /** As much of the widespread sepia matrix as a share says. */
  static Sheet sepia(Sheet in, double share) {
    return mixed(
        in,
        rgb -> {
          double[] brown = new double[3];
          for (int i = 0; i < 3; i++) {
            double toned = SEPIA[i][0] * rgb[0] + SEPIA[i][1] * rgb[1] + SEPIA[i][2] * rgb[2];
            brown[i] = share * toned + (1 - share) * rgb[i];
          }
          return brown;
        });
  }

  /** As much of one colour as a share and the colour's opacity say. */
  static Sheet cover(Sheet in, Tint tint, double share) {
    double part = share * tint.alpha() / Sheet.FULL;
    return mixed(
        in,
        rgb ->
            new double[] {
              rgb[0] + part * (tint.red() - rgb[0]),
              rgb[1] + part * (tint.green() - rgb[1]),
              rgb[2] + part * (tint.blue() - rgb[2])
            });
  }

  /** Shares of the full range more. */
  static Sheet shift(Sheet in, double... more) {
    return mixed(
        in,
        rgb ->
            new double[] {
              rgb[0] + Sheet.FULL * more[0],
              rgb[1] + Sheet.FULL * more[1],
              rgb[2] + Sheet.FULL * more[2]
            });
  }

  static Sheet negative(Sheet in) {
    return mixed(
        in, rgb -> new double[] {Sheet.FULL - rgb[0], Sheet.FULL - rgb[1], Sheet.FULL - rgb[2]});
  }

  /** Lightness and chroma of CIE Lab, each times a factor. */
  static Sheet lab(Sheet in, double light, double chroma) {
    return mixed(
        in,
        rgb -> {
          double[] lab = LabReference.of(rgb[0], rgb[1], rgb[2]);
          return LabReference.toRgb(lab[0] * light, lab[1] * chroma, lab[2] * chroma);
        });
  }

  /** Chroma grows the more, the less there is. */
  static Sheet vibrance(Sheet in, double amount) {
    return mixed(
        in,
        rgb -> {
          double[] lab = LabReference.of(rgb[0], rgb[1], rgb[2]);
          double chroma = Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
          double factor = 1 + amount * Math.max(0, 1 - chroma / DULL);
          return LabReference.toRgb(lab[0], lab[1] * factor, lab[2] * factor);
        });
  }

  /** Hue of HSV, in degrees more. */
  static Sheet hue(Sheet in, double degrees) {
    return mixed(
        in,
        rgb -> {
          float[] hsv = Color.RGBtoHSB((int) rgb[0], (int) rgb[1], (int) rgb[2], null);
          Color turned = Color.getHSBColor((float) (hsv[0] + degrees / FULL_TURN), hsv[1], hsv[2]);
          return new double[] {turned.getRed(), turned.getGreen(), turned.getBlue()};
        });
  }

  /** All channels alike, until the largest is full. */
  static Sheet value(Sheet in, double factor) {
    return mixed(
        in,
        rgb -> {
          double most = Math.max(1, Math.max(rgb[0], Math.max(rgb[1], rgb[2])));
          double times = Math.min(factor, Sheet.FULL / most);
          return new double[] {rgb[0] * times, rgb[1] * times, rgb[2] * times};
        });
  }
}
