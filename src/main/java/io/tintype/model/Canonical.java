package io.tintype.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Prints a transformation as a stable, versioned text: {@code v1 resize(cover,300,auto,center) |
 * rotate(90,#000000) -> webp,q80}. It is the body of every cache key, the field in the log, and
 * what parser tests compare with.
 */
final class Canonical {
  private static final String VERSION = "v1";

  private Canonical() {}

  static String print(Transformation transformation) {
    String page =
        transformation.page().isPresent() ? "page(" + transformation.page().getAsInt() + ") " : "";
    String chain = transformation.steps().isEmpty() ? "none" : chain(transformation.steps());
    String stored = transformation.asStored() ? "as_stored " : "";
    return VERSION + " " + page + stored + chain + " -> " + output(transformation.output(), "auto");
  }

  /** Steps on one line. */
  static String chain(List<Step> steps) {
    return String.join(" | ", steps.stream().map(Canonical::step).toList());
  }

  private static String step(Step step) {
    return switch (step) {
      case Step.Geometry geometry -> geometry(geometry);
      case Step.Tone tone -> tone(tone);
      case Step.Gradient(var degrees, var from, var to, var stop) ->
          call("gradient", number(degrees), color(from), color(to), expression(stop));
      case Step.Shadow(var blur, var strength, var x, var y) ->
          call("shadow", number(blur), number(strength), number(x), number(y));
      case Step.Fade(var opacity) -> call("fade", number(opacity));
      case Step.Flatten(var background) -> call("flatten", color(background));
      case Step.Overlay(var layer) -> CanonicalLayer.print(layer);
      case Step.When(var condition, var then, var otherwise, var moving) ->
          call(
              moving ? "when_moving_too" : "when",
              CanonicalExpression.print(condition),
              "{" + branch(then) + "}",
              "{" + branch(otherwise) + "}");
    };
  }

  private static String tone(Step.Tone tone) {
    return switch (tone) {
      case Step.Blur(var sigma) -> call("blur", number(sigma));
      case Step.Grayscale() -> "grayscale";
      case Step.StretchContrast() -> "stretch_contrast";
      case Step.Sharpen(var amount) -> call("sharpen", number(amount, "mild"));
      case Step.UnsharpMask(var radius, var sigma, var amount, var threshold) ->
          call("unsharp", number(radius), number(sigma), number(amount), number(threshold));
      case Step.ReplaceColor(var to, var tolerance, var from) ->
          call(
              "replace_color",
              color(to),
              number(tolerance),
              from.map(Canonical::color).orElse("dominant"));
      case Step.Colorize(var color, var intensity) ->
          call("colorize", color(color), number(intensity));
      case Step.Pixelate(var side) ->
          call("pixelate", side.isPresent() ? Integer.toString(side.getAsInt()) : "auto");
      case Step.Adjust(var adjustment) -> CanonicalAdjustment.print(adjustment);
      case Step.Within(var left, var top, var width, var height, var inside) ->
          call(
              "within",
              expression(left),
              expression(top),
              orAuto(width),
              orAuto(height),
              tone(inside));
      case Step.FadeEdge(var vertical, var reach, var symmetric, var exponent) ->
          call(
              "fade_edge",
              vertical ? "y" : "x",
              expression(reach),
              symmetric ? "symmetric" : "one",
              number(exponent));
    };
  }

  private static String geometry(Step.Geometry step) {
    return switch (step) {
      case Step.Resize(var fit, var box, var gravity) ->
          call("resize", name(fit), box(box), gravity(gravity));
      case Step.Pad(var padding, var box, var gravity, var backdrop) ->
          call("pad", name(padding), box(box), gravity(gravity), backdrop(backdrop));
      case Step.Crop(var box, var gravity) -> call("crop", box(box), gravity(gravity));
      case Step.Trim(var tolerance, var edges) when edges.isPresent() ->
          call("trim", Integer.toString(tolerance), color(edges.get()));
      case Step.Trim(var tolerance, _) -> call("trim", Integer.toString(tolerance));
      case Step.Rotate(var degrees, var background) ->
          call("rotate", number(degrees), color(background));
      case Step.Flip(var leftRight, var topBottom) ->
          call("flip", (leftRight ? "h" : "") + (topBottom ? "v" : ""));
      case Step.Border(var width, var color) -> call("border", expression(width), color(color));
      case Step.RoundCorners(var corners) -> call("round", corners(corners));
      case Step.Perspective(var to) ->
          call(
              "perspective",
              point(to.topLeft()),
              point(to.topRight()),
              point(to.bottomRight()),
              point(to.bottomLeft()));
      case Step.Arc(var degrees) -> call("arc", number(degrees));
      case Step.CastShadow(var color, var strength, var x, var y) ->
          call("cast_shadow", color(color), number(strength), expression(x), expression(y));
      case Step.Shear(var x, var y) -> call("shear", number(x), number(y));
    };
  }

  private static String branch(Branch branch) {
    String steps = chain(branch.steps());
    return branch.output().equals(Output.DEFAULT)
        ? steps
        : steps + " -> " + output(branch.output(), "same");
  }

  private static String output(Output output, String unsaid) {
    List<String> parts = new ArrayList<>();
    parts.add(output.wish().map(Canonical::format).orElse(unsaid));
    output.quality().ifPresent(quality -> parts.add(quality(quality)));
    output.progressive().ifPresent(yes -> parts.add(yes ? "progressive" : "baseline"));
    output.lossless().ifPresent(yes -> parts.add(yes ? "lossless" : "lossy"));
    output.metadata().ifPresent(kept -> parts.add("metadata=" + name(kept)));
    output.density().ifPresent(dpi -> parts.add("dpi=" + expression(dpi)));
    output.matte().ifPresent(matte -> parts.add("matte=" + color(matte)));
    return String.join(",", parts);
  }

  private static String quality(QualityChoice quality) {
    return switch (quality) {
      case QualityChoice.Percent(var percent) -> "q" + percent;
      case QualityChoice.Automatic(var level) -> "q=" + name(level);
    };
  }

  private static String format(FormatChoice format) {
    return switch (format) {
      case FormatChoice.Automatic() -> "auto";
      case FormatChoice.OfSource() -> "source";
      case FormatChoice.JpegIfOpaque(var otherwise) -> call("jpeg_if_opaque", format(otherwise));
      case FormatChoice.Exactly(var exact) -> name(exact);
      case FormatChoice.Special(var form) -> name(form);
      case FormatChoice.Placeholder(var kind) -> name(kind);
    };
  }

  private static String box(Box box) {
    StringBuilder text = new StringBuilder();
    text.append(extent(box.width())).append(',').append(extent(box.height()));
    if (!box.aspectRatio().equals(Expression.of(0))) {
      text.append(",ar=").append(expression(box.aspectRatio()));
    }
    if (!box.density().equals(Expression.of(1))) {
      text.append(",dpr=").append(expression(box.density()));
    }
    return text.toString();
  }

  static String extent(Extent extent) {
    return switch (extent) {
      case Extent.Auto() -> "auto";
      case Extent.Pixels(var value) -> Integer.toString(value);
      case Extent.OfSource(var fraction) -> number(fraction) + "x";
      case Extent.Computed(var expression) -> "=" + expression(expression);
    };
  }

  private static String gravity(Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) -> name(direction);
      case Gravity.TopLeft(var x, var y) -> call("at", expression(x), expression(y));
      case Gravity.Centre(var x, var y) -> call("around", expression(x), expression(y));
      case Gravity.Attention() -> "attention";
      case Gravity.Inwards(var from, var x, var y) ->
          call("inwards", name(from), expression(x), expression(y));
      case Gravity.Near(var x, var y) -> call("near", expression(x), expression(y));
      case Gravity.Objects(var names, var zoom, var otherwise) -> {
        String things = String.join("+", names.stream().sorted().toList());
        yield otherwise instanceof Gravity.Attention
            ? call("objects", things, number(zoom))
            : call("objects", things, number(zoom), gravity(otherwise));
      }
      case Gravity.Stored(var otherwise, var told) ->
          told ? call("stored", gravity(otherwise)) : call("stored", gravity(otherwise), "quiet");
    };
  }

  private static String backdrop(Backdrop backdrop) {
    return switch (backdrop) {
      case Backdrop.Solid(var color) -> color(color);
      case Backdrop.Blurred(var sigma, var brightness) ->
          call("blurred", number(sigma, "auto"), Integer.toString(brightness));
      case Backdrop.Dominant wish -> CanonicalBackdrop.print(wish);
    };
  }

  private static String corners(Corners corners) {
    return String.join(
        ",",
        radius(corners.topLeft()),
        radius(corners.topRight()),
        radius(corners.bottomRight()),
        radius(corners.bottomLeft()));
  }

  private static String radius(int radius) {
    return radius == Corners.MAX ? "max" : Integer.toString(radius);
  }

  private static String point(Quadrangle.Point point) {
    return point.x() + ":" + point.y();
  }

  static String color(Color color) {
    return CanonicalText.color(color);
  }

  static String expression(Expression expression) {
    return CanonicalExpression.print(expression);
  }

  static String number(double value) {
    return CanonicalText.number(value);
  }

  private static String number(OptionalDouble value, String otherwise) {
    return value.isPresent() ? number(value.getAsDouble()) : otherwise;
  }

  static String call(String name, String... arguments) {
    return CanonicalText.call(name, arguments);
  }

  static String name(Enum<?> constant) {
    return CanonicalText.name(constant);
  }

  static String orAuto(Optional<Expression> value) {
    return value.map(Canonical::expression).orElse("auto");
  }
}
