package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Position;
import java.util.List;
import java.util.Optional;

/** What is said about where a layer goes: {@code g}, {@code x} and {@code y}. */
final class PlacementDraft {
  static final ParamTable<PlacementDraft> PARAMS =
      new ParamTable<>(
          List.of(
              Param.named("g").taking(GravityValues.reader()).sets(PlacementDraft::gravity),
              Param.named("x").taking(CloudinaryValues.offset()).sets(PlacementDraft::x),
              Param.named("y").taking(CloudinaryValues.offset()).sets(PlacementDraft::y)));

  private Optional<GravityWish> gravity = Optional.empty();
  private double density = 1;
  private Optional<Length> x = Optional.empty();
  private Optional<Length> y = Optional.empty();

  Optional<GravityWish> gravity() {
    return gravity;
  }

  /** Inwards from the anchor, which is usually the middle. */
  Position position(Direction usual) {
    Direction from =
        gravity.isPresent() && gravity.get() instanceof GravityWish.Anchor(var said) ? said : usual;
    return x.isEmpty() && y.isEmpty() ? new Position.At(from) : offset(from);
  }

  /** The offsets alone, for layers that say how far something moves. */
  Position offset(Direction from) {
    return new Position.Inwards(from, pixels(x, Measure.WIDTH), pixels(y, Measure.HEIGHT));
  }

  /**
   * Says what offsets in pixels are multiplied with.
   *
   * @param factor device pixels
   */
  void density(double factor) {
    density = factor;
  }

  private void gravity(GravityWish wish) {
    gravity = Optional.of(wish);
  }

  private void x(Length offset) {
    x = Optional.of(offset);
  }

  private void y(Length offset) {
    y = Optional.of(offset);
  }

  private Expression pixels(Optional<Length> offset, Measure side) {
    Length length = offset.orElse(Length.ZERO).ofBase();
    return length.pixels(Subject.BASE, side, length.relative() ? 1 : density);
  }
}
