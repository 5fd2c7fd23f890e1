package io.tintype.render;

import io.tintype.model.Levels;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Stretches levels between the darkest and the lightest per cent of a picture's pixels. */
final class AutomaticLevels {
  private static final double BYTE_MAX = 255;
  private static final int DARK_PERCENT = 1;
  private static final int LIGHT_PERCENT = 99;

  private AutomaticLevels() {}

  /** From black to white, in levels from 0 to 1. */
  private record Span(double black, double white) {
    Span and(Span other) {
      return new Span(Math.min(black, other.black), Math.max(white, other.white));
    }

    DoubleUnaryOperator stretch(double share) {
      return level ->
          white <= black
              ? level
              : level * (1 - share) + share * Math.clamp((level - black) / (white - black), 0, 1);
    }
  }

  /**
   * What is done to each frame.
   *
   * @param all frames, one below the other, in memory
   */
  static UnaryOperator<VipsImage> treatment(
      Levels levels, double share, VipsImage all, Darkroom darkroom) {
    return switch (levels) {
      case BRIGHTNESS -> brightness(share, Tones.range(all, darkroom));
      case CONTRAST -> {
        Span span = spans(all).stream().reduce(Span::and).orElse(new Span(0, 1));
        yield frame -> Curves.mapped(frame, List.of(span.stretch(share)));
      }
      case COLOR -> {
        List<DoubleUnaryOperator> rules =
            spans(all).stream().map(span -> span.stretch(share)).toList();
        yield frame -> Curves.mapped(frame, rules);
      }
    };
  }

  private static UnaryOperator<VipsImage> brightness(double share, Optional<Tones.Range> range) {
    return frame -> range.map(found -> mixed(frame, found, share)).orElse(frame);
  }

  private static VipsImage mixed(VipsImage frame, Tones.Range range, double share) {
    Samples plain = Samples.of(frame.colors());
    Samples stretched = Samples.of(Tones.stretched(frame, range).colors());
    return Tones.withAlphaOf(
        frame, plain.times(1 - share).plus(stretched.times(share)).toPicture());
  }

  private static List<Span> spans(VipsImage all) {
    List<Span> spans = new ArrayList<>();
    VipsImage colors = all.colors();
    for (int band = 0; band < colors.bands(); band++) {
      VipsImage channel = colors.bands(band, 1);
      spans.add(new Span(percentile(channel, DARK_PERCENT), percentile(channel, LIGHT_PERCENT)));
    }
    return spans;
  }

  private static double percentile(VipsImage channel, int percent) {
    return channel.operation("percent").number("percent", percent).toIntegers("threshold")[0]
        / BYTE_MAX;
  }
}
