package io.tintype.dialect.cloudinary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters that work together; their order in the URL says nothing, but for definitions.
 *
 * @param raw the segment as the URL has it
 * @param parameters in URL order
 */
record Component(String raw, List<Parameter> parameters) {
  /** Some proxies encode commas; what follows tells them from those of a value. */
  private static final Pattern COMMA = Pattern.compile(",|%2[Cc](?=[a-z]{1,3}_|\\$|%24)");

  Component {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads a raw segment; empty if it is none, but a folder.
   *
   * @param position of the segment in the URL
   */
  static Optional<Component> of(int position, String segment) {
    List<Parameter> parameters = new ArrayList<>();
    Matcher comma = COMMA.matcher(segment);
    int start = 0;
    boolean more = true;
    while (more) {
      more = next(comma, segment);
      int end = more ? comma.start() : segment.length();
      if (end > start) {
        Optional<Parameter> parameter =
            Parameter.of(position + start, segment.substring(start, end));
        if (parameter.isEmpty()) {
          return Optional.empty();
        }
        parameters.add(parameter.get());
      }
      start = more ? comma.end() : end;
    }
    return parameters.isEmpty()
        ? Optional.empty()
        : Optional.of(new Component(segment, parameters));
  }

  /** The version that some sites write inside a component. */
  OptionalLong version() {
    return parameters.stream()
        .filter(parameter -> parameter.key().equals(Parameter.VERSION))
        .mapToLong(parameter -> Long.parseLong(parameter.value()))
        .findFirst();
  }

  /** What defines variables, in order. */
  List<Parameter> definitions() {
    return parameters.stream().filter(parameter -> parameter.key().startsWith("$")).toList();
  }

  /** The last parameter of that name, which is the one that counts. */
  Optional<Parameter> last(String key) {
    return parameters.stream().filter(p -> p.key().equals(key)).reduce((_, later) -> later);
  }

  /** The same without the parameters of these names. */
  Component without(String... keys) {
    Set<String> left = Set.of(keys);
    return new Component(raw, parameters.stream().filter(p -> !left.contains(p.key())).toList());
  }

  /** What begins a layer; the last one counts. */
  Optional<Parameter> layer() {
    return parameters.stream()
        .filter(p -> p.key().equals("l") || p.key().equals("u"))
        .reduce((_, later) -> later);
  }

  /** Whether a flag is set. */
  boolean hasFlag(String flag) {
    return parameters.stream()
        .anyMatch(p -> p.key().equals(Flags.KEY) && Flags.split(p.value()).contains(flag));
  }

  /** The same without these. */
  Component lacking(List<Parameter> others) {
    return new Component(raw, parameters.stream().filter(p -> !others.contains(p)).toList());
  }

  /** What counts: of each name the last parameter, but all flags; no definitions, no version. */
  List<Parameter> effective() {
    Map<String, Parameter> byKey = new LinkedHashMap<>();
    List<Parameter> effective = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter.key().equals(Flags.KEY)) {
        effective.add(parameter);
      } else if (!parameter.key().startsWith("$") && !parameter.key().equals(Parameter.VERSION)) {
        byKey.put(parameter.key(), parameter);
      }
    }
    effective.addAll(byKey.values());
    return effective;
  }

  /** An encoded comma separates only where a parameter begins behind it. */
  private static boolean next(Matcher comma, String segment) {
    while (comma.find()) {
      if (comma.group().equals(",") || Parameter.begins(decodedDollar(segment, comma.end()))) {
        return true;
      }
    }
    return false;
  }

  private static String decodedDollar(String segment, int at) {
    String rest = segment.substring(at, Math.min(segment.length(), at + 8));
    return rest.startsWith("%24") ? "$" + rest.substring(3) : rest;
  }
}
