package io.tintype.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a reference is drawn: {@code noise > crop 5 7 20 10 > over 3 4 (dot > mirror)}. What is in
 * parentheses is drawn first; names are those of {@link Drawings}, {@link Operations} and {@link
 * EffectOperations}.
 */
final class Recipe {
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[()>]|[^\\s()>\"]+");

  private final List<String> words = new ArrayList<>();
  private int next;

  private Recipe(String text) {
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  static Sheet drawn(String text) {
    Recipe recipe = new Recipe(text);
    Sheet sheet = recipe.chain();
    if (recipe.next < recipe.words.size()) {
      throw new IllegalArgumentException("what is '" + recipe.words.get(recipe.next) + "'?");
    }
    return sheet;
  }

  private Sheet chain() {
    Sheet sheet = source(words.get(next++));
    while (next < words.size() && words.get(next).equals(">")) {
      next++;
      String name = words.get(next++);
      Operations.Change change =
          Operations.CHANGES.getOrDefault(name, EffectOperations.CHANGES.get(name));
      if (change == null) {
        throw new IllegalArgumentException("no operation is called " + name);
      }
      sheet = change.of(sheet, arguments());
    }
    return sheet;
  }

  private Sheet source(String name) {
    Operations.Source source = Operations.SOURCES.get(name);
    if (source != null) {
      return source.drawn(arguments());
    }
    Sheet drawing = Drawings.byName().get(name);
    if (drawing == null) {
      throw new IllegalArgumentException("no picture is called " + name);
    }
    return drawing;
  }

  private Arguments arguments() {
    List<Object> values = new ArrayList<>();
    while (next < words.size() && !words.get(next).matches("[>)]")) {
      String word = words.get(next++);
      if (word.equals("(")) {
        values.add(chain());
        next++;
      } else {
        values.add(word.startsWith("\"") ? word.substring(1, word.length() - 1) : word);
      }
    }
    return new Arguments(values);
  }
}
