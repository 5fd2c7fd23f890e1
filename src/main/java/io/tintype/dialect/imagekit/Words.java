package io.tintype.dialect.imagekit;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.util.Optional;

/**
 * What is to be written.
 *
 * @param text at most as long as ImageKit reads it
 * @param cut whether there was more
 */
record Words(String text, boolean cut) {
  /** ImageKit's page on layers: longer texts are cut, and so is longer Base64. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final int MOST_DIGITS = 2_500;

  static ValueReader<Words> plain() {
    return Values.of(
        "some text", text -> Optional.of(text).filter(t -> !t.isBlank()).map(Words::of));
  }

  static ValueReader<Words> encoded() {
    return Values.of(
        "some text in Base64",
        text ->
            Base64Text.decode(text, MOST_DIGITS)
                .filter(words -> !words.isBlank())
                .map(words -> new Words(words, text.length() > MOST_DIGITS)));
  }

  private static Words of(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return new Words(text, false);
    }
    boolean betweenHalves = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return new Words(text.substring(0, MOST_CHARACTERS - (betweenHalves ? 1 : 0)), true);
  }
}
