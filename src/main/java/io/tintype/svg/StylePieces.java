package io.tintype.svg;

import java.util.Locale;
import java.util.Set;

/**
 * Takes CSS apart at the signs that end its declarations and rules, in one go. A piece that is
 * plain means the same wherever it stands: its strings and brackets are closed, it has no escapes,
 * calls no function but the known ones, and its references stay in the document.
 *
 * @see <a href="https://www.w3.org/TR/css-syntax-3/#tokenization">CSS Syntax 3, section 4</a>
 */
final class StylePieces {
  /** Functions that read nothing; the last line is of selectors. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          """
          rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark icc-color device-cmyk
          calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot
          log exp var matrix matrix3d translate translatex translatey translatez translate3d
          scale scalex scaley scalez scale3d rotate rotatex rotatey rotatez rotate3d skew skewx skewy
          perspective rect inset xywh circle ellipse polygon path blur brightness contrast drop-shadow
          grayscale hue-rotate invert opacity saturate sepia linear-gradient radial-gradient
          conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
          not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir
          """
              .strip()
              .split("\\s+", -1));

  private static final String SPACE = " \t\n\r\f";
  private static final String NEW_LINE = "\n\r\f";
  private static final char FIRST_BEYOND_ASCII = '\u0080';

  private final String text;
  private final String ends;

  /** The brackets that are still to come, the next one last. */
  private final StringBuilder closing = new StringBuilder();

  private int at;
  private boolean plain;

  /**
   * A piece, without comments.
   *
   * @param end the sign behind it; 0 if there is none
   */
  record Piece(String text, boolean plain, char end) {}

  /**
   * Begins.
   *
   * @param ends signs that end a piece
   */
  StylePieces(String text, String ends) {
    this.text = text;
    this.ends = ends;
  }

  /** Whether there is more, be it an empty piece behind the last sign. */
  boolean hasNext() {
    return at <= text.length();
  }

  Piece next() {
    StringBuilder kept = new StringBuilder();
    closing.setLength(0);
    plain = true;
    int word = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      int start = at;
      if (isComment()) {
        passComment();
        kept.append(' ');
        word = at;
        continue;
      }
      char sign = text.charAt(at++);
      if (!isWord(sign)) {
        pass(sign, word);
        word = at;
      }
      kept.append(text, start, at);
    }
    char end = at < text.length() ? text.charAt(at) : 0;
    at++;
    return new Piece(kept.toString(), plain && closing.isEmpty(), end);
  }

  /** Goes behind what a sign begins, which is no part of a word. */
  private void pass(char sign, int word) {
    switch (sign) {
      case '"', '\'' -> passString(sign);
      case '(' -> passFunction(text.substring(word, at - 1).toLowerCase(Locale.ROOT));
      case '[' -> closing.append(']');
      case ')', ']' -> close(sign);
      case '\\' -> passEscape();
      case '<', '{', '}' -> plain = false;
      default -> {}
    }
  }

  private void passFunction(String name) {
    if (name.equals("url")) {
      passUrl();
      return;
    }
    plain &= name.isEmpty() || FUNCTIONS.contains(name);
    closing.append(')');
  }

  private void close(char bracket) {
    int last = closing.length() - 1;
    if (last >= 0 && closing.charAt(last) == bracket) {
      closing.setLength(last);
    } else {
      plain = false;
    }
  }

  /** From behind the bracket of an address to behind the one that ends it. */
  private void passUrl() {
    skipSpace();
    char first = peek();
    if (first == '"' || first == '\'') {
      at++;
      skipSpace();
      plain &= peek() == '#';
      passString(first);
      skipSpace();
    } else {
      plain &= first == '#';
      passBareAddress();
    }
    plain &= peek() == ')';
    at += peek() == ')' ? 1 : 0;
  }

  private void passBareAddress() {
    while (at < text.length() && text.charAt(at) != ')') {
      char sign = text.charAt(at++);
      if (sign == '\\') {
        passEscape();
      } else if (SPACE.indexOf(sign) >= 0) {
        skipSpace();
        plain &= peek() == ')';
      } else if ("\"'(<".indexOf(sign) >= 0) {
        plain = false;
      }
    }
  }

  /** From behind the first quote to behind the last; a line's end ends a string that is broken. */
  private void passString(char quote) {
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (NEW_LINE.indexOf(sign) >= 0) {
        break;
      }
      at++;
      if (sign == quote) {
        return;
      }
      if (sign == '\\') {
        passEscape();
      }
      plain &= sign != '<';
    }
    plain = false;
  }

  /** What is written so is hidden from whoever looks for names. */
  private void passEscape() {
    plain = false;
    at = Math.min(at + 1, text.length());
  }

  private boolean isComment() {
    return text.startsWith("/*", at);
  }

  private void passComment() {
    int end = text.indexOf("*/", at + 2);
    plain &= end >= 0;
    at = end < 0 ? text.length() : end + 2;
  }

  private void skipSpace() {
    while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isWord(char sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9')
        || sign == '-'
        || sign == '_'
        || sign >= FIRST_BEYOND_ASCII;
  }
}
