package io.tintype.dialect.cloudinary;

import io.tintype.testing.CaseTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which words of the language a chain has: keys ({@code w}), and where values are words, those with
 * their key in front ({@code c_fill}, {@code e_blur}, {@code style_bold}).
 */
public final class CoveredWords {
  private static final Set<String> OF_ONE_WORD = Set.of("c", "f");
  private static final String STYLE = "style_";
  private static final Pattern SPACING = Pattern.compile("(letter|line)_spacing_-?[0-9.]+");

  /**
   * A word in a chain.
   *
   * @param raw the parameter that it is part of
   * @param without the chain that is left when it is taken out
   */
  public record Mention(String word, String raw, String without) {}

  /**
   * A word in a line of a table.
   *
   * @param honoured whether the line reads without a report about it
   */
  record Use(String word, boolean honoured) {}

  /** A word of one parameter, and what of the parameter is left without it. */
  private record Piece(String word, String rest) {}

  private CoveredWords() {}

  /** All there are in a chain. */
  public static List<Mention> mentions(String chain) {
    List<Mention> mentions = new ArrayList<>();
    String[] components = chain.split("/", -1);
    for (int i = 0; i < components.length; i++) {
      String[] parameters = components[i].split(",", -1);
      for (int k = 0; k < parameters.length; k++) {
        for (Piece piece : pieces(parameters[k])) {
          String component = joined(",", replaced(parameters, k, piece.rest()));
          String without = joined("/", replaced(components, i, component));
          mentions.add(new Mention(piece.word(), parameters[k], without));
        }
      }
    }
    return mentions;
  }

  /** All there are in a line of a case table. */
  static Set<Use> of(String line) {
    String url = CloudinaryCases.url(CaseTable.input(line));
    String reading = line.substring(line.indexOf(CaseTable.ARROW) + CaseTable.ARROW.length());
    Set<Use> uses = new LinkedHashSet<>();
    for (String segment : url.split("/", -1)) {
      Optional<Component> component = Component.of(0, segment);
      for (Parameter parameter : component.map(Component::parameters).orElse(List.of())) {
        for (Piece piece : pieces(parameter.raw())) {
          uses.add(new Use(piece.word(), honours(reading, parameter.raw(), piece.word())));
        }
      }
    }
    return uses;
  }

  private static List<Piece> pieces(String raw) {
    if (raw.startsWith("$")) {
      return List.of(new Piece("$", ""));
    }
    int underscore = raw.indexOf('_');
    if (underscore < 0) {
      return List.of();
    }
    String key = raw.substring(0, underscore);
    String value = raw.substring(underscore + 1);
    List<Piece> pieces = new ArrayList<>(List.of(new Piece(key, "")));
    switch (key) {
      case Flags.KEY -> pieces.addAll(several(key, Flags.split(value)));
      case "a" -> pieces.addAll(several(key, List.of(value.split("\\.", -1))));
      case "e" -> pieces.add(new Piece("e_" + value.split(":", 2)[0], ""));
      case "g" ->
          gravities(value).stream().map(word -> new Piece("g_" + word, "")).forEach(pieces::add);
      case "l", "u" -> pieces.addAll(layer(raw, value));
      default -> {
        if (OF_ONE_WORD.contains(key)) {
          pieces.add(new Piece(raw, ""));
        }
      }
    }
    return pieces;
  }

  /** Words joined with dots, each of which may be left out. */
  private static List<Piece> several(String key, List<String> words) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String rest = joined(".", replaced(words.toArray(String[]::new), i, ""));
      String name = words.get(i).replaceFirst("attachment:.*", "attachment");
      pieces.add(new Piece(key + "_" + name, rest.isEmpty() ? "" : key + "_" + rest));
    }
    return pieces;
  }

  private static List<String> gravities(String value) {
    return value.startsWith("auto:")
        ? Arrays.stream(value.substring("auto:".length()).split(":", -1))
            .map(word -> "auto:" + word)
            .toList()
        : List.of(value);
  }

  private static List<Piece> layer(String raw, String value) {
    List<Piece> pieces = new ArrayList<>();
    int colon = value.indexOf(':');
    String kind = colon < 0 ? "" : value.substring(0, colon);
    if (LayerPictures.KINDS.contains(kind) || kind.equals("text")) {
      pieces.add(new Piece("l_" + kind, ""));
    }
    if (kind.equals("text")) {
      String style = value.substring(colon + 1).split(":", 2)[0];
      for (String word : styleWords(style)) {
        String without = raw.replace(style, style.replaceFirst("_" + Pattern.quote(word), ""));
        pieces.add(new Piece(STYLE + word.replaceFirst("_-?[0-9.]+$", ""), without));
      }
    }
    return pieces;
  }

  /** What stands behind family and size. */
  private static List<String> styleWords(String style) {
    List<String> words = new ArrayList<>();
    SPACING.matcher(style).results().forEach(found -> words.add(found.group()));
    String rest = SPACING.matcher(style).replaceAll("");
    Arrays.stream(rest.split("_", -1)).skip(2).filter(word -> !word.isEmpty()).forEach(words::add);
    return words;
  }

  private static String[] replaced(String[] all, int index, String other) {
    String[] copy = all.clone();
    copy[index] = other;
    return copy;
  }

  private static String joined(String mark, String... pieces) {
    return Arrays.stream(pieces)
        .filter(piece -> !piece.isEmpty())
        .collect(Collectors.joining(mark));
  }

  private static boolean honours(String reading, String raw, String word) {
    int ignored = reading.indexOf("ignored");
    boolean refused = reading.matches("[A-Z][A-Za-z]+(: .*)?");
    String reports = ignored < 0 ? "" : reading.substring(ignored);
    boolean reported =
        Pattern.compile("[ \\[](" + Pattern.quote(raw) + "|" + Pattern.quote(word) + ")[ :]")
            .matcher(reports)
            .find();
    return !refused && !reported;
  }
}
