package io.tintype.dialect;

import io.tintype.model.Adjustment;
import io.tintype.model.Backdrop;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The colour behind what is transparent in a format without transparency: a wish of its own to one
 * language, a last step to another, and often of no effect.
 */
final class Backing {
  private static final double QUARTER = 90;

  private Backing() {}

  /**
   * The same, with the colour as a step where a JPEG is certain, and without it where it is moot.
   */
  static Transformation plain(Transformation meant) {
    Output output = meant.output();
    if (output.format().equals(new FormatChoice.Exactly(ImageFormat.JPEG))) {
      return with(meant, onColor(meant.steps(), output.matte().orElse(Color.BLACK)), none());
    }
    boolean matters =
        keepsFormat(output.format()) && meant.steps().stream().anyMatch(Backing::clears);
    return with(
        meant,
        meant.steps(),
        output.matte().filter(color -> matters && !color.equals(Color.BLACK)));
  }

  /** The same on black. */
  static Transformation onBlack(Transformation meant) {
    return with(meant, meant.steps(), none());
  }

  private static Optional<Color> none() {
    return Optional.empty();
  }

  private static Transformation with(
      Transformation meant, List<Step> steps, Optional<Color> matte) {
    Output said = meant.output();
    Output output = said.in(Optional.of(said.format())).on(matte);
    return new Transformation(meant.page(), steps, output, meant.asStored());
  }

  private static List<Step> onColor(List<Step> steps, Color color) {
    if (!steps.isEmpty() && steps.getLast() instanceof Step.Flatten(var last) && last.isOpaque()) {
      return steps;
    }
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step.Flatten(color));
    return all;
  }

  /** Whether a JPEG may stay one whatever happens to it. */
  private static boolean keepsFormat(FormatChoice wish) {
    return switch (wish) {
      case FormatChoice.OfSource _ -> true;
      case FormatChoice.JpegIfOpaque(var otherwise) -> keepsFormat(otherwise);
      case FormatChoice.Automatic _,
          FormatChoice.Exactly _,
          FormatChoice.Special _,
          FormatChoice.Placeholder _ ->
          false;
    };
  }

  /** Whether a step may make something transparent. */
  private static boolean clears(Step step) {
    return switch (step) {
      case Step.Pad(_, _, _, Backdrop.Solid(var color)) -> !color.isOpaque();
      case Step.Rotate(var degrees, var color) -> degrees % QUARTER != 0 && !color.isOpaque();
      case Step.Border(_, var color) -> !color.isOpaque();
      case Step.Adjust(Adjustment adjustment) -> adjustment.fades() || adjustment.needsAlpha();
      case Step.Overlay(var layer) -> clears(layer);
      case Step.When(_, var then, var otherwise, _) -> clears(then) || clears(otherwise);
      case Step.Fade _,
          Step.FadeEdge _,
          Step.RoundCorners _,
          Step.Perspective _,
          Step.Arc _,
          Step.Shear _,
          Step.CastShadow _,
          Step.Shadow _ ->
          true;
      case Step.Pad _,
          Step.Resize _,
          Step.Crop _,
          Step.Trim _,
          Step.Flip _,
          Step.Flatten _,
          Step.Gradient _,
          Step.Tone _ ->
          false;
    };
  }

  private static boolean clears(Branch branch) {
    return branch.steps().stream().anyMatch(Backing::clears);
  }

  private static boolean clears(Layer layer) {
    boolean cuts =
        switch (layer.blend()) {
          case MASK, CUTTER, CUTOUT, DISPLACE -> true;
          case OVER, MULTIPLY, SCREEN, OVERLAY, UNDER -> false;
        };
    return cuts || layer.overhang() == Layer.Overhang.GROWS;
  }
}
