package io.tintype.config;

import java.util.List;

/**
 * A key of the contract that this version does not support yet. It is refused when it is set to
 * something that would need the support, rather than silently not honoured.
 *
 * @param harmless values that ask for what happens anyway; {@code []} is the empty list
 */
public record Later(String name, String doc, List<String> harmless) implements Entry {
  /** Stands for the empty list among harmless values. */
  static final String EMPTY_LIST = "[]";

  public Later {
    harmless = List.copyOf(harmless);
  }

  public static Later of(String name, String doc, String... harmless) {
    return new Later(name, doc, List.of(harmless));
  }

  boolean accepts(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> harmless.contains(scalar.text());
      case Node.Items items -> items.items().isEmpty() && harmless.contains(EMPTY_LIST);
      case Node.Nothing _, Node.Unresolved _ -> true;
      case Node.Fields _ -> false;
    };
  }

  String expectation() {
    String either = harmless.isEmpty() ? "" : ", or write " + String.join(" or ", harmless);
    return "not supported yet; leave it out" + either;
  }
}
