package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SendingPaceTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Ten seconds, and one for every 100 bytes. */
  private static final ClientLimits LIMITS =
      new ClientLimits(
          1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10), 100);

  private final SendingPace pace = new SendingPace();

  @Test
  void givesTimeByTheBytesThereAre() {
    pace.wrote(1_000, 0);

    assertThat(pace.isTooSlow(20 * SECOND, LIMITS)).isFalse();
    assertThat(pace.isTooSlow(20 * SECOND + 1, LIMITS)).isTrue();
  }

  @Test
  void countsNoTimeInWhichTheClientWaits() {
    pace.wrote(100, 0);
    pace.took(100, SECOND);

    assertThat(pace.isTooSlow(1_000 * SECOND, LIMITS)).isFalse();
    pace.wrote(100, 1_000 * SECOND);
    assertThat(pace.isTooSlow(1_011 * SECOND, LIMITS)).isFalse();
    assertThat(pace.isTooSlow(1_011 * SECOND + 1, LIMITS)).isTrue();
  }

  @Test
  void addsUpManyShortWaits() {
    for (int i = 0; i < 12; i++) {
      pace.wrote(1, 10L * i * SECOND);
      pace.took(1, (10L * i + 1) * SECOND);
    }
    pace.wrote(1, 1_000 * SECOND);

    assertThat(pace.isTooSlow(1_000 * SECOND, LIMITS)).isTrue();
  }
}
