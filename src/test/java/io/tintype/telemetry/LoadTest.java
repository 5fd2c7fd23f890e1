package io.tintype.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration AGES = Duration.ofDays(1);

  private final Load load = new Load();

  @Test
  void takesWhoIsPatientEnough() {
    load.waiting(3, false, SECOND);

    assertThat(load.saturated(SECOND)).isFalse();
    assertThat(load.saturated(SECOND.minusNanos(1))).isTrue();
    assertThat(load.saturatedFor()).isZero();
  }

  @Test
  void takesNobodyWhileTheQueueIsFull() {
    load.waiting(1, true, Duration.ZERO);
    assertThat(load.saturated(AGES)).isTrue();

    load.waiting(0, false, Duration.ZERO);
    assertThat(load.saturated(Duration.ZERO)).isFalse();
  }
}
