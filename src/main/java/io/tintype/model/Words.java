package io.tintype.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Constants by the words that stand for them. */
final class Words<E extends Enum<E>> {
  private final Map<String, E> byWord;

  Words(E[] constants, Function<E, String> word) {
    this.byWord = Arrays.stream(constants).collect(Collectors.toUnmodifiableMap(word, e -> e));
  }

  Optional<E> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }
}
