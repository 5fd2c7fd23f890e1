package io.tintype.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/**
 * A single value, read from its text.
 *
 * @param title for documentation
 * @param expected what a problem says after «expected»
 * @param schema of the literal value; variables are added here
 * @param parse empty = no such value
 */
record ScalarType<T>(
    String title, String expected, JsonObject schema, Function<String, Optional<T>> parse)
    implements ValueType<T> {

  /** Any scalar may be, or contain, a variable. */
  @Override
  public JsonObject schema() {
    if (isAnyText()) {
      return schema.copy();
    }
    JsonObject variable =
        new JsonObject().put("type", "string").put("pattern", "\\$\\{[A-Za-z_][A-Za-z0-9_]*");
    return new JsonObject().put("anyOf", new JsonArray().add(schema.copy()).add(variable));
  }

  private boolean isAnyText() {
    return schema.equals(Values.anyText());
  }

  @Override
  public Optional<T> read(Node node, Problems problems) {
    if (node instanceof Node.Unresolved || node instanceof Node.Nothing) {
      return Optional.empty();
    }
    if (!(node instanceof Node.Scalar scalar)) {
      problems.report(node, "expected " + expected);
      return Optional.empty();
    }
    Optional<T> value = parse.apply(scalar.text());
    if (value.isEmpty()) {
      problems.report(node, "expected " + expected);
    }
    return value;
  }
}
