package io.tintype.dialect.cloudinary;

import io.tintype.model.Backdrop;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Output;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * What one component says about pixels. Whatever the order in the URL, the work is done in this
 * one: trim, size, effect, turn, corners, border, opacity, background.
 */
final class ComponentDraft {
  private static final double QUARTER = 90;

  private final GeometryDraft geometry = new GeometryDraft();
  private Optional<Effect> effect = Optional.empty();
  private List<Turn> turns = List.of();
  private Optional<Corners> corners = Optional.empty();
  private Optional<BorderWish> border = Optional.empty();
  private OptionalDouble opacity = OptionalDouble.empty();
  private Optional<Backdrop> backdrop = Optional.empty();
  private Optional<Color> color = Optional.empty();

  /** What is done with pixels, once colour and offsets of the component are known. */
  interface Effect {
    List<Step> steps(ComponentDraft component);

    /** Whether it comes before the size. */
    default boolean early() {
      return false;
    }

    /** What of the component's place and size it takes for itself. */
    default Claim claim() {
      return Claim.NOTHING;
    }
  }

  /** What an effect takes for itself, so that it has no other meaning in its component. */
  enum Claim {
    NOTHING,
    /** {@code x} and {@code y}. */
    PLACE,
    /** {@code x}, {@code y}, {@code w} and {@code h}. */
    REGION
  }

  /** One word of {@code a}. */
  sealed interface Turn {
    record By(double degrees) implements Turn {}

    record Mirror(boolean leftRight) implements Turn {}

    /**
     * By a quarter, if the picture lies where the wished-for box stands, or stands where it lies.
     */
    record IntoBox(boolean clockwise) implements Turn {}
  }

  /** A frame. */
  record BorderWish(int pixels, Color color) {}

  GeometryDraft geometry() {
    return geometry;
  }

  void effect(Effect wish) {
    effect = Optional.of(wish);
  }

  void turns(List<Turn> wishes) {
    turns = wishes;
  }

  void corners(Corners radii) {
    corners = Optional.of(radii);
  }

  void border(BorderWish frame) {
    border = Optional.of(frame);
  }

  void opacity(double share) {
    opacity = OptionalDouble.of(share);
  }

  void backdrop(Backdrop background) {
    backdrop = Optional.of(background);
  }

  void color(Color paint) {
    color = Optional.of(paint);
  }

  /** What {@code co} says. */
  Color paint(Color usual) {
    return color.orElse(usual);
  }

  /** The background, if it is one colour. */
  Optional<Color> background() {
    return backdrop.flatMap(
        some -> some instanceof Backdrop.Solid(var solid) ? Optional.of(solid) : Optional.empty());
  }

  /** What canvases are made of: a translucent colour is put behind all of the picture later. */
  private Backdrop canvas() {
    boolean translucent = background().filter(paint -> !paint.isOpaque()).isPresent();
    return backdrop.filter(_ -> !translucent).orElse(new Backdrop.Solid(Color.CLEAR));
  }

  /**
   * The steps, in the order of work.
   *
   * @param relativeTo whose sides multiples are of
   */
  List<Step> steps(Subject relativeTo) {
    List<Step> steps = new ArrayList<>();
    effect.filter(Effect::early).ifPresent(early -> steps.addAll(early.steps(this)));
    turns.forEach(turn -> early(turn, relativeTo).ifPresent(steps::add));
    Claim claim = effect.map(Effect::claim).orElse(Claim.NOTHING);
    geometry.placed(claim == Claim.NOTHING);
    if (claim != Claim.REGION) {
      steps.addAll(geometry.steps(relativeTo, canvas()));
    }
    effect.filter(late -> !late.early()).ifPresent(late -> steps.addAll(late.steps(this)));
    turns.forEach(turn -> late(turn).ifPresent(steps::add));
    steps.addAll(outline());
    if (opacity.orElse(1) < 1) {
      steps.add(new Step.Fade(opacity.getAsDouble()));
    }
    background()
        .filter(paint -> paint.alpha() > 0)
        .ifPresent(paint -> steps.add(new Step.Flatten(paint)));
    return steps;
  }

  /** Round corners, and a frame that is as much rounder as it is larger. */
  private List<Step> outline() {
    Corners radii = corners.map(this::dense).orElse(Corners.all(0));
    int line = border.map(frame -> dense(frame.pixels())).orElse(0);
    List<Step> steps = new ArrayList<>();
    if (!radii.areSharp()) {
      steps.add(new Step.RoundCorners(radii));
    }
    if (line > 0) {
      Color paint = border.get().color();
      if (!radii.areSharp() && paint.isOpaque()) {
        steps.add(new Step.Flatten(paint));
      }
      steps.add(new Step.Border(Expression.of(line), paint));
      if (!radii.areSharp()) {
        steps.add(new Step.RoundCorners(grown(radii, line)));
      }
    }
    return steps;
  }

  private Corners dense(Corners radii) {
    return each(radii, radius -> radius == Corners.MAX ? radius : dense(radius));
  }

  private int dense(int pixels) {
    return (int) Math.rint(pixels * geometry.density());
  }

  private static Corners grown(Corners radii, int line) {
    return each(radii, radius -> radius == 0 || radius == Corners.MAX ? radius : radius + line);
  }

  private static Corners each(Corners radii, IntUnaryOperator change) {
    return new Corners(
        change.applyAsInt(radii.topLeft()),
        change.applyAsInt(radii.topRight()),
        change.applyAsInt(radii.bottomRight()),
        change.applyAsInt(radii.bottomLeft()));
  }

  /** What comes before the size. */
  private Optional<Step> early(Turn turn, Subject relativeTo) {
    return switch (turn) {
      case Turn.By _, Turn.Mirror _ -> Optional.empty();
      case Turn.IntoBox(var clockwise) ->
          geometry
              .liesOtherwise(relativeTo)
              .map(
                  lies ->
                      new Step.When(
                          lies,
                          new Branch(
                              List.of(new Step.Rotate(clockwise ? QUARTER : -QUARTER, Color.CLEAR)),
                              Output.DEFAULT),
                          Branch.NONE,
                          true));
    };
  }

  private Optional<Step> late(Turn turn) {
    return switch (turn) {
      case Turn.By(var degrees) ->
          Optional.of(
              new Step.Rotate(
                  degrees,
                  background()
                      .filter(paint -> paint.isOpaque() && degrees % QUARTER != 0)
                      .orElse(Color.CLEAR)));
      case Turn.Mirror(var leftRight) -> Optional.of(new Step.Flip(leftRight, !leftRight));
      case Turn.IntoBox _ -> Optional.empty();
    };
  }
}
