package io.tintype.plan;

import io.tintype.model.Backdrop;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Padding;
import io.tintype.model.Step;

/**
 * Resolves the steps of a transformation, one after the other, into operations on a draft. The
 * formulas are those ImageKit documents ("Resize, crop and other common transformations").
 */
final class StepPlanner {
  private static final double FULL_TURN = 360;
  private static final double QUARTER = 90;

  private final Draft draft;

  StepPlanner(Draft draft) {
    this.draft = draft;
  }

  void plan(Step step) {
    switch (step) {
      case Step.Resize(var fit, var box, var gravity) ->
          resize(fit, Wish.of(box, draft.size()), gravity);
      case Step.Pad(var padding, var box, var gravity, Backdrop.Solid(var background)) ->
          pad(padding, Wish.of(box, draft.size()), gravity, background);
      case Step.Crop(var box, var gravity) -> crop(Wish.of(box, draft.size()), gravity);
      case Step.Rotate(var degrees, var background) -> rotate(degrees, background);
      case Step.Flatten(var background) -> draft.flatten(background);
      default -> throw new UnsupportedOperationException(step.toString());
    }
  }

  private void resize(Fit fit, Wish wish, Gravity gravity) {
    if (!wish.isComplete()) {
      proportionally(wish, fit == Fit.INSIDE);
      return;
    }
    Size box = wish.or(draft.size());
    Size picture = draft.size();
    switch (fit) {
      case COVER -> cover(box, gravity, Ratio.covering(picture, box));
      case COVER_NO_ENLARGE -> cover(box, gravity, Ratio.covering(picture, box).withoutEnlarging());
      case FORCE -> draft.scale(box, picture.shrinkTo(box));
      case INSIDE -> scaleBy(Ratio.inside(picture, box).withoutEnlarging());
      case INSIDE_ENLARGE -> scaleBy(Ratio.inside(picture, box));
      case OUTSIDE -> scaleBy(Ratio.covering(picture, box));
    }
  }

  /** A single side keeps the proportions, whatever the fit. */
  private void proportionally(Wish wish, boolean neverEnlarge) {
    if (wish.isNone()) {
      return;
    }
    Size picture = draft.size();
    Size box = wish.or(picture);
    Ratio ratio = wish.hasWidth() ? Ratio.byWidth(picture, box) : Ratio.byHeight(picture, box);
    scaleBy(neverEnlarge ? ratio.withoutEnlarging() : ratio);
  }

  private void scaleBy(Ratio ratio) {
    draft.scale(ratio.of(draft.size()), ratio.shrink());
  }

  private void cover(Size box, Gravity gravity, Ratio ratio) {
    scaleOutOfSight(ratio, box, true);
    Size region = box.atMost(draft.size());
    draft.cut(Placement.ofCut(draft.size(), region, anchored(gravity)), region);
  }

  /**
   * Scales to a size that only this step sees. It counts from the picture as the decoder delivers
   * it, which is how sharp comes to its own: half a pixel of difference here moves the whole
   * picture.
   */
  private void scaleOutOfSight(Ratio ratio, Size box, boolean covering) {
    Size loaded = draft.loadedFor(ratio.shrink());
    Ratio fromLoaded = ratio;
    if (!loaded.equals(draft.size())) {
      fromLoaded = covering ? Ratio.covering(loaded, box) : Ratio.inside(loaded, box);
    }
    draft.scale(fromLoaded.of(loaded), ratio.shrink());
  }

  /**
   * Coordinates name a point of the unscaled picture; where something is scaled they mean centre.
   */
  private static Gravity anchored(Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass _ -> gravity;
      default -> Gravity.CENTER;
    };
  }

  private void pad(Padding padding, Wish wish, Gravity gravity, Color background) {
    if (!wish.isComplete()) {
      proportionally(wish, false);
      return;
    }
    Size box = wish.or(draft.size());
    switch (padding) {
      case FIT -> scaleOutOfSight(Ratio.inside(draft.size(), box), box, false);
      case FIT_NO_ENLARGE ->
          scaleOutOfSight(Ratio.inside(draft.size(), box).withoutEnlarging(), box, false);
      case EXTRACT -> cutAxesBeyond(box, gravity);
      case EXTEND -> {}
    }
    Size canvas = box.atLeast(draft.size());
    draft.canvas(Placement.onCanvas(canvas, draft.size(), gravity), canvas, background);
  }

  /** An axis that is not cut lies in the region whole, wherever the gravity points. */
  private void cutAxesBeyond(Size box, Gravity gravity) {
    Size picture = draft.size();
    Size region = box.atMost(picture);
    draft.cut(Placement.ofCut(picture, region, onCutAxes(gravity, picture, region)), region);
  }

  private static Gravity onCutAxes(Gravity gravity, Size picture, Size region) {
    boolean wholeWidth = region.width() == picture.width();
    boolean wholeHeight = region.height() == picture.height();
    return switch (gravity) {
      case Gravity.Compass _ -> gravity;
      case Gravity.TopLeft(var x, var y) ->
          new Gravity.TopLeft(
              wholeWidth ? Expression.of(0) : x, wholeHeight ? Expression.of(0) : y);
      case Gravity.Centre(var x, var y) ->
          new Gravity.Centre(
              wholeWidth ? Expression.of((int) (region.width() / 2)) : x,
              wholeHeight ? Expression.of((int) (region.height() / 2)) : y);
      default -> throw new UnsupportedOperationException();
    };
  }

  private void crop(Wish wish, Gravity gravity) {
    if (wish.isNone()) {
      return;
    }
    Size picture = draft.size();
    switch (gravity) {
      case Gravity.Compass _ -> cutAt(wish.or(picture).atMost(picture), gravity);
      case Gravity.TopLeft(var x, var y) ->
          cutAt(wish.or(remaining(picture, Placement.number(x), Placement.number(y))), gravity);
      case Gravity.Centre _ -> {
        Size region = wish.or(picture);
        cutAt(region, wish.isComplete() ? gravity : onCutAxes(gravity, picture, region));
      }
      default -> throw new UnsupportedOperationException();
    }
  }

  private void cutAt(Size region, Gravity gravity) {
    draft.cut(Placement.ofCut(draft.size(), region, gravity), region);
  }

  /** From a point to the right and bottom edges; at least a pixel, which then lies outside. */
  private static Size remaining(Size picture, int x, int y) {
    return new Size(Math.max(1, picture.width() - x), Math.max(1, picture.height() - y));
  }

  private void rotate(double degrees, Color background) {
    double clockwise = degrees % FULL_TURN;
    if (clockwise < 0) {
      clockwise += FULL_TURN;
    }
    if (clockwise % QUARTER == 0) {
      draft.turn((int) (clockwise / QUARTER));
      return;
    }
    draft.spin(clockwise, background, boundingBox(draft.size(), Math.toRadians(clockwise)));
  }

  /** Rounded to nearest, as libvips does (measured with sharp on 400 random sizes and angles). */
  private static Size boundingBox(Size picture, double angle) {
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    return new Size(
        Rounding.of(picture.width() * cos + picture.height() * sin),
        Rounding.of(picture.width() * sin + picture.height() * cos));
  }
}
