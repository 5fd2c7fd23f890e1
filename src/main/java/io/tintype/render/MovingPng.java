package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.render.PngChunks.Chunk;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Puts an animated PNG together out of one PNG for each frame (W3C PNG, third edition, "Animation
 * information"). Every frame replaces the whole picture before it.
 */
final class MovingPng implements AutoCloseable {
  private static final String HEADER = "IHDR";
  private static final String PIXELS = "IDAT";
  private static final int MOST_UNITS = 0xffff;
  private static final int MILLISECONDS = 1_000;

  /** Longer delays are told in units ten times as long. */
  private static final int LONGER = 10;

  /** Bytes of sequence number, sides, offsets, delay, and what becomes of the frame. */
  private static final int CONTROL = 26;

  /** Leaves the frame as it is, and replaces what was there: both are 0. */
  private static final byte PLAINLY = 0;

  private final Animation animation;
  private final List<ImageBytes> frames = new ArrayList<>();
  private final List<MemorySegment> pieces = new ArrayList<>();
  private MemorySegment header = MemorySegment.NULL;
  private int sequence;

  /**
   * Begins.
   *
   * @param animation when frames are shown; as many as it says are to be added
   */
  MovingPng(Animation animation) {
    this.animation = animation;
  }

  /**
   * Adds a frame.
   *
   * @param png belongs to this from now on; of one size, depth and colour type with all others. The
   *     first one says what holds for all of them, such as a colour profile
   */
  void add(ImageBytes png) {
    boolean first = frames.isEmpty();
    frames.add(png);
    List<Chunk> chunks = PngChunks.of(png.memory());
    MemorySegment own = chunks.getFirst().data();
    if (first) {
      header = own;
      begin(chunks);
    } else if (own.mismatch(header) >= 0) {
      throw new IllegalArgumentException("frames differ in their " + HEADER);
    }
    List<Chunk> pixels = chunks.stream().filter(chunk -> chunk.type().equals(PIXELS)).toList();
    control(frames.size() - 1);
    if (first) {
      pixels.forEach(chunk -> pieces.add(chunk.whole()));
    } else {
      MemorySegment number = MemorySegment.ofArray(integer(sequence++));
      List<MemorySegment> data = new ArrayList<>(List.of(number));
      pixels.forEach(chunk -> data.add(chunk.data()));
      chunk("fdAT", data);
    }
  }

  /** The whole file. */
  ImageBytes finish() {
    if (frames.size() != animation.frames()) {
      throw new IllegalStateException("frames are missing");
    }
    chunk("IEND", List.of());
    long size = pieces.stream().mapToLong(MemorySegment::byteSize).sum();
    if (size > Integer.MAX_VALUE) {
      throw new FaultException(
          new Fault.UnsupportedOutput("An animated PNG of %d bytes is too large.".formatted(size)));
    }
    return NettyBuffers.join(pieces);
  }

  @Override
  public void close() {
    frames.forEach(ImageBytes::close);
    frames.clear();
  }

  /** What stands in front of the pixels, and how many frames there are. */
  private void begin(List<Chunk> chunks) {
    pieces.add(PngChunks.signature());
    chunks.stream()
        .takeWhile(chunk -> !chunk.type().equals(PIXELS))
        .forEach(chunk -> pieces.add(chunk.whole()));
    ByteBuffer counts =
        ByteBuffer.allocate(2 * Integer.BYTES)
            .putInt(animation.frames())
            .putInt(animation.loop().orElse(0));
    chunk("acTL", List.of(MemorySegment.ofArray(counts.array())));
  }

  private void control(int frame) {
    int delay = animation.delay(frame);
    boolean exact = delay <= MOST_UNITS;
    ByteBuffer control =
        ByteBuffer.allocate(CONTROL)
            .putInt(sequence++)
            .put(header.asSlice(0, 2 * Integer.BYTES).asByteBuffer())
            .putInt(0)
            .putInt(0)
            .putShort((short) (exact ? delay : Math.min(MOST_UNITS, delay / LONGER)))
            .putShort((short) (exact ? MILLISECONDS : MILLISECONDS / LONGER))
            .put(PLAINLY)
            .put(PLAINLY);
    chunk("fcTL", List.of(MemorySegment.ofArray(control.array())));
  }

  private void chunk(String type, List<MemorySegment> data) {
    long size = data.stream().mapToLong(MemorySegment::byteSize).sum();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    data.forEach(part -> check.update(part.asByteBuffer()));
    pieces.add(MemorySegment.ofArray(integer(Math.toIntExact(size))));
    pieces.add(MemorySegment.ofArray(name));
    pieces.addAll(data);
    pieces.add(MemorySegment.ofArray(integer((int) check.getValue())));
  }

  private static byte[] integer(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }
}
