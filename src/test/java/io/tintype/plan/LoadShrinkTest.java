package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.model.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadShrinkTest {
  private static final Size PHOTO = new Size(4256, 2837);

  @ParameterizedTest
  @CsvSource({
    // the resampling is left 1.18 of 9.46, 1.28 of 2.56
    "1,    9.46, 8",
    "1.15, 9.46, 8",
    "1.25, 9.46, 4",
    "1,    8.5,  8",
    "1.15, 8.5,  4",
    "1.15, 2.56, 2",
    "1.5,  2.56, 1",
    "1.5,  3.1,  2",
    "8,    15,   1",
    "8,    16,   2",
    "8,    64,   8"
  })
  void leavesTheResamplerItsReserve(double reserve, double shrink, double factor) {
    assertThat(new LoadShrink(reserve).factor(ImageFormat.JPEG, PHOTO, shrink)).isEqualTo(factor);
  }

  /** A decoder drops the last, incomplete pixel: of 9 there are 4 at a half, and 5 are wanted. */
  @ParameterizedTest
  @CsvSource({"9, 9, 2, 1", "10, 10, 2, 2", "17, 16, 8, 4", "16, 16, 8, 8", "1, 300, 100, 1"})
  void neverLoadsLessThanIsWanted(int width, int height, double shrink, double factor) {
    LoadShrink greedy = new LoadShrink(LoadShrink.LEAST_RESERVE);

    assertThat(greedy.factor(ImageFormat.JPEG, new Size(width, height), shrink)).isEqualTo(factor);
  }

  @Test
  void shrinksWebpAllTheWay() {
    assertThat(LoadShrink.USUAL.factor(ImageFormat.WEBP, PHOTO, 2.56)).isEqualTo(2.56);
    assertThat(LoadShrink.USUAL.factor(ImageFormat.WEBP, PHOTO, 0.5)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.99, 8.01, Double.NaN})
  void refusesOtherReserves(double reserve) {
    assertThatThrownBy(() -> new LoadShrink(reserve)).isInstanceOf(IllegalArgumentException.class);
  }
}
