package io.tintype.vips;

import io.tintype.bytes.ImageBytes;
import io.tintype.vips.jna.LibGObject;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything native that one job uses: confined to the thread that opened it, freed in reverse
 * order. Source bytes are given back last, since libvips reads them until the last image is gone.
 */
public final class VipsScope implements AutoCloseable {
  /** Behind a GValue there is a slot for an address, then one for a number. */
  static final long ADDRESS_OFFSET = LibGObject.VALUE_BYTES;

  static final long NUMBER_OFFSET = ADDRESS_OFFSET + Long.BYTES;
  private static final long SCRATCH_BYTES = NUMBER_OFFSET + Long.BYTES;

  private final Vips vips;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment scratch = arena.allocate(SCRATCH_BYTES, Long.BYTES);
  private final Deque<Long> objects = new ArrayDeque<>();
  private final Deque<ImageBytes> held = new ArrayDeque<>();

  VipsScope(Vips vips) {
    this.vips = vips;
  }

  /** Prepares an operation by its nickname, for example {@code resize}. */
  public Operation operation(String nickname) {
    return new Operation(this, nickname);
  }

  /** A square of black pixels in sRGB. */
  public VipsImage black(int side) {
    return operation("black")
        .integer("width", side)
        .integer("height", side)
        .toImage()
        .toColorSpace(ColorSpace.RGB);
  }

  /**
   * Takes a reference on bytes until this scope closes.
   *
   * @throws VipsException if they are already gone
   */
  void hold(ImageBytes bytes) {
    if (!bytes.tryRetain()) {
      throw new VipsException("hold", "the source is already closed");
    }
    held.push(bytes);
  }

  /** Makes an image out of a reference, which from now on is this scope's. */
  VipsImage adopt(long image) {
    objects.push(image);
    return new VipsImage(this, image);
  }

  Vips vips() {
    return vips;
  }

  /** Native memory that lives as long as this scope. */
  Arena arena() {
    return arena;
  }

  /** The scope's GValue: used by one call after another, unset in between. */
  long value() {
    return scratch.address();
  }

  /** Address of a slot for the address of something. */
  long addressSlot() {
    return scratch.address() + ADDRESS_OFFSET;
  }

  /** Address of a slot for a number. */
  long numberSlot() {
    return scratch.address() + NUMBER_OFFSET;
  }

  MemorySegment scratch() {
    return scratch;
  }

  @Override
  public void close() {
    while (!objects.isEmpty()) {
      LibGObject.g_object_unref(objects.pop());
    }
    while (!held.isEmpty()) {
      held.pop().close();
    }
    arena.close();
  }
}
