package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LearnedPaceTest {
  private static final long SMALL = 100_000;
  private static final long MIDDLE = 900_000;
  private static final long LARGE = 3_000_000;

  private final LearnedPace pace = new LearnedPace();

  @Test
  void startsWithACautiousGuess() {
    assertThat(pace.avif(SMALL, 3)).isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
    assertThat(pace.avif(LARGE, 1)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void comesToWhatItSees() {
    for (int i = 0; i < 60; i++) {
      pace.learn(SMALL, 3, SMALL * 300);
    }

    assertThat(pace.avif(SMALL, 3).toNanos()).isBetween(SMALL * 290, SMALL * 310);
    assertThat(pace.avif(2 * SMALL, 3).toNanos()).isBetween(SMALL * 580, SMALL * 620);
  }

  @Test
  void believesOfOtherEffortsWhatItSeesOfOne() {
    Duration before = pace.avif(LARGE, 1);
    for (int i = 0; i < 10; i++) {
      pace.learn(SMALL, 3, pace.avif(SMALL, 3).toNanos() / 4);
    }

    assertThat(pace.avif(LARGE, 1)).isLessThan(before);
    assertThat(pace.avif(MIDDLE, 2)).isPositive();
  }

  @Test
  void isNotTakenInByASingleAccident() {
    Duration before = pace.avif(SMALL, 3);

    pace.learn(SMALL, 3, Duration.ofMinutes(5).toNanos());
    pace.learn(100, 3, Duration.ofMinutes(5).toNanos());

    assertThat(pace.avif(SMALL, 3)).isLessThan(before.multipliedBy(2));
  }
}
