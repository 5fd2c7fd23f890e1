package io.tintype.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key with a value.
 *
 * @param type what may stand there
 * @param fallback what holds when the key is absent, as one would write it; a list's items are
 *     separated by commas; null = nothing
 * @param required whether the key must be there
 */
public record Key<T>(
    String name, ValueType<T> type, @Nullable String fallback, boolean required, String doc)
    implements Entry {
  public static <T> Key<T> of(String name, ValueType<T> type, String doc) {
    return new Key<>(name, type, null, false, doc);
  }

  public Key<T> orElse(String written) {
    return new Key<>(name, type, written, required, doc);
  }

  public Key<T> mandatory() {
    return new Key<>(name, type, fallback, true, doc);
  }

  /** The default as a value. */
  T fallbackValue() {
    if (fallback == null) {
      throw new IllegalStateException(name + " has no default");
    }
    Problems problems = new Problems();
    Optional<T> value = type.read(written(fallback), problems);
    return value.orElseThrow(
        () -> new IllegalStateException(name + " has a wrong default: " + problems.list()));
  }

  private Node written(String text) {
    if (!type.isList()) {
      return scalar(text);
    }
    List<String> items = text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    return new Node.Items(name, 0, items.stream().map(this::scalar).toList());
  }

  private Node scalar(String text) {
    return new Node.Scalar(name, 0, text, text);
  }
}
