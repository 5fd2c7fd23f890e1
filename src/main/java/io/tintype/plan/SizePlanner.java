package io.tintype.plan;

import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Step;

/**
 * Plans the steps that lead to a wished-for size. The formulas are those ImageKit documents
 * ("Resize, crop and other common transformations").
 */
final class SizePlanner {
  /** Of the shorter side of the canvas, as measured on ImageKit's one published example. */
  private static final double USUAL_BLUR = 0.02;

  private final Draft draft;
  private final Framing framing;
  private final CloseUp closeUp;
  private final Shortfall shortfall;

  SizePlanner(Draft draft, Surroundings surroundings) {
    this.draft = draft;
    this.framing = new Framing(draft, surroundings);
    this.closeUp = new CloseUp(draft, surroundings);
    this.shortfall = surroundings.shortfall();
  }

  void resize(Step.Resize step) {
    Wish wish = wish(step.box());
    if (!wish.isComplete()) {
      proportionally(wish, step.fit());
      return;
    }
    Size picture = draft.size();
    Size box = wish.or(picture);
    Ratio covering = Ratio.covering(picture, box);
    switch (step.fit()) {
      case COVER -> cover(box, step.gravity(), covering);
      case COVER_NO_ENLARGE -> cover(box, step.gravity(), covering.withoutEnlarging());
      case FORCE -> draft.scale(box, picture.shrinkTo(box));
      case INSIDE -> scaleBy(Ratio.inside(picture, box).withoutEnlarging());
      case INSIDE_ENLARGE -> scaleBy(Ratio.inside(picture, box));
      case INSIDE_NO_SHRINK -> scaleBy(Ratio.inside(picture, box).withoutShrinking());
      case OUTSIDE -> scaleBy(covering);
    }
  }

  void pad(Step.Pad step) {
    Wish wish = wish(step.box());
    if (wish.isNone()) {
      growTo(step);
      return;
    }
    if (!wish.isComplete()) {
      proportionally(wish, Fit.INSIDE_ENLARGE);
      return;
    }
    Size picture = draft.size();
    Size box = wish.or(picture);
    switch (step.padding()) {
      case FIT -> fitted(step, box, Ratio.inside(picture, box));
      case FIT_NO_ENLARGE -> fitted(step, box, Ratio.inside(picture, box).withoutEnlarging());
      case EXTRACT -> {
        cutAxesBeyond(box, step.gravity());
        fillUp(step, box);
      }
      case EXTEND -> fillUp(step, box);
    }
  }

  void crop(Step.Crop step) {
    Wish wish = wish(step.box());
    if (wish.isNone()) {
      cutTo(Wish.ratio(step.box(), figures()), step.gravity());
      return;
    }
    Size picture = draft.size();
    Size within = wish.or(picture).atMost(picture);
    if (closeUp.take(step.gravity(), within, within)) {
      return;
    }
    Hold hold = framing.hold(step.gravity());
    switch (hold) {
      case Hold.Anchor _, Hold.Around _, Hold.Attention _ -> cut(within, hold);
      case Hold.Inwards inwards -> cutInside(wish.or(picture), inwards);
      case Hold.Corner(var x, var y) -> cut(wish.or(remaining(picture, x, y)), hold);
      case Hold.Middle _ -> {
        Size region = wish.or(picture);
        cut(region, wish.isComplete() ? hold : hold.onCutAxes(picture, region));
      }
    }
  }

  /** To the largest region of these proportions, or closely around what is looked for. */
  private void cutTo(double ratio, Gravity gravity) {
    if (closeUp.takeClosely(gravity, ratio) || ratio <= 0) {
      return;
    }
    Size picture = draft.size();
    Size region =
        new Size(Rounding.of(picture.height() * ratio), Rounding.of(picture.width() / ratio))
            .atMost(picture);
    cut(region, framing.hold(gravity).withoutCoordinates());
  }

  /** On the smallest canvas of the box's proportions. */
  private void growTo(Step.Pad step) {
    double ratio = Wish.ratio(step.box(), figures());
    if (ratio > 0) {
      Size picture = draft.size();
      Size canvas =
          new Size(Rounding.of(picture.height() * ratio), Rounding.of(picture.width() / ratio))
              .atLeast(picture);
      fillUp(step, canvas);
    }
  }

  private Wish wish(Box box) {
    return Wish.of(box, draft.size(), figures());
  }

  private Figures figures() {
    return new Figures(draft.evaluator(), shortfall);
  }

  /** A single side keeps the proportions, whatever the fit. */
  private void proportionally(Wish wish, Fit fit) {
    if (wish.isNone()) {
      return;
    }
    Size picture = draft.size();
    Size box = wish.or(picture);
    Ratio ratio = wish.hasWidth() ? Ratio.byWidth(picture, box) : Ratio.byHeight(picture, box);
    scaleBy(
        switch (fit) {
          case INSIDE -> ratio.withoutEnlarging();
          case INSIDE_NO_SHRINK -> ratio.withoutShrinking();
          case COVER, COVER_NO_ENLARGE, FORCE, INSIDE_ENLARGE, OUTSIDE -> ratio;
        });
  }

