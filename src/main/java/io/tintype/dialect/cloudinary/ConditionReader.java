package io.tintype.dialect.cloudinary;

import io.tintype.model.Condition;
import io.tintype.model.Condition.Comparison;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what stands behind {@code if}: {@code w_gt_800_and_ar_lt_1.5}. «And» binds tighter than
 * «or» (Cloudinary, "Conditional transformations").
 */
final class ConditionReader {
  static final String EXPECTED = "a condition such as w_gt_800";

  private static final Condition TRUE = new Condition.All(List.of());
  private static final Condition FALSE = new Condition.Any(List.of());

  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "eq", Relation.EQUAL,
          "ne", Relation.NOT_EQUAL,
          "gt", Relation.GREATER,
          "gte", Relation.GREATER_OR_EQUAL,
          "lt", Relation.LESS,
          "lte", Relation.LESS_OR_EQUAL);

  private final Variables variables;

  ConditionReader(Variables variables) {
    this.variables = variables;
  }

  /** The condition; empty if it cannot be read. */
  Optional<Condition> read(String text) {
    List<Condition> any = new ArrayList<>();
    for (List<String> alternative : split(List.of(text.split("_", -1)), "or")) {
      List<Condition> all = new ArrayList<>();
      for (List<String> test : split(alternative, "and")) {
        Optional<Condition> condition = test(test);
        if (condition.isEmpty()) {
          return Optional.empty();
        }
        all.add(condition.get());
      }
      any.add(all.size() == 1 ? all.getFirst() : new Condition.All(all));
    }
    return Optional.of(any.size() == 1 ? any.getFirst() : new Condition.Any(any));
  }

  private Optional<Condition> test(List<String> words) {
    switch (words.getFirst()) {
      case "isdef" -> {
        return Optional.of(defined(words) ? TRUE : FALSE);
      }
      case "isndef" -> {
        return Optional.of(defined(words) ? FALSE : TRUE);
      }
      default -> {}
    }
    for (int i = 1; i + 1 < words.size(); i++) {
      String word = words.get(i);
      String left = String.join("_", words.subList(0, i));
      String right = String.join("_", words.subList(i + 1, words.size()));
      // Nobody tells us tags, so nothing has any.
      if (word.equals("in")) {
        return Optional.of(FALSE);
      }
      if (word.equals("nin")) {
        return Optional.of(TRUE);
      }
      if (RELATIONS.containsKey(word)) {
        return compared(left, RELATIONS.get(word), right);
      }
    }
    return Optional.empty();
  }

  private boolean defined(List<String> words) {
    return words.size() > 1
        && words.get(1).startsWith("$")
        && variables.knows(words.get(1).substring(1));
  }

  private Optional<Condition> compared(String left, Relation relation, String right) {
    Optional<String> first = variables.resolve(left);
    Optional<String> second = variables.resolve(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Optional<Expression> one = ExpressionReader.read(first.get());
    Optional<Expression> other = ExpressionReader.read(second.get());
    if (one.isPresent() && other.isPresent()) {
      return Optional.of(new Comparison(one.get(), relation, other.get()));
    }
    boolean same = unquoted(first.get()).equals(unquoted(second.get()));
    return switch (relation) {
      case EQUAL -> Optional.of(same ? TRUE : FALSE);
      case NOT_EQUAL -> Optional.of(same ? FALSE : TRUE);
      case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> Optional.empty();
    };
  }

  private static String unquoted(String text) {
    return text.replace("!", "");
  }

  private static List<List<String>> split(List<String> words, String separator) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (String word : words) {
      if (word.equals(separator)) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(word);
      }
    }
    parts.add(part);
    return parts.stream().map(some -> some.isEmpty() ? List.of("") : some).toList();
  }
}
