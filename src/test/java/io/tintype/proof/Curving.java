package io.tintype.proof;

import io.tintype.render.LabReference;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What changes levels, by a curve or by what there is in the picture. */
final class Curving {
  private static final double HALF = 0.5;

  private Curving() {}

  /** Each channel by the same curve of 0 to 1. */
  static Sheet bent(Sheet in, DoubleUnaryOperator curve) {
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) ->
            band == Sheet.ALPHA
                ? in.at(x, y, band)
                : Sheet.FULL * curve.applyAsDouble(in.at(x, y, band) / Sheet.FULL));
  }

  /** A logistic curve about the middle, stretched to the full range; below 0 the way back. */
  static Sheet sigmoid(Sheet in, double slope) {
    double k = Math.abs(slope);
    double low = logistic(-k * HALF);
    double high = logistic(k * HALF);
    return bent(
        in,
        slope > 0
            ? level -> (logistic(k * (level - HALF)) - low) / (high - low)
            : level -> {
              double share = low + level * (high - low);
              return HALF + Math.log(share / (1 - share)) / k;
            });
  }

  static Sheet linear(Sheet in, double factor) {
    return bent(in, level -> Math.clamp((level - HALF) * factor + HALF, 0, 1));
  }

  static Sheet power(Sheet in, double exponent) {
    return bent(in, level -> Math.pow(level, exponent));
  }

  static Sheet fillLight(Sheet in, double amount, double bias) {
    return bent(
        in,
        level ->
            level + amount * (Math.sqrt(level) - level) * Math.pow(1 - level, Math.pow(2, -bias)));
  }

  /** White where luminance is at least a share of all. */
  static Sheet blackWhite(Sheet in, double share) {
    return Mixing.mixed(
        in,
        rgb -> {
          double level =
              LabReference.grey(rgb[0], rgb[1], rgb[2]) >= share * Sheet.FULL ? Sheet.FULL : 0;
          return new double[] {level, level, level};
        });
  }

  /** Luminance mapped to colours, each with its place in per cent; mixed with the picture. */
  static Sheet gradientMap(Sheet in, double share, boolean equalize, Arguments stops, int first) {
    double[] greys = equalize ? greys(in) : new double[0];
    return Mixing.mixed(
        in,
        rgb -> {
          double grey = LabReference.grey(rgb[0], rgb[1], rgb[2]);
          double place = equalize ? rank(greys, grey) : grey / Sheet.FULL;
          double[] mapped = new double[3];
          for (int band = 0; band < 3; band++) {
            mapped[band] = rgb[band] * (1 - share) + share * between(stops, first, place, band);
          }
          return mapped;
        });
  }

  private static double between(Arguments stops, int first, double place, int band) {
    int last = stops.values().size() - 2;
    double before = stops.tint(first).at(band);
    double at = stops.number(first + 1) / 100;
    for (int i = first; i <= last && place > at; i += 2) {
      double next = stops.number(i + 1) / 100;
      double color = stops.tint(i).at(band);
      if (place <= next) {
        return before + (color - before) * (place - at) / (next - at);
      }
      before = color;
      at = next;
    }
    return before;
  }

  private static double[] greys(Sheet in) {
    double[] greys = new double[in.width() * in.height()];
    for (int i = 0; i < greys.length; i++) {
      int x = i % in.width();
      int y = i / in.width();
      greys[i] = LabReference.grey(in.at(x, y, 0), in.at(x, y, 1), in.at(x, y, 2));
    }
    Arrays.sort(greys);
    return greys;
  }

  /** Which share of the pixels is at most as light. */
  private static double rank(double[] sorted, double level) {
    int count = 0;
    while (count < sorted.length && sorted[count] <= level + HALF) {
      count++;
    }
    return (double) count / sorted.length;
  }

  /** From the lowest first per cent of a channel to the highest last one; a share of that. */
  static Sheet stretched(Sheet in, double share, boolean alike) {
    double[] black = new double[3];
    double[] white = new double[3];
    for (int band = 0; band < 3; band++) {
      double[] sorted = sorted(in, band);
      black[band] = sorted[sorted.length / 100];
      white[band] = sorted[sorted.length * 99 / 100];
    }
    if (alike) {
      Arrays.fill(black, Arrays.stream(black).min().orElseThrow());
      Arrays.fill(white, Arrays.stream(white).max().orElseThrow());
    }
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> {
          double own = in.at(x, y, band);
          if (band == Sheet.ALPHA) {
            return own;
          }
          double full = Sheet.FULL * (own - black[band]) / (white[band] - black[band]);
          return own * (1 - share) + share * Math.clamp(full, 0, Sheet.FULL);
        });
  }

  /** The same with L*. */
  static Sheet brightened(Sheet in, double share) {
    Sheet full = Shades.contrast(in);
    return Sheet.of(
        in.width(),
        in.height(),
        (x, y, band) -> in.at(x, y, band) * (1 - share) + share * full.at(x, y, band));
  }

  private static double[] sorted(Sheet in, int band) {
    double[] levels = new double[in.width() * in.height()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = in.at(i % in.width(), i / in.width(), band);
    }
    Arrays.sort(levels);
    return levels;
  }

  private static double logistic(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  /** How far a colour is from another one in CIE Lab. */
  static double distance(Sheet in, int x, int y, Tint tint) {
    double[] one = LabReference.of(in.at(x, y, 0), in.at(x, y, 1), in.at(x, y, 2));
    double[] other = LabReference.of(tint.red(), tint.green(), tint.blue());
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }
}
