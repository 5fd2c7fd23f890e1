package io.tintype.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.tintype.testing.TrackedBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SourceCacheTest {
  private static final int SIZE = 10_000;

  private final TrackedBytes bytes = new TrackedBytes();
  private final ByteBudget budget = new ByteBudget("sources", 10 * SIZE);

  @Test
  void staysWithinItsBytesAndGivesBackWhatItEvicts() {
    SourceCache cache = new SourceCache(3 * SIZE + 3_000, budget);

    for (int i = 0; i < 10; i++) {
      keep(cache, "key" + i);
    }

    assertThat(cache.bytes()).isLessThanOrEqualTo(3 * SIZE + 3_000);
    assertThat(bytes.open()).isEqualTo((int) cache.entries()).isBetween(1, 3);
    cache.close();
    assertThat(bytes.open()).isZero();
    assertThat(budget.used()).isZero();
  }

  @Test
  void givesWayToWhatIsBeingRead() {
    SourceCache cache = new SourceCache(10 * SIZE + 10_000, budget);
    for (int i = 0; i < 9; i++) {
      keep(cache, "key" + i);
    }
    assertThat(budget.used()).isEqualTo(9 * SIZE);

    budget.reserve(4 * SIZE);

    assertThat(cache.entries()).isEqualTo(6);
    assertThat(budget.used()).isEqualTo(10 * SIZE);
    assertThatThrownBy(() -> budget.reserve(7 * SIZE)).isInstanceOf(FaultException.class);
    budget.release(4 * SIZE);
    assertThat(budget.used()).isZero();
  }

  @Test
  void whatIsInUseOutlivesItsEviction() {
    SourceCache cache = new SourceCache(1 << 20, budget);
    keep(cache, "a");
    RequestScope request = new RequestScope();
    StoredSource found = cache.find("a", request).orElseThrow();

    assertThat(budget.tryReserve(10 * SIZE)).isFalse();

    assertThat(cache.entries()).isZero();
    assertThat(found.bytes().isOpen()).isTrue();
    request.close();
    assertThat(bytes.open()).isZero();
  }

  @Test
  void keepsNothingWhenItIsOff() {
    SourceCache cache = SourceCache.off();

    keep(cache, "a");

    assertThat(cache.isOn()).isFalse();
    assertThat(cache.entries()).isZero();
    assertThat(bytes.open()).isZero();
  }

  @Test
  void aPrivateSourceStaysPrivate() {
    try (ImageBytes before = bytes.of("x");
        ImageBytes after = bytes.of("x")) {
      StoredSource confirmed =
          source(before, true).confirmed(source(after, false).info(), Instant.EPOCH.plusSeconds(7));

      assertThat(confirmed.info().isPrivate()).isTrue();
      assertThat(confirmed.age(Instant.EPOCH.plusSeconds(9))).isEqualTo(Duration.ofSeconds(2));
    }
  }

  /** As the fetch stage reads it: its bytes are counted in the budget until nobody has them. */
  private void keep(SourceCache cache, String key) {
    budget.reserve(SIZE);
    ImageBytes tracked = bytes.of("x".repeat(SIZE));
    ImageBytes counted =
        ImageBytes.owning(
            tracked.address(),
            SIZE,
            () -> {
              tracked.close();
              budget.release(SIZE);
            });
    try (counted) {
      cache.keep(key, source(counted, false));
    }
  }

  private static StoredSource source(ImageBytes bytes, boolean isPrivate) {
    return new StoredSource(
        bytes,
        Optional.of(ImageFormat.JPEG),
        new OriginId("origin"),
        new SourceInfo(
            "image/jpeg",
            OptionalLong.empty(),
            new Validators("\"1\"", ""),
            "",
            "",
            isPrivate,
            Optional.empty()),
        Instant.EPOCH);
  }
}
