package io.tintype.dialect.cloudinary;

import io.tintype.model.PercentEncoding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code $name} stands for. Values are texts; one that is a sum goes into brackets where it is
 * used, so that it stays together.
 */
final class Variables {
  private static final Pattern USE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*)");
  private static final Pattern IN_TEXT = Pattern.compile("\\$\\(([A-Za-z][A-Za-z0-9]*)\\)");
  private static final Pattern STRING = Pattern.compile("!([^!]*)!");

  /** Conversions of numbers, which are none here. */
  private static final Pattern CONVERSION = Pattern.compile("_to_[if]$");

  /** Definitions made of definitions grow fast. */
  private static final int LONGEST = 4096;

  private final Map<String, String> values;

  Variables() {
    this.values = new HashMap<>();
  }

  private Variables(Map<String, String> values) {
    this.values = new HashMap<>(values);
  }

  /** The same, for a branch whose definitions do not count outside. */
  Variables copy() {
    return new Variables(values);
  }

  boolean knows(String name) {
    return values.containsKey(name);
  }

  /** Takes a definition: {@code $name} and what stands behind its underscore. */
  void define(Parameter definition) {
    String text = definition.value();
    Matcher string = STRING.matcher(text);
    values.put(
        definition.key().substring(1),
        string.matches()
            ? PercentEncoding.decode(string.group(1)).orElse(string.group(1))
            : grouped(CONVERSION.matcher(resolve(text).orElse(text)).replaceFirst("")));
  }

  /** A value with what its variables stand for; empty if one of them is not defined. */
  Optional<String> resolve(String value) {
    return replaced(USE, value);
  }

  /** A text to be written, where variables stand in brackets. */
  Optional<String> resolveText(String value) {
    return replaced(IN_TEXT, value);
  }

  private Optional<String> replaced(Pattern pattern, String value) {
    if (value.indexOf('$') < 0) {
      return Optional.of(value);
    }
    Matcher use = pattern.matcher(value);
    StringBuilder resolved = new StringBuilder();
    while (use.find()) {
      String known = values.get(use.group(1));
      if (known == null || resolved.length() > LONGEST) {
        return Optional.empty();
      }
      use.appendReplacement(resolved, Matcher.quoteReplacement(known));
    }
    use.appendTail(resolved);
    return Optional.of(resolved.toString());
  }

  private static String grouped(String value) {
    boolean sum = value.indexOf('_') >= 0 && ExpressionReader.read(value).isPresent();
    return sum ? ExpressionReader.OPEN + value + ExpressionReader.CLOSE : value;
  }
}
