package io.tintype.render;

import io.tintype.model.Backdrop;
import io.tintype.model.Color;
import io.tintype.plan.PlannedStep;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the colours of canvases from those of pictures. */
final class CanvasColors {
  private static final int CORNERS = 4;

  /** How many of the most frequent colours are looked at for those that differ most. */
  private static final int CANDIDATES = 16;

  private CanvasColors() {}

  /** The colours of the canvas's corners, clockwise from the top left; empty = transparent. */
  static List<Color> corners(DominantColors colors, PlannedStep.DominantCanvas canvas) {
    Backdrop.Dominant wish = canvas.colors();
    List<Color> found =
        found(colors, wish).stream().map(color -> nearest(color, wish.palette())).toList();
    if (found.isEmpty()) {
      return found;
    }
    Color first = found.getFirst();
    Color last = found.get(Math.min(1, found.size() - 1));
    return switch (wish.spread()) {
      case PLAIN -> List.of(first, first, first, first);
      case LENGTHWISE -> {
        int beside = canvas.width() - colors.size().width();
        int above = canvas.height() - colors.size().height();
        yield beside > above ? across(first, last) : down(first, last);
      }
      case HORIZONTAL -> across(first, last);
      case VERTICAL -> down(first, last);
      case DESCENDING -> List.of(first, middle(first, last), last, middle(first, last));
      case ASCENDING -> List.of(middle(first, last), last, middle(first, last), first);
      case CORNERS ->
          IntStream.range(0, CORNERS).mapToObj(at -> found.get(at % found.size())).toList();
    };
  }

  /** The first most of all; fewer than wished for if there are not as many. */
  private static List<Color> found(DominantColors colors, Backdrop.Dominant wish) {
    int wanted = wish.spread().colors();
    if (wish.contrast()) {
      return differing(most(colors, wish.area(), CANDIDATES), wanted);
    }
    return wish.area() == Backdrop.Area.EDGES && wish.spread() == Backdrop.Spread.CORNERS
        ? colors.atCorners()
        : most(colors, wish.area(), wanted);
  }

  private static List<Color> most(DominantColors colors, Backdrop.Area area, int wanted) {
    return switch (area) {
      case EDGES -> colors.alongEdges(wanted);
      case EVERYWHERE -> colors.everywhere(wanted);
    };
  }

  /**
   * Those farthest in CIE Lab from the most frequent one; where there is only that, black or white.
   */
  private static List<Color> differing(List<Color> candidates, int wanted) {
    if (candidates.isEmpty()) {
      return candidates;
    }
    Color main = candidates.getFirst();
    List<Color> others =
        candidates.size() > 1
            ? candidates.subList(1, candidates.size())
            : List.of(Color.BLACK, Color.WHITE);
    return others.stream()
        .sorted(Comparator.comparingDouble((Color color) -> -Lab.distance(main, color)))
        .limit(candidates.size() > 1 ? wanted : 1)
        .toList();
  }

  private static Color nearest(Color color, List<Color> palette) {
    return palette.stream()
        .min(Comparator.comparingDouble(one -> Lab.distance(color, one)))
        .orElse(color);
  }

  private static List<Color> across(Color left, Color right) {
    return List.of(left, right, right, left);
  }

  private static List<Color> down(Color top, Color bottom) {
    return List.of(top, top, bottom, bottom);
  }

  private static Color middle(Color one, Color other) {
    return Color.opaque(
        (one.red() + other.red()) / 2,
        (one.green() + other.green()) / 2,
        (one.blue() + other.blue()) / 2);
  }
}
