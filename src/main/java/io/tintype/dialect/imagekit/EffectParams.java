package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shadow, gradient and distortion, whose arguments have names and values of their own. */
final class EffectParams {
  private static final double PERCENT = 100;
  private static final double MOST_SHADOW_BLUR = 15;
  private static final double USUAL_SHADOW_BLUR = 10;
  private static final double USUAL_SHADOW_STRENGTH = 30;
  private static final double USUAL_SHADOW_OFFSET = 2;

  /** Downwards, as CSS has it. */
  private static final double USUAL_DIRECTION = 180;

  private static final Map<String, Double> DIRECTIONS =
      Map.ofEntries(
          entry("top", 0.0),
          entry("top_right", 45.0),
          entry("topright", 45.0),
          entry("right", 90.0),
          entry("bottom_right", 135.0),
          entry("bottomright", 135.0),
          entry("bottom", 180.0),
          entry("bottom_left", 225.0),
          entry("bottomleft", 225.0),
          entry("left", 270.0),
          entry("top_left", 315.0),
          entry("topleft", 315.0));

  private EffectParams() {}

  static List<Param<StepDraft>> in(Scope scope) {
    return List.of(
        gradient(scope),
        ToneParams.effect("e-shadow", Place.SHADOW, shadow()),
        ToneParams.effect("e-distort", Place.DISTORT, DistortValues.reader()));
  }

  static Param<StepDraft> gradient(Scope scope) {
    return ToneParams.effect("e-gradient", Place.GRADIENT, gradientReader(scope));
  }

  private static ValueReader<Step> shadow() {
    ValueReader<Double> offset = ImageKitValues.signed(Values.decimal(-PERCENT, PERCENT));
    return named(
        "bl-, st-, x- and y- such as bl-15_st-40_x-10_y-N5",
        Set.of("bl", "st", "x", "y"),
        values -> {
          var blur = values.get("bl", Values.decimal(0, MOST_SHADOW_BLUR), USUAL_SHADOW_BLUR);
          var strength = values.get("st", Values.decimal(0, PERCENT), USUAL_SHADOW_STRENGTH);
          var x = values.get("x", offset, USUAL_SHADOW_OFFSET);
          var y = values.get("y", offset, USUAL_SHADOW_OFFSET);
          return blur.isEmpty() || strength.isEmpty() || x.isEmpty() || y.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Step.Shadow(
                      blur.get(), strength.get() / PERCENT, x.get() / PERCENT, y.get() / PERCENT));
        });
  }

  private static ValueReader<Step> gradientReader(Scope scope) {
    ValueReader<Double> direction =
        Values.of(
            "a direction",
            text ->
                Optional.ofNullable(DIRECTIONS.get(text))
                    .or(() -> Values.value(ImageKitValues.degrees(), text)));
    ValueReader<Expression> stop =
        ImageKitValues.orComputed(positive(), scope, Function.identity());
    return named(
        "ld-, from-, to- and sp- such as ld-top_right_from-red_to-FF000050_sp-0.5",
        Set.of("ld", "from", "to", "sp"),
        values -> {
          var degrees = values.get("ld", direction, USUAL_DIRECTION);
          var from = values.get("from", ImageKitValues.color(), Color.WHITE);
          var to = values.get("to", ImageKitValues.color(), Color.CLEAR);
          var end = values.get("sp", stop, Expression.of(1));
          return degrees.isEmpty() || from.isEmpty() || to.isEmpty() || end.isEmpty()
              ? Optional.empty()
              : Optional.of(new Step.Gradient(degrees.get(), from.get(), to.get(), end.get()));
        });
  }

  private static ValueReader<Expression> positive() {
    return Values.of(
        "a number above 0",
        text ->
            Values.number(text)
                .filter(number -> number.signum() > 0)
                .map(BigDecimal::doubleValue)
                .map(Expression::of));
  }

  private static ValueReader<Step> named(
      String expected, Set<String> names, Function<SubValues, Optional<Step>> step) {
    return Values.of(expected, text -> SubValues.of(text, names).flatMap(step));
  }
}
