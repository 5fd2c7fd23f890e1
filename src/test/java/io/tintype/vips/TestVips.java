package io.tintype.vips;

import java.nio.file.Path;
import java.util.function.Predicate;

/** The libvips of the tests. */
public final class TestVips {
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private TestVips() {}

  public static Vips open() {
    return Vips.open(packages());
  }

  /** The npm packages of the build. */
  public static Path packages() {
    return Path.of(System.getProperty("tintype.native", "target/native/node_modules"));
  }

  /**
   * The memory in use once nothing is, or after some seconds: what to compare with later. Threads
   * of libvips let go of their buffers a moment after a result is there, and a test that ran before
   * must not be counted in what was there before this one.
   */
  public static VipsMemory memoryAtRest() {
    return memoryOnce(now -> now.bytes() == 0);
  }

  /** The memory in use once it is again what it was, or after some seconds. */
  public static VipsMemory memorySettledAt(VipsMemory before) {
    return memoryOnce(
        now -> now.bytes() == before.bytes() && now.allocations() == before.allocations());
  }

  private static VipsMemory memoryOnce(Predicate<VipsMemory> settled) {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    VipsMemory now = open().memory();
    while (!settled.test(now) && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
      now = open().memory();
    }
    return now;
  }
}
