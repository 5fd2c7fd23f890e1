package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedTest {
  @Test
  void unpacksNoMoreThanIsSaid() throws IOException {
    byte[] content = new byte[1_000_000];
    Arrays.fill(content, (byte) 7);
    MemorySegment packed = MemorySegment.ofArray(SvgHeaderTest.packed(content));

    try (Arena arena = Arena.ofConfined()) {
      assertThat(Packed.is(packed)).isTrue();
      assertThat(Packed.content(packed, 999_999, arena)).isEmpty();
      assertThat(
              Packed.content(packed, 1_000_000, arena).orElseThrow().toArray(ValueLayout.JAVA_BYTE))
          .isEqualTo(content);
      assertThat(Packed.beginning(packed, 100)).hasSize(100).containsOnly(7);
    }
  }

  @Test
  void refusesWhatIsDamaged() throws IOException {
    byte[] packed = SvgHeaderTest.packed(new byte[5_000]);
    MemorySegment cutOff = MemorySegment.ofArray(Arrays.copyOf(packed, packed.length - 9));
    MemorySegment bare = MemorySegment.ofArray(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});

    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> Packed.content(cutOff, 9_000, arena))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> Packed.content(bare, 9_000, arena)).isInstanceOf(IOException.class);
      assertThat(Packed.beginning(bare, 9)).isEmpty();
      assertThat(Packed.is(MemorySegment.ofArray(new byte[1]))).isFalse();
    }
  }
}
