package io.tintype.dialect.cloudinary;

import static io.tintype.dialect.cloudinary.EffectReaders.PERCENT;
import static io.tintype.dialect.cloudinary.EffectReaders.change;
import static io.tintype.dialect.cloudinary.EffectReaders.level;
import static io.tintype.dialect.cloudinary.EffectReaders.levels;
import static io.tintype.dialect.cloudinary.EffectReaders.plain;
import static java.util.Map.entry;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import io.tintype.model.Adjustment;
import io.tintype.model.DitherPattern;
import io.tintype.model.Levels;
import io.tintype.model.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Effects on sharpness, lightness and contrast; formulas in {@code docs/cloudinary-effects.md}. */
final class ToneEffects {
  private static final int STRONGEST = 2000;
  private static final int USUAL_STRENGTH = 100;
  private static final double MOST_BLURRED = 100;
  private static final double MASK_THRESHOLD = 0.05;
  private static final int USUAL_LEVEL = 80;

  /** Slope of a sigmoid for a level of 1. */
  private static final double SLOPE = 0.1;

  private static final double IMPROVED_VIBRANCE = 0.1;
  private static final double IMPROVED_SHARPNESS = 0.3;
  private static final double MEDIAN_SCALE = 10;

  /** Levels of a channel when colours are reduced by 0, and how many less at 100. */
  private static final int MOST_LEVELS = 16;

  private static final double LESS_LEVELS = 0.14;
  private static final int USUAL_REDUCTION = 60;

  /** By the number that URLs give them. */
  private static final List<DitherPattern> PATTERNS =
      List.of(
          DitherPattern.HALF,
          DitherPattern.CHECKS,
          DitherPattern.BAYER_2,
          DitherPattern.ORDERED_3,
          DitherPattern.BAYER_4,
          DitherPattern.BAYER_8);

  static final Map<String, ValueReader<Effect>> ALL =
      Map.ofEntries(
          entry("blur", level(1, STRONGEST, USUAL_STRENGTH, ToneEffects::blur)),
          entry(
              "sharpen",
              level(
                  1,
                  STRONGEST,
                  USUAL_STRENGTH,
                  level -> new Step.Sharpen(OptionalDouble.of(level / PERCENT)))),
          entry(
              "unsharp_mask",
              level(
                  1,
                  STRONGEST,
                  USUAL_STRENGTH,
                  level -> new Step.UnsharpMask(0, level / PERCENT, 1, MASK_THRESHOLD))),
          entry("grayscale", plain(new Step.Grayscale())),
          entry("blackwhite", level(0, 100, 50, ToneEffects::blackWhite)),
          entry("brightness", change(-99, 100, USUAL_LEVEL, ToneEffects::brightness)),
          entry(
              "brightness_hsb",
              change(-99, 100, USUAL_LEVEL, n -> adjust(new Adjustment.Value(1 + n / PERCENT)))),
          entry("contrast", contrast()),
          entry(
              "gamma",
              change(-50, 150, 0, n -> adjust(new Adjustment.Gamma(1 / (1 + n / PERCENT))))),
          entry("auto_brightness", automatic(Levels.BRIGHTNESS)),
          entry("auto_contrast", automatic(Levels.CONTRAST)),
          entry("auto_color", automatic(Levels.COLOR)),
          entry("improve", improve()),
          entry("fill_light", fillLight()),
          entry("vignette", change(0, 100, 20, n -> adjust(new Adjustment.Vignette(n / PERCENT)))),
          entry("oil_paint", levels(0, 100, 30, ToneEffects::oil)),
          entry("ordered_dither", dither()),
          entry("cartoonify", cartoon()),
          entry("pixelate", pixelate().map(step -> _ -> List.of(step))));

  private ToneEffects() {}

  static Step.Blur blur(int level) {
    return new Step.Blur(Math.min(MOST_BLURRED, level / PERCENT));
  }

  /** Squares; without a number as the picture's size wants them. */
  static ValueReader<Step.Pixelate> pixelate() {
    return Values.of(
        "an integer from 1 to 200",
        text ->
            text.isEmpty()
                ? Optional.of(new Step.Pixelate(OptionalInt.empty()))
                : Values.value(Values.integer(1, 200), text)
                    .map(side -> new Step.Pixelate(OptionalInt.of(side))));
  }

  private static Step adjust(Adjustment adjustment) {
    return new Step.Adjust(adjustment);
  }

  private static Step blackWhite(int level) {
    return adjust(new Adjustment.BlackWhite(level / PERCENT));
  }

  private static Step brightness(int level) {
    return adjust(new Adjustment.LabScale(1 + level / PERCENT, 1));
  }

