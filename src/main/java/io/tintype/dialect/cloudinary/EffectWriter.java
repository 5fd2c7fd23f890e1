package io.tintype.dialect.cloudinary;

import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Quadrangle;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes effects on shape, sharpness and parts; formulas in {@code docs/cloudinary-effects.md}. */
final class EffectWriter {
  private static final double PERCENT = 100;
  private static final double TRIM_SCALE = 2.55;
  private static final double USUAL_FADE = 20;
  private static final String EFFECT = "e";

  private EffectWriter() {}

  static Optional<String> tone(Step.Tone tone) {
    return switch (tone) {
      case Step.Blur _, Step.Pixelate _ -> effect(local((Step.Local) tone, ""));
      case Step.Grayscale() -> effect("grayscale");
      case Step.Sharpen(var amount) ->
          amount.isPresent()
              ? effect("sharpen:" + ValueWriter.level(amount.getAsDouble() * PERCENT))
              : Optional.empty();
      case Step.UnsharpMask(_, var sigma, _, _) ->
          effect("unsharp_mask:" + ValueWriter.level(sigma * PERCENT));
      case Step.ReplaceColor(var to, var tolerance, var from) ->
          effect(
              Stream.concat(
                      Stream.of(
                          "replace_color", ValueWriter.color(to), ValueWriter.number(tolerance)),
                      from.map(ValueWriter::color).stream())
                  .collect(Collectors.joining(":")));
      case Step.Adjust(var adjustment) -> AdjustmentWriter.write(adjustment);
      case Step.Within within -> within(within);
      case Step.FadeEdge edge -> fadeEdge(edge);
      case Step.StretchContrast _, Step.Colorize _ -> Optional.empty();
    };
  }

  static Optional<String> trim(Step.Trim trim) {
    String tolerance = "trim:" + ValueWriter.level(Math.rint(trim.tolerance() / TRIM_SCALE));
    return effect(tolerance + trim.edges().map(color -> ":" + ValueWriter.color(color)).orElse(""));
  }

  static Optional<String> shadow(Step.CastShadow shadow) {
    return ComponentText.of(EFFECT, "shadow:" + ValueWriter.level(shadow.strength() * PERCENT))
        .with("co", ValueWriter.color(shadow.color()))
        .with("x", ofPicture(shadow.x(), Measure.WIDTH))
        .with("y", ofPicture(shadow.y(), Measure.HEIGHT))
        .text();
  }

  static Optional<String> perspective(Quadrangle to) {
    return effect(
        Stream.of(to.topLeft(), to.topRight(), to.bottomRight(), to.bottomLeft())
            .map(corner -> corner.x() + ":" + corner.y())
            .collect(Collectors.joining(":", "distort:", "")));
  }

  static Optional<String> arc(double degrees) {
    return effect("distort:arc:" + ValueWriter.number(degrees));
  }

  static Optional<String> shear(double x, double y) {
    return effect("shear:" + ValueWriter.number(x) + ":" + ValueWriter.number(y));
  }

  /** With a colour of its own. */
  static Optional<String> painted(String effect, Color color) {
    return ComponentText.of(EFFECT, effect).with("co", ValueWriter.color(color)).text();
  }

  static Optional<String> effect(String words) {
    return ComponentText.of(EFFECT, words).text();
  }

  private static String local(Step.Local tone, String where) {
    return switch (tone) {
      case Step.Blur(var sigma) -> "blur" + where + ":" + ValueWriter.level(sigma * PERCENT);
      case Step.Pixelate(var side) ->
          "pixelate" + where + (side.isPresent() ? ":" + side.getAsInt() : "");
    };
  }

  private static Optional<String> within(Step.Within within) {
    ComponentText text =
        ComponentText.of(EFFECT, local(within.tone(), "_region"))
            .with("x", ofPicture(within.left(), Measure.WIDTH))
            .with("y", ofPicture(within.top(), Measure.HEIGHT));
    within.width().ifPresent(width -> text.with("w", ofPicture(width, Measure.WIDTH)));
    within.height().ifPresent(height -> text.with("h", ofPicture(height, Measure.HEIGHT)));
    return text.text();
  }

  private static Optional<String> fadeEdge(Step.FadeEdge edge) {
    List<String> words =
        List.of(
            "gradient_fade",
            edge.symmetric() ? "symmetric" : "",
            ValueWriter.level(edge.exponent() * USUAL_FADE));
    String effect = words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(":"));
    return ComponentText.of(EFFECT, effect)
        .with(
            edge.vertical() ? "y" : "x",
            ofPicture(edge.reach(), edge.vertical() ? Measure.HEIGHT : Measure.WIDTH))
        .text();
  }

  private static Optional<String> ofPicture(Expression length, Measure side) {
    return ValueWriter.length(length, Subject.CURRENT, side);
  }
}
