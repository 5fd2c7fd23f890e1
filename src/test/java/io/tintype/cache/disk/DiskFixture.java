package io.tintype.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Makings;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.tintype.testing.SettableClock;
import io.tintype.testing.TrackedBytes;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tiers of one directory, and variants to keep in them. */
final class DiskFixture {
  static final SourceInfo INFO =
      new SourceInfo("", OptionalLong.empty(), Validators.NONE, "", "", false, Optional.empty());

  final TrackedBytes bytes = new TrackedBytes();
  final SettableClock clock = new SettableClock();
  final Path path;

  DiskFixture(Path path) {
    this.path = path;
  }

  /** A tier with room for everything. */
  DiskTier open() {
    return open(1L << 30, 100_000);
  }

  DiskTier open(long maxBytes, int maxFiles) {
    DiskTier tier = new DiskTier(new DiskConfig(path, maxBytes, maxFiles), clock);
    tier.open();
    return tier;
  }

  Path file(String name) {
    FileName file = FileName.of(key(name));
    return path.resolve(file.text().substring(0, 2)).resolve(file.text());
  }

  /** Keeps a content and waits until it has been written. */
  void write(DiskTier tier, String name, String content) {
    long before = tier.counts().writes();
    keep(tier, name, content);
    until("written", () -> tier.counts().writes() > before);
  }

  void keep(DiskTier tier, String name, String content) {
    try (ImageBytes fresh = bytes.of(content)) {
      tier.keep(key(name), variant(fresh, false));
    }
  }

  /** What is found under a name; empty = nothing. */
  String read(DiskTier tier, String name) {
    try (RequestScope scope = new RequestScope()) {
      return find(tier, name, scope).map(DiskFixture::text).orElse("");
    }
  }

  static Optional<Variant> find(DiskTier tier, String name, RequestScope scope) {
    try {
      return tier.find(key(name), scope)
          .toCompletionStage()
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  static Variant variant(ImageBytes bytes, boolean provisional) {
    return new Variant(
        bytes,
        new Medium.Picture(ImageFormat.PNG),
        Optional.empty(),
        "\"e\"",
        new OriginId("o"),
        INFO,
        Makings.NONE,
        List.of(),
        provisional,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  static VariantKey key(String name) {
    return VariantKey.of(List.of(name));
  }

  static String text(Variant variant) {
    byte[] content = variant.bytes().memory().toArray(ValueLayout.JAVA_BYTE);
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Waits until a condition that other threads bring about holds. */
  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
