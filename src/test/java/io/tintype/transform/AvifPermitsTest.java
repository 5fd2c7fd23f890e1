package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvifPermitsTest {
  private static final Job AVIF = new Job(true);
  private static final Job OTHER = new Job(false);

  private record Job(boolean writesAvif) implements AvifPermits.Claimant {}

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "8, 7"})
  void leaveAThreadToOthers(int threads, int most) {
    AvifPermits permits = new AvifPermits(threads);

    for (int i = 0; i < most; i++) {
      assertThat(permits.admits(AVIF)).isTrue();
      permits.take(AVIF);
    }

    assertThat(permits.admits(AVIF)).isFalse();
    assertThat(permits.admits(OTHER)).isTrue();
  }

  @Test
  void comeBack() {
    AvifPermits permits = new AvifPermits(2);
    permits.take(AVIF);
    permits.take(OTHER);
    permits.giveBack(OTHER);
    assertThat(permits.admits(AVIF)).isFalse();

    permits.giveBack(AVIF);

    assertThat(permits.admits(AVIF)).isTrue();
  }
}
