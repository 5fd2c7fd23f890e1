package io.tintype.dialect.imagekit;

import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Constant;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes single steps as components; what it has no words for is empty. */
final class StepWriter {
  private static final double PERCENT = 100;
  private static final int MOST_ALPHA = 99;
  private static final double SHARPEN_SCALE = 50;
  private static final int LARGEST_TERM = 100;

  private static final Map<Fit, String> FITS =
      Map.of(
          Fit.COVER, "",
          Fit.COVER_NO_ENLARGE, "c-maintain_ratio_no_enlarge",
          Fit.FORCE, "c-force",
          Fit.INSIDE, "c-at_max",
          Fit.INSIDE_ENLARGE, "c-at_max_enlarge",
          Fit.OUTSIDE, "c-at_least");
  private static final Map<Padding, String> PADDINGS =
      Map.of(
          Padding.FIT, "cm-pad_resize",
          Padding.FIT_NO_ENLARGE, "cm-pad_resize_no_enlarge",
          Padding.EXTRACT, "cm-pad_extract",
          Padding.EXTEND, "cm-pad_extract_no_shrink");

  private StepWriter() {}

  /** Whether a component that pads also does the step behind it, as ImageKit's background does. */
  static boolean flattens(Step step, Step next) {
    return step instanceof Step.Pad(_, _, _, Backdrop.Solid(var color))
        && next.equals(new Step.Flatten(color));
  }

  static Optional<String> write(Step step) {
    return switch (step) {
      case Step.Geometry geometry -> geometry(geometry);
      case Step.Tone tone -> tone(tone);
      case Step.Fade(var opacity) -> Optional.of("o-" + Math.round(opacity * PERCENT));
      case Step.Flatten(var color) ->
          Optional.of("bg-" + color(color)).filter(_ -> color.isOpaque());
      case Step.Gradient _, Step.Shadow _, Step.Overlay _, Step.When _ -> Optional.empty();
    };
  }

  private static Optional<String> geometry(Step.Geometry step) {
    return switch (step) {
      case Step.Resize(var fit, var box, var gravity) ->
          Optional.ofNullable(FITS.get(fit))
              .flatMap(word -> box(box, word, focus(gravity), Optional.of("")));
      case Step.Pad(var padding, var box, var gravity, var backdrop) ->
          box(box, PADDINGS.getOrDefault(padding, ""), focus(gravity), backdrop(backdrop));
      case Step.Crop(var box, var gravity) ->
          box(box, "cm-extract", region(gravity), Optional.of(""));
      case Step.Trim(var tolerance, var edges) ->
          edges.isPresent() ? Optional.empty() : Optional.of("t-" + tolerance);
      case Step.Rotate(var degrees, var background) ->
          Optional.of(
              "rt-"
                  + number(degrees)
                  + (background.alpha() == 0 ? "" : ",bg-" + color(background)));
      case Step.Flip(var leftRight, var topBottom) ->
          Optional.of(
              "fl-"
                  + (leftRight ? "h" : "")
                  + (leftRight && topBottom ? "_" : "")
                  + (topBottom ? "v" : ""));
      case Step.Border(var width, var color) ->
          ExpressionWriter.write(width).map(pixels -> "b-" + pixels + "_" + color(color));
      case Step.RoundCorners(var corners) -> Optional.of("r-" + radii(corners));
      case Step.Perspective _, Step.Arc _, Step.CastShadow _, Step.Shear _ -> Optional.empty();
    };
  }

  private static Optional<String> tone(Step.Tone tone) {
    return switch (tone) {
      case Step.Blur(var sigma) -> Optional.of("bl-" + number(sigma));
      case Step.Grayscale() -> Optional.of("e-grayscale");
      case Step.StretchContrast() -> Optional.of("e-contrast");
      case Step.Sharpen(var amount) -> Optional.of("e-sharpen" + sharpening(amount));
      case Step.UnsharpMask(var radius, var sigma, var amount, var threshold) ->
          Optional.of(
              "e-usm-%s-%s-%s-%s"
                  .formatted(number(radius), number(sigma), number(amount), number(threshold)));
      case Step.ReplaceColor(var to, var tolerance, var from) ->
          Optional.of(
              "cr-"
                  + color(to)
                  + "_"
                  + number(tolerance)
                  + from.map(color -> "_" + color(color)).orElse(""));
      case Step.Colorize(var color, var intensity) ->
          Optional.of("e-colorize-co-" + color(color) + "_in-" + Math.round(intensity * PERCENT));
      case Step.Adjust _, Step.Pixelate _, Step.Within _, Step.FadeEdge _ -> Optional.empty();
    };
  }

  private static String sharpening(OptionalDouble amount) {
    return amount.isPresent() ? "-" + number(amount.getAsDouble() * SHARPEN_SCALE) : "";
  }

