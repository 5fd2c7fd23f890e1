package io.tintype.dialect.cloudinary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A component that is being written; empty as soon as one of its values has no words. */
final class ComponentText {
  private final List<String> tokens = new ArrayList<>();
  private boolean wordless;

  /** One parameter. */
  static ComponentText of(String key, String value) {
    return new ComponentText().with(key, value);
  }

  /** With a parameter more. */
  ComponentText with(String key, String value) {
    tokens.add(key + "_" + value);
    return this;
  }

  /** With a parameter more, if there are words for its value. */
  ComponentText with(String key, Optional<String> value) {
    value.ifPresentOrElse(words -> with(key, words), () -> wordless = true);
    return this;
  }

  /** With a parameter more, if it has to be said. */
  ComponentText withIf(boolean said, String key, String value) {
    return said ? with(key, value) : this;
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  Optional<String> text() {
    return wordless ? Optional.empty() : Optional.of(String.join(",", tokens));
  }
}
