package io.tintype.config;

import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values under names the user chooses, in the order of the file. */
record MapType<T>(ValueType<T> value) implements ValueType<Map<String, T>> {
  @Override
  public String title() {
    return "map of names to " + value.title();
  }

  @Override
  public String expected() {
    return "a block of names with values";
  }

  @Override
  public JsonObject schema() {
    return new JsonObject().put("type", "object").put("additionalProperties", value.schema());
  }

  @Override
  public Optional<Map<String, T>> read(Node node, Problems problems) {
    if (node instanceof Node.Unresolved) {
      return Optional.empty();
    }
    if (!(node instanceof Node.Fields fields)) {
      problems.report(node, "expected " + expected());
      return Optional.empty();
    }
    Map<String, T> values = new LinkedHashMap<>();
    for (var field : fields.fields().entrySet()) {
      if (field.getValue() instanceof Node.Nothing) {
        problems.report(field.getValue(), "expected a value");
      } else {
        value.read(field.getValue(), problems).ifPresent(read -> values.put(field.getKey(), read));
      }
    }
    return Optional.of(Collections.unmodifiableMap(values));
  }
}
