package io.tintype.dialect.imagekit;

import io.tintype.model.Backdrop;
import io.tintype.model.Color;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one component says about pixels, and the steps that follow from it. */
final class StepDraft {
  private static final double QUARTER = 90;

  private final GeometryDraft geometry = new GeometryDraft();
  private final Map<Place, Step> steps = new EnumMap<>(Place.class);
  private final List<Step> layers = new ArrayList<>();
  private double degrees;
  private Optional<Backdrop> backdrop = Optional.empty();

  GeometryDraft geometry() {
    return geometry;
  }

  void degrees(double clockwise) {
    degrees = clockwise;
  }

  void backdrop(Backdrop background) {
    backdrop = Optional.of(background);
  }

  /** Sets what is done in a place; nothing, if the step is empty. */
  void put(Place place, Optional<? extends Step> step) {
    steps.remove(place);
    step.ifPresent(some -> steps.put(place, some));
  }

  void add(Step layer) {
    layers.add(layer);
  }

  /** The steps in ImageKit's order. */
  List<Step> steps(Usage usage, Context context) {
    Optional<Color> color =
        backdrop.flatMap(
            some ->
                some instanceof Backdrop.Solid(var solid) ? Optional.of(solid) : Optional.empty());
    Optional<Step> sized = geometry.step(backdrop.orElse(Backdrop.BLACK), usage, context);
    put(Place.SIZE, sized.map(step -> onFittingBackdrop(step, usage)));
    boolean slanted = degrees % QUARTER != 0;
    if (degrees != 0) {
      Color corners = slanted ? color.orElse(Color.CLEAR) : Color.CLEAR;
      put(Place.ROTATION, Optional.of(new Step.Rotate(degrees, corners)));
    }
    boolean padded = sized.filter(step -> step instanceof Step.Pad).isPresent();
    if (color.isEmpty() && !padded) {
      usage.moot("is of no effect without padding", "bg");
    }
    put(Place.BACKGROUND, color.flatMap(some -> flattening(some, slanted || padded)));
    List<Step> inOrder = new ArrayList<>();
    for (Place place : Place.values()) {
      if (place == Place.LAYERS) {
        inOrder.addAll(layers);
      }
      Optional.ofNullable(steps.get(place)).ifPresent(inOrder::add);
    }
    return inOrder;
  }

  /** A blurred copy is for pictures that are scaled into their canvas. */
  private static Step onFittingBackdrop(Step step, Usage usage) {
    if (step instanceof Step.Pad(var padding, var box, var gravity, Backdrop.Blurred _)
        && padding != Padding.FIT
        && padding != Padding.FIT_NO_ENLARGE) {
      usage.moot("is of no effect without cm-pad_resize", "bg");
      return new Step.Pad(padding, box, gravity, Backdrop.BLACK);
    }
    return step;
  }

  /**
   * A translucent colour that is already in the picture must not be put below it once more; below a
   * picture every colour is opaque.
   */
  private Optional<Step> flattening(Color color, boolean painted) {
    boolean shows =
        steps.containsKey(Place.FADE) || color.isOpaque() || (color.alpha() > 0 && !painted);
    return shows
        ? Optional.of(new Step.Flatten(Color.opaque(color.red(), color.green(), color.blue())))
        : Optional.empty();
  }
}
