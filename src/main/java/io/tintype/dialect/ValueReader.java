package io.tintype.dialect;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Turns the text of an argument into a value.
 *
 * @param expected what the text should be, in words that follow «expected»
 * @param rule reads any text without throwing
 */
public record ValueReader<T>(String expected, Function<String, Reading<T>> rule) {
  /** Said of everything that has its own release later. */
  public static final String NOT_YET = "is not supported yet";

  /** Reads any text; never throws. */
  public Reading<T> read(String text) {
    return rule.apply(text);
  }

  /** The same reading with another type of value. */
  public <R> ValueReader<R> map(Function<T, R> change) {
    return new ValueReader<>(expected, text -> read(text).map(change));
  }

  /** The same reading, explained in other words. */
  public ValueReader<T> called(String words) {
    return new ValueReader<>(words, rule);
  }

  /** Texts the vendor understands and we do not yet. */
  public ValueReader<T> notYet(Predicate<String> texts) {
    return instead(texts, new Reading.Unsupported<>(NOT_YET));
  }

  /** One text with a meaning of its own. */
  public ValueReader<T> reading(String word, T value) {
    return instead(word::equals, new Reading.Value<>(value));
  }

  /** One text that asks for nothing that could be done; the reason follows the parameter. */
  public ValueReader<T> moot(String word, String reason) {
    return instead(word::equals, new Reading.Moot<>(reason));
  }

  /** Texts that are read in a way of their own. */
  public ValueReader<T> instead(Predicate<String> texts, Reading<T> reading) {
    return new ValueReader<>(expected, text -> texts.test(text) ? reading : read(text));
  }
}
