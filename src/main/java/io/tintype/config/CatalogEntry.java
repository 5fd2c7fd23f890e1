package io.tintype.config;

import java.util.Optional;

/** Decides which declaration a named block follows. */
final class CatalogEntry {
  private CatalogEntry() {}

  static Optional<Group> of(Catalog catalog, Node entry, Surroundings surroundings) {
    Problems problems = surroundings.problems();
    String name = entry.path().substring(catalog.name().length() + 1);
    if (!name.matches(Catalog.NAME_PATTERN)) {
      problems.report(
          entry.path(),
          entry.line(),
          null,
          "a name has letters, digits, '-' and '_', at most 63, and starts with a letter or digit");
      return Optional.empty();
    }
    if (!catalog.typed()) {
      return Optional.of(catalog.variants().getFirst());
    }
    String expected = "expected one of " + String.join(", ", catalog.types());
    if (!(entry instanceof Node.Fields fields)) {
      problems.report(entry, "expected a block of keys with a type, " + expected);
      return Optional.empty();
    }
    Optional<Node> type = fields.field(Catalog.TYPE);
    if (type.isEmpty()) {
      problems.report(entry.path() + ".type", entry.line(), null, "missing; " + expected);
      return Optional.empty();
    }
    if (!(type.get() instanceof Node.Scalar scalar)) {
      problems.report(type.get(), expected);
      return Optional.empty();
    }
    Optional<Group> variant = catalog.variant(scalar.text());
    if (variant.isEmpty()) {
      problems.report(scalar, expected + Suggestion.of(scalar.text(), catalog.types()));
    }
    return variant;
  }
}
