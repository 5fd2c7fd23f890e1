package io.tintype.proof;

import io.tintype.render.LabReference;
import java.util.Arrays;

/** What looks at the neighbours of a pixel, or at its place, and leaves opacity. */
final class Painting {
  private static final int SMOOTHING = 2;

  /** ImageMagick's order of three by three. */
  private static final int[][] THREE = {{2, 6, 3}, {5, 0, 8}, {1, 7, 4}};

  private Painting() {}

  /** Squares of their mean from the top left on; beyond the edges, the edges go on. */
  static Sheet pixelated(Sheet in, int side) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double sum = 0;
          for (int i = 0; i < side * side; i++) {
            sum += in.near(x / side * side + i % side, y / side * side + i / side, band);
          }
          return sum / (side * side);
        });
  }

  /** The least or the largest level of a square in every channel of colour. */
  static Sheet extreme(Sheet in, int radius, boolean largest) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double found = in.at(x, y, band);
          for (int dy = -radius; band != Sheet.ALPHA && dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
              double level =
                  in.at(
                      Math.clamp(x + dx, 0, in.width() - 1),
                      Math.clamp(y + dy, 0, in.height() - 1),
                      band);
              found = largest ? Math.max(found, level) : Math.min(found, level);
            }
          }
          return found;
        });
  }

  /** The median of a square. */
  static Sheet median(Sheet in, int radius) {
    int side = 2 * radius + 1;
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          if (band == Sheet.ALPHA) {
            return in.at(x, y, band);
          }
          double[] square = new double[side * side];
          for (int i = 0; i < square.length; i++) {
            square[i] = in.near(x - radius + i % side, y - radius + i / side, band);
          }
          Arrays.sort(square);
          return square[square.length / 2];
        });
  }

  /** Few levels, or black and white for 1, and dark where lightness changes. */
  static Sheet cartoon(Sheet in, double lines, int levels) {
    Sheet smooth = median(in, SMOOTHING);
    Sheet flat =
        levels == 1
            ? Curving.blackWhite(smooth, 0.5)
            : Curving.bent(
                smooth, level -> Math.min(levels - 1, Math.floor(level * levels)) / (levels - 1));
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) ->
            flat.at(x, y, band)
                * (band == Sheet.ALPHA ? 1 : Math.max(0, 1 - 2 * lines * edge(smooth, x, y))));
  }

  /** Sobel's filter: the steeper of the two directions, 1 being from black to white. */
  private static double edge(Sheet in, int x, int y) {
    double across = 0;
    double down = 0;
    for (int i = -1; i <= 1; i++) {
      int weight = 2 - Math.abs(i);
      across += weight * (grey(in, x + 1, y + i) - grey(in, x - 1, y + i));
      down += weight * (grey(in, x + i, y + 1) - grey(in, x + i, y - 1));
    }
    return Math.clamp((Math.abs(across) + Math.abs(down)) / Sheet.FULL, 0, 1);
  }

  private static double grey(Sheet in, int x, int y) {
    return LabReference.grey(in.near(x, y, 0), in.near(x, y, 1), in.near(x, y, 2));
  }

  /** Each channel white from the threshold of its place on; a tile of so many by so many. */
  static Sheet dithered(Sheet in, String tile) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double threshold = Math.round(Sheet.FULL * threshold(tile, x, y));
          return band == Sheet.ALPHA
              ? in.at(x, y, band)
              : in.at(x, y, band) >= threshold ? Sheet.FULL : 0;
        });
  }

  private static double threshold(String tile, int x, int y) {
    return switch (tile) {
      case "half" -> 1 / 2.0;
      case "checks" -> (1 + (x + y) % 2) / 3.0;
      case "three" -> (1 + THREE[y % 3][x % 3]) / 10.0;
      default -> {
        int side = Integer.parseInt(tile);
        yield (1 + bayer(side, x, y)) / (side * side + 1.0);
      }
    };
  }

  /** Bayer's order: the lowest bits of the place say most. */
  private static int bayer(int side, int x, int y) {
    int order = 0;
    for (int bit = 1; bit < side; bit *= 2) {
      int row = (y & bit) > 0 ? 1 : 0;
      int diagonal = ((x ^ y) & bit) > 0 ? 1 : 0;
      order = 4 * order + 2 * diagonal + row;
    }
    return order;
  }
}