  /** {@code <level>}, or {@code level_<n>;type_sigmoidal} or {@code type_linear}. */
  private static ValueReader<Effect> contrast() {
    return Values.of(
        "an integer from -100 to 100, or level_<n> and type_sigmoidal or type_linear",
        text -> {
          Map<String, String> named = named(text);
          boolean linear = "linear".equals(named.get("type"));
          if (!List.of("linear", "sigmoidal").contains(named.getOrDefault("type", "sigmoidal"))) {
            return Optional.empty();
          }
          String level = named.getOrDefault("level", named.getOrDefault("", ""));
          return linear
              ? Values.value(CloudinaryValues.level(1, 200, 100), level).map(n -> _ -> stretched(n))
              : Values.value(CloudinaryValues.level(-100, 100, 0), level).map(n -> _ -> curved(n));
        });
  }

  /** Pieces between semicolons, by what stands before their last underscore. */
  private static Map<String, String> named(String text) {
    Map<String, String> named = new HashMap<>();
    for (String piece : text.split(";", -1)) {
      int underscore = piece.indexOf('_');
      named.put(
          underscore < 0 ? "" : piece.substring(0, underscore), piece.substring(underscore + 1));
    }
    return named;
  }

  private static List<Step> curved(int level) {
    return level == 0 ? List.of() : List.of(adjust(new Adjustment.Sigmoid(level * SLOPE)));
  }

  private static List<Step> stretched(int level) {
    double factor = level / PERCENT;
    return factor == 1 ? List.of() : List.of(ColorEffects.scaled(factor, (1 - factor) / 2));
  }

  private static ValueReader<Effect> automatic(Levels levels) {
    return change(
        0, 100, USUAL_STRENGTH, n -> adjust(new Adjustment.AutoLevels(levels, n / PERCENT)));
  }

  /** {@code [outdoor|indoor][:<blend>]}. */
  private static ValueReader<Effect> improve() {
    return Values.of(
        "outdoor or indoor, and an integer from 0 to 100",
        text -> {
          List<String> words = EffectReaders.words(text);
          boolean indoor = words.contains("indoor");
          boolean mode = indoor || words.contains("outdoor");
          String blend = words.size() > (mode ? 1 : 0) ? words.getLast() : "";
          return words.size() > 2
              ? Optional.empty()
              : Values.value(CloudinaryValues.level(0, 100, USUAL_STRENGTH), blend)
                  .map(level -> _ -> improved(indoor, level / PERCENT));
        });
  }

  private static List<Step> improved(boolean indoor, double share) {
    return share == 0
        ? List.of()
        : List.of(
            adjust(new Adjustment.AutoLevels(indoor ? Levels.COLOR : Levels.CONTRAST, share)),
            adjust(new Adjustment.Vibrance(IMPROVED_VIBRANCE * share)),
            new Step.Sharpen(OptionalDouble.of(IMPROVED_SHARPNESS * share)));
  }

  /** {@code [<amount>][:<bias>]}. */
  private static ValueReader<Effect> fillLight() {
    return Values.of(
        "an integer from 0 to 100, and one from -100 to 100",
        text -> {
          String[] words = text.split(":", 2);
          Optional<Integer> amount =
              Values.value(CloudinaryValues.level(0, 100, USUAL_STRENGTH), words[0]);
          Optional<Integer> bias =
              Values.value(CloudinaryValues.level(-100, 100, 0), words.length > 1 ? words[1] : "");
          return amount.isEmpty() || bias.isEmpty()
              ? Optional.empty()
              : Optional.of(_ -> filled(amount.get() / PERCENT, bias.get() / PERCENT));
        });
  }

  private static List<Step> filled(double amount, double bias) {
    return amount == 0 ? List.of() : List.of(adjust(new Adjustment.FillLight(amount, bias)));
  }

  private static List<Step> oil(int level) {
    int radius = (int) Math.rint(level / MEDIAN_SCALE);
    return radius == 0 ? List.of() : List.of(adjust(new Adjustment.Median(radius)));
  }

  /** The first patterns; the others are halftones of another kind. */
  private static ValueReader<Effect> dither() {
    return level(
            0, PATTERNS.size() - 1, 0, index -> adjust(new Adjustment.Dither(PATTERNS.get(index))))
        .notYet(text -> Values.value(Values.integer(PATTERNS.size(), 18), text).isPresent());
  }

  /** {@code [<lines>][:<reduction>|:bw]}. */
  private static ValueReader<Effect> cartoon() {
    return Values.of(
        "an integer from 0 to 100, and another one or bw",
        text -> {
          String[] words = text.split(":", 2);
          boolean bw = words.length > 1 && words[1].equals("bw");
          Optional<Integer> lines = Values.value(CloudinaryValues.level(0, 100, 50), words[0]);
          Optional<Integer> reduction =
              Values.value(
                  CloudinaryValues.level(0, 100, USUAL_REDUCTION),
                  words.length > 1 && !bw ? words[1] : "");
          return lines.isEmpty() || reduction.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  _ ->
                      List.of(
                          adjust(
                              new Adjustment.Cartoon(
                                  lines.get() / PERCENT, bw ? 1 : left(reduction.get())))));
        });
  }

  private static int left(int reduction) {
    return (int) Math.rint(MOST_LEVELS - LESS_LEVELS * reduction);
  }
}
