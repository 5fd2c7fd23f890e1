package io.tintype.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private static final Sandbox SANDBOX = Sandboxes.of(1);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void units() {
    for (String u : new String[] {"px", "in", "cm", "mm", "pt", "pc", "em", "ex", "%"}) {
      try (ImageBytes svg =
          Sandboxes.bytes(
              "<svg xmlns='http://www.w3.org/2000/svg' width='10"
                  + u
                  + "' height='20"
                  + u
                  + "' viewBox='0 0 7 14'/>")) {
        System.err.println(
            u
                + " "
                + SANDBOX.measure(svg, () -> {})
                + io.tintype.sniff.Preflight.read(io.tintype.model.ImageFormat.SVG, svg.memory()));
      }
    }
  }

  @Test
  void draws() {
    long t0 = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      try (ImageBytes svg =
              Sandboxes.bytes(
                  "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='20'"
                      + " height='10' fill='#f00'/></svg>");
          VipsScope scope = TestVips.open().openScope()) {
        Sandbox.Natural natural = SANDBOX.measure(svg, () -> {});
        assertThat(natural).isEqualTo(new Sandbox.Natural(20, 10));
        VipsImage drawn = SANDBOX.draw(scope, svg, 0.1, () -> {});
        assertThat(drawn.width()).isEqualTo(200);
        byte[] pixels = drawn.toPixels();
        assertThat(pixels[0]).isEqualTo((byte) 255);
        assertThat(pixels[1]).isEqualTo((byte) 0);
      }
      System.err.println("ms " + (System.nanoTime() - t0) / 1e6);
    }
  }
}
