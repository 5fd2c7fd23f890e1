package io.tintype.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What parameters of both languages are counted by: the key, or the key and a word of the value.
 */
public final class ParameterName {
  private static final String OTHER = "other";
  private static final String FLAGS = "fl";
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z]{1,16})(?:([_-])(.*))?", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}+");

  /** Keys whose values are words of the language. */
  private static final Set<String> SPEAKING =
      Set.of("a", "c", "cm", "dpr", "e", "f", FLAGS, "fo", "g", "q", "r");

  /** Keys of backgrounds, and what may be more than a colour. */
  private static final Set<String> BACKGROUNDS = Set.of("b", "bg");

  private static final Set<String> BACKGROUND_KINDS =
      Set.of("blurred", "dominant", "gen_fill", "genfill", "gradient");

  /** Keys of layers, and what may be one; anything else is an id. */
  private static final Set<String> LAYERS = Set.of("l", "u");

  private static final Set<String> LAYER_KINDS =
      Set.of("fetch", "image", "lut", "subtitle", "subtitles", "text", "video");

  /** Keys of named transformations. */
  private static final Set<String> NAMES = Set.of("n", "t");

  private ParameterName() {}

  /**
   * The names of a parameter; several flags in one are several.
   *
   * @param raw as the URL has it, percent-encoding removed
   */
  public static List<String> of(String raw) {
    Matcher parameter = PARAMETER.matcher(raw);
    if (!parameter.matches()) {
      return List.of(raw.startsWith("$") ? "$" : OTHER);
    }
    String key = parameter.group(1);
    String value = parameter.group(3);
    if (value == null) {
      return List.of(key);
    }
    String separator = parameter.group(2);
    return words(key, separator, value)
        .map(word -> word.isEmpty() ? key : key + separator + word)
        .distinct()
        .toList();
  }

  private static Stream<String> words(String key, String separator, String value) {
    if (key.equals(FLAGS) && separator.equals("_")) {
      return Stream.of(value.split("\\.", -1)).map(flag -> first(WORD, flag));
    }
    String word = first(WORD, value);
    if (NAMES.contains(key)) {
      return Stream.of(first(NAME, value));
    }
    if (LAYERS.contains(key)) {
      return Stream.of(LAYER_KINDS.contains(word) ? word : "");
    }
    if (BACKGROUNDS.contains(key) && BACKGROUND_KINDS.contains(word)) {
      return Stream.of(word);
    }
    boolean telling = SPEAKING.contains(key) || word.toLowerCase(Locale.ROOT).startsWith("auto");
    return Stream.of(telling ? word : "");
  }

  private static String first(Pattern pattern, String text) {
    Matcher word = pattern.matcher(text);
    return word.lookingAt() ? word.group() : "";
  }
}
