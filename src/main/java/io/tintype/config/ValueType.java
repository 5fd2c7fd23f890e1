package io.tintype.config;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What may stand under a key. The common ones: {@link Values}. */
public interface ValueType<T> {
  /** For documentation, for example {@code size}. */
  String title();

  /** What a problem says after «expected». */
  String expected();

  /** For the JSON Schema. */
  JsonObject schema();

  /** Reads a value; what is wrong is reported, and the result is empty. */
  Optional<T> read(Node node, Problems problems);

  /** Whether several values stand there. */
  default boolean isList() {
    return false;
  }
}
