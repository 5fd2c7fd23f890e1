package io.tintype.plan;

import io.tintype.model.Gravity.Direction;
import io.tintype.plan.Placement.Offset;

/** What a cut holds on to, with every number decided. */
sealed interface Hold {
  /** One of the nine anchors. */
  record Anchor(Direction direction) implements Hold {}

  /** The top-left corner of the region, in pixels of the picture. */
  record Corner(long x, long y) implements Hold {}

  /** The middle of the region, in pixels of the picture. */
  record Middle(long x, long y) implements Hold {}

  /** Away from an anchor; inwards from the right and from the bottom. */
  record Inwards(Direction from, long x, long y) implements Hold {
    /** Where a region begins, also outside of the picture. */
    Offset startOf(Size picture, Size region) {
      Offset anchored = Placement.ofCut(picture, region, from);
      return new Offset(
          anchored.left() + (from.horizontal() > 0 ? -x : x),
          anchored.top() + (from.vertical() > 0 ? -y : y));
    }
  }

  /** A point the region surrounds as evenly as the picture allows, in pixels of the picture. */
  record Around(double x, double y) implements Hold {}

  /** What draws attention. */
  record Attention() implements Hold {}

  static Hold center() {
    return new Anchor(Direction.CENTER);
  }

  /** Where a picture has been scaled, coordinates name no point of it any more: its middle. */
  default Hold withoutCoordinates() {
    return switch (this) {
      case Anchor _, Around _, Attention _, Inwards _ -> this;
      case Corner _, Middle _ -> center();
    };
  }

  /** An axis that is not cut lies in the region whole, wherever coordinates point. */
  default Hold onCutAxes(Size picture, Size region) {
    boolean wholeWidth = region.width() == picture.width();
    boolean wholeHeight = region.height() == picture.height();
    return switch (this) {
      case Anchor _, Around _, Attention _, Inwards _ -> this;
      case Corner(var x, var y) -> new Corner(wholeWidth ? 0 : x, wholeHeight ? 0 : y);
      case Middle(var x, var y) ->
          new Middle(wholeWidth ? region.width() / 2 : x, wholeHeight ? region.height() / 2 : y);
    };
  }
}
