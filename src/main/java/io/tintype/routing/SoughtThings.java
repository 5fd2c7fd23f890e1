package io.tintype.routing;

import io.tintype.model.Gravity;
import io.tintype.model.Step;
import java.util.List;
import java.util.stream.Stream;

/** Gravities that look for things in pictures, which needs a detector. */
public final class SoughtThings {
  private SoughtThings() {}

  /** Whether there are any in a chain. */
  static boolean areIn(List<Step> chain) {
    return chain.stream().anyMatch(step -> !in(step).isEmpty());
  }

  /** Those of a step, and of the chains it has. */
  public static List<Gravity.Objects> in(Step step) {
    if (step instanceof Step.Overlay(var layer)) {
      return in(layer.steps());
    }
    if (step instanceof Step.When(_, var then, var otherwise, _)) {
      return Stream.of(then, otherwise).flatMap(branch -> in(branch.steps()).stream()).toList();
    }
    if (step instanceof Step.Resize(_, _, var gravity)) {
      return of(gravity);
    }
    if (step instanceof Step.Pad(_, _, var gravity, _)) {
      return of(gravity);
    }
    return step instanceof Step.Crop(_, var gravity) ? of(gravity) : List.of();
  }

  private static List<Gravity.Objects> in(List<Step> chain) {
    return chain.stream().flatMap(step -> in(step).stream()).toList();
  }

  private static List<Gravity.Objects> of(Gravity gravity) {
    if (gravity instanceof Gravity.Stored(var otherwise, _)) {
      return of(otherwise);
    }
    return gravity instanceof Gravity.Objects things ? List.of(things) : List.of();
  }
}
