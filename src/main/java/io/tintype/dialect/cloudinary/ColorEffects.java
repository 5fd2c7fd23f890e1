package io.tintype.dialect.cloudinary;

import static io.tintype.dialect.cloudinary.EffectReaders.PERCENT;
import static io.tintype.dialect.cloudinary.EffectReaders.change;
import static io.tintype.dialect.cloudinary.EffectReaders.level;
import static io.tintype.dialect.cloudinary.EffectReaders.paint;
import static io.tintype.dialect.cloudinary.EffectReaders.plain;
import static java.util.Map.entry;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.model.Step;
import io.tintype.model.TintStop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Effects on colours and transparency; formulas in {@code docs/cloudinary-effects.md}. */
final class ColorEffects {
  private static final int USUAL_LEVEL = 80;
  private static final int USUAL_TOLERANCE = 50;
  private static final int USUAL_TINT = 60;
  private static final double BYTE_MAX = 255;
  private static final double DEGREES = 1.8;
  private static final int COLORS = 3;
  private static final int SMALL = 9;
  private static final int LARGE = 16;
  private static final double LARGEST_WEIGHT = 255;

  static final Color GRAY = Color.opaque(128, 128, 128);

  /** Of Microsoft's widespread sample, which most programs have. */
  private static final List<Double> SEPIA =
      List.of(0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131);

  static final Map<String, ValueReader<Effect>> ALL =
      Map.ofEntries(
          entry("sepia", level(1, 100, USUAL_LEVEL, n -> mixed(SEPIA, n / PERCENT))),
          entry("negate", plain(scaled(-1, 1))),
          entry("red", shift(0)),
          entry("green", shift(1)),
          entry("blue", shift(2)),
          entry(
              "saturation",
              change(
                  -100,
                  100,
                  USUAL_LEVEL,
                  n -> adjust(new Adjustment.LabScale(1, 1 + n / PERCENT)))),
          entry(
              "vibrance", change(-100, 100, 20, n -> adjust(new Adjustment.Vibrance(n / PERCENT)))),
          entry(
              "hue", change(-100, 100, USUAL_LEVEL, n -> adjust(new Adjustment.Hue(n * DEGREES)))),
          entry("colorize", colorize()),
          entry("tint", tint()),
          entry("replace_color", replaceColor()),
          entry("recolor", recolor()),
          entry("simulate_colorblind", colorblind()),
          entry("assist_colorblind", assistance()),
          entry("make_transparent", transparent()),
          entry(
              "opacity_threshold",
              level(1, 100, 50, n -> adjust(new Adjustment.ClearBelow(n / PERCENT)))));

  private ColorEffects() {}

  /** Every channel times a factor, plus a summand. */
  static Step scaled(double factor, double summand) {
    return matrix(
        List.of(factor, 0.0, 0.0, 0.0, factor, 0.0, 0.0, 0.0, factor),
        List.of(summand, summand, summand));
  }

  private static Step adjust(Adjustment adjustment) {
    return new Step.Adjust(adjustment);
  }

  private static Step matrix(List<Double> weights, List<Double> summands) {
    return adjust(new Adjustment.Matrix(weights, summands));
  }

