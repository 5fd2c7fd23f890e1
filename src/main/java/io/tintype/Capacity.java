package io.tintype;

import io.tintype.settings.GatewayConfig;
import io.tintype.transform.TransformSettings;
import java.lang.management.ManagementFactory;

/**
 * How much this process takes on at once: what the configuration says, and for the rest what the
 * machine (or its container) has.
 *
 * @param eventLoops half the cores: they move bytes, most of the work is pixels
 * @param transform render threads, their queue and memory
 * @param sourceBytes encoded sources in memory at once
 */
public record Capacity(int eventLoops, TransformSettings transform, long sourceBytes) {
  /** One more thread than cores keeps them busy while a thread waits for memory. */
  private static final int SPARE_THREADS = 1;

  private static final long MIB = 1L << 20;
  private static final long RENDER_BYTES_PER_THREAD = 256 * MIB;

  /** The largest source and result the default limits allow, at once: less would refuse them. */
  private static final long RENDER_BYTES_WANTED = 1536 * MIB;

  /** What even a small machine must give, so that ordinary large photographs are rendered. */
  private static final long RENDER_BYTES_AT_LEAST = 768 * MIB;

  private static final long SOURCE_BYTES_AT_LEAST = 128 * MIB;

  /** What a process may use. */
  record Machine(int cores, long memory, long heap) {}

  /** For this machine. */
  public static Capacity of(GatewayConfig.Render render) {
    Runtime runtime = Runtime.getRuntime();
    return of(
        render, new Machine(runtime.availableProcessors(), physicalMemory(), runtime.maxMemory()));
  }

  /** Event loops for this machine, which are made before there is a configuration. */
  public static int eventLoopsOfMachine() {
    return eventLoops(Runtime.getRuntime().availableProcessors());
  }

  static Capacity of(GatewayConfig.Render render, Machine machine) {
    int threads = render.threads().orElse(machine.cores() + SPARE_THREADS);
    long wanted = Math.max(RENDER_BYTES_WANTED, threads * RENDER_BYTES_PER_THREAD);
    long there = Math.max(RENDER_BYTES_AT_LEAST, (machine.memory() - machine.heap()) / 2);
    long memory = render.memoryBytes().orElse(Math.min(wanted, there));
    // Netty's native memory, where sources wait, has the same bound as the heap.
    long sources = Math.max(SOURCE_BYTES_AT_LEAST, machine.heap() * 3 / 4);
    return new Capacity(
        eventLoops(machine.cores()),
        new TransformSettings(threads, render.queue(), memory),
        sources);
  }

  private static int eventLoops(int cores) {
    return Math.max(1, cores / 2);
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : RENDER_BYTES_AT_LEAST;
  }
}
