package io.tintype.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeWriterTest {
  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 700, 300_000, 1_000_000, 5_000_000})
  void keepsEveryByteWhateverWasDeclared(long declared) {
    byte[] source = new byte[300_000];
    new Random(5).nextBytes(source);

    ImageBytes written;
    try (NativeWriter writer = NativeWriter.open(declared, 1_000_000)) {
      for (int at = 0; at < source.length; at += 7000) {
        int end = Math.min(source.length, at + 7000);
        assertThat(writer.append(Buffer.buffer(source).slice(at, end))).isTrue();
      }
      assertThat(writer.size()).isEqualTo(source.length);
      written = writer.finish();
    }

    assertThat(written.isOpen()).isTrue();
    assertThat(NettyBuffers.view(written).getBytes()).isEqualTo(source);
    written.close();
  }

  @Test
  void leavesTheAppendedChunkAsItWas() {
    Buffer chunk = Buffer.buffer("chunk");

    try (NativeWriter writer = NativeWriter.open(10, 10)) {
      writer.append(chunk);

      assertThat(writer.append(chunk)).isTrue();
      assertThat(chunk.toString()).isEqualTo("chunk");
    }
  }

  @Test
  void refusesWhatExceedsTheMost() {
    try (NativeWriter writer = NativeWriter.open(-1, 10)) {
      assertThat(writer.append(Buffer.buffer("1234567890"))).isTrue();
      assertThat(writer.append(Buffer.buffer("1"))).isFalse();
      assertThat(writer.size()).isEqualTo(10);
    }
  }

  @Test
  void isOverOnceItIsClosed() {
    NativeWriter writer = NativeWriter.open(10, 10);

    writer.close();
    writer.close();

    assertThatThrownBy(() -> writer.append(Buffer.buffer("1")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void handsOutNothingAsNothing() {
    try (NativeWriter writer = NativeWriter.open(-1, 10);
        ImageBytes nothing = writer.finish()) {
      assertThat(nothing.size()).isZero();
      assertThat(NettyBuffers.view(nothing).length()).isZero();
    }
  }

  @Test
  void copiesFromTheHeap() {
    try (ImageBytes bytes = NettyBuffers.copyOf("on the heap".getBytes(UTF_8))) {
      assertThat(NettyBuffers.view(bytes)).hasToString("on the heap");
      assertThat(bytes.memory().toArray(ValueLayout.JAVA_BYTE))
          .asString(UTF_8)
          .isEqualTo("on the heap");
    }
  }
}