  /** As much of another matrix as a share says, and the picture for the rest. */
  private static Step mixed(List<Double> weights, double share) {
    List<Double> mixed = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      double same = i % (COLORS + 1) == 0 ? 1 - share : 0;
      mixed.add(weights.get(i) * share + same);
    }
    return matrix(mixed, List.of(0.0, 0.0, 0.0));
  }

  private static ValueReader<Effect> shift(int channel) {
    return change(
        -100,
        100,
        0,
        level -> {
          List<Double> summands = new ArrayList<>(List.of(0.0, 0.0, 0.0));
          summands.set(channel, level / PERCENT);
          return matrix(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0), summands);
        });
  }

  /** The picture mixed with {@code co}. */
  private static ValueReader<Effect> colorize() {
    return CloudinaryValues.level(0, 100, 100)
        .map(
            level ->
                component -> {
                  Color color = component.paint(GRAY);
                  double share = level / PERCENT * color.alpha();
                  return share == 0 ? List.of() : List.of(covered(color, share));
                });
  }

  private static Step covered(Color color, double share) {
    double rest = 1 - share;
    return matrix(
        List.of(rest, 0.0, 0.0, 0.0, rest, 0.0, 0.0, 0.0, rest),
        List.of(
            share * color.red() / BYTE_MAX,
            share * color.green() / BYTE_MAX,
            share * color.blue() / BYTE_MAX));
  }

  /** {@code [equalize:]<amount>[:<colour>[:<position>p]]…}. */
  private static ValueReader<Effect> tint() {
    return Values.of(
        "equalize, an integer from 0 to 100, then colours and their positions",
        text -> {
          List<String> words = new ArrayList<>(EffectReaders.words(text));
          boolean equalize = !words.isEmpty() && words.getFirst().equals("equalize");
          if (equalize) {
            words.removeFirst();
          }
          Optional<Integer> amount =
              Values.value(
                  CloudinaryValues.level(0, 100, USUAL_TINT),
                  words.isEmpty() ? "" : words.removeFirst());
          Optional<List<TintStop>> stops = TintStops.read(words);
          return amount.isEmpty() || stops.isEmpty()
              ? Optional.empty()
              : Optional.of(_ -> tinted(amount.get() / PERCENT, equalize, stops.get()));
        });
  }

  private static List<Step> tinted(double amount, boolean equalize, List<TintStop> stops) {
    return amount == 0 ? List.of() : List.of(adjust(new Adjustment.Tint(amount, equalize, stops)));
  }

  /** {@code <to>[:<tolerance>][:<from>]}. */
  private static ValueReader<Effect> replaceColor() {
    return Values.of(
        "a colour, a tolerance from 0 to 100 and a colour, with colons between",
        text -> {
          List<String> words = EffectReaders.words(text);
          Optional<Color> to = words.isEmpty() ? Optional.empty() : paint(words.getFirst());
          Optional<Integer> tolerance =
              words.size() > 1
                  ? Values.value(Values.integer(0, 100), words.get(1))
                  : Optional.of(USUAL_TOLERANCE);
          Optional<Color> from = words.size() > 2 ? paint(words.get(2)) : Optional.empty();
          boolean wrong = to.isEmpty() || tolerance.isEmpty() || words.size() > COLORS;
          return wrong || (words.size() > 2 && from.isEmpty())
              ? Optional.empty()
              : Optional.of(_ -> List.of(new Step.ReplaceColor(to.get(), tolerance.get(), from)));
        });
  }

  /** A matrix, row by row. */
  private static ValueReader<Effect> recolor() {
    return Values.of(
        "9 or 16 numbers from -255 to 255, with colons between",
        text ->
            EffectReaders.numbers(text)
                .filter(numbers -> numbers.size() == SMALL || numbers.size() == LARGE)
                .filter(
                    numbers ->
                        numbers.stream().allMatch(number -> Math.abs(number) <= LARGEST_WEIGHT))
                .map(
                    numbers -> {
                      int size = numbers.size() == SMALL ? COLORS : COLORS + 1;
                      List<Double> none = Collections.nCopies(size, 0.0);
                      return _ -> List.of(matrix(numbers, none));
                    }));
  }

  private static ValueReader<Effect> colorblind() {
    ValueReader<List<Double>> known = Values.oneOf(Colorblindness.BY_NAME);
    return Values.of(
        known.expected(),
        text ->
            Values.value(known, text.isEmpty() ? Colorblindness.USUAL : text)
                .map(matrix -> _ -> List.of(mixed(matrix, 1))));
  }

  /** Stripes of a strength, or colours that are easier to tell. */
  private static ValueReader<Effect> assistance() {
    Effect distinct = _ -> List.of(mixed(Colorblindness.DISTINCT, 1));
    return CloudinaryValues.level(1, 100, 10)
        .<Effect>map(level -> _ -> List.of(adjust(new Adjustment.Stripes(level / PERCENT))))
        .reading("xray", distinct);
  }

  /** Makes {@code co} clear. */
  private static ValueReader<Effect> transparent() {
    return CloudinaryValues.level(0, 100, 10)
        .map(
            tolerance ->
                component ->
                    List.of(
                        adjust(
                            new Adjustment.ClearColor(component.paint(Color.WHITE), tolerance))));
  }
}
