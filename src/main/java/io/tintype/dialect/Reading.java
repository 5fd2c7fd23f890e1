package io.tintype.dialect;

import java.util.function.Function;

/** What became of the text of an argument. */
public sealed interface Reading<T> {
  /** Understood. */
  record Value<T>(T value) implements Reading<T> {}

  /** Understood, and done in part; why not in full, in words that follow the parameter. */
  record Partly<T>(T value, String reason) implements Reading<T> {}

  /** Understood by the vendor, not by us; in words that follow the parameter. */
  record Unsupported<T>(String reason) implements Reading<T> {}

  /** Understood, and asks for nothing that could be done; in words that follow the parameter. */
  record Moot<T>(String reason) implements Reading<T> {}

  /** Nobody understands it. */
  record Invalid<T>() implements Reading<T> {}

  /** Changes the value, if there is one. */
  default <R> Reading<R> map(Function<T, R> change) {
    return switch (this) {
      case Value<T>(var value) -> new Value<>(change.apply(value));
      case Partly<T>(var value, var reason) -> new Partly<>(change.apply(value), reason);
      case Unsupported<T>(var reason) -> new Unsupported<>(reason);
      case Moot<T>(var reason) -> new Moot<>(reason);
      case Invalid<T>() -> new Invalid<>();
    };
  }
}
