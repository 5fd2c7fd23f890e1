package io.tintype.dialect.cloudinary;

import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Branch;
import io.tintype.model.Condition;
import io.tintype.model.Condition.Comparison;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Output;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;

/** What one component says about size and crop, and the step that follows from it. */
final class GeometryDraft {
  private static final Expression NONE = Expression.of(0);

  /** A fill that would lose more than a third of a side pads instead. */
  private static final double MOST_LOST = 1.5;

  private Optional<Length> width = Optional.empty();
  private Optional<Length> height = Optional.empty();
  private Expression ratio = NONE;
  private double density = 1;
  private String mode = "";
  private Optional<GravityWish> gravity = Optional.empty();
  private Optional<Length> x = Optional.empty();
  private Optional<Length> y = Optional.empty();
  private double zoom = 1;

  /** Whether offsets are about what is cut. */
  private boolean placed = true;

  void width(Length side) {
    width = Optional.of(side);
  }

  void height(Length side) {
    height = Optional.of(side);
  }

  void ratio(Expression proportion) {
    ratio = proportion;
  }

  void density(double factor) {
    density = factor;
  }

  void mode(String name) {
    mode = name;
  }

  void gravity(GravityWish wish) {
    gravity = Optional.of(wish);
  }

  void x(Length offset) {
    x = Optional.of(offset);
  }

  void y(Length offset) {
    y = Optional.of(offset);
  }

  void zoom(double factor) {
    zoom = factor;
  }

  double density() {
    return density;
  }

  /** The offset to the right, or inwards. */
  Optional<Length> x() {
    return x;
  }

  /** The offset downwards, or inwards. */
  Optional<Length> y() {
    return y;
  }

  Optional<GravityWish> gravity() {
    return gravity;
  }

  Optional<Length> width() {
    return width;
  }

  Optional<Length> height() {
    return height;
  }

  /** Says whether offsets are about what is cut, and not an effect's. */
  void placed(boolean yes) {
    placed = yes;
  }

  /** Whether there is a canvas that a background shows on. */
  boolean pads() {
    return cropMode() instanceof CropMode.Pad || cropMode() instanceof CropMode.FillOrPad;
  }

  /**
   * The steps asked for; none where nothing would change.
   *
   * @param relativeTo whose sides multiples are of
   */
  List<Step> steps(Subject relativeTo, Backdrop backdrop) {
    Optional<Expression> wished = wishedRatio(relativeTo);
    boolean fills =
        cropMode() instanceof CropMode.Scale(var fit)
            && fit == Fit.COVER
            && gravity.filter(GravityWish.Point.class::isInstance).isPresent();
    Optional<Step> step = step(relativeTo, backdrop);
    if (fills && wished.isPresent() && step.orElse(null) instanceof Step.Resize(_, var box, _)) {
      // The point is one of the picture as it comes, before it is scaled.
      Box region = new Box(Extent.AUTO, Extent.AUTO, wished.get(), Expression.of(1));
      return List.of(
          new Step.Crop(region, around(1)), new Step.Resize(Fit.COVER, box, Gravity.CENTER));
    }
    return step.stream().toList();
  }

  private Optional<Step> step(Subject relativeTo, Backdrop backdrop) {
    boolean sized = width.isPresent() || height.isPresent();
    boolean shaped = !ratio.equals(NONE);
    if (!sized && !shaped) {
      return closeUp();
    }
    return switch (cropMode()) {
      case CropMode.Cut() -> Optional.of(new Step.Crop(box(relativeTo, ratio), cutting()));
      case CropMode.Pad(var padding) ->
          Optional.of(new Step.Pad(padding, box(relativeTo, proportion()), standing(), backdrop));
      case CropMode.FillOrPad() -> Optional.of(fillOrPad(relativeTo, backdrop));
      case CropMode.Scale(var fit) when sized -> Optional.of(scale(fit, relativeTo));
      case CropMode.Scale(var fit) when cuts(fit) ->
          Optional.of(new Step.Crop(box(relativeTo, ratio), covering()));
      case CropMode.Scale _ -> Optional.empty();
    };
  }

  private Step scale(Fit fit, Subject relativeTo) {
    Gravity held = cuts(fit) ? covering() : Gravity.CENTER;
    // With a single side nothing is cut, and the other fits would enlarge.
    boolean single = (width.isEmpty() || height.isEmpty()) && ratio.equals(NONE);
    Fit meant = fit == Fit.COVER_NO_ENLARGE && single ? Fit.INSIDE : fit;
    return new Step.Resize(meant, box(relativeTo, ratio), held);
  }

  /** Around the things that are looked for, however large. */
  private Optional<Step> closeUp() {
    boolean things = cropMode() instanceof CropMode.Cut && things().isPresent();
    return things
        ? Optional.of(new Step.Crop(new Box(Extent.AUTO, Extent.AUTO, 0, 1), covering()))
        : Optional.empty();
  }

