package io.tintype.dialect.imagekit;

import io.tintype.model.Color;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one component says about pixels, and the steps that follow from it. */
final class StepDraft {
  private static final double QUARTER = 90;

  private final GeometryDraft geometry = new GeometryDraft();
  private double degrees;
  private Optional<Color> background = Optional.empty();

  GeometryDraft geometry() {
    return geometry;
  }

  void degrees(double clockwise) {
    degrees = clockwise;
  }

  void background(Color color) {
    background = Optional.of(color);
  }

  /**
   * The steps in ImageKit's order, in which commas have no say: size and crop, rotation, and the
   * background at last.
   */
  List<Step> steps(Usage usage) {
    List<Step> steps = new ArrayList<>();
    geometry.step(background.orElse(Color.BLACK), usage).ifPresent(steps::add);
    boolean slanted = degrees % QUARTER != 0;
    if (degrees != 0) {
      Color corners = slanted ? background.orElse(Color.CLEAR) : Color.CLEAR;
      steps.add(new Step.Rotate(degrees, corners));
    }
    boolean painted = slanted || steps.stream().anyMatch(step -> step instanceof Step.Pad);
    background
        .filter(color -> flattens(color, painted))
        .ifPresent(color -> steps.add(new Step.Flatten(color)));
    return steps;
  }

  /** A translucent colour that is already in the picture must not be put below it once more. */
  private static boolean flattens(Color color, boolean painted) {
    return color.isOpaque() || (color.alpha() > 0 && !painted);
  }
}
