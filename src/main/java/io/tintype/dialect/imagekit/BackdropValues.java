package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Backdrop;
import io.tintype.model.Backdrop.Spread;
import java.util.Optional;
import java.util.OptionalDouble;

/** What {@code bg} takes. */
final class BackdropValues {
  private static final String AUTO = "auto";
  private static final String GENERATED = "genfill";
  private static final int MOST_BLURRED = 100;
  private static final int BRIGHTEST = 255;

  private BackdropValues() {}

  /** A colour, or something made from the picture. */
  static ValueReader<Backdrop> reader() {
    String expected =
        "a colour, or blurred, blurred_25_N10, dominant, gradient_dominant or gradient_dominant_4";
    return new ValueReader<>(
        expected,
        text ->
            text.equals(GENERATED) || text.startsWith(GENERATED + "-")
                ? new Reading.Unsupported<>(Reasons.GENERATIVE)
                : Values.of(expected, BackdropValues::read).read(text));
  }

  private static Optional<Backdrop> read(String text) {
    return switch (text) {
      case "dominant" -> Optional.of(new Backdrop.Dominant(Spread.PLAIN));
      case "gradient_dominant", "gradient_dominant_2" ->
          Optional.of(new Backdrop.Dominant(Spread.LENGTHWISE));
      case "gradient_dominant_4" -> Optional.of(new Backdrop.Dominant(Spread.CORNERS));
      default ->
          text.startsWith("blurred")
              ? blurred(text)
              : Paint.read(text).map(paint -> new Backdrop.Solid(paint.color()));
    };
  }

  /** {@code blurred[_<sigma or auto>][_<brightness>]}. */
  private static Optional<Backdrop> blurred(String text) {
    String[] words = text.split("_", 4);
    if (!words[0].equals("blurred") || words.length > 3) {
      return Optional.empty();
    }
    Optional<OptionalDouble> sigma =
        words.length < 2 || words[1].equals(AUTO)
            ? Optional.of(OptionalDouble.empty())
            : Values.value(Values.integer(0, MOST_BLURRED), words[1]).map(OptionalDouble::of);
    Optional<Integer> brightness =
        words.length < 3
            ? Optional.of(0)
            : Values.value(ImageKitValues.signed(Values.integer(-BRIGHTEST, BRIGHTEST)), words[2]);
    return sigma.flatMap(blur -> brightness.map(light -> new Backdrop.Blurred(blur, light)));
  }

  /** Of edges only, and without a palette. */
  static Optional<String> write(Backdrop.Dominant backdrop) {
    if (!backdrop.equals(new Backdrop.Dominant(backdrop.spread()))) {
      return Optional.empty();
    }
    return switch (backdrop.spread()) {
      case PLAIN -> Optional.of("dominant");
      case LENGTHWISE -> Optional.of("gradient_dominant_2");
      case CORNERS -> Optional.of("gradient_dominant_4");
      case HORIZONTAL, VERTICAL, DESCENDING, ASCENDING -> Optional.empty();
    };
  }
}
