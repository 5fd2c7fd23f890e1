package io.tintype;

import io.tintype.transform.TransformSettings;
import java.lang.management.ManagementFactory;

/**
 * How much this process takes on at once, from what the machine (or its container) has.
 *
 * @param eventLoops half the cores: they move bytes, the other half of the work is pixels
 * @param transform render threads, their queue and memory
 * @param sourceBytes encoded sources in memory at once
 */
public record Capacity(int eventLoops, TransformSettings transform, long sourceBytes) {
  /** One more thread than cores keeps them busy while a thread waits for memory. */
  private static final int SPARE_THREADS = 1;

  /**
   * A burst of one large page; what waits longer than {@code limits.queueTime} is refused anyway.
   */
  private static final int QUEUE = 256;

  private static final long MIB = 1L << 20;
  private static final long RENDER_BYTES_PER_THREAD = 256 * MIB;

  /** One source at the default limits needs up to 600 MB: less would refuse what is allowed. */
  private static final long RENDER_BYTES_AT_LEAST = 768 * MIB;

  private static final long SOURCE_BYTES_AT_LEAST = 128 * MIB;

  /** For this machine. */
  public static Capacity ofMachine() {
    Runtime runtime = Runtime.getRuntime();
    return of(runtime.availableProcessors(), physicalMemory(), runtime.maxMemory());
  }

  /**
   * For a machine.
   *
   * @param cores processors there are
   * @param memory bytes of physical memory
   * @param heap bytes the Java heap may grow to; Netty's native memory has the same bound
   */
  static Capacity of(int cores, long memory, long heap) {
    int threads = cores + SPARE_THREADS;
    long render = Math.max(RENDER_BYTES_AT_LEAST, threads * RENDER_BYTES_PER_THREAD);
    long rest = Math.max(RENDER_BYTES_AT_LEAST, (memory - heap) / 2);
    return new Capacity(
        Math.max(1, cores / 2),
        new TransformSettings(threads, QUEUE, Math.min(render, rest)),
        Math.max(SOURCE_BYTES_AT_LEAST, heap * 3 / 4));
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : RENDER_BYTES_AT_LEAST;
  }
}
