package io.tintype.bench.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bench.load.Load;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Trial MIXED =
      new Trial(new Load(new double[] {10, 20}, new double[] {1, 1, 1}, 5, 1), 0.6);

  private static final Trial HOPELESS = new Trial(new Load(new double[0], new double[0], 7, 1), 1);

  @Test
  void onlyAcceptedAnswersShareTheCost() {
    assertThat(MIXED.cpuMillis()).isEqualTo(300);
    assertThat(HOPELESS.cpuMillis()).isNaN();
  }

  @Test
  void refusalsAndErrorsAreCounted() {
    assertThat(Trial.unaccepted(List.of(MIXED, HOPELESS))).isEqualTo(15);
    assertThat(Trial.unaccepted(List.of())).isZero();
  }
}
