package io.tintype.sniff;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The chain of directories of a TIFF (TIFF 6.0) or BigTIFF, one for each page. libtiff reads all of
 * them before the first is decoded.
 *
 * @param big whether offsets have eight bytes
 */
record TiffDirectories(View view, boolean big) {
  private static final int MOST_PAGES = 1000;
  private static final int BIG = 43;

  static TiffDirectories of(MemorySegment bytes) {
    View little = View.littleEndian(bytes);
    View view = little.says(0, "MM") ? View.bigEndian(bytes) : little;
    return new TiffDirectories(view, view.u16(2) == BIG);
  }

  /** Where the first one stands; 0 = there is none. */
  long first() {
    return big ? view.u64(8) : view.u32(4);
  }

  /** Where the one behind another stands; 0 = that was the last. */
  long behind(long at) {
    return big ? behindBig(at) : view.u32(at + 2 + 12L * view.u16(at));
  }

  /** Whether there are more pages than any picture needs; those of a circle never end. */
  Optional<Excess> excess() {
    long at = first();
    for (int pages = 0; at != 0; pages++) {
      if (pages == MOST_PAGES) {
        return Optional.of(
            new Excess(
                "pages", "The source has more than the %d pages allowed.".formatted(MOST_PAGES)));
      }
      at = behind(at);
    }
    return Optional.empty();
  }

  private long behindBig(long at) {
    long entries = view.u64(at);
    if (entries < 0 || entries > view.size()) {
      throw new IndexOutOfBoundsException("directory of " + entries + " entries");
    }
    return view.u64(at + 8 + 20 * entries);
  }
}
