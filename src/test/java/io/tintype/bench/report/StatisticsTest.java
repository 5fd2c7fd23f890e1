package io.tintype.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void medianIsTheMiddleWhateverTheOrder() {
    assertThat(Statistics.median(9, 1, 2)).isEqualTo(2);
    assertThat(Statistics.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    assertThat(Statistics.median()).isNaN();
  }

  @Test
  void percentileIsTheNearestRank() {
    double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

    assertThat(Statistics.percentile(0.99, hundred)).isEqualTo(99);
    assertThat(Statistics.percentile(1, hundred)).isEqualTo(100);
    assertThat(Statistics.percentile(0.001, hundred)).isEqualTo(1);
    assertThat(Statistics.percentile(0.99, 7)).isEqualTo(7);
    assertThat(Statistics.percentile(0.5)).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(0, hundred));
  }

  @Test
  void geometricMeanOfAFactorAndItsInverseIsOne() {
    assertThat(Statistics.geometricMean(List.of(4.0, 0.25))).isCloseTo(1, within(1e-12));
    assertThat(Statistics.geometricMean(List.of(2.0, 8.0))).isCloseTo(4, within(1e-12));
    assertThat(Statistics.geometricMean(List.of())).isNaN();
  }

  @Test
  void slopeIsThatOfTheLineThroughThePoints() {
    double[] minutes = {0, 1, 2, 3};

    assertThat(Statistics.slope(minutes, new double[] {5, 7, 9, 11})).isEqualTo(2);
    assertThat(Statistics.slope(minutes, new double[] {300, 300, 300, 300})).isZero();
    assertThat(Statistics.slope(minutes, new double[] {1, 3, 1, 3})).isCloseTo(0.4, within(1e-12));
  }
}
