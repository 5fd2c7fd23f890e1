package io.tintype.plan;

import io.tintype.model.Expression;
import io.tintype.model.Gravity;
import io.tintype.plan.Placement.Offset;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides which part of a picture stays when it is cut. */
final class Framing {
  private final Draft draft;
  private final Surroundings surroundings;

  Framing(Draft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  /** What a gravity means for the picture as it is now; things are looked for elsewhere. */
  Hold hold(Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) -> new Hold.Anchor(direction);
      case Gravity.TopLeft(var x, var y) -> corner(pixels("x", x), pixels("y", y));
      case Gravity.Centre(var x, var y) ->
          new Hold.Middle(
              pixels("xc", x).orElse(draft.size().width() / 2),
              pixels("yc", y).orElse(draft.size().height() / 2));
      case Gravity.Inwards(var from, var x, var y) ->
          new Hold.Inwards(from, pixels("x", x).orElse(0), pixels("y", y).orElse(0));
      case Gravity.Near(var x, var y) ->
          new Hold.Around(
              pixels("x", x).orElse(draft.size().width() / 2),
              pixels("y", y).orElse(draft.size().height() / 2));
      case Gravity.Attention _ -> new Hold.Attention();
      case Gravity.Objects(_, _, var otherwise) -> hold(otherwise);
      case Gravity.Stored(var otherwise, var told) -> stored(otherwise, told);
    };
  }

  /**
   * Where a region of this size begins.
   *
   * @throws io.tintype.fault.FaultException if coordinates lead out of the picture
   */
  Offset window(Size region, Hold hold) {
    Size picture = draft.size();
    return switch (hold) {
      case Hold.Anchor(var direction) -> Placement.ofCut(picture, region, direction);
      case Hold.Corner(var x, var y) -> Placement.checked(picture, region, new Offset(x, y));
      case Hold.Middle(var x, var y) ->
          Placement.checked(
              picture, region, new Offset(x - region.width() / 2, y - region.height() / 2));
      case Hold.Inwards inwards ->
          Placement.within(picture, region, inwards.startOf(picture, region));
      case Hold.Around(var x, var y) -> Placement.near(picture, region, x, y);
      case Hold.Attention() -> attention(region);
    };
  }

  private OptionalLong pixels(String parameter, Expression coordinate) {
    return surroundings
        .figures(draft.evaluator())
        .pixels(parameter, coordinate, Quantity.COORDINATE);
  }

  private static Hold corner(OptionalLong x, OptionalLong y) {
    return x.isEmpty() && y.isEmpty() ? Hold.center() : new Hold.Corner(x.orElse(0), y.orElse(0));
  }

  /** Who asks for something clever where there is no area gets what was asked for. */
  private Hold stored(Gravity otherwise, boolean told) {
    Optional<Focus> focus = draft.focus();
    if (focus.isPresent()) {
      return new Hold.Around(focus.get().middleX(), focus.get().middleY());
    }
    boolean clever = otherwise instanceof Gravity.Attention || otherwise instanceof Gravity.Objects;
    if (told && !clever) {
      surroundings.shortfall().report("fo-custom");
    }
    return hold(otherwise);
  }

  private Offset attention(Size region) {
    Size picture = draft.size();
    if (region.equals(picture)) {
      return Offset.NONE;
    }
    Region best = surroundings.probe().attention(draft.progress(), region.dimensions());
    return Placement.within(picture, region, new Offset(best.left(), best.top()));
  }
}
