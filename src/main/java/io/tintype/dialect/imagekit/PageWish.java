package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import java.util.regex.Pattern;

/**
 * Which pages are asked for.
 *
 * @param first the first one, from 1
 * @param alone whether no other is asked for
 */
record PageWish(int first, boolean alone) {
  static final String KEY = "pg";

  private static final String EXPECTED = "a page such as 2, or pages such as 2_4-6";
  private static final String NAMES = "name-";
  private static final Pattern WORD = Pattern.compile("[1-9][0-9]{0,5}(?:-(?:[1-9][0-9]{0,5})?)?");

  /**
   * {@code 3}, {@code 1_3}, {@code 2-4}, {@code 4-}, {@code 2_3-4}; names of layers are reported.
   */
  static ValueReader<PageWish> reader() {
    return new ValueReader<>(EXPECTED, PageWish::read);
  }

  private static Reading<PageWish> read(String text) {
    if (text.startsWith(NAMES)) {
      return new Reading.Unsupported<>("is not supported: layers of a document have numbers only");
    }
    String[] words = text.split("_", -1);
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        return new Reading.Invalid<>();
      }
    }
    String first = words[0].split("-", 2)[0];
    boolean alone = words.length == 1 && words[0].indexOf('-') < 0;
    return new Reading.Value<>(new PageWish(Integer.parseInt(first), alone));
  }

  /** The one page that is shown; others are reported. */
  int only(Usage usage) {
    if (!alone) {
      usage.unsupported("is not supported for several pages: only the first one is shown", KEY);
    }
    return first;
  }
}
