package io.tintype.sandbox;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.vips.TestVips;
import io.tintype.vips.Vips;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Sandboxes with real processes, of this test's own classes. */
final class Sandboxes {
  static final Duration TIME = Duration.ofMillis(700);
  static final long MEMORY = 192L << 20;
  static final long MOST_BYTES = 1 << 20;

  private Sandboxes() {}

  static Sandbox of(int processes) {
    Vips vips = TestVips.open();
    return new Sandbox(
        new Installation(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            List.of(),
            vips.file(),
            vips.fonts()),
        new SandboxSettings(processes, MEMORY, TIME),
        MOST_BYTES);
  }

  static ImageBytes bytes(String svg) {
    return NettyBuffers.copyOf(svg.getBytes(StandardCharsets.UTF_8));
  }
}
