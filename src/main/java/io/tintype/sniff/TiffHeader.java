package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a directory of a TIFF (TIFF 6.0) or BigTIFF: the picture that is decoded. */
final class TiffHeader {
  private static final int BIG = 43;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int EXTRA_SAMPLES = 338;
  private static final int PALETTE = 3;
  private static final int RGB = 3;
  private static final int TYPE_SHORT = 3;
  private static final int TYPE_LONG8 = 16;
  private static final int MOST_BANDS = 8;
  private static final int BITS_OF_BYTE = 8;

  private final View view;
  private final boolean big;
  private long width;
  private long height;
  private long bits = 1;
  private long photometric;
  private long samples = 1;
  private boolean alpha;

  private TiffHeader(View view) {
    this.view = view.briefly();
    this.big = view.u16(2) == BIG;
  }

  static Optional<Preview> read(MemorySegment bytes, int page) {
    TiffDirectories directories = TiffDirectories.of(bytes);
    long at = directories.first();
    for (int i = 1; i < page && at != 0; i++) {
      at = directories.behind(at);
    }
    return at == 0 ? Optional.empty() : new TiffHeader(directories.view()).directory(at);
  }

  private Optional<Preview> directory(long at) {
    long entries = big ? view.u64(at) : view.u16(at);
    long first = at + (big ? 8 : 2);
    int entrySize = big ? 20 : 12;
    for (long i = 0; i < entries; i++) {
      entry(first + i * entrySize);
    }
    return preview();
  }

  private void entry(long at) {
    switch (view.u16(at)) {
      case WIDTH -> width = value(at);
      case HEIGHT -> height = value(at);
      case BITS_PER_SAMPLE -> bits = firstOfShorts(at);
      case PHOTOMETRIC -> photometric = value(at);
      case SAMPLES_PER_PIXEL -> samples = value(at);
      case EXTRA_SAMPLES -> alpha = true;
      default -> {}
    }
  }

  private long value(long at) {
    long where = at + (big ? 12 : 8);
    return switch (view.u16(at + 2)) {
      case TYPE_SHORT -> view.u16(where);
      case TYPE_LONG8 -> view.u64(where);
      default -> view.u32(where);
    };
  }

  /** Bits are listed for each sample; a longer list stands elsewhere. */
  private long firstOfShorts(long at) {
    long count = big ? view.u64(at + 4) : view.u32(at + 4);
    if (count <= (big ? 4 : 2)) {
      return value(at);
    }
    return view.u16(big ? view.u64(at + 12) : view.u32(at + 8));
  }

  private Optional<Preview> preview() {
    if (!Preflight.plausible(width, height)) {
      return Optional.empty();
    }
    long bands = photometric == PALETTE ? RGB : Math.clamp(samples, 1, MOST_BANDS);
    long bytesPerBand = Math.clamp(bits / BITS_OF_BYTE, 1, BITS_OF_BYTE);
    return Optional.of(
        new Preview(
            ImageFormat.TIFF,
            (int) width,
            (int) height,
            1,
            alpha,
            false,
            (int) (bands * bytesPerBand),
            OptionalInt.empty()));
  }
}
