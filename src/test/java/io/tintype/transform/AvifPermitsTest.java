package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
      assertThat(permits.first(List.of(AVIF, OTHER))).containsSame(AVIF);
      permits.take(AVIF);
    }

    assertThat(permits.first(List.of(AVIF))).isEmpty();
    assertThat(permits.first(List.of(AVIF, OTHER))).containsSame(OTHER);
  }

  @Test
  void comeBack() {
    AvifPermits permits = new AvifPermits(2);
    permits.take(AVIF);
    permits.take(OTHER);
    permits.giveBack(OTHER);
    assertThat(permits.first(List.of(AVIF))).isEmpty();

    permits.giveBack(AVIF);

    assertThat(permits.first(List.of(AVIF))).containsSame(AVIF);
  }
}
