package io.tintype.plan;

import io.tintype.model.Branch;
import io.tintype.model.Output;
import io.tintype.model.Step;
import java.util.List;

/**
 * Resolves the steps of one chain, one after the other, into operations on a draft. Every number is
 * computed, and every condition answered, from the picture as it reaches its step.
 */
final class StepPlanner {
  private final Draft draft;
  private final SizePlanner sizes;
  private final ShapePlanner shapes;
  private final PaintPlanner paint;
  private final LayerPlanner layers;
  private final Shortfall shortfall;
  private final boolean conditions;
  private Output output = Output.DEFAULT;

  /**
   * For one chain.
   *
   * @param conditions whether all conditional steps are looked at, and not those for still pictures
   *     skipped
   */
  StepPlanner(Draft draft, Surroundings surroundings, boolean conditions) {
    this.draft = draft;
    this.sizes = new SizePlanner(draft, surroundings);
    this.shapes = new ShapePlanner(draft, surroundings);
    this.paint = new PaintPlanner(draft, surroundings);
    this.layers = new LayerPlanner(draft, surroundings);
    this.shortfall = surroundings.shortfall();
    this.conditions = conditions;
  }

  void plan(List<Step> steps) {
    steps.forEach(this::plan);
  }

  /** What the branches that were taken say about the output, the last one first. */
  Output output() {
    return output;
  }

  private void plan(Step step) {
    switch (step) {
      case Step.Geometry geometry -> plan(geometry);
      case Step.Tone tone -> paint.tone(tone);
      case Step.Gradient gradient -> paint.gradient(gradient);
      case Step.Shadow shadow -> paint.shadow(shadow);
      case Step.Fade(var opacity) -> paint.fade(opacity);
      case Step.Flatten(var background) -> draft.flatten(background);
      case Step.Overlay(var layer) -> layers.plan(layer);
      case Step.When when -> choose(when);
    }
  }

  private void plan(Step.Geometry step) {
    switch (step) {
      case Step.Resize resize -> sizes.resize(resize);
      case Step.Pad pad -> sizes.pad(pad);
      case Step.Crop crop -> sizes.crop(crop);
      case Step.Trim trim -> shapes.trim(trim);
      case Step.Rotate(var degrees, var background) -> shapes.rotate(degrees, background);
      case Step.Flip(var leftRight, var topBottom) -> shapes.flip(leftRight, topBottom);
      case Step.Border(var width, var color) -> shapes.border(width, color);
      case Step.RoundCorners(var corners) -> shapes.round(corners);
      case Step.Perspective(var corners) -> shapes.perspective(corners);
      case Step.Arc(var degrees) -> shapes.bend(degrees);
      case Step.CastShadow shadow -> shapes.castShadow(shadow);
      case Step.Shear shear -> shapes.shear(shear);
    }
  }

  private void choose(Step.When when) {
    if (!conditions && !when.moving()) {
      shortfall.report("if-" + Spelling.of(when.condition()));
      return;
    }
    boolean holds = draft.evaluator().holds(when.condition());
    Branch branch = holds ? when.then() : when.otherwise();
    plan(branch.steps());
    output = output.overriddenBy(branch.output());
  }
}
