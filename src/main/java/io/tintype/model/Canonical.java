package io.tintype.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints a transformation as a stable, versioned text: {@code v1 resize(cover,300,auto,center) |
 * rotate(90,black) -> webp,q80}. It is the body of every cache key, the field in the log, and what
 * parser tests compare with.
 */
final class Canonical {
  private static final String VERSION = "v1";
  private static final int SIGNIFICANT_DIGITS = 9;

  private Canonical() {}

  static String print(Transformation transformation) {
    List<String> steps = new ArrayList<>();
    for (Step step : transformation.steps()) {
      steps.add(step(step));
    }
    String chain = steps.isEmpty() ? "none" : String.join(" | ", steps);
    return VERSION + " " + chain + " -> " + output(transformation.output());
  }

  private static String step(Step step) {
    return switch (step) {
      case Step.Resize(var fit, var box, var gravity) ->
          call("resize", name(fit), box(box), gravity(gravity));
      case Step.Pad(var padding, var box, var gravity, var background) ->
          call("pad", name(padding), box(box), gravity(gravity), color(background));
      case Step.Crop(var box, var gravity) -> call("crop", box(box), gravity(gravity));
      case Step.Rotate(var degrees, var background) ->
          call("rotate", number(degrees), color(background));
      case Step.Flatten(var background) -> call("flatten", color(background));
    };
  }

  private static String output(Output output) {
    String format =
        switch (output.format()) {
          case FormatChoice.Automatic() -> "auto";
          case FormatChoice.OfSource() -> "source";
          case FormatChoice.Exactly(var exact) -> name(exact);
        };
    return output.quality().isPresent() ? format + ",q" + output.quality().getAsInt() : format;
  }

  private static String box(Box box) {
    StringBuilder text = new StringBuilder();
    text.append(extent(box.width())).append(',').append(extent(box.height()));
    if (box.aspectRatio() != 0) {
      text.append(",ar=").append(number(box.aspectRatio()));
    }
    if (box.density() != 1) {
      text.append(",dpr=").append(number(box.density()));
    }
    return text.toString();
  }

  private static String extent(Extent extent) {
    return switch (extent) {
      case Extent.Auto() -> "auto";
      case Extent.Pixels(var value) -> Integer.toString(value);
      case Extent.OfSource(var fraction) -> number(fraction) + "x";
    };
  }

  private static String gravity(Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) -> name(direction);
      case Gravity.TopLeft(var x, var y) -> "at(" + x + "," + y + ")";
      case Gravity.Centre(var x, var y) -> "around(" + x + "," + y + ")";
    };
  }

  private static String color(Color color) {
    String hex =
        String.format(Locale.ROOT, "#%02x%02x%02x", color.red(), color.green(), color.blue());
    return color.isOpaque() ? hex : hex + "@" + number(color.alpha());
  }

  private static String number(double value) {
    return new BigDecimal(value)
        .round(new MathContext(SIGNIFICANT_DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String call(String name, String... arguments) {
    return name + "(" + String.join(",", arguments) + ")";
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
