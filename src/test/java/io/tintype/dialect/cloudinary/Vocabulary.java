package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.Param.Support;
import io.tintype.dialect.ParamTable;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All words of the language, as the tables of the code and Cloudinary's documentation have them.
 */
final class Vocabulary {
  private static final String DOCUMENTED = "parameters-of-cloudinary.txt";

  /** Keys that are read by their place and not from a table. */
  private static final Set<String> STRUCTURE = Set.of("$", "bl", "fl", "if", "l", "t", "u");

  /** How far a word is honoured. */
  enum State {
    HONOURED("honoured"),
    FALLS_BACK("falls back"),
    WITHOUT_EFFECT("no effect"),
    REPORTED("reported");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A kind of words, and what stands in front of them in a URL. */
  enum Family {
    KEY("Keys", ""),
    MODE("Crop modes", "c_"),
    GRAVITY("Gravities", "g_"),
    ANGLE("Angles", "a_"),
    EFFECT("Effects", "e_"),
    FORMAT("Formats", "f_"),
    FLAG("Flags", "fl_"),
    LAYER("Kinds of layers", "l_"),
    STYLE("Styles of text", "style_");

    private final String title;
    private final String prefix;

    Family(String title, String prefix) {
      this.title = title;
      this.prefix = prefix;
    }

    String title() {
      return title;
    }

    /** The word as {@link CoveredWords} names it. */
    String covered(String word) {
      return prefix + word;
    }
  }

  private Vocabulary() {}

  /** What the code knows and what is documented, by name. */
  static Map<String, State> of(Family family) throws IOException {
    Map<String, State> states = new TreeMap<>();
    for (String word : documented(family)) {
      states.put(word, family == Family.STYLE ? State.WITHOUT_EFFECT : State.REPORTED);
    }
    states.putAll(known(family));
    return states;
  }

  /** What is documented. */
  static List<String> documented(Family family) throws IOException {
    return CaseTable.lines(DOCUMENTED).stream()
        .map(line -> line.split(": ", 2))
        .filter(parts -> parts[0].equals(family.name()))
        .flatMap(parts -> Stream.of(parts[1].split(" ", -1)))
        .toList();
  }

  /** What the code's own tables say. */
  static Map<String, State> known(Family family) {
    Map<String, State> states = new TreeMap<>();
    switch (family) {
      case KEY -> Parameter.KEYS.forEach(key -> states.put(key, key(key)));
      case MODE -> put(states, CropMode.BY_NAME.keySet(), State.HONOURED);
      case GRAVITY -> putGravities(states);
      case ANGLE -> {
        put(states, LookParams.TURNS.keySet(), State.HONOURED);
        states.put("exif", State.WITHOUT_EFFECT);
      }
      case EFFECT -> {
        put(states, EffectParams.GENERATIVE, State.REPORTED);
        put(states, EffectParams.MOVING, State.REPORTED);
        put(states, LayerReader.BLENDS.keySet(), State.HONOURED);
        put(states, EffectParams.BY_NAME.keySet(), State.HONOURED);
      }
      case FORMAT -> {
        put(states, OutputParams.MOVING, State.REPORTED);
        put(states, OutputParams.AUTOMATIC, State.HONOURED);
        put(states, OutputParams.FORMATS.keySet(), State.HONOURED);
      }
      case FLAG -> {
        put(states, Flags.KNOWN_LATER, State.REPORTED);
        put(states, Flags.AS_USUAL, State.WITHOUT_EFFECT);
        put(states, Flags.honoured(), State.HONOURED);
      }
      case LAYER -> {
        put(states, LayerPictures.KINDS, State.REPORTED);
        put(states, LayerPictures.OPENED, State.HONOURED);
        states.put("text", State.HONOURED);
      }
      case STYLE -> {
        put(states, TextStyle.known(), State.HONOURED);
        states.put("justify", State.FALLS_BACK);
      }
    }
    if (family == Family.KEY) {
      states.put("$", State.HONOURED);
    }
    return states;
  }

  private static State key(String key) {
    if (STRUCTURE.contains(key)) {
      return State.HONOURED;
    }
    if (OtherParams.WITHOUT_EFFECT.contains(key)) {
      return State.WITHOUT_EFFECT;
    }
    boolean supported =
        Stream.<ParamTable<?>>of(
                ComponentReader.STEP, ComponentReader.OUTPUT, ComponentReader.DELIVERY)
            .map(table -> table.find(key))
            .flatMap(Optional::stream)
            .map(Param.class::cast)
            .anyMatch(param -> param.support() == Support.SUPPORTED);
    return supported ? State.HONOURED : State.REPORTED;
  }

  private static void putGravities(Map<String, State> states) {
    put(states, GravityValues.DIRECTIONS.keySet(), State.HONOURED);
    GravityValues.OTHERS.forEach(
        (word, wish) ->
            states.put(
                word,
                switch (wish) {
                  case GravityWish.Point _, GravityWish.Attention _ -> State.HONOURED;
                  case GravityWish.Things _, GravityWish.Stored _ -> State.FALLS_BACK;
                  case GravityWish.Anchor _ -> State.WITHOUT_EFFECT;
                }));
    GravityValues.MANNERS.forEach(word -> states.put("auto:" + word, State.WITHOUT_EFFECT));
    GravityValues.FACES.forEach(word -> states.put("auto:" + word, State.FALLS_BACK));
  }

  private static void put(Map<String, State> states, Collection<String> words, State state) {
    words.forEach(word -> states.put(word, state));
  }
}
