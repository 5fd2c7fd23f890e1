package io.tintype.dialect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a URL asks for, in URL order. Variants are shared by all URLs of the same meaning, so what
 * they lack is named in the plainest spelling; here it is found as the one URL has it.
 *
 * @param parts every transformation parameter, honoured or not, in the form of {@link Ignored#raw};
 *     layers and conditions as a whole
 * @param parameters the same, and those inside of layers, conditions and names
 */
public record Asked(List<String> parts, List<Parameter> parameters) {
  public Asked {
    parts = List.copyOf(parts);
    parameters = List.copyOf(parameters);
  }

  /**
   * One parameter.
   *
   * @param name what its value is for, whatever older name the URL may use
   * @param value behind the name
   * @param raw both, as the URL has them
   */
  public record Parameter(String name, String value, String raw) {
    private boolean isNamedIn(String wish) {
      return wish.startsWith(name + "-");
    }

    private String valueIn(String wish) {
      return wish.substring(name.length() + 1);
    }
  }

  /**
   * Everything that is not honoured, each once, in URL order; what has no place in the chain comes
   * last.
   *
   * @param unmet wishes that a plan does not meet: {@code fo-face}, {@code w-iw_div_0}
   */
  List<String> unhonoured(List<Ignored> ignored, List<String> unmet) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < parameters.size(); place++) {
      places.putIfAbsent(parameters.get(place).raw(), place);
    }
    Stream<Told> ofGrammar =
        ignored.stream()
            .map(Ignored::raw)
            .map(raw -> new Told(places.getOrDefault(raw, parameters.size()), raw));
    return Stream.concat(ofGrammar, unmet.stream().map(this::told))
        .sorted(Comparator.comparingInt(Told::place))
        .map(Told::raw)
        .distinct()
        .toList();
  }

  private Told told(String wish) {
    List<Parameter> named = parameters.stream().filter(one -> one.isNamedIn(wish)).toList();
    if (named.isEmpty()) {
      return new Told(parameters.size(), wish);
    }
    return first(named, one -> plain(one.value()).equals(one.valueIn(wish)))
        .or(() -> first(named, one -> hasWords(plain(one.value()), one.valueIn(wish))))
        .or(() -> first(named, _ -> named.size() == 1))
        .map(one -> new Told(parameters.indexOf(one), one.raw()))
        .orElseGet(() -> new Told(parameters.indexOf(named.getFirst()), wish));
  }

  private static Optional<Parameter> first(List<Parameter> named, Predicate<Parameter> test) {
    return named.stream().filter(test).findFirst();
  }

  /** Whether a value contains another one, and not only in the middle of a word of its own. */
  private static boolean hasWords(String value, String words) {
    int start = value.indexOf(words);
    while (start >= 0) {
      int end = start + words.length();
      if (isEdge(value, start - 1) && isEdge(value, end)) {
        return true;
      }
      start = value.indexOf(words, start + 1);
    }
    return false;
  }

  /** {@code N} is the sign of what follows. */
  private static boolean isEdge(String value, int index) {
    return index < 0 || index >= value.length() || "_-N".indexOf(value.charAt(index)) >= 0;
  }

  /** With numbers as {@code 0.5}, and not as {@code .50}. */
  private static String plain(String value) {
    return Stream.of(value.split("_", -1))
        .map(word -> Values.number(word).map(n -> Values.plain(n.doubleValue())).orElse(word))
        .collect(Collectors.joining("_"));
  }

  private record Told(int place, String raw) {}
}
