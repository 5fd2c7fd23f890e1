package io.tintype.info;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
  private static final int SIDE = 32;

  @Test
  void givesAnEvenPictureNoBits() {
    assertThat(hash((_, _) -> 0)).isEqualTo("0000000000000000");
    // The mean is the first frequency, and above a median of nothing.
    assertThat(hash((_, _) -> 128)).isEqualTo("8000000000000000");
  }

  @Test
  void findsTheWavesOfWhichAPictureIsMade() {
    // The mean is always there. Whole levels add a little of the first wave's third harmonic.
    assertThat(hash((x, _) -> (int) Math.round(127 + 100 * wave(2, x)))).matches("a[0-3]0{14}");
    assertThat(hash((_, y) -> (int) Math.round(127 + 100 * wave(3, y)))).startsWith("80000080");
  }

  @Test
  void takesClearForWhite() {
    ByteBuffer clear = ByteBuffer.allocate(SIDE * SIDE * 4);

    assertThat(PerceptualHash.of(SIDE, clear)).isEqualTo(hash((_, _) -> 255));
  }

  private static double wave(int frequency, int at) {
    return Math.cos(Math.PI * frequency * (at + 0.5) / SIDE);
  }

  private static String hash(IntBinaryOperator grey) {
    ByteBuffer rgba = ByteBuffer.allocate(SIDE * SIDE * 4);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        byte level = (byte) grey.applyAsInt(x, y);
        rgba.put(level).put(level).put(level).put((byte) 255);
      }
    }
    return PerceptualHash.of(SIDE, rgba.flip());
  }
}
