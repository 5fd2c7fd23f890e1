package io.tintype.dialect.imagekit;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An argument that has names and values of its own: {@code ld-top_right_from-red_sp-0.9}. Values
 * may contain the separator, so known names are looked for.
 */
final class SubValues {
  private final Map<String, StringBuilder> byName;

  private SubValues(Map<String, StringBuilder> byName) {
    this.byName = byName;
  }

  /** Reads an argument; empty if it has other names, or one twice. */
  static Optional<SubValues> of(String text, Set<String> names) {
    Map<String, StringBuilder> byName = new HashMap<>();
    StringBuilder value = new StringBuilder();
    for (String word : text.isEmpty() ? new String[0] : text.split("_", -1)) {
      int dash = word.indexOf('-');
      if (dash > 0 && names.contains(word.substring(0, dash))) {
        value = new StringBuilder(word.substring(dash + 1));
        if (byName.put(word.substring(0, dash), value) != null) {
          return Optional.empty();
        }
      } else if (byName.isEmpty()) {
        return Optional.empty();
      } else {
        value.append('_').append(word);
      }
    }
    return Optional.of(new SubValues(byName));
  }

  /** The value of a name, or what holds without one; empty if it cannot be understood. */
  <T> Optional<T> get(String name, ValueReader<T> reader, T otherwise) {
    StringBuilder text = byName.get(name);
    return text == null ? Optional.of(otherwise) : Values.value(reader, text.toString());
  }
}
