package io.tintype.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block whose keys are names the user chooses, each with a block of the same shape, or of one of
 * several shapes told apart by the key {@code type}.
 *
 * @param variants one group without a {@code type}, or several whose names are the types
 */
public record Catalog(String name, String doc, List<Group> variants) implements Entry {
  /** Names of origins and endpoints appear in metrics and logs. */
  static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]{0,62}";

  static final String TYPE = "type";

  public Catalog {
    variants = List.copyOf(variants);
  }

  public static Catalog of(String name, String doc, Group... variants) {
    return new Catalog(name, doc, List.of(variants));
  }

  boolean typed() {
    return variants.size() > 1;
  }

  /** A block without the key that told which variant it is. */
  Node withoutType(Node entry) {
    if (!typed() || !(entry instanceof Node.Fields(var path, var line, var fields))) {
      return entry;
    }
    Map<String, Node> others = new LinkedHashMap<>(fields);
    others.remove(TYPE);
    return new Node.Fields(path, line, others);
  }

  Optional<Group> variant(String type) {
    return variants.stream().filter(group -> group.name().equals(type)).findFirst();
  }

  List<String> types() {
    return variants.stream().map(Group::name).toList();
  }
}
