package io.tintype.dialect.imagekit;

import io.tintype.model.Color;
import io.tintype.model.Extent;
import io.tintype.model.Layer;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a layer says about the evenly filled block it shows ({@code i-ik_canvas}). */
final class BlockDraft {
  private static final double TENTHS = 10;

  private Extent width = Extent.AUTO;
  private Extent height = Extent.AUTO;
  private Optional<Paint> color = Optional.empty();
  private OptionalInt opacity = OptionalInt.empty();

  void width(Extent side) {
    width = side;
  }

  void height(Extent side) {
    height = side;
  }

  void color(Paint paint) {
    color = Optional.of(paint);
  }

  void opacity(int tenths) {
    opacity = OptionalInt.of(tenths);
  }

  /** The block; behind a gradient it is clear, unless it has a colour of its own. */
  Layer.Content content(List<Step> steps, Usage usage) {
    Paint paint = color.orElse(Paint.BLACK);
    if (color.isEmpty() && hasGradient(steps)) {
      return new Layer.Block(width, height, Color.CLEAR);
    }
    if (!paint.takesOpacity()) {
      usage.moot("is overridden by the colour's own opacity", "al");
    }
    return new Layer.Block(
        width, height, opacity.isPresent() ? paint.withOpacity(opacity.getAsInt()) : paint.color());
  }

  /** A gradient has no colour that could be made translucent: the whole block is. */
  Optional<Step> fading(List<Step> steps) {
    return color.isEmpty() && hasGradient(steps) && opacity.isPresent()
        ? Optional.of(new Step.Fade(opacity.getAsInt() / TENTHS))
        : Optional.empty();
  }

  private static boolean hasGradient(List<Step> steps) {
    return steps.stream().anyMatch(step -> step instanceof Step.Gradient);
  }
}
