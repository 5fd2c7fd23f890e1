package io.tintype.vips;

import java.nio.file.Path;

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
   * The memory in use once it is no more than it was, or after some seconds. libvips' own threads
   * let go of their buffers a moment after the result is there; those of somebody who was there
   * before may still be counted in what it was.
   */
  public static VipsMemory memorySettledAt(VipsMemory before) {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    VipsMemory now = open().memory();
    while (isMore(now, before) && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
      now = open().memory();
    }
    return now;
  }

  private static boolean isMore(VipsMemory now, VipsMemory before) {
    return now.bytes() > before.bytes() || now.allocations() > before.allocations();
  }
}
