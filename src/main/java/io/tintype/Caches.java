package io.tintype;

import io.tintype.bytes.ByteBudget;
import io.tintype.cache.SourceCache;
import io.tintype.cache.Tier;
import io.tintype.cache.VariantCache;
import io.tintype.cache.disk.DiskCounts;
import io.tintype.cache.disk.DiskTier;
import io.tintype.render.PixelCache;
import io.tintype.settings.GatewayConfig;
import io.tintype.telemetry.Gauge;
import io.tintype.telemetry.Gauges;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a gateway keeps: results in memory and on disk, sources, pixels. */
final class Caches {
  private final ByteBudget sourceMemory;
  private final Optional<DiskTier> disk;
  private final VariantCache variants;
  private final SourceCache sources;
  private final PixelCache pixels;

  Caches(GatewayConfig.Cache config, Capacity capacity) {
    this.sourceMemory = new ByteBudget("source memory", capacity.sourceBytes());
    this.disk = config.disk().map(directory -> new DiskTier(directory, InstantSource.system()));
    this.variants =
        new VariantCache(config.memoryBytes(), disk.<Tier>map(tier -> tier).orElse(Tier.NONE));
    this.sources = new SourceCache(config.sourceBytes(), sourceMemory);
    this.pixels =
        new PixelCache(
            config.pixelBytes(),
            new ByteBudget("render memory", capacity.transform().memoryBudget()),
            InstantSource.system());
  }

  /** What sources in memory take together, kept or not. */
  ByteBudget sourceMemory() {
    return sourceMemory;
  }

  VariantCache variants() {
    return variants;
  }

  SourceCache sources() {
    return sources;
  }

  PixelCache pixels() {
    return pixels;
  }

  /** Makes the directory ready; blocks. */
  void open() {
    disk.ifPresent(DiskTier::open);
  }

  /** Writes what waits to be written to disk, while Vert.x is still there. */
  Future<@Nullable Void> closeDisk(Vertx vertx) {
    return vertx.executeBlocking(
        () -> {
          disk.ifPresent(DiskTier::close);
          return null;
        },
        false);
  }

  /** Forgets everything in memory, once nobody renders or answers any more. */
  void close() {
    variants.close();
    sources.close();
    pixels.close();
  }

  void observe(Gauges gauges) {
    gauges
        .add(Gauge.CACHE_BYTES, variants::bytes, "memory")
        .add(Gauge.CACHE_ENTRIES, variants::entries, "memory")
        .add(Gauge.CACHE_EVICTIONS, variants::evictions, "memory")
        .add(Gauge.CACHE_BYTES, sources::bytes, "sources")
        .add(Gauge.CACHE_ENTRIES, sources::entries, "sources")
        .add(Gauge.CACHE_BYTES, pixels::bytes, "pixels")
        .add(Gauge.CACHE_ENTRIES, pixels::entries, "pixels")
        .add(Gauge.BUDGET_USED, sourceMemory::used, "sources")
        .add(Gauge.BUDGET_LIMIT, sourceMemory::limit, "sources")
        .add(Gauge.BUDGET_USED, pixels.memory()::used, "rendering")
        .add(Gauge.BUDGET_LIMIT, pixels.memory()::limit, "rendering");
    disk.ifPresent(tier -> observe(tier, gauges));
  }

  private static void observe(DiskTier tier, Gauges gauges) {
    DiskCounts counts = tier.counts();
    gauges
        .add(Gauge.CACHE_BYTES, tier::bytes, "disk")
        .add(Gauge.CACHE_ENTRIES, tier::entries, "disk")
        .add(Gauge.CACHE_EVICTIONS, counts::evictions, "disk")
        .add(Gauge.CACHE_WRITES, counts::writes, "disk")
        .add(Gauge.CACHE_WRITES_DROPPED, counts::writesDropped, "disk")
        .add(Gauge.CACHE_DAMAGED, counts::damages, "disk")
        .add(Gauge.CACHE_ERRORS, counts::errors, "disk");
  }
}
