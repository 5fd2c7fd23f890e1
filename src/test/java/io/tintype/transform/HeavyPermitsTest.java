package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeavyPermitsTest {
  private static final long MIB = 1 << 20;
  private static final long MEMORY = 768 * MIB;
  private static final long HEAVY = 300 * MIB;
  private static final long LIGHT = 256 * MIB;
  private static final long GIANT = 600 * MIB;

  @Test
  void lightIsWhatAllThreadsCanDoAtOnce() {
    HeavyPermits permits = new HeavyPermits(3, MEMORY);

    assertThat(permits.isHeavy(LIGHT)).isFalse();
    assertThat(permits.isHeavy(LIGHT + 1)).isTrue();
    assertThat(new HeavyPermits(1, MEMORY).isHeavy(MEMORY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "4, 2", "9, 4"})
  void leaveHalfOfTheThreadsToOthers(int threads, int most) {
    long price = MEMORY / threads + 1;
    HeavyPermits permits = new HeavyPermits(threads, MEMORY);

    int taken = 0;
    while (permits.admits(price, () -> false)) {
      permits.take(price);
      taken++;
    }

    assertThat(taken).isEqualTo(most);
    assertThat(permits.taken()).isEqualTo(most);
    assertThat(permits.admits(LIGHT / threads, () -> true)).isTrue();
  }

  @Test
  void leaveMemoryToOthers() {
    HeavyPermits permits = new HeavyPermits(8, MEMORY);
    permits.take(HEAVY);
    permits.take(HEAVY);

    assertThat(permits.admits(HEAVY, () -> false)).isFalse();
    assertThat(permits.admits(HEAVY / 8, () -> false)).isTrue();
    assertThat(permits.atOnce(HEAVY)).isEqualTo(2);
    assertThat(permits.atOnce(GIANT)).isOne();
  }

  @Test
  void giantsAreAloneAndComeLast() {
    HeavyPermits permits = new HeavyPermits(3, MEMORY);

    assertThat(permits.admits(GIANT, () -> true)).isFalse();
    assertThat(permits.admits(GIANT, () -> false)).isTrue();
    permits.take(GIANT);
    assertThat(permits.admits(GIANT, () -> false)).isFalse();
    assertThat(permits.admits(HEAVY, () -> false)).isFalse();
    permits.giveBack(GIANT);
    assertThat(permits.admits(HEAVY, () -> true)).isTrue();
  }
}
