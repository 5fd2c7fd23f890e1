package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Values;
import io.tintype.model.Color;
import io.tintype.model.TintStop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Colours of a tint, each with or without its place between dark and light. */
final class TintStops {
  private static final Color USUAL = Color.opaque(255, 0, 0);
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]+)?p");
  private static final double PERCENT = 100;
  private static final int MOST = 32;

  private TintStops() {}

  /** A colour of a URL. */
  private record Wish(Color color, OptionalDouble position) {}

  /** Ascending; without a place colours are spread evenly, and a single one begins at black. */
  static Optional<List<TintStop>> read(List<String> words) {
    List<Wish> wishes = new ArrayList<>();
    for (String word : words) {
      if (PLACE.matcher(word).matches() && !wishes.isEmpty()) {
        wishes.add(new Wish(wishes.removeLast().color(), OptionalDouble.of(place(word))));
      } else {
        Optional<Color> color = EffectReaders.paint(word);
        if (color.isEmpty() || wishes.size() == MOST) {
          return Optional.empty();
        }
        wishes.add(new Wish(color.get(), OptionalDouble.empty()));
      }
    }
    return Optional.of(wishes.isEmpty() ? single(USUAL) : stops(wishes));
  }

  private static List<TintStop> stops(List<Wish> wishes) {
    if (wishes.size() == 1) {
      return single(wishes.getFirst().color());
    }
    List<TintStop> stops = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      double evenly = (double) i / (wishes.size() - 1);
      stops.add(new TintStop(wishes.get(i).color(), wishes.get(i).position().orElse(evenly)));
    }
    stops.sort(Comparator.comparingDouble(TintStop::position));
    return stops;
  }

  private static List<TintStop> single(Color color) {
    return List.of(new TintStop(Color.BLACK, 0), new TintStop(color, 1));
  }

  private static double place(String word) {
    return Values.number(word.substring(0, word.length() - 1))
        .map(number -> Math.min(1, number.doubleValue() / PERCENT))
        .orElse(0.0);
  }
}
