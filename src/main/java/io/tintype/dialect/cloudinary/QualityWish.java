package io.tintype.dialect.cloudinary;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code q} asks for.
 *
 * @param percent 1 to 100; of an automatic one the figure that ImageKit publishes for it
 * @param automatic whether the picture should decide
 */
record QualityWish(int percent, boolean automatic) {
  private static final int LEAST = 1;
  private static final int BEST = 100;
  private static final String AUTO = "auto";
  private static final Map<String, Integer> LEVELS =
      Map.of("best", 86, "good", 70, "eco", 60, "low", 50);
  private static final int GOOD = 70;

  /** An add-on that took care to lose little. */
  private static final int JPEG_MINI = 86;

  /** Said of faces: one level better, as far as there is one. */
  private static final int SENSITIVE = 76;

  private static final Set<String> CHROMA = Set.of("420", "444");

  QualityWish {
    if (percent < LEAST || percent > BEST) {
      throw new IllegalArgumentException("quality " + percent);
    }
  }

  static ValueReader<QualityWish> reader() {
    return Values.of(
        "an integer from 1 to 100, or auto with best, good, eco or low", QualityWish::read);
  }

  private static Optional<QualityWish> read(String text) {
    String[] words = text.split(":", -1);
    boolean jpegMini = words[0].equals("jpegmini");
    if (jpegMini) {
      return Optional.of(new QualityWish(JPEG_MINI, true));
    }
    return words[0].equals(AUTO) ? automatic(words) : fixed(words);
  }

  private static Optional<QualityWish> automatic(String[] words) {
    int percent = GOOD;
    for (int i = 1; i < words.length; i++) {
      Integer level = LEVELS.get(words[i]);
      if (level != null) {
        percent = level;
      } else if (words[i].equals("sensitive")) {
        percent = Math.max(percent, SENSITIVE);
      } else if (!CHROMA.contains(words[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new QualityWish(percent, true));
  }

  /** Below 1 a share, as SDKs may write it. */
  private static Optional<QualityWish> fixed(String[] words) {
    for (int i = 1; i < words.length; i++) {
      if (!CHROMA.contains(words[i]) && !words[i].startsWith("qmax_")) {
        return Optional.empty();
      }
    }
    return Values.number(words[0])
        .map(
            number ->
                words[0].contains(".") && number.compareTo(BigDecimal.ONE) < 0
                    ? number.movePointRight(2)
                    : number)
        .filter(number -> number.compareTo(BigDecimal.ZERO) > 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(BEST)) <= 0)
        .map(number -> new QualityWish(Math.max(LEAST, Values.rounded(number)), false));
  }
}
