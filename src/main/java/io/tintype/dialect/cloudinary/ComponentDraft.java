package io.tintype.dialect.cloudinary;

import io.tintype.model.Backdrop;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /**
   * The steps, in the order of work.
   *
   * @param relativeTo whose sides multiples are of
   */
  List<Step> steps(Subject relativeTo) {
    List<Step> steps = new ArrayList<>();
    effect.filter(Effect::early).ifPresent(early -> steps.addAll(early.steps(this)));
    Claim claim = effect.map(Effect::claim).orElse(Claim.NOTHING);
    geometry.placed(claim == Claim.NOTHING);
    if (claim != Claim.REGION) {
      geometry
          .step(relativeTo, backdrop.orElse(new Backdrop.Solid(Color.CLEAR)))
          .ifPresent(steps::add);
    }
    effect.filter(late -> !late.early()).ifPresent(late -> steps.addAll(late.steps(this)));
    turns.forEach(turn -> steps.add(step(turn)));
    corners
        .filter(radii -> !radii.areSharp())
        .ifPresent(radii -> steps.add(new Step.RoundCorners(radii)));
    border
        .filter(frame -> frame.pixels() > 0)
        .ifPresent(
            frame ->
                steps.add(
                    new Step.Border(
                        Expression.of(Math.rint(frame.pixels() * geometry.density())),
                        frame.color())));
    if (opacity.isPresent()) {
      steps.add(new Step.Fade(opacity.getAsDouble()));
    }
    background().filter(Color::isOpaque).ifPresent(paint -> steps.add(new Step.Flatten(paint)));
    return steps;
  }

  private Step step(Turn turn) {
    return switch (turn) {
      case Turn.By(var degrees) ->
          new Step.Rotate(
              degrees, degrees % QUARTER == 0 ? Color.CLEAR : background().orElse(Color.CLEAR));
      case Turn.Mirror(var leftRight) -> new Step.Flip(leftRight, !leftRight);
    };
  }
}
