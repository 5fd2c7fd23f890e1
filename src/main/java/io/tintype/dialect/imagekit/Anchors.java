package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Gravity.Direction;
import java.util.Map;

/** The nine anchors, by ImageKit's names. */
final class Anchors {
  private static final Map<String, Direction> BY_NAME =
      Map.ofEntries(
          entry("center", Direction.CENTER),
          entry("top", Direction.TOP),
          entry("left", Direction.LEFT),
          entry("bottom", Direction.BOTTOM),
          entry("right", Direction.RIGHT),
          entry("top_left", Direction.TOP_LEFT),
          entry("top_right", Direction.TOP_RIGHT),
          entry("bottom_left", Direction.BOTTOM_LEFT),
          entry("bottom_right", Direction.BOTTOM_RIGHT));

  private Anchors() {}

  static ValueReader<Direction> reader() {
    return Values.oneOf(BY_NAME);
  }
}
