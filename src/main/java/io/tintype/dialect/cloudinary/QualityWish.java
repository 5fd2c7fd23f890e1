package io.tintype.dialect.cloudinary;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.QualityChoice;
import io.tintype.model.QualityChoice.Level;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code q} asks for. */
final class QualityWish {
  private static final int LEAST = 1;
  private static final int BEST = 100;
  private static final String AUTO = "auto";
  private static final Map<String, Level> LEVELS =
      Map.of("best", Level.BEST, "good", Level.GOOD, "eco", Level.ECO, "low", Level.LOW);

  /** An add-on that took care to lose little. */
  private static final String JPEG_MINI = "jpegmini";

  private static final Set<String> CHROMA = Set.of("420", "444");

  private QualityWish() {}

  static ValueReader<QualityChoice> reader() {
    return Values.of(
        "an integer from 1 to 100, or auto with best, good, eco or low", QualityWish::read);
  }

  /** How a URL says it. */
  static String text(QualityChoice choice) {
    return switch (choice) {
      case QualityChoice.Percent(var percent) -> Integer.toString(percent);
      case QualityChoice.Automatic(var level) -> AUTO + ":" + level.name().toLowerCase(Locale.ROOT);
    };
  }

  private static Optional<QualityChoice> read(String text) {
    String[] words = text.split(":", -1);
    return switch (words[0]) {
      case JPEG_MINI -> Optional.of(new QualityChoice.Automatic(Level.BEST));
      case AUTO -> level(words).map(QualityChoice.Automatic::new);
      default -> fixed(words);
    };
  }

  private static Optional<Level> level(String[] words) {
    Level level = Level.GOOD;
    for (int i = 1; i < words.length; i++) {
      Level named = LEVELS.get(words[i]);
      if (named != null) {
        level = named;
      } else if (words[i].equals("sensitive")) {
        level = level == Level.BEST ? level : Level.SENSITIVE;
      } else if (!CHROMA.contains(words[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(level);
  }

  /** Below 1 a share, as SDKs may write it. */
  private static Optional<QualityChoice> fixed(String[] words) {
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
        .map(number -> new QualityChoice.Percent(Math.max(LEAST, Values.rounded(number))));
  }
}
