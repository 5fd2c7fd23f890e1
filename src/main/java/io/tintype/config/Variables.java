package io.tintype.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into scalars: {@code ${NAME}} and {@code ${NAME:-default}}. */
final class Variables {
  static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}\\n]*))?\\}");

  private final Map<String, String> environment;
  private final Problems problems;

  Variables(Map<String, String> environment, Problems problems) {
    this.environment = Map.copyOf(environment);
    this.problems = problems;
  }

  /**
   * Resolves one scalar. As in a shell, an empty variable takes the default as well; a scalar that
   * is nothing but references and comes out empty counts as not set.
   */
  Node resolve(String path, int line, String raw) {
    if (!raw.contains("${")) {
      return new Node.Scalar(path, line, raw, raw);
    }
    StringBuilder text = new StringBuilder();
    int end = 0;
    boolean resolved = true;
    Matcher matcher = REFERENCE.matcher(raw);
    while (matcher.find()) {
      text.append(raw, end, matcher.start());
      end = matcher.end();
      resolved &= append(text, matcher, new Place(path, line, raw));
    }
    String rest = raw.substring(end);
    if (rest.contains("${")) {
      problems.report(path, line, raw, "expected ${NAME} or ${NAME:-default}");
      resolved = false;
    }
    text.append(rest);
    if (!resolved) {
      return new Node.Unresolved(path, line, raw);
    }
    return text.isEmpty()
        ? new Node.Nothing(path, line)
        : new Node.Scalar(path, line, text.toString(), raw);
  }

  private boolean append(StringBuilder text, Matcher reference, Place place) {
    String name = reference.group(1);
    String fallback = reference.group(2);
    String value = environment.get(name);
    if (fallback != null && (value == null || value.isEmpty())) {
      text.append(fallback);
      return true;
    }
    if (value == null) {
      problems.report(
          place.path,
          place.line,
          place.raw,
          "the environment variable " + name + " is not set; set it or write ${" + name + ":-…}");
      return false;
    }
    text.append(value);
    return true;
  }

  private record Place(String path, int line, String raw) {}
}
