package io.tintype.vips;

import io.tintype.vips.jna.LibVips;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Makes an 8-bit picture in memory out of rows of others, from top to bottom. */
public final class RowWriter implements AutoCloseable {
  private final int width;
  private final int height;
  private final int bands;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment pixels;
  private long written;

  /**
   * Begins with nothing written.
   *
   * @param bands 1 or 2 for grey, 3 or 4 for sRGB; an even number includes alpha
   */
  public RowWriter(int width, int height, int bands) {
    this.width = width;
    this.height = height;
    this.bands = bands;
    this.pixels = arena.allocate((long) width * height * bands);
  }

  /**
   * Writes the next rows.
   *
   * @param from an 8-bit image of as many bands, {@linkplain VipsImage#inMemory in memory}
   * @param left the first pixel taken of each row; as many as the picture is wide
   * @param top the first row taken
   */
  public void write(VipsImage from, int left, int top, int rows) {
    long row = (long) from.width() * bands;
    MemorySegment source =
        MemorySegment.ofAddress(LibVips.vips_image_get_data(from.address()) + top * row)
            .reinterpret(rows * row);
    long bytes = (long) width * bands;
    for (int line = 0; line < rows; line++) {
      MemorySegment.copy(source, line * row + (long) left * bands, pixels, written, bytes);
      written += bytes;
    }
  }

  /** The picture, whose pixels are a copy; when its last row has been written. */
  public VipsImage picture(VipsScope scope) {
    return scope.picture(width, height, bands, pixels);
  }

  /** Frees what was written; pictures made of it stay. */
  @Override
  public void close() {
    arena.close();
  }
}
