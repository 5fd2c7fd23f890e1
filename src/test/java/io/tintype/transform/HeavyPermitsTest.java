package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeavyPermitsTest {
  private record Job(long price, boolean slow) implements HeavyPermits.Claimant {
    @Override
    public boolean drawing() {
      return false;
    }
  }

  private static final long MIB = 1 << 20;
  private static final long MEMORY = 768 * MIB;
  private static final long HEAVY = 300 * MIB;
  private static final long LIGHT = 256 * MIB;
  private static final long GIANT = 600 * MIB;

  @Test
  void lightIsWhatAllThreadsCanDoAtOnce() {
    HeavyPermits permits = new HeavyPermits(3, MEMORY);

    assertThat(permits.isHeavy(of(LIGHT))).isFalse();
    assertThat(permits.isHeavy(of(LIGHT + 1))).isTrue();
    assertThat(new HeavyPermits(1, MEMORY).isHeavy(of(MEMORY))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "4, 2", "9, 4"})
  void leaveHalfOfTheThreadsToOthers(int threads, int most) {
    long price = MEMORY / threads + 1;
    HeavyPermits permits = new HeavyPermits(threads, MEMORY);

    int taken = 0;
    while (permits.admits(of(price), () -> false)) {
      permits.take(of(price));
      taken++;
    }

    assertThat(taken).isEqualTo(most);
    assertThat(permits.taken()).isEqualTo(most);
    assertThat(permits.admits(of(LIGHT / threads), () -> true)).isTrue();
  }

  @Test
  void leaveMemoryToOthers() {
    HeavyPermits permits = new HeavyPermits(8, MEMORY);
    permits.take(of(HEAVY));
    permits.take(of(HEAVY));

    assertThat(permits.admits(of(HEAVY), () -> false)).isFalse();
    assertThat(permits.admits(of(HEAVY / 8), () -> false)).isTrue();
    assertThat(permits.atOnce(of(HEAVY))).isEqualTo(2);
    assertThat(permits.atOnce(of(GIANT))).isOne();
  }

  @Test
  void giantsAreAloneAndComeLast() {
    HeavyPermits permits = new HeavyPermits(3, MEMORY);

    assertThat(permits.admits(of(GIANT), () -> true)).isFalse();
    assertThat(permits.admits(of(GIANT), () -> false)).isTrue();
    permits.take(of(GIANT));
    assertThat(permits.admits(of(GIANT), () -> false)).isFalse();
    assertThat(permits.admits(of(HEAVY), () -> false)).isFalse();
    permits.giveBack(of(GIANT));
    assertThat(permits.admits(of(HEAVY), () -> true)).isTrue();
  }

  @Test
  void slowJobsAreHeavy() {
    HeavyPermits permits = new HeavyPermits(3, MEMORY);
    Job drawing = new Job(MIB, /* slow= */ true);
    permits.take(drawing);

    assertThat(permits.admits(drawing, () -> false)).isFalse();
    assertThat(permits.admits(of(MIB), () -> true)).isTrue();
    assertThat(new HeavyPermits(1, MEMORY).admits(drawing, () -> false)).isTrue();
  }

  private static Job of(long price) {
    return new Job(price, /* slow= */ false);
  }
}
