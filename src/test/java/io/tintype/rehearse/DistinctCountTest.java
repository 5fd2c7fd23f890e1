package io.tintype.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
  @Test
  void countsAFewExactly() {
    DistinctCount count = counted(DistinctCount.EXACT);

    assertThat(count.isExact()).isTrue();
    assertThat(count.count()).isEqualTo(DistinctCount.EXACT);
  }

  /** Three standard errors of the method. */
  @ParameterizedTest
  @ValueSource(ints = {129, 1_000, 3_000, 10_000, 300_000})
  void estimatesMany(int urls) {
    DistinctCount count = counted(urls);

    assertThat(count.isExact()).isFalse();
    assertThat(count.count()).isCloseTo(urls, withinPercentage(10));
  }

  /** Each twice. */
  private static DistinctCount counted(int urls) {
    DistinctCount count = new DistinctCount();
    for (int i = 0; i < 2 * urls; i++) {
      count.add(DistinctCount.hash("/acme/image/upload/w_100/" + i % urls + ".jpg"));
    }
    return count;
  }
}
