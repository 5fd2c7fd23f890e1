package io.tintype.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.vips.TestVips;
import io.tintype.vips.Vips;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Sandboxes with real processes, of this test's own classes. */
final class Sandboxes {
  static final Duration TIME = Duration.ofMillis(700);
  static final long MEMORY = 192L << 20;
  static final long MOST_BYTES = 1 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Sandboxes() {}

  static Sandbox of(int processes) {
    return of(processes, TIME);
  }

  static Sandbox of(int processes, Duration time) {
    return new Sandbox(
        installation(Path.of(System.getProperty("java.home"), "bin", "java")),
        new SandboxSettings(processes, MEMORY, time),
        MOST_BYTES);
  }

  /** Of this test's classes, and a program that runs Java, or not. */
  static Installation installation(Path java) {
    Vips vips = TestVips.open();
    return new Installation(
        java, System.getProperty("java.class.path"), List.of(), vips.file(), vips.fonts());
  }

  /** Waits until something is so, which it soon is. */
  static void until(BooleanSupplier condition) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(giveUp);
      Thread.onSpinWait();
    }
  }

  static ImageBytes bytes(String svg) {
    return NettyBuffers.copyOf(svg.getBytes(StandardCharsets.UTF_8));
  }
}
