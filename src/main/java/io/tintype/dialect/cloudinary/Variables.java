package io.tintype.dialect.cloudinary;

import io.tintype.model.PercentEncoding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Properties of the picture as it is just then. */
  private static final Pattern CURRENT =
      Pattern.compile("(?<=^|[_\\x01])(w|h|ar|width|height)(?=[_\\x02]|$)");

  /** The same of the picture as it came. */
  private static final Map<String, String> INITIAL =
      Map.of("w", "iw", "h", "ih", "ar", "iar", "width", "iw", "height", "ih");

  private final Map<String, String> values;

  /** Those that follow from a picture which is another one by now, so that nobody knows them. */
  private final Set<String> fluid = new HashSet<>();

  Variables() {
    this.values = new HashMap<>();
  }

  private Variables(Map<String, String> values) {
    this.values = new HashMap<>(values);
  }

  /** The same, for a branch whose definitions do not count outside. */
  Variables copy() {
    Variables copy = new Variables(values);
    copy.fluid.addAll(fluid);
    copy.untouched = untouched;
    return copy;
  }

  boolean knows(String name) {
    return values.containsKey(name);
  }

  /** Takes a definition: {@code $name} and what stands behind its underscore. */
  void define(Parameter definition) {
    String text = definition.value();
    Matcher string = STRING.matcher(text);
    String name = definition.key().substring(1);
    fluid.remove(name);
    if (string.matches()) {
      values.put(name, PercentEncoding.decode(string.group(1)).orElse(string.group(1)));
      return;
    }
    String value = grouped(CONVERSION.matcher(resolve(text).orElse(text)).replaceFirst(""));
    Matcher current = CURRENT.matcher(value);
    if (untouched) {
      values.put(name, current.replaceAll(word -> INITIAL.getOrDefault(word.group(1), "")));
      return;
    }
    values.put(name, value);
    if (current.find()) {
      fluid.add(name);
    }
  }

  /** Whether the picture is still as it came. */
  private boolean untouched = true;

  /** The picture that is meant from here on is not the one that came. */
  void touch() {
    untouched = false;
  }

  /** The picture changes: what has been computed from it cannot be computed any more. */
  void outdate() {
    untouched = false;
    values.keySet().removeAll(fluid);
    fluid.clear();
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
