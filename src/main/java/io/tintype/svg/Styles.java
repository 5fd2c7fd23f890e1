package io.tintype.svg;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Style sheets and values of attributes without anything that leads out of the document. */
final class Styles {
  /** Longest sheet, or value, in characters; of a longer one nothing is kept. */
  static final int MOST_CHARACTERS = 256 << 10;

  /** A value without any of these names nothing and calls nothing. */
  private static final String SUSPICIOUS = "(:@\\<&/";

  /** Properties that ran code in browsers of long ago. */
  private static final Set<String> CODE = Set.of("behavior", "-ms-behavior", "-moz-binding");

  private Styles() {}

  /** Whether the value of an attribute that is written in CSS may stay as it is. */
  static boolean isHarmless(String value) {
    return !isSuspicious(value)
        || (value.length() <= MOST_CHARACTERS && new StylePieces(value, "").next().plain());
  }

  /** Of the declarations of one element, what may stay; empty if that is nothing. */
  static Optional<String> declarations(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    StringBuilder kept = new StringBuilder();
    StylePieces pieces = new StylePieces(text, ";");
    while (pieces.hasNext()) {
      StylePieces.Piece piece = pieces.next();
      if (isDeclaration(piece)) {
        kept.append(piece.text()).append(piece.end() == 0 ? "" : ";");
      }
    }
    return Optional.of(kept.toString().strip()).filter(result -> !result.isEmpty());
  }

  /** Of a sheet, the rules that may stay; empty if there are none. */
  static Optional<String> sheet(String text) {
    return text.length() > MOST_CHARACTERS
        ? Optional.empty()
        : Optional.of(new StyleSheet(text).kept()).filter(result -> !result.isEmpty());
  }

  /** Whether a piece of text may stay where declarations stand. */
  static boolean isDeclaration(StylePieces.Piece piece) {
    String bare = piece.text().strip();
    int colon = Math.max(0, bare.indexOf(':'));
    String name = bare.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return piece.plain() && !bare.startsWith("@") && !CODE.contains(name);
  }

  private static boolean isSuspicious(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (SUSPICIOUS.indexOf(value.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
