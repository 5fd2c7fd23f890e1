package io.tintype.render;

import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.model.TintStop;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Puts colours in place of levels of grey; alpha stays. */
final class Tinting {
  private static final double BYTE_MAX = 255;

  private Tinting() {}

  /**
   * What is done to each frame.
   *
   * @param all frames, one below the other, in memory
   */
  static UnaryOperator<VipsImage> treatment(Adjustment.Tint wish, VipsImage all) {
    if (!wish.equalize()) {
      return frame -> tinted(frame, grey(frame), wish);
    }
    VipsImage evenly =
        grey(all)
            .operation("hist_find")
            .toImage()
            .operation("hist_cum")
            .toImage()
            .operation("hist_norm")
            .toImage()
            .inMemory();
    return frame ->
        tinted(
            frame,
            grey(frame).operation("maplut").image("lut", evenly).toImage().toPicture(),
            wish);
  }

  private static VipsImage tinted(VipsImage frame, VipsImage grey, Adjustment.Tint wish) {
    VipsImage picture = frame.toColorSpace(ColorSpace.RGB);
    VipsImage colors =
        Curves.mapped(
            grey.join(grey).join(grey).toPicture(),
            List.of(
                way(wish.stops(), Color::red),
                way(wish.stops(), Color::green),
                way(wish.stops(), Color::blue)));
    Samples plain = Samples.of(picture.colors());
    Samples mixed = plain.times(1 - wish.amount()).plus(Samples.of(colors).times(wish.amount()));
    return Tones.withAlphaOf(picture, mixed.toPicture());
  }

  private static VipsImage grey(VipsImage image) {
    return Tones.grayscale(image.colors());
  }

  /** Straight from stop to stop; before the first and behind the last nothing changes. */
  private static DoubleUnaryOperator way(List<TintStop> stops, ToIntFunction<Color> channel) {
    return level -> {
      TintStop before = stops.getFirst();
      for (TintStop next : stops) {
        if (next.position() > level) {
          double length = next.position() - before.position();
          double share = length <= 0 ? 0 : (level - before.position()) / length;
          return between(before, next, Math.max(0, share), channel);
        }
        before = next;
      }
      return channel.applyAsInt(before.color()) / BYTE_MAX;
    };
  }

  private static double between(
      TintStop from, TintStop to, double share, ToIntFunction<Color> channel) {
    double start = channel.applyAsInt(from.color());
    double end = channel.applyAsInt(to.color());
    return (start + share * (end - start)) / BYTE_MAX;
  }
}
