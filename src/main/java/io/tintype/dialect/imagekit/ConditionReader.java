package io.tintype.dialect.imagekit;

import io.tintype.dialect.Values;
import io.tintype.model.Condition;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the test of an {@code if-} block: {@code w_gt_400_and_ar_lte_4-3_or_ih_eq_10}. */
final class ConditionReader {
  static final String EXPECTED = "a test such as w_gt_300 or ar_lte_4-3_and_ih_eq_200";

  /** Property, relation, value. */
  private static final int CLAUSE_WORDS = 3;

  private static final int MAX_CLAUSES = 50;

  private static final String AND = "and";
  private static final String OR = "or";
  private static final Map<String, Property> PROPERTIES =
      Map.of(
          "w", new Property(Subject.CURRENT, Measure.WIDTH),
          "h", new Property(Subject.CURRENT, Measure.HEIGHT),
          "ar", new Property(Subject.CURRENT, Measure.ASPECT_RATIO),
          "iw", new Property(Subject.INITIAL, Measure.WIDTH),
          "ih", new Property(Subject.INITIAL, Measure.HEIGHT),
          "iar", new Property(Subject.INITIAL, Measure.ASPECT_RATIO));
  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "eq", Relation.EQUAL,
          "ne", Relation.NOT_EQUAL,
          "gt", Relation.GREATER,
          "gte", Relation.GREATER_OR_EQUAL,
          "lt", Relation.LESS,
          "lte", Relation.LESS_OR_EQUAL);

  private ConditionReader() {}

  /** Reads clauses joined by {@code and}, which binds tighter, and {@code or}. */
  static Optional<Condition> read(String text) {
    String[] words = text.split("_", MAX_CLAUSES * (CLAUSE_WORDS + 1));
    if (words.length % (CLAUSE_WORDS + 1) != CLAUSE_WORDS) {
      return Optional.empty();
    }
    List<Condition> alternatives = new ArrayList<>();
    List<Condition> together = new ArrayList<>();
    for (int i = 0; i < words.length; i += CLAUSE_WORDS + 1) {
      Optional<Condition> clause = clause(words[i], words[i + 1], words[i + 2]);
      if (clause.isEmpty()) {
        return Optional.empty();
      }
      together.add(clause.get());
      String joint = i + CLAUSE_WORDS < words.length ? words[i + CLAUSE_WORDS] : OR;
      if (joint.equals(OR)) {
        alternatives.add(together.size() == 1 ? clause.get() : new Condition.All(together));
        together.clear();
      } else if (!joint.equals(AND)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        alternatives.size() == 1 ? alternatives.getFirst() : new Condition.Any(alternatives));
  }

  private static Optional<Condition> clause(String property, String relation, String value) {
    Property left = PROPERTIES.get(property);
    Relation between = RELATIONS.get(relation);
    if (left == null || between == null) {
      return Optional.empty();
    }
    Optional<Double> right =
        left.measure() == Measure.ASPECT_RATIO
            ? ImageKitValues.plainRatio(value)
            : Values.number(value).filter(n -> n.signum() >= 0).map(BigDecimal::doubleValue);
    return right.map(number -> new Condition.Comparison(left, between, Expression.of(number)));
  }
}
