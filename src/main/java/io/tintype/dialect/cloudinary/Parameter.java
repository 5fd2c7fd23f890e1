package io.tintype.dialect.cloudinary;

import io.tintype.model.PercentEncoding;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One parameter of a component.
 *
 * @param position in the URL, to tell findings in order
 * @param raw as the URL has it, percent-encoding removed once
 * @param key up to three lower-case letters, {@code $name} of a definition, or {@code v} of a
 *     version
 * @param value the text behind the key and its underscore
 */
record Parameter(int position, String raw, String key, String value) {
  /** What a version inside a component is called, which is no parameter to Cloudinary. */
  static final String VERSION = "v";

  /**
   * Every key there is: what begins with another one and an underscore is the name of a folder
   * (Cloudinary, "Transformation URL API reference").
   */
  static final Set<String> KEYS =
      Set.of(
          "a", "ac", "af", "ar", "b", "bl", "bo", "br", "c", "co", "cs", "d", "dl", "dn", "dpr",
          "dr", "du", "e", "eo", "f", "fl", "fn", "fps", "g", "h", "if", "ki", "l", "o", "p", "pg",
          "q", "r", "so", "sp", "t", "u", "vc", "vs", "w", "x", "y", "z");

  private static final int LONGEST_KEY = 3;
  private static final Pattern DEFINITION = Pattern.compile("\\$[A-Za-z][A-Za-z0-9]*(?:_.*)?");
  private static final Pattern A_VERSION = Pattern.compile("v[0-9]{1,18}");

  /** Reads a token of a component; empty if it is none, so that its segment is a folder. */
  static Optional<Parameter> of(int position, String rawToken) {
    String token = PercentEncoding.decode(rawToken).orElse(rawToken);
    if (A_VERSION.matcher(token).matches()) {
      return Optional.of(new Parameter(position, token, VERSION, token.substring(1)));
    }
    int underscore = token.indexOf('_');
    if (token.startsWith("$")) {
      return DEFINITION.matcher(token).matches()
          ? Optional.of(split(position, token, underscore))
          : Optional.empty();
    }
    return isKey(token, underscore) && underscore + 1 < token.length()
        ? Optional.of(split(position, token, underscore))
        : Optional.empty();
  }

  /** Whether a text begins with a key and an underscore. */
  static boolean begins(String text) {
    return isKey(text, text.indexOf('_'))
        || (text.startsWith("$") && text.length() > 1 && Character.isLetter(text.charAt(1)));
  }

  /** What plans call it where they name what a picture does not allow. */
  String nameInPlans() {
    return switch (key) {
      case "g" -> "fo";
      case "l", "u" -> value.startsWith("text:") ? "ff" : key;
      default -> key;
    };
  }

  /** The same with another value, for what has been computed from it. */
  Parameter with(String other) {
    return new Parameter(position, raw, key, other);
  }

  private static boolean isKey(String text, int underscore) {
    return underscore > 0
        && underscore <= LONGEST_KEY
        && KEYS.contains(text.substring(0, underscore));
  }

  private static Parameter split(int position, String token, int underscore) {
    return underscore < 0
        ? new Parameter(position, token, token, "")
        : new Parameter(
            position, token, token.substring(0, underscore), token.substring(underscore + 1));
  }
}
