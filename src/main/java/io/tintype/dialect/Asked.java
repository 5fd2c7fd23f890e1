package io.tintype.dialect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  public record Parameter(String name, String value, String raw) {}

  /**
   * Everything that is not honoured, each once, in URL order; what has no place in the chain comes
   * last.
   *
   * @param unmet wishes that a plan does not meet: {@code fo-face}, {@code w-iw_div_0}
   */
  List<String> unhonoured(List<Ignored> ignored, List<String> unmet) {
    if (ignored.isEmpty() && unmet.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < parameters.size(); place++) {
      places.putIfAbsent(parameters.get(place).raw(), place);
    }
    Stream<Told> ofGrammar =
        ignored.stream()
            .map(Ignored::raw)
            .map(raw -> new Told(places.getOrDefault(raw, parameters.size()), raw));
    return Stream.concat(ofGrammar, told(unmet))
        .sorted(Comparator.comparingInt(Told::place))
        .map(Told::raw)
        .distinct()
        .toList();
  }

  private Stream<Told> told(List<String> unmet) {
    if (unmet.isEmpty()) {
      return Stream.empty();
    }
    List<Plain> plains =
        IntStream.range(0, parameters.size())
            .mapToObj(place -> Plain.of(place, parameters.get(place)))
            .toList();
    Map<String, Plain> spelled =
        plains.stream()
            .collect(Collectors.toMap(Plain::wish, Function.identity(), (one, _) -> one));
    return unmet.stream()
        .map(
            wish -> {
              Plain same = spelled.get(wish);
              return same == null ? resembling(plains, wish) : same.told();
            });
  }

  private Told resembling(List<Plain> plains, String wish) {
    List<Plain> named = plains.stream().filter(one -> one.isNamedIn(wish)).toList();
    if (named.isEmpty()) {
      return new Told(parameters.size(), wish);
    }
    return named.stream()
        .filter(one -> hasWords(one.value(), one.valueIn(wish)))
        .findFirst()
        .or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty())
        .map(Plain::told)
        .orElseGet(() -> new Told(named.getFirst().place(), wish));
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

  /** What is told of, and where it stands in the URL. */
  private record Told(int place, String raw) {}

  /**
   * A parameter in its plainest spelling.
   *
   * @param prefix its name and a dash
   */
  private record Plain(int place, String prefix, String value, String raw) {
    static Plain of(int place, Parameter parameter) {
      return new Plain(place, parameter.name() + "-", plain(parameter.value()), parameter.raw());
    }

    String wish() {
      return prefix + value;
    }

    boolean isNamedIn(String wish) {
      return wish.startsWith(prefix);
    }

    String valueIn(String wish) {
      return wish.substring(prefix.length());
    }

    Told told() {
      return new Told(place, raw);
    }
  }
}
