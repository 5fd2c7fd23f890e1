package io.tintype.cache.disk;

import static io.tintype.cache.disk.DiskFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.testing.TrackedBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final TrackedBytes bytes = new TrackedBytes();
  private final Outbox outbox = new Outbox(3, 100);

  @AfterEach
  void givesEverythingBack() {
    while (!outbox.isEmpty()) {
      outbox.done(outbox.next().orElseThrow());
    }
    assertThat(bytes.open()).isZero();
  }

  @Test
  void refusesMoreThanItsNumber() {
    assertThat(keep("a", 1) && keep("b", 1) && keep("c", 1)).isTrue();

    assertThat(keep("d", 1)).isFalse();
    assertThat(outbox.forget(key("d"))).isFalse();
    assertThat(keep("a", 2)).isTrue();
  }

  @Test
  void refusesMoreThanItsBytes() {
    assertThat(keep("a", 60)).isTrue();

    assertThat(keep("b", 41)).isFalse();
    assertThat(keep("a", 100)).isTrue();
    assertThat(keep("a", 101)).isFalse();
    assertThat(outbox.forget(key("a"))).isTrue();
    assertThat(keep("b", 100)).isTrue();
  }

  @Test
  void keepsANewerChangeForLater() {
    keep("a", 10);
    Outbox.Next first = outbox.next().orElseThrow();
    keep("a", 20);

    outbox.done(first);

    assertThat(outbox.isEmpty()).isFalse();
    try (RequestScope scope = new RequestScope()) {
      assertThat(outbox.find(key("a"), scope)).get().isNotEqualTo(first.change());
    }
  }

  private boolean keep(String name, int size) {
    try (ImageBytes content = bytes.of("x".repeat(size))) {
      return outbox.keep(key(name), DiskFixture.variant(content, false));
    }
  }
}
