package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Color;
import io.tintype.model.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Blur, sharpness and colours. */
final class ToneParams {
  private static final double MOST_BLUR = 100;

  /** ImageKit's editor offers 1 to 99 and begins with this; the rewriter for imgix goes further. */
  private static final double USUAL_SHARPNESS = 50;

  private static final BigDecimal MOST_SHARPNESS = BigDecimal.valueOf(2_000);
  private static final BigDecimal MOST_OF_A_MASK = BigDecimal.valueOf(100);
  private static final int MASK_NUMBERS = 4;
  private static final double PERCENT = 100;

  /** What ImageKit's editor begins with. */
  private static final double USUAL_TOLERANCE = 35;

  private static final Color GRAY = Color.opaque(128, 128, 128);

  static final List<Param<StepDraft>> ALL =
      List.of(
          effect("bl", Place.BLUR, blur()),
          effect("e-sharpen", Place.SHARPEN, sharpen()),
          effect("e-usm", Place.UNSHARP_MASK, unsharpMask()),
          effect("e-contrast", Place.CONTRAST, bare(new Step.StretchContrast())),
          effect("cr", Place.REPLACEMENT, replacement()),
          effect("e-colorize", Place.COLORIZE, colorize()),
          effect("e-grayscale", Place.GRAYSCALE, bare(new Step.Grayscale())));

  private ToneParams() {}

  /** A parameter that is one step in one place. */
  static Param<StepDraft> effect(String name, Place place, ValueReader<? extends Step> reader) {
    return Param.named(name)
        .taking(reader)
        .sets((draft, step) -> draft.put(place, Optional.of(step)));
  }

  private static <T extends Step> ValueReader<Step> bare(T step) {
    return Values.<Step>oneOf(Map.of("", step, "true", step)).called("a name without a value");
  }

  private static ValueReader<Step> blur() {
    return Values.of(
        "a number above 0, up to 100",
        text ->
            Values.number(text)
                .map(BigDecimal::doubleValue)
                .filter(sigma -> sigma > 0 && sigma <= MOST_BLUR)
                .map(Step.Blur::new));
  }

  private static ValueReader<Step> sharpen() {
    return Values.<Step>of(
            "nothing, or a number above 0, up to 2000",
            text ->
                Values.number(text)
                    .filter(n -> n.signum() > 0 && n.compareTo(MOST_SHARPNESS) <= 0)
                    .map(n -> OptionalDouble.of(n.doubleValue() / USUAL_SHARPNESS))
                    .map(Step.Sharpen::new))
        .reading("", new Step.Sharpen(OptionalDouble.empty()));
  }

  /** {@code radius-sigma-amount-threshold}; only the radius may be 0. */
  private static ValueReader<Step> unsharpMask() {
    return Values.of(
        "radius, sigma, amount and threshold such as 2-2-0.8-0.024",
        text -> {
          List<Double> numbers =
              List.of(text.split("-", MASK_NUMBERS + 1)).stream()
                  .flatMap(word -> Values.number(word).stream())
                  .filter(n -> n.signum() >= 0 && n.compareTo(MOST_OF_A_MASK) <= 0)
                  .map(BigDecimal::doubleValue)
                  .toList();
          boolean complete =
              numbers.size() == MASK_NUMBERS
                  && text.split("-", MASK_NUMBERS + 1).length == MASK_NUMBERS;
          return complete && numbers.get(1) > 0 && numbers.get(2) > 0
              ? Optional.of(
                  new Step.UnsharpMask(
                      numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
              : Optional.empty();
        });
  }

  /** {@code to[_tolerance[_from]]}. */
  private static ValueReader<Step> replacement() {
    return Values.of(
        "a colour, a tolerance from 0 to 100 and the colour to replace such as FF0000_35_blue",
        text -> {
          String[] words = text.split("_", 4);
          Optional<Color> to = Paint.read(words[0]).map(Paint::color);
          Optional<Double> tolerance =
              words.length < 2
                  ? Optional.of(USUAL_TOLERANCE)
                  : Values.value(Values.decimal(0, PERCENT), words[1]);
          Optional<Color> from =
              words.length < 3 ? Optional.empty() : Paint.read(words[2]).map(Paint::color);
          boolean complete = words.length < 3 || (words.length == 3 && from.isPresent());
          return to.filter(_ -> complete)
              .flatMap(color -> tolerance.map(far -> new Step.ReplaceColor(color, far, from)));
        });
  }

  /** {@code co-<colour>_in-<per cent>}, both optional. */
  private static ValueReader<Step> colorize() {
    return Values.of(
        "a colour and an intensity from 0 to 100 such as co-red_in-50",
        text ->
            SubValues.of(text, Set.of("co", "in"))
                .flatMap(
                    values ->
                        values
                            .get("co", ImageKitValues.color(), GRAY)
                            .flatMap(
                                color ->
                                    values
                                        .get("in", Values.decimal(0, PERCENT), PERCENT)
                                        .map(in -> new Step.Colorize(color, in / PERCENT)))));
  }
}
