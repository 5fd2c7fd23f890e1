package io.tintype.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration AGES = Duration.ofDays(1);

  private final Load load = new Load();

  @Test
  void takesWhoIsPatientEnough() {
    load.waiting(3, false, SECOND, MILLI);

    assertThat(load.saturated(SECOND, 0)).isFalse();
    assertThat(load.saturated(SECOND.minusNanos(1), 0)).isTrue();
    assertThat(load.saturatedFor()).isZero();
  }

  @Test
  void whoComesLaterWaitsLonger() {
    load.waiting(3, false, SECOND, MILLI);

    assertThat(load.saturated(SECOND.plusMillis(7), 7)).isFalse();
    assertThat(load.saturated(SECOND.plusMillis(7), 8)).isTrue();
  }

  @Test
  void takesNobodyWhileTheQueueIsFull() {
    load.waiting(1, true, Duration.ZERO, MILLI);
    assertThat(load.saturated(AGES, 0)).isTrue();

    load.waiting(0, false, Duration.ZERO, MILLI);
    assertThat(load.saturated(Duration.ZERO, 0)).isFalse();
  }
}
