package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.List;

/** Makes pictures look painted or drawn; alpha stays. */
final class Painting {
  private static final double BYTE_MAX = 255;
  private static final int SMOOTHING = 2;
  private static final double HALF = 0.5;

  private Painting() {}

  /** The median of a square around every pixel; beyond an edge the edge goes on. */
  static VipsImage median(VipsImage settled, int radius) {
    int side = 2 * radius + 1;
    int width = Math.min(side, odd(settled.width()));
    int height = Math.min(side, odd(settled.height()));
    VipsImage colors =
        settled
            .colors()
            .operation("rank")
            .integer("width", width)
            .integer("height", height)
            .integer("index", width * height / 2)
            .toImage();
    return Tones.withAlphaOf(settled, colors.toPicture());
  }

  /** Smoothed, with few levels, and dark where lightness changes. */
  static VipsImage cartoon(VipsImage settled, Adjustment.Cartoon wish, Darkroom darkroom) {
    VipsImage smooth =
        darkroom.develop(median(settled.toColorSpace(ColorSpace.RGB).colors(), SMOOTHING));
    VipsImage grey = Tones.grayscale(smooth);
    VipsImage flat =
        wish.levels() == 1
            ? Curves.blackWhite(smooth, HALF).toColorSpace(ColorSpace.RGB)
            : posterized(smooth, wish.levels());
    Samples edges = Samples.of(grey.operation("sobel").toImage()).times(1 / BYTE_MAX);
    Samples light = edges.linear(new double[] {-2 * wish.lines()}, 1).clipped();
    return Tones.withAlphaOf(settled, Samples.of(flat).times(light).toPicture());
  }

  private static VipsImage posterized(VipsImage image, int levels) {
    return Curves.mapped(
        image, List.of(level -> Math.min(levels - 1, Math.floor(level * levels)) / (levels - 1)));
  }

  private static int odd(int side) {
    return side % 2 == 0 ? side - 1 : side;
  }
}
