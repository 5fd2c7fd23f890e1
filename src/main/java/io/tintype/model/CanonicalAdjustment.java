package io.tintype.model;

import static io.tintype.model.CanonicalText.call;
import static io.tintype.model.CanonicalText.color;
import static io.tintype.model.CanonicalText.name;
import static io.tintype.model.CanonicalText.number;

import java.util.List;
import java.util.stream.Collectors;

/** Prints adjustments. */
final class CanonicalAdjustment {
  private CanonicalAdjustment() {}

  static String print(Adjustment adjustment) {
    return switch (adjustment) {
      case Adjustment.Curve curve -> curve(curve);
      case Adjustment.Measured measured -> measured(measured);
      case Adjustment.Matrix(var weights, var summands) ->
          call("matrix", numbers(weights), numbers(summands));
      case Adjustment.LabScale(var lightness, var chroma) ->
          call("lab_scale", number(lightness), number(chroma));
      case Adjustment.Vibrance(var amount) -> call("vibrance", number(amount));
      case Adjustment.Value(var factor) -> call("value", number(factor));
      case Adjustment.Hue(var degrees) -> call("hue", number(degrees));
      case Adjustment.BlackWhite(var threshold) -> call("black_white", number(threshold));
      case Adjustment.Pixelate(var side) -> call("pixelate", Integer.toString(side));
      case Adjustment.Vignette(var strength) -> call("vignette", number(strength));
      case Adjustment.FadeEdges(var vertical, var near, var far, var pixels, var exponent) ->
          call(
              "fade_edges",
              vertical ? "y" : "x",
              near && far ? "both" : near ? "near" : "far",
              number(pixels),
              number(exponent));
      case Adjustment.ClearColor(var color, var tolerance) ->
          call("clear_color", color(color), number(tolerance));
      case Adjustment.ClearBelow(var opacity) -> call("clear_below", number(opacity));
      case Adjustment.Outline(var mode, var width, var blur, var color) ->
          call("outline", name(mode), Integer.toString(width), number(blur), color(color));
      case Adjustment.Median(var radius) -> call("median", Integer.toString(radius));
      case Adjustment.Morphology(var method, var around, var iterations) ->
          call(
              "morphology",
              name(method),
              name(around.shape()),
              number(around.radius()),
              Integer.toString(iterations));
      case Adjustment.Stripes(var strength) -> call("stripes", number(strength));
      case Adjustment.Dither(var pattern) -> call("dither", name(pattern));
      case Adjustment.Cartoon(var lines, var levels) ->
          call("cartoon", number(lines), Integer.toString(levels));
    };
  }

  private static String curve(Adjustment.Curve curve) {
    return switch (curve) {
      case Adjustment.Gamma(var exponent) -> call("gamma", number(exponent));
      case Adjustment.Sigmoid(var slope) -> call("sigmoid", number(slope));
      case Adjustment.FillLight(var amount, var bias) ->
          call("fill_light", number(amount), number(bias));
    };
  }

  private static String measured(Adjustment.Measured measured) {
    return switch (measured) {
      case Adjustment.AutoLevels(var levels, var share) ->
          call("auto_levels", name(levels), number(share));
      case Adjustment.Tint(var amount, var equalize, var stops) ->
          call(
              "tint",
              number(amount),
              equalize ? "equalized" : "plain",
              stops.stream()
                  .map(stop -> color(stop.color()) + "@" + number(stop.position()))
                  .collect(Collectors.joining(",")));
    };
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(CanonicalText::number).collect(Collectors.joining(" "));
  }
}
