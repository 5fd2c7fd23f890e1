package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.cache.SourceCache;
import io.tintype.cache.VariantCache;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SharedStateTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration EACH = Duration.ofMillis(100);

  private Duration expected = Duration.ZERO;
  private final SharedState state =
      new SharedState(
          new VariantCache(1 << 20),
          SourceCache.off(),
          InstantSource.system(),
          (patience, coming) -> expected.plus(EACH.multipliedBy(coming)).compareTo(patience) > 0);

  @Test
  void anyNumberGathersWhileThereIsLittleToRender() {
    expected = Duration.ofMillis(999);
    for (int i = 0; i < 1000; i++) {
      assertThat(state.mayGather("a", PATIENCE)).isTrue();
      state.gather("a");
    }
  }

  @Test
  void whoGathersIsTakenForWaitingWhileTheQueueIsHalfFull() {
    expected = Duration.ofMillis(1101);
    for (int i = 0; i < 4; i++) {
      assertThat(state.mayGather("a", PATIENCE)).isTrue();
      state.gather("a");
    }
    assertThat(state.mayGather("a", PATIENCE)).isFalse();

    state.gathered("a");

    assertThat(state.mayGather("a", PATIENCE)).isTrue();
  }

  @Test
  void whoeverWaitsForASlowOriginKeepsNobodyFromGatheringElsewhere() {
    expected = Duration.ofMillis(1101);
    for (int i = 0; i < 100; i++) {
      state.gather("slow");
    }

    assertThat(state.mayGather("slow", PATIENCE)).isFalse();
    assertThat(state.mayGather("a", PATIENCE)).isTrue();
  }

  @Test
  void nobodyGathersForAQueueThatIsFull() {
    expected = Duration.ofMillis(1501);

    assertThat(state.mayGather("a", PATIENCE)).isFalse();
  }
}
