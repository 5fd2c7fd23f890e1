package io.tintype.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.SettableClock;
import org.junit.jupiter.api.Test;

class GuardTest {
  private final DiskCounts counts = new DiskCounts();
  private final Guard guard = new Guard(counts, new SettableClock());

  @Test
  void countsWhatFailsAndLetsNothingThrough() {
    assertThat(guard.run(GuardTest::fail)).isFalse();
    assertThat(guard.holds(GuardTest::fail, true)).isTrue();

    assertThat(counts.errors()).isEqualTo(2);
  }

  @Test
  void givesTheAnswerOfWhatWorks() {
    assertThat(guard.run(() -> {})).isTrue();
    assertThat(guard.holds(() -> false, true)).isFalse();

    assertThat(counts.errors()).isZero();
  }

  private static boolean fail() {
    throw new OutOfMemoryError("as large arrays do");
  }
}
