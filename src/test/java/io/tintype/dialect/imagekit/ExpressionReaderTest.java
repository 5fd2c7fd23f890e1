package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.Reading;
import io.tintype.model.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReaderTest {
  private final ExpressionReader reader = new ExpressionReader(Scope.PICTURE);

  /** The table of ImageKit's page on arithmetic, for a picture of 640 by 865 pixels. */
  @ParameterizedTest
  @CsvSource({
    "iw_mul_0.8_add_ih_mul_0.4, 858",
    "10_add_5_mod_4, 3",
    "7_mod_4_add_2, 1",
    "2_pow_3_add_1, 16",
    "2_mul_3_pow_2, 36",
    "2_pow_3_pow_2, 64",
    "100_div_8_mul_2, 25",
    "ih_sub_iw_div_2, 545"
  })
  void bindsAsImageKitDoes(String text, double value) {
    assertThat(reader.read(text))
        .isInstanceOfSatisfying(
            Reading.Value.class,
            read -> assertThat(valueOf((Expression) read.value())).isEqualTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "_", "10", "iw_add", "add_iw", "iw_add__2", "bw", "iw_xor_2", "iw_add_1e3"})
  void refusesWhatIsNoSum(String text) {
    assertThat(reader.read(text)).isInstanceOf(Reading.Invalid.class);
  }

  @Test
  void takesFiftyOperandsAndNoMore() {
    assertThat(reader.read("iw" + "_add_1".repeat(49))).isInstanceOf(Reading.Value.class);
    assertThat(reader.read("iw" + "_add_1".repeat(50))).isInstanceOf(Reading.Invalid.class);
  }

  private static double valueOf(Expression expression) {
    return switch (expression) {
      case Expression.Constant(var value) -> value;
      case Expression.Property(_, var measure) -> measure == Expression.Measure.WIDTH ? 640 : 865;
      case Expression.Operation(var operator, var left, var right) ->
          operator.apply(valueOf(left), valueOf(right));
    };
  }
}