  /** A box with what belongs to it; empty as soon as one part has no words. */
  private static Optional<String> box(
      Box box, String mode, Optional<String> gravity, Optional<String> backdrop) {
    Optional<String> width = extent("w-", box.width(), Measure.WIDTH);
    Optional<String> height = extent("h-", box.height(), Measure.HEIGHT);
    Optional<String> density =
        ExpressionWriter.write(box.density()).map(one -> one.equals("1") ? "" : "dpr-" + one);
    List<String> words = new ArrayList<>();
    for (Optional<String> part :
        List.of(
            width,
            height,
            ratio(box.aspectRatio()),
            density,
            Optional.of(mode),
            gravity,
            backdrop)) {
      if (part.isEmpty()) {
        return Optional.empty();
      }
      if (!part.get().isEmpty()) {
        words.add(part.get());
      }
    }
    return Optional.of(String.join(",", words));
  }

  /** In small whole numbers, if there are such. */
  private static Optional<String> ratio(Expression ratio) {
    if (!(ratio instanceof Expression.Constant(var value))) {
      return ExpressionWriter.write(ratio).map(words -> "ar-" + words);
    }
    if (value == 0) {
      return Optional.of("");
    }
    for (int high = 1; high <= LARGEST_TERM; high++) {
      double wide = Math.rint(value * high);
      if (wide >= 1 && wide / high == value) {
        return Optional.of("ar-" + number(wide) + "-" + high);
      }
    }
    return Optional.of("ar-" + number(value));
  }

  private static Optional<String> extent(String key, Extent extent, Measure measure) {
    return switch (extent) {
      case Extent.Auto() -> Optional.of("");
      case Extent.Pixels(var pixels) -> Optional.of(key + pixels);
      case Extent.OfSource(var share) -> Optional.of(key + number(share));
      case Extent.Computed(Operation(Operator operator, Expression left, Constant(var share)))
          when operator == Operator.MULTIPLY
              && left.equals(new Property(Subject.CURRENT, measure))
              && share > 0
              && share < 1 ->
          Optional.of(key + number(share));
      case Extent.Computed(var expression) ->
          ExpressionWriter.write(expression).map(words -> key + words);
    };
  }

  private static Optional<String> focus(Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) when direction == Gravity.Direction.CENTER ->
          Optional.of("");
      case Gravity.Compass(var direction) ->
          Optional.of("fo-" + direction.name().toLowerCase(Locale.ROOT));
      case Gravity.Attention _ -> Optional.of("fo-auto");
      case Gravity.Stored(var otherwise, _) when otherwise.equals(Gravity.CENTER) ->
          Optional.of("fo-custom");
      case Gravity.Stored(Gravity.Attention _, _) -> Optional.of("fo-auto-custom_override");
      case Gravity.Stored _,
          Gravity.TopLeft _,
          Gravity.Centre _,
          Gravity.Inwards _,
          Gravity.Near _,
          Gravity.Objects _ ->
          Optional.empty();
    };
  }

  private static Optional<String> region(Gravity gravity) {
    return switch (gravity) {
      case Gravity.TopLeft(var x, var y) ->
          ExpressionWriter.write(x)
              .flatMap(left -> ExpressionWriter.write(y).map(top -> "x-" + left + ",y-" + top));
      case Gravity.Centre(var x, var y) ->
          ExpressionWriter.write(x)
              .flatMap(left -> ExpressionWriter.write(y).map(top -> "xc-" + left + ",yc-" + top));
      case Gravity.Compass _,
          Gravity.Attention _,
          Gravity.Stored _,
          Gravity.Inwards _,
          Gravity.Near _,
          Gravity.Objects _ ->
          focus(gravity);
    };
  }

  private static Optional<String> backdrop(Backdrop backdrop) {
    return switch (backdrop) {
      case Backdrop.Solid(var color) -> Optional.of("bg-" + color(color));
      case Backdrop.Blurred(var sigma, var brightness) ->
          Optional.of(
              "bg-blurred"
                  + (sigma.isPresent() ? "_" + number(sigma.getAsDouble()) : "")
                  + (brightness == 0 ? "" : "_" + number(brightness)));
      case Backdrop.Dominant colors -> BackdropValues.write(colors).map(value -> "bg-" + value);
    };
  }

  /** ImageKit writes opacity as two decimal digits, and has no word for all of it but none. */
  private static String color(Color color) {
    String opaque = "%02X%02X%02X".formatted(color.red(), color.green(), color.blue());
    return color.isOpaque()
        ? opaque
        : opaque + "%02d".formatted(Math.min(MOST_ALPHA, Math.round(color.alpha() * PERCENT)));
  }

  private static String radii(Corners corners) {
    List<String> words =
        List.of(
            radius(corners.topLeft()),
            radius(corners.topRight()),
            radius(corners.bottomRight()),
            radius(corners.bottomLeft()));
    return words.stream().distinct().count() == 1 ? words.getFirst() : String.join("_", words);
  }

  private static String radius(int pixels) {
    return pixels == Corners.MAX ? "max" : Integer.toString(pixels);
  }

  private static String number(double value) {
    return ExpressionWriter.number(value);
  }
}