  private void scaleBy(Ratio ratio) {
    draft.scale(ratio.of(draft.size()), ratio.shrink());
  }

  private void cover(Size box, Gravity gravity, Ratio ratio) {
    Size target = box.atMost(ratio.of(draft.size()));
    if (closeUp.take(gravity, ratio.inverse().of(target).atMost(draft.size()), target)) {
      return;
    }
    scaleOutOfSight(ratio, box, true);
    Hold hold = framing.hold(gravity).withoutCoordinates();
    cut(box.atMost(draft.size()), hold);
  }

  private void cut(Size region, Hold hold) {
    draft.cut(framing.window(region, hold), region);
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

  private void fitted(Step.Pad step, Size canvas, Ratio inside) {
    if (step.backdrop() instanceof Backdrop.Blurred blurred
        && !inside.of(draft.size()).equals(canvas)) {
      onItself(canvas, inside, step.gravity(), blurred);
      return;
    }
    scaleOutOfSight(inside, canvas, false);
    fillUp(step, canvas);
  }

  /** On the picture itself, which covers the canvas and is blurred. */
  private void onItself(Size canvas, Ratio inside, Gravity gravity, Backdrop.Blurred blurred) {
    Ratio covering = Ratio.covering(draft.size(), canvas);
    Size loaded = draft.loadedFor(covering.shrink());
    boolean shrunk = !loaded.equals(draft.size());
    Size fit = (shrunk ? Ratio.inside(loaded, canvas) : inside).of(loaded);
    Size cover = (shrunk ? Ratio.covering(loaded, canvas) : covering).of(loaded);
    draft.check(cover);
    Placement.Offset window = Placement.ofCut(cover, canvas, Gravity.Direction.CENTER);
    Placement.Offset at = Placement.onCanvas(canvas, fit, gravity);
    draft.blurredCanvas(
        new PlannedStep.BlurredCanvas(
            scale(cover),
            new PlannedStep.Cut(
                (int) window.left(),
                (int) window.top(),
                (int) canvas.width(),
                (int) canvas.height()),
            blurred.sigma().orElse(USUAL_BLUR * Math.min(canvas.width(), canvas.height())),
            blurred.brightness() / 2.0,
            scale(fit),
            (int) at.left(),
            (int) at.top()),
        covering.shrink());
  }

  private static PlannedStep.Scale scale(Size size) {
    return new PlannedStep.Scale((int) size.width(), (int) size.height());
  }

  /** What of a region lies inside the picture. */
  private void cutInside(Size region, Hold.Inwards from) {
    Size picture = draft.size();
    Placement.Offset start = from.startOf(picture, region);
    long left = Math.clamp(start.left(), 0, picture.width() - 1);
    long top = Math.clamp(start.top(), 0, picture.height() - 1);
    long right = Math.min(picture.width(), start.left() + region.width());
    long bottom = Math.min(picture.height(), start.top() + region.height());
    if (right <= left || bottom <= top) {
      throw Placement.outside(picture, region, start);
    }
    draft.cut(new Placement.Offset(left, top), new Size(right - left, bottom - top));
  }

  private void cutAxesBeyond(Size box, Gravity gravity) {
    Size picture = draft.size();
    Size region = box.atMost(picture);
    if (!closeUp.take(gravity, region, region)) {
      cut(region, framing.hold(gravity).onCutAxes(picture, region));
    }
  }

  private void fillUp(Step.Pad step, Size box) {
    Size canvas = box.atLeast(draft.size());
    if (canvas.equals(draft.size())) {
      return;
    }
    Placement.Offset at = Placement.onCanvas(canvas, draft.size(), step.gravity());
    switch (step.backdrop()) {
      case Backdrop.Solid(var color) -> draft.canvas(at, canvas, color);
      case Backdrop.Blurred _ -> {
        shortfall.refuse("bg-blurred", "needs cm-pad_resize");
        draft.canvas(at, canvas, Color.BLACK);
      }
      case Backdrop.Dominant colors -> dominant(at, canvas, colors);
    }
  }

  private void dominant(Placement.Offset at, Size canvas, Backdrop.Dominant colors) {
    draft.enlarge(
        new PlannedStep.DominantCanvas(
            (int) at.left(), (int) at.top(), (int) canvas.width(), (int) canvas.height(), colors),
        canvas);
  }

  /** From a point to the right and bottom edges; at least a pixel, which then lies outside. */
  private static Size remaining(Size picture, long x, long y) {
    return new Size(Math.max(1, picture.width() - x), Math.max(1, picture.height() - y));
  }
}
