package io.tintype.dialect.cloudinary;

import io.tintype.model.Condition;
import io.tintype.model.Condition.Comparison;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.util.List;
import java.util.Optional;

/** What a component says about width and height together. */
final class Proportions {
  private static final Expression SQUARE = Expression.of(1);

  private Proportions() {}

  /**
   * Width divided by height as asked for; empty if it is not.
   *
   * @param ratio counts where one of the sides is not given; 0 = none
   * @param relativeTo whose sides multiples are of
   */
  static Optional<Expression> asked(
      Optional<Length> width, Optional<Length> height, Expression ratio, Subject relativeTo) {
    if (width.isPresent() && height.isPresent()) {
      Expression wide = width.get().pixels(relativeTo, Measure.WIDTH, 1);
      Expression high = height.get().pixels(relativeTo, Measure.HEIGHT, 1);
      return Optional.of(
          wide instanceof Expression.Constant(var w) && high instanceof Expression.Constant(var h)
              ? Expression.of(w / h)
              : new Operation(Operator.DIVIDE, wide, high));
    }
    return Optional.of(ratio).filter(some -> !some.equals(Expression.of(0)));
  }

  /**
   * Whether the picture stands and a box of these proportions lies, or the other way; empty if the
   * box does neither.
   */
  static Optional<Condition> oppose(Expression asked) {
    Property now = new Property(Subject.CURRENT, Measure.ASPECT_RATIO);
    Condition stands = new Comparison(now, Relation.LESS, SQUARE);
    Condition lies = new Comparison(now, Relation.GREATER, SQUARE);
    if (asked instanceof Expression.Constant(var known)) {
      return known == 1 ? Optional.empty() : Optional.of(known > 1 ? stands : lies);
    }
    Condition wide = new Comparison(asked, Relation.GREATER, SQUARE);
    Condition tall = new Comparison(asked, Relation.LESS, SQUARE);
    return Optional.of(
        new Condition.Any(
            List.of(
                new Condition.All(List.of(stands, wide)), new Condition.All(List.of(lies, tall)))));
  }
}