  private Optional<GravityWish> things() {
    return gravity.filter(wish -> wish instanceof GravityWish.Things);
  }

  private Step fillOrPad(Subject relativeTo, Backdrop backdrop) {
    Box box = box(relativeTo, proportion());
    boolean sized = width.isPresent() || height.isPresent();
    Gravity best = new Gravity.Attention();
    Step fill = sized ? new Step.Resize(Fit.COVER, box, best) : new Step.Crop(box, best);
    Step pad = new Step.Pad(Padding.FIT, box, Gravity.CENTER, backdrop);
    Optional<Expression> wished = wishedRatio(relativeTo);
    if (wished.isEmpty()) {
      return fill;
    }
    Property now = new Property(Subject.CURRENT, Measure.ASPECT_RATIO);
    Condition little =
        new Condition.All(
            List.of(
                new Comparison(times(now, MOST_LOST), Relation.GREATER_OR_EQUAL, wished.get()),
                new Comparison(now, Relation.LESS_OR_EQUAL, times(wished.get(), MOST_LOST))));
    return new Step.When(
        little,
        new Branch(List.of(fill), Output.DEFAULT),
        new Branch(List.of(pad), Output.DEFAULT),
        true);
  }

  /** Whether the picture stands and the box lies, or the other way; empty if it does neither. */
  Optional<Condition> liesOtherwise(Subject relativeTo) {
    return wishedRatio(relativeTo).flatMap(Proportions::oppose);
  }

  private Optional<Expression> wishedRatio(Subject relativeTo) {
    return Proportions.asked(width, height, ratio, relativeTo);
  }

  private Box box(Subject relativeTo, Expression proportion) {
    boolean complete = width.isPresent() && height.isPresent();
    return new Box(
        width.map(side -> side.extent(relativeTo, Measure.WIDTH, density)).orElse(Extent.AUTO),
        height.map(side -> side.extent(relativeTo, Measure.HEIGHT, density)).orElse(Extent.AUTO),
        complete ? NONE : proportion,
        Expression.of(1));
  }

  /** A canvas with one side has the proportions of the picture. */
  private Expression proportion() {
    return ratio.equals(NONE) ? new Property(Subject.CURRENT, Measure.ASPECT_RATIO) : ratio;
  }

  private CropMode cropMode() {
    return CropMode.BY_NAME.getOrDefault(mode, CropMode.USUAL);
  }

  /** Where a region is cut out: offsets count from the top left if nothing else is said. */
  private Gravity cutting() {
    if (placed && gravity.isEmpty() && (x.isPresent() || y.isPresent())) {
      return inwards(Direction.TOP_LEFT);
    }
    return covering();
  }

  /** What stays when something is cut. */
  private Gravity covering() {
    GravityWish wish =
        gravity.orElse(
            CropMode.looksForSubject(mode)
                ? new GravityWish.Attention()
                : new GravityWish.Anchor(Direction.CENTER));
    return switch (wish) {
      case GravityWish.Anchor(var direction) -> inwards(direction);
      case GravityWish.Point() -> around(density);
      case GravityWish.Attention() -> new Gravity.Attention();
      case GravityWish.Things(var names, var otherwise) ->
          new Gravity.Objects(names, zoom, otherwise);
      case GravityWish.Stored(var otherwise) -> new Gravity.Stored(otherwise, false);
    };
  }

  /**
   * A point and what lies around it.
   *
   * @param factor device pixels of what is given in pixels
   */
  private Gravity around(double factor) {
    return new Gravity.Near(
        offset(x, Measure.WIDTH, factor).orElse(middle(Measure.WIDTH)),
        offset(y, Measure.HEIGHT, factor).orElse(middle(Measure.HEIGHT)));
  }

  /** Where the whole picture stands on its canvas. */
  private Gravity standing() {
    return gravity.isPresent() && gravity.get() instanceof GravityWish.Anchor(var direction)
        ? new Gravity.Compass(direction)
        : Gravity.CENTER;
  }

  private Gravity inwards(Direction direction) {
    Optional<Expression> right = offset(x, Measure.WIDTH, density);
    Optional<Expression> down = offset(y, Measure.HEIGHT, density);
    return right.isEmpty() && down.isEmpty()
        ? new Gravity.Compass(direction)
        : new Gravity.Inwards(direction, right.orElse(NONE), down.orElse(NONE));
  }

  private Optional<Expression> offset(Optional<Length> length, Measure side, double factor) {
    return length.filter(_ -> placed).map(some -> some.pixels(Subject.CURRENT, side, factor));
  }

  private static Expression middle(Measure side) {
    return times(new Property(Subject.CURRENT, side), 0.5);
  }

  private static Expression times(Expression expression, double factor) {
    return expression instanceof Expression.Constant(var value)
        ? Expression.of(value * factor)
        : new Operation(Operator.MULTIPLY, expression, Expression.of(factor));
  }

  private static boolean cuts(Fit fit) {
    return fit == Fit.COVER || fit == Fit.COVER_NO_ENLARGE;
  }
}
