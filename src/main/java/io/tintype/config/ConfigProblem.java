package io.tintype.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration.
 *
 * @param path where, for example {@code endpoints.shop.origins[0]}; empty = the file as a whole
 * @param line line in the file, from 1; 0 = not known
 * @param value what is there, as the file has it: variables unresolved, secrets never; null =
 *     nothing
 * @param expectation what should be there instead, or what to do
 */
public record ConfigProblem(String path, int line, @Nullable String value, String expectation) {
  /** One line for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line).append(": ");
    }
    if (!path.isEmpty()) {
      text.append(path);
      text.append(value == null ? "" : " is '" + value + "'").append(": ");
    }
    return text.append(expectation).toString();
  }
}
