package io.tintype.config;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any number of values; items that are wrong are reported and left out. */
record ListType<T>(ValueType<T> item) implements ValueType<List<T>> {
  @Override
  public String title() {
    return "list of " + item.title();
  }

  @Override
  public String expected() {
    return "a list such as [one, two]";
  }

  @Override
  public JsonObject schema() {
    return new JsonObject().put("type", "array").put("items", item.schema());
  }

  @Override
  public boolean isList() {
    return true;
  }

  @Override
  public Optional<List<T>> read(Node node, Problems problems) {
    if (node instanceof Node.Unresolved) {
      return Optional.empty();
    }
    if (!(node instanceof Node.Items list)) {
      report(node, "expected " + expected(), problems);
      return Optional.empty();
    }
    List<T> values = new ArrayList<>();
    for (Node entry : list.items()) {
      if (entry instanceof Node.Nothing) {
        report(entry, "expected a value", problems);
      } else {
        item.read(entry, problems).ifPresent(values::add);
      }
    }
    return Optional.of(List.copyOf(values));
  }

  boolean ofSecrets() {
    return item instanceof SecretType;
  }

  private void report(Node node, String expectation, Problems problems) {
    problems.report(node.path(), node.line(), ofSecrets() ? null : node.shown(), expectation);
  }
}
