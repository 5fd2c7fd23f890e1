package io.tintype.dialect;

import io.tintype.model.Branch;
import io.tintype.model.Layer;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts other steps in the place of some, in branches and layers, too. */
public final class StepRewriting {
  private StepRewriting() {}

  /**
   * A transformation with other steps.
   *
   * @param change what takes the place of a step whose own branches and layers are done already
   */
  public static Transformation of(
      Transformation transformation, Function<Step, List<Step>> change) {
    return new Transformation(
        transformation.page(),
        everywhere(transformation.steps(), change),
        transformation.output(),
        transformation.asStored());
  }

  private static List<Step> everywhere(List<Step> steps, Function<Step, List<Step>> change) {
    List<Step> rewritten = new ArrayList<>();
    steps.forEach(step -> rewritten.addAll(change.apply(inside(step, change))));
    return rewritten;
  }

  private static Step inside(Step step, Function<Step, List<Step>> change) {
    return switch (step) {
      case Step.When(var condition, var then, var otherwise, var moving) ->
          new Step.When(condition, inside(then, change), inside(otherwise, change), moving);
      case Step.Overlay(var layer) ->
          new Step.Overlay(
              new Layer(
                  layer.content(),
                  everywhere(layer.steps(), change),
                  layer.position(),
                  layer.blend(),
                  layer.overhang()));
      default -> step;
    };
  }

  private static Branch inside(Branch branch, Function<Step, List<Step>> change) {
    return new Branch(everywhere(branch.steps(), change), branch.output());
  }
}
