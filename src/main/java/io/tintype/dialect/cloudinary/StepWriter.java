package io.tintype.dialect.cloudinary;

import io.tintype.model.Backdrop;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Output;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes steps as components; what the language has no words for is empty. */
final class StepWriter {
  private static final double PERCENT = 100;
  private final LayerWriter layers;

  /**
   * For one endpoint.
   *
   * @param typed whether paths of stores begin with asset and delivery type
   */
  StepWriter(boolean typed) {
    this.layers = new LayerWriter(typed, this);
  }

  /** Whether a component with an opaque background also does the step behind it. */
  static boolean flattens(Step step, Step next) {
    return switch (step) {
      case Step.Pad(_, _, _, Backdrop.Solid(var color)) -> flattens(color, next);
      case Step.Rotate(_, var color) -> flattens(color, next);
      default -> false;
    };
  }

  private static boolean flattens(Color color, Step next) {
    return color.isOpaque() && next.equals(new Step.Flatten(color));
  }

  /** The components of a chain; empty as soon as one step has none. */
  Optional<List<String>> chain(List<Step> steps) {
    List<String> components = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Optional<List<String>> written = write(steps.get(i));
      if (written.isEmpty()) {
        return Optional.empty();
      }
      components.addAll(written.get());
      i += i + 1 < steps.size() && flattens(steps.get(i), steps.get(i + 1)) ? 1 : 0;
    }
    return Optional.of(components);
  }

  /** The components of one step; of conditions and layers there are several. */
  Optional<List<String>> write(Step step) {
    return switch (step) {
      case Step.Overlay(var layer) -> layers.write(layer);
      case Step.When when -> conditional(when);
      case Step.Geometry geometry -> geometry(geometry).map(List::of);
      case Step.Tone tone -> EffectWriter.tone(tone).map(List::of);
      case Step.Fade(var opacity) ->
          Optional.of(List.of("o_" + ValueWriter.number(opacity * PERCENT)));
      case Step.Flatten(var color) -> Optional.of(List.of("b_" + ValueWriter.color(color)));
      case Step.Gradient _, Step.Shadow _ -> Optional.empty();
    };
  }

  private static Optional<String> geometry(Step.Geometry step) {
    return switch (step) {
      case Step.Resize(var fit, var box, var gravity) -> GeometryWriter.resize(fit, box, gravity);
      case Step.Pad(var padding, var box, var gravity, var backdrop) ->
          GeometryWriter.pad(padding, box, gravity, backdrop);
      case Step.Crop(var box, var gravity) -> GeometryWriter.crop(box, gravity);
      case Step.Trim trim -> EffectWriter.trim(trim);
      case Step.Rotate(var degrees, var background) ->
          ComponentText.of("a", ValueWriter.number(degrees))
              .withIf(background.alpha() > 0, "b", ValueWriter.color(background))
              .text()
              .filter(_ -> background.isOpaque() || background.alpha() == 0);
      case Step.Flip(var leftRight, var topBottom) ->
          Optional.of("a_" + (leftRight ? "hflip" : "") + (topBottom ? "vflip" : ""));
      case Step.Border(Expression.Constant(var width), var color) ->
          Optional.of("bo_" + ValueWriter.number(width) + "px_solid_" + ValueWriter.color(color));
      case Step.Border _ -> Optional.empty();
      case Step.RoundCorners(var corners) -> Optional.of("r_" + radii(corners));
      case Step.Perspective(var to) -> EffectWriter.perspective(to);
      case Step.Arc(var degrees) -> EffectWriter.arc(degrees);
      case Step.CastShadow shadow -> EffectWriter.shadow(shadow);
      case Step.Shear(var x, var y) -> EffectWriter.shear(x, y);
    };
  }

  private static String radii(Corners corners) {
    List<String> words =
        Stream.of(
                corners.topLeft(), corners.topRight(), corners.bottomRight(), corners.bottomLeft())
            .map(radius -> radius == Corners.MAX ? "max" : Integer.toString(radius))
            .toList();
    boolean even = words.stream().distinct().count() == 1;
    return even ? words.getFirst() : words.stream().collect(Collectors.joining(":"));
  }

  private Optional<List<String>> conditional(Step.When when) {
    Optional<String> condition = ValueWriter.condition(when.condition());
    Optional<List<String>> then = branch(when.then());
    Optional<List<String>> otherwise = branch(when.otherwise());
    if (!when.moving() || condition.isEmpty() || then.isEmpty() || otherwise.isEmpty()) {
      return Optional.empty();
    }
    List<String> components = new ArrayList<>();
    components.add("if_" + condition.get());
    components.addAll(then.get());
    if (!otherwise.get().isEmpty()) {
      components.add("if_else");
      components.addAll(otherwise.get());
    }
    components.add("if_end");
    return Optional.of(components);
  }

  private Optional<List<String>> branch(Branch branch) {
    Output said = branch.output();
    return chain(branch.steps())
        .flatMap(
            steps ->
                OutputWriter.write(said, OptionalInt.empty())
                    .map(
                        words ->
                            words.isEmpty()
                                ? steps
                                : Stream.concat(steps.stream(), Stream.of(words)).toList()));
  }
}
