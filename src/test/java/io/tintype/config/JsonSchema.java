package io.tintype.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The declared keys as a JSON Schema (draft 2020-12). */
public final class JsonSchema {
  private JsonSchema() {}

  /** The schema of a whole file. */
  public static String of(Group root) {
    JsonObject schema =
        new JsonObject()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", root.doc());
    return schema.mergeIn(group(root, false)).encodePrettily() + "\n";
  }

  private static JsonObject group(Group group, boolean typed) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    if (typed) {
      properties.put("type", new JsonObject().put("const", group.name()));
      required.add("type");
    }
    for (Entry entry : group.entries()) {
      properties.put(entry.name(), entry(entry));
      if (entry instanceof Key<?> key && key.required()) {
        required.add(key.name());
      }
      if (entry instanceof Key<?> key && SecretFile.has(key.type())) {
        properties.put(
            SecretFile.twin(key.name()),
            Values.anyText()
                .put("description", "File that holds the value of " + key.name() + "."));
      }
    }
    JsonObject schema =
        new JsonObject()
            .put("type", new JsonArray().add("object").add("null"))
            .put("description", group.doc())
            .put("properties", properties)
            .put("additionalProperties", false);
    return required.isEmpty() ? schema : schema.put("required", required);
  }

  private static JsonObject entry(Entry entry) {
    return switch (entry) {
      case Key<?> key -> key(key);
      case Group group -> group(group, false);
      case Catalog catalog -> catalog(catalog);
      case Later later -> later(later);
    };
  }

  private static JsonObject key(Key<?> key) {
    JsonObject schema = key.type().schema().put("description", key.doc());
    return key.fallback() == null ? schema : schema.put("default", fallback(key));
  }

  private static Object fallback(Key<?> key) {
    String text = key.fallback();
    if (key.type().isList()) {
      return text.isEmpty() ? new JsonArray() : new JsonArray(java.util.List.of(text.split(",")));
    }
    if (key.fallbackValue() instanceof Integer || key.fallbackValue() instanceof Boolean) {
      return key.fallbackValue();
    }
    return text;
  }

  private static JsonObject catalog(Catalog catalog) {
    JsonArray variants = new JsonArray();
    catalog.variants().forEach(group -> variants.add(group(group, catalog.typed())));
    JsonObject values =
        variants.size() == 1 ? variants.getJsonObject(0) : new JsonObject().put("oneOf", variants);
    return new JsonObject()
        .put("type", new JsonArray().add("object").add("null"))
        .put("description", catalog.doc())
        .put("propertyNames", new JsonObject().put("pattern", "^" + Catalog.NAME_PATTERN + "$"))
        .put("additionalProperties", values);
  }

  private static JsonObject later(Later later) {
    JsonArray harmless = new JsonArray();
    for (String text : later.harmless()) {
      switch (text) {
        case "true", "false" -> harmless.add(Boolean.valueOf(text));
        case Later.EMPTY_LIST -> harmless.add(new JsonArray());
        case "0" -> harmless.add(0);
        default -> harmless.add(text);
      }
    }
    harmless.addNull();
    return new JsonObject()
        .put("description", later.doc() + " Not supported yet.")
        .put("enum", harmless);
  }
}
