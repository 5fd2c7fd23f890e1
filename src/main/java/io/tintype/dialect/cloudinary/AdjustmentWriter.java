package io.tintype.dialect.cloudinary;

import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.model.DitherPattern;
import io.tintype.model.TintStop;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes effects on colours, with the levels that are read as these numbers. */
final class AdjustmentWriter {
  private static final double PERCENT = 100;
  private static final double SLOPE = 0.1;
  private static final double DEGREES = 1.8;
  private static final double BYTE_MAX = 255;
  private static final double MEDIAN_SCALE = 10;
  private static final double MOST_LEVELS = 16;
  private static final double LESS_LEVELS = 0.14;
  private static final List<Double> SAME = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0);
  private static final List<String> CHANNELS = List.of("red", "green", "blue");
  private static final List<DitherPattern> PATTERNS =
      List.of(
          DitherPattern.HALF,
          DitherPattern.CHECKS,
          DitherPattern.BAYER_2,
          DitherPattern.ORDERED_3,
          DitherPattern.BAYER_4,
          DitherPattern.BAYER_8);

  private AdjustmentWriter() {}

  /** The component; empty if the language has no words for it. */
  static Optional<String> write(Adjustment adjustment) {
    return switch (adjustment) {
      case Adjustment.Curve curve -> curve(curve);
      case Adjustment.Measured measured -> measured(measured);
      case Adjustment.Matrix matrix -> matrix(matrix);
      case Adjustment.Outline outline -> outline(outline);
      case Adjustment.ClearColor(var color, var tolerance) ->
          EffectWriter.painted("make_transparent:" + ValueWriter.level(tolerance), color);
      case Adjustment.LabScale(var lightness, var chroma) when chroma == 1 ->
          effect("brightness", percent(lightness - 1));
      case Adjustment.LabScale(var lightness, var chroma) when lightness == 1 ->
          effect("saturation", percent(chroma - 1));
      case Adjustment.Vibrance(var amount) -> effect("vibrance", percent(amount));
      case Adjustment.Value(var factor) -> effect("brightness_hsb", percent(factor - 1));
      case Adjustment.Hue(var degrees) -> effect("hue", ValueWriter.level(degrees / DEGREES));
      case Adjustment.BlackWhite(var threshold) -> effect("blackwhite", percent(threshold));
      case Adjustment.Vignette(var strength) -> effect("vignette", percent(strength));
      case Adjustment.ClearBelow(var opacity) -> effect("opacity_threshold", percent(opacity));
      case Adjustment.Median(var radius) ->
          effect("oil_paint", ValueWriter.level(radius * MEDIAN_SCALE));
      case Adjustment.Dither(var pattern) ->
          effect("ordered_dither", Integer.toString(PATTERNS.indexOf(pattern)));
      case Adjustment.Cartoon(var lines, var levels) ->
          effect(
              "cartoonify",
              percent(lines)
                  + ":"
                  + (levels == 1 ? "bw" : ValueWriter.level((MOST_LEVELS - levels) / LESS_LEVELS)));
      case Adjustment.Morphology morphology ->
          EffectWriter.effect(MorphologyEffect.write(morphology));
      case Adjustment.Stripes(var strength) -> effect("assist_colorblind", percent(strength));
      case Adjustment.LabScale _, Adjustment.Pixelate _, Adjustment.FadeEdges _ -> Optional.empty();
    };
  }

  private static Optional<String> curve(Adjustment.Curve curve) {
    return switch (curve) {
      case Adjustment.Gamma(var exponent) -> effect("gamma", percent(1 / exponent - 1));
      case Adjustment.Sigmoid(var slope) -> effect("contrast", ValueWriter.level(slope / SLOPE));
      case Adjustment.FillLight(var amount, var bias) ->
          effect("fill_light", percent(amount) + ":" + percent(bias));
    };
  }

  private static Optional<String> measured(Adjustment.Measured measured) {
    return switch (measured) {
      case Adjustment.AutoLevels(var levels, var share) ->
          effect("auto_" + levels.name().toLowerCase(Locale.ROOT), percent(share));
      case Adjustment.Tint(var amount, var equalize, var stops) ->
          effect(
              "tint" + (equalize ? ":equalize" : ""),
              percent(amount)
                  + stops.stream().map(AdjustmentWriter::stop).collect(Collectors.joining()));
    };
  }

  private static Optional<String> outline(Adjustment.Outline outline) {
    return EffectWriter.painted(
        "outline:"
            + outline.mode().name().toLowerCase(Locale.ROOT)
            + ":"
            + outline.width()
            + ":"
            + percent(outline.blur()),
        outline.color());
  }

  /** Whichever effect it comes from; any matrix without summands is one. */
  private static Optional<String> matrix(Adjustment.Matrix matrix) {
    List<Double> weights = matrix.weights();
    List<Double> summands = matrix.summands();
    if (summands.stream().allMatch(summand -> summand == 0)) {
      return effect(
          "recolor", weights.stream().map(ValueWriter::number).collect(Collectors.joining(":")));
    }
    if (weights.equals(SAME)) {
      return shifted(summands);
    }
    double kept = weights.getFirst();
    if (summands.size() != CHANNELS.size() || !weights.equals(scaled(kept))) {
      return Optional.empty();
    }
    if (kept == -1) {
      return EffectWriter.effect("negate");
    }
    boolean linear = summands.stream().allMatch(summand -> summand == (1 - kept) / 2);
    return linear
        ? effect("contrast", "level_" + percent(kept) + ";type_linear")
        : EffectWriter.painted("colorize:" + percent(1 - kept), mixed(summands, 1 - kept));
  }

  private static Optional<String> shifted(List<Double> summands) {
    List<String> written =
        CHANNELS.stream()
            .filter(channel -> summands.get(CHANNELS.indexOf(channel)) != 0)
            .map(channel -> channel + ":" + percent(summands.get(CHANNELS.indexOf(channel))))
            .toList();
    return written.size() == 1 ? EffectWriter.effect(written.getFirst()) : Optional.empty();
  }

  private static List<Double> scaled(double factor) {
    return SAME.stream().map(weight -> weight == 0 ? 0.0 : factor).toList();
  }

  private static Color mixed(List<Double> summands, double share) {
    List<Integer> channels =
        summands.stream()
            .map(summand -> Math.clamp(Math.round(summand / share * BYTE_MAX), 0, 255))
            .toList();
    return Color.opaque(channels.get(0), channels.get(1), channels.get(2));
  }

  private static String stop(TintStop stop) {
    return ":"
        + ValueWriter.color(stop.color())
        + ":"
        + ValueWriter.number(stop.position() * PERCENT)
        + "p";
  }

  private static Optional<String> effect(String name, String level) {
    return EffectWriter.effect(name + ":" + level);
  }

  private static String percent(double share) {
    return ValueWriter.level(share * PERCENT);
  }
}
