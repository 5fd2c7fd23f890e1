package io.tintype.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.util.internal.PlatformDependent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalBuffersTest {
  private final ArrivalBuffers buffers = new ArrivalBuffers();

  @Test
  void handsOutWhatWasReleasedLast() {
    ByteBuf first = buffers.directBuffer(2048);
    ByteBuf second = buffers.directBuffer(2048);
    long firstAddress = first.memoryAddress();
    long secondAddress = second.memoryAddress();
    first.writeCharSequence("what was read", US_ASCII);
    second.release();
    first.release();

    ByteBuf again = buffers.directBuffer(64);

    assertThat(firstAddress).isNotEqualTo(secondAddress);
    assertThat(again.memoryAddress()).isEqualTo(firstAddress);
    assertThat(again.readableBytes()).isZero();
    assertThat(again.writableBytes()).isEqualTo(64 * 1024);
    assertThat(buffers.waiting()).isEqualTo(1);
    again.release();
  }

  /** As the decoder does with each piece of a body. */
  @Test
  void isInUseUntilTheLastSliceIsReleased() {
    ByteBuf read = buffers.directBuffer(1024).writeZero(3000);
    ByteBuf one = read.readRetainedSlice(1000);
    ByteBuf two = read.readRetainedSlice(2000);
    read.release();
    one.release();

    assertThat(buffers.waiting()).isZero();
    assertThat(two.alloc()).isSameAs(buffers);

    two.release();

    assertThat(buffers.waiting()).isEqualTo(1);
  }

  /** As a decoder needs it to join what was read with what is still looked at. */
  @Test
  void isNeverOnNettysAccount() {
    long before = PlatformDependent.usedDirectMemory();
    ByteBuf grown = buffers.directBuffer(10).writeByte(7).writeZero(200_000);
    ByteBuf large = buffers.directBuffer(131_072);
    ByteBuf small = buffers.directBuffer(10, 10);

    assertThat(grown.getByte(0)).isEqualTo((byte) 7);
    assertThat(grown.readableBytes()).isEqualTo(200_001);
    assertThat(large.capacity()).isEqualTo(131_072);
    assertThat(small.maxCapacity()).isEqualTo(10);
    assertThat(List.of(grown, large, small)).allMatch(one -> one.alloc() == buffers);
    assertThat(PlatformDependent.usedDirectMemory()).isEqualTo(before);

    List.of(large, small).forEach(ByteBuf::release);
    assertThat(buffers.waiting()).isZero();
    grown.release();
    assertThat(buffers.waiting()).isEqualTo(1);
    assertThat(buffers.directBuffer(1).capacity()).isEqualTo(64 * 1024);
    assertThat(PlatformDependent.usedDirectMemory()).isEqualTo(before);
  }

  @Test
  void leavesHeapBuffersToNetty() {
    ByteBuf heap = buffers.heapBuffer(100);
    assertThat(heap.hasArray()).isTrue();
    heap.release();

    assertThat(buffers.waiting()).isZero();
  }

  @Test
  void keepsNoMoreThanAreReadAtOnce() {
    ByteBuf[] many = new ByteBuf[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = buffers.directBuffer(64);
    }
    for (ByteBuf one : many) {
      one.release();
    }

    assertThat(buffers.waiting()).isEqualTo(32);
  }
}
