package io.tintype.dialect.imagekit;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code e-distort} takes: {@code p-} and four corners, or {@code a-} and an angle. */
final class DistortValues {
  private static final int NUMBERS = 8;
  private static final double FULL_TURN = 360;

  private DistortValues() {}

  static ValueReader<Step> reader() {
    return Values.of(
        "p- and four corners clockwise from the top left that keep their order, or a- and an angle"
            + " from N360 to 360 that is not 0",
        text ->
            switch (text.substring(0, Math.min(2, text.length()))) {
              case "p-" -> perspective(text.substring(2));
              case "a-" -> arc(text.substring(2));
              default -> Optional.empty();
            });
  }

  private static Optional<Step> arc(String text) {
    return Values.value(ImageKitValues.signed(Values.decimal(-FULL_TURN, FULL_TURN)), text)
        .filter(degrees -> degrees != 0)
        .map(Step.Arc::new);
  }

  private static Optional<Step> perspective(String text) {
    ValueReader<Integer> coordinate =
        ImageKitValues.signed(Values.integer(-ImageKitValues.MAX_SIDE, ImageKitValues.MAX_SIDE));
    String[] words = text.split("_", NUMBERS + 1);
    List<Integer> n =
        Stream.of(words).flatMap(word -> Values.value(coordinate, word).stream()).toList();
    if (words.length != NUMBERS || n.size() != NUMBERS) {
      return Optional.empty();
    }
    Point topLeft = new Point(n.get(0), n.get(1));
    Point topRight = new Point(n.get(2), n.get(3));
    Point bottomRight = new Point(n.get(4), n.get(5));
    Point bottomLeft = new Point(n.get(6), n.get(7));
    boolean ordered =
        Math.max(topLeft.x(), bottomLeft.x()) < Math.min(topRight.x(), bottomRight.x())
            && Math.max(topLeft.y(), topRight.y()) < Math.min(bottomLeft.y(), bottomRight.y());
    return ordered
        ? Optional.of(
            new Step.Perspective(new Quadrangle(topLeft, topRight, bottomRight, bottomLeft)))
        : Optional.empty();
  }
}
