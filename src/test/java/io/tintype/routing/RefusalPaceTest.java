package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalPaceTest {
  private long now = Long.MAX_VALUE - 1_000_000;
  private final RefusalPace pace = new RefusalPace(() -> now);

  @Test
  void tellsAtOnceWhoComesNowAndThen() {
    for (int i = 0; i < 100; i++) {
      assertThat(pace.next()).isZero();
      now += 1_000_000;
    }
  }

  @Test
  void letsThoseWaitWhoComeTogetherButNotLong() {
    assertThat(pace.next()).isZero();
    assertThat(pace.next()).isEqualTo(Duration.ofMillis(1));
    assertThat(pace.next()).isEqualTo(Duration.ofMillis(2));
    for (int i = 0; i < 1000; i++) {
      assertThat(pace.next()).isLessThanOrEqualTo(Duration.ofMillis(200));
    }
    assertThat(pace.next()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void forgetsWhenNobodyIsRefused() {
    for (int i = 0; i < 1000; i++) {
      pace.next();
    }
    now += 201_000_000;

    assertThat(pace.next()).isZero();
  }
}
