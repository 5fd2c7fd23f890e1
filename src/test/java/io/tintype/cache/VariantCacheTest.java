package io.tintype.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.tintype.testing.TrackedBytes;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantCacheTest {
  private final TrackedBytes bytes = new TrackedBytes();

  @Test
  void keepsBytesAliveAsLongAsSomebodyOwnsThem() {
    VariantCache cache = new VariantCache(1 << 20);
    RequestScope request = new RequestScope();
    keep(cache, "a", "content");

    Variant found = cache.find(key("a"), request).orElseThrow();
    cache.close();

    assertThat(found.bytes().isOpen()).isTrue();
    request.close();
    assertThat(bytes.open()).isZero();
  }

  @Test
  void staysWithinItsBytesAndGivesBackWhatItEvicts() {
    VariantCache cache = new VariantCache(100_000);

    for (int i = 0; i < 200; i++) {
      keep(cache, "key" + i, "x".repeat(5_000));
    }

    assertThat(cache.bytes()).isLessThanOrEqualTo(100_000);
    assertThat(bytes.open()).isEqualTo((int) cache.entries()).isPositive();
    cache.close();
    assertThat(bytes.open()).isZero();
  }

  @Test
  void givesBackWhatIsReplacedOrForgotten() {
    VariantCache cache = new VariantCache(1 << 20);
    keep(cache, "a", "one");
    keep(cache, "a", "two");
    assertThat(bytes.open()).isEqualTo(1);

    cache.forget(key("a"));

    assertThat(bytes.open()).isZero();
    assertThat(cache.find(key("a"), new RequestScope())).isEmpty();
  }

  @Test
  void keepsNothingWhenItIsOff() {
    VariantCache cache = new VariantCache(0);

    keep(cache, "a", "one");

    assertThat(cache.find(key("a"), new RequestScope())).isEmpty();
    assertThat(bytes.open()).isZero();
  }

  @Test
  void leaksNothingWhileManyThreadsFindAndEvict() throws InterruptedException {
    VariantCache cache = new VariantCache(20_000);
    AtomicInteger wrong = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                _ ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              for (int i = 0; i < 5_000; i++) {
                                String name = "k" + i % 40;
                                try (RequestScope scope = new RequestScope()) {
                                  cache
                                      .find(key(name), scope)
                                      .ifPresentOrElse(
                                          found -> {
                                            if (!found.bytes().isOpen()) {
                                              wrong.incrementAndGet();
                                            }
                                          },
                                          () -> keep(cache, name, "y".repeat(900)));
                                }
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    cache.close();

    assertThat(wrong).hasValue(0);
    assertThat(bytes.open()).isZero();
  }

  @Test
  void namesEqualContentEqually() {
    try (ImageBytes one = bytes.of("same");
        ImageBytes two = bytes.of("same");
        ImageBytes other = bytes.of("other")) {
      assertThat(Variant.etagOf(one)).isEqualTo(Variant.etagOf(two)).hasSize(34);
      assertThat(Variant.etagOf(one)).isNotEqualTo(Variant.etagOf(other));
    }
  }

  @Test
  void keepsKeysOfDifferentPartsApart() {
    assertThat(VariantKey.of(List.of("a", "bc"))).isNotEqualTo(VariantKey.of(List.of("ab", "c")));
    assertThat(VariantKey.of(List.of("a")).digest()).hasSize(64);
  }

  @Test
  void upgradesWhatIsStillThereOrHasGone() {
    try (VariantCache cache = new VariantCache(1 << 20);
        RequestScope scope = new RequestScope();
        ImageBytes better = bytes.of("better")) {
      keep(cache, "a", "hasty");
      Variant hasty = cache.find(key("a"), scope).orElseThrow();

      assertThat(cache.upgrade(key("a"), hasty, better, hasty.medium())).isTrue();
      assertThat(cache.find(key("a"), scope).orElseThrow().bytes()).isSameAs(better);
      cache.forget(key("a"));
      assertThat(cache.upgrade(key("a"), hasty, better, hasty.medium())).isTrue();
      assertThat(cache.find(key("a"), scope).orElseThrow().etag()).isNotEqualTo(hasty.etag());
    }
    assertThat(bytes.open()).isZero();
  }

  @Test
  void keepsWhatCameInBetweenInsteadOfAnUpgrade() {
    try (VariantCache cache = new VariantCache(1 << 20);
        RequestScope scope = new RequestScope();
        ImageBytes better = bytes.of("better")) {
      keep(cache, "a", "hasty");
      Variant hasty = cache.find(key("a"), scope).orElseThrow();
      cache.upgrade(key("a"), hasty, better, hasty.medium());

      assertThat(cache.upgrade(key("a"), hasty, better, hasty.medium())).isFalse();
    }
    assertThat(bytes.open()).isZero();
  }

  @Test
  void keepsAnExcuseToItself() {
    Told below = new Told();
    try (VariantCache cache = new VariantCache(1 << 20, below);
        RequestScope scope = new RequestScope()) {
      keep(cache, "a", "old");
      Variant old = cache.find(key("a"), scope).orElseThrow();
      Instant failed = Instant.EPOCH.plusSeconds(9);

      cache.excuse(key("a"), old.unconfirmed(failed));

      assertThat(cache.find(key("a"), scope)).map(Variant::failed).contains(failed);
      assertThat(below.kept).isEqualTo(1);
    }
    assertThat(bytes.open()).isZero();
  }

  /** A place below that only hears. */
  private static final class Told implements Tier {
    private int kept;

    @Override
    public Optional<Place> place() {
      return Optional.of(Place.DISK);
    }

    @Override
    public Future<Optional<Variant>> find(VariantKey key, RequestScope scope) {
      return Future.succeededFuture(Optional.empty());
    }

    @Override
    public void keep(VariantKey key, Variant variant) {
      kept++;
    }

    @Override
    public void forget(VariantKey key) {}

    @Override
    public void used(VariantKey key) {}

    @Override
    public void close() {}
  }

  private void keep(VariantCache cache, String name, String content) {
    try (ImageBytes fresh = bytes.of(content)) {
      SourceInfo info =
          new SourceInfo(
              "", OptionalLong.empty(), Validators.NONE, "", "", false, Optional.empty());
      cache.keep(
          key(name),
          new Variant(
              fresh,
              new Medium.Picture(ImageFormat.PNG),
              Optional.empty(),
              "\"e\"",
              new OriginId("o"),
              info,
              Makings.NONE,
              List.of(),
              false,
              Instant.EPOCH,
              Instant.EPOCH));
    }
  }

  private static VariantKey key(String name) {
    return VariantKey.of(List.of(name));
  }
}
