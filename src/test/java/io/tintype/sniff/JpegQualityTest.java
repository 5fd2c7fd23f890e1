package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegQualityTest {
  private static final int TABLE = 64;

  @Test
  void recognisesEveryQualityOfLibjpeg() {
    int[] standard = JpegQuality.standardTable();
    for (int quality = 1; quality <= 100; quality++) {
      int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
      byte[] segment = new byte[1 + TABLE];
      for (int i = 0; i < TABLE; i++) {
        segment[1 + i] = (byte) Math.clamp((standard[i] * percent + 50) / 100, 1, 255);
      }

      assertThat(estimate(segment)).isEqualTo(quality);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 90, 254, 255})
  void findsANumberForAnyTable(int entry) {
    byte[] segment = new byte[1 + TABLE];
    Arrays.fill(segment, 1, segment.length, (byte) entry);

    assertThat(estimate(segment)).isBetween(1, 100);
  }

  private static int estimate(byte[] segment) {
    JpegQuality quality = new JpegQuality();
    quality.readTables(View.bigEndian(MemorySegment.ofArray(segment)), 0, segment.length);
    return quality.estimate().orElseThrow();
  }
}
