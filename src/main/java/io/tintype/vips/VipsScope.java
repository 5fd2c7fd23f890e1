package io.tintype.vips;

import io.tintype.bytes.ImageBytes;
import io.tintype.vips.jna.LibGObject;
import io.tintype.vips.jna.LibVips;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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

  /** {@code VIPS_FORMAT_UCHAR}. */
  private static final int EIGHT_BIT = 0;

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
   * An 8-bit picture of pixels computed in Java.
   *
   * @param bands 1 or 2 for grey, 3 or 4 for sRGB; an even number includes alpha
   * @param pixels row by row, bands side by side
   */
  public VipsImage picture(int width, int height, int bands, byte[] pixels) {
    try (Arena passing = Arena.ofConfined()) {
      return picture(width, height, bands, passing.allocateFrom(ValueLayout.JAVA_BYTE, pixels));
    }
  }

  /** The same, of native memory, which is copied. */
  public VipsImage picture(int width, int height, int bands, MemorySegment pixels) {
    long image =
        LibVips.vips_image_new_from_memory_copy(
            pixels.address(), pixels.byteSize(), width, height, bands, EIGHT_BIT);
    return adopted(image, "new_from_memory").toPicture();
  }

  /**
   * A matrix, for example the mask of a convolution, which is divided by the scale.
   *
   * @param numbers row by row
   */
  public VipsImage matrix(int width, int height, double scale, double... numbers) {
    try (Arena passing = Arena.ofConfined()) {
      long image =
          LibVips.vips_image_new_matrix_from_array(
              width,
              height,
              passing.allocateFrom(ValueLayout.JAVA_DOUBLE, numbers).address(),
              numbers.length);
      VipsImage matrix = adopted(image, "new_matrix");
      LibVips.vips_image_set_double(image, vips.name("scale"), scale);
      return matrix;
    }
  }

  private VipsImage adopted(long image, String operation) {
    if (image == 0) {
      throw new VipsException(operation, Vips.takeErrorText());
    }
    return adopt(image);
  }

  /** How many images this scope holds; to be given to {@link #release}. */
  public int mark() {
    return objects.size();
  }

  /**
   * Lets go of the images made since the mark but one, which must not be used any more. What
   * libvips still needs for that one it keeps; everything else is freed.
   */
  public void release(int mark, VipsImage kept) {
    boolean found = false;
    while (objects.size() > mark) {
      long object = objects.pop();
      if (object == kept.address() && !found) {
        found = true;
      } else {
        LibGObject.g_object_unref(object);
      }
    }
    if (found) {
      objects.push(kept.address());
    }
  }

  /** Lets go of all images made since the mark. */
  public void release(int mark) {
    while (objects.size() > mark) {
      LibGObject.g_object_unref(objects.pop());
    }
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
    release(0);
    while (!held.isEmpty()) {
      held.pop().close();
    }
    arena.close();
  }
}
