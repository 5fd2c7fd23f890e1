package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import io.tintype.model.Color;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Readers of arguments that several effects have in common. */
final class EffectReaders {
  static final double PERCENT = 100;

  private EffectReaders() {}

  /** An effect without arguments; what stands there has no effect. */
  static ValueReader<Effect> plain(Step step) {
    return new ValueReader<>("no argument", _ -> new Reading.Value<>(_ -> List.of(step)));
  }

  /** An effect with one level. */
  static ValueReader<Effect> level(int least, int most, int usual, IntFunction<Step> step) {
    return levels(least, most, usual, level -> List.of(step.apply(level)));
  }

  /** An effect with one level, at 0 of which nothing happens. */
  static ValueReader<Effect> change(int least, int most, int usual, IntFunction<Step> step) {
    return levels(least, most, usual, level -> level == 0 ? List.of() : List.of(step.apply(level)));
  }

  /** One level, several steps. */
  static ValueReader<Effect> levels(int least, int most, int usual, IntFunction<List<Step>> steps) {
    return CloudinaryValues.level(least, most, usual).map(level -> _ -> steps.apply(level));
  }

  /** A colour with or without {@code rgb:}. */
  static Optional<Color> paint(String text) {
    return CloudinaryValues.hex(text).or(() -> Values.value(CloudinaryValues.color(), text));
  }

  /** Words between colons; {@code rgb:} and its digits are one word. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(":", -1)) {
      if (!words.isEmpty() && words.getLast().equals("rgb")) {
        words.removeLast();
      }
      words.add(word);
    }
    return words;
  }

  /** Numbers between colons; empty unless all of them are numbers. */
  static Optional<List<Double>> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String word : text.split(":", -1)) {
      OptionalDouble number = number(word);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(number.getAsDouble());
    }
    return Optional.of(numbers);
  }

  private static OptionalDouble number(String word) {
    return Values.number(word)
        .map(number -> OptionalDouble.of(number.doubleValue()))
        .orElse(OptionalDouble.empty());
  }
}
