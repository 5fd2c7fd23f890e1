package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.List;

/** Makes every channel a sum of all. */
final class ColorMixing {
  private static final double BYTE_MAX = 255;

  private ColorMixing() {}

  static VipsImage mixed(VipsImage image, Adjustment.Matrix wish) {
    VipsImage picture = image.toColorSpace(ColorSpace.RGB);
    if (!wish.fades()) {
      return Tones.withAlphaOf(picture, mixed(Samples.of(picture.colors()), wish).toPicture());
    }
    VipsImage translucent = picture.hasAlpha() ? picture : picture.addAlpha();
    return mixed(Samples.of(translucent), wish).toPicture();
  }

  private static Samples mixed(Samples samples, Adjustment.Matrix wish) {
    int size = wish.summands().size();
    double[][] rows = new double[size][];
    double[] summands = new double[size];
    for (int row = 0; row < size; row++) {
      rows[row] = numbers(wish.weights().subList(row * size, (row + 1) * size));
      summands[row] = wish.summands().get(row) * BYTE_MAX;
    }
    return samples.mixed(rows).plus(summands);
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
