package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the item properties of an AVIF (ISO/IEC 14496-12 and 23008-12). Which property belongs to
 * which item is not looked at: the largest size is that of the picture, or of the grid it lies on.
 */
final class AvifHeader {
  private static final int BOX_HEADER = 8;
  private static final int LARGE_BOX_HEADER = 16;
  private static final int FULL_BOX = 4;

  /** {@code meta}, {@code iprp}, {@code ipco}, and the properties within. */
  private static final int DEEPEST = 4;

  // Four characters each (ISO/IEC 14496-12, 4.2).
  private static final int META = 0x6d657461;
  private static final int IPRP = 0x69707270;
  private static final int IPCO = 0x6970636f;
  private static final int ISPE = 0x69737065;
  private static final int AUXC = 0x61757843;
  private static final int PIXI = 0x70697869;

  private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";
  private static final int RGBA = 4;

  private final View view;
  private long width;
  private long height;
  private boolean alpha;
  private boolean deep;

  private AvifHeader(View view) {
    this.view = view;
  }

  static Optional<Preview> read(View view) {
    AvifHeader header = new AvifHeader(view);
    header.boxes(0, view.size(), 1);
    return header.preview();
  }

  /** Steps over sibling boxes; each one is at least as long as its own header, so this ends. */
  private void boxes(long start, long end, int depth) {
    long at = start;
    while (depth <= DEEPEST && at <= end - BOX_HEADER) {
      long length = view.u32(at);
      long body = at + BOX_HEADER;
      if (length == 1) {
        length = view.u64(body);
        body = at + LARGE_BOX_HEADER;
      } else if (length == 0) {
        length = end - at;
      }
      if (length < body - at || length > end - at) {
        return;
      }
      box((int) view.u32(at + 4), body, at + length, depth);
      at += length;
    }
  }

  private void box(int type, long body, long end, int depth) {
    switch (type) {
      case META -> boxes(body + FULL_BOX, end, depth + 1);
      case IPRP, IPCO -> boxes(body, end, depth + 1);
      case ISPE -> size(view.u32(body + FULL_BOX), view.u32(body + FULL_BOX + 4));
      case AUXC -> alpha |= view.says(body + FULL_BOX, ALPHA);
      case PIXI -> deep |= view.u8(body + FULL_BOX) > 0 && view.u8(body + FULL_BOX + 1) > 8;
      default -> {}
    }
  }

  private void size(long wide, long high) {
    if (Preflight.plausible(wide, high) && wide * high > width * height) {
      width = wide;
      height = high;
    }
  }

  private Optional<Preview> preview() {
    if (!Preflight.plausible(width, height)) {
      return Optional.empty();
    }
    return Optional.of(
        new Preview(
            ImageFormat.AVIF,
            (int) width,
            (int) height,
            1,
            alpha,
            false,
            deep ? RGBA * 2 : RGBA,
            OptionalInt.empty()));
  }
}
