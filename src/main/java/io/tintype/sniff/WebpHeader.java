package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the three kinds of WebP (RFC 9649; RFC 6386, 9.1, for VP8). */
final class WebpHeader {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int DATA = FIRST_CHUNK + CHUNK_HEADER;
  private static final int SIDE = 0x3fff;
  private static final int SIDE_BITS = 14;
  private static final int LOSSLESS_SIGNATURE = 0x2f;
  private static final int LOSSLESS_ALPHA = 1 << 28;
  private static final int ANIMATION = 0x02;
  private static final int ALPHA = 0x10;
  private static final int RGBA = 4;

  private WebpHeader() {}

  static Optional<Preview> read(View view) {
    return switch (view.text(FIRST_CHUNK, 4)) {
      case "VP8 " -> lossy(view);
      case "VP8L" -> lossless(view);
      case "VP8X" -> extended(view);
      default -> Optional.empty();
    };
  }

  private static Optional<Preview> lossy(View view) {
    boolean keyFrame = view.u24(DATA + 3) == 0x2a019d; // start code 9d 01 2a
    return keyFrame
        ? preview(view.u16(DATA + 6) & SIDE, view.u16(DATA + 8) & SIDE, 1, false)
        : Optional.empty();
  }

  private static Optional<Preview> lossless(View view) {
    if (view.u8(DATA) != LOSSLESS_SIGNATURE) {
      return Optional.empty();
    }
    long bits = view.u32(DATA + 1);
    int width = 1 + (int) (bits & SIDE);
    int height = 1 + (int) (bits >> SIDE_BITS & SIDE);
    return preview(width, height, 1, (bits & LOSSLESS_ALPHA) != 0);
  }

  private static Optional<Preview> extended(View view) {
    int flags = view.u8(DATA);
    int frames = (flags & ANIMATION) == 0 ? 1 : Math.max(1, frames(view));
    return preview(1 + view.u24(DATA + 4), 1 + view.u24(DATA + 7), frames, (flags & ALPHA) != 0);
  }

  private static int frames(View view) {
    int frames = 0;
    long at = FIRST_CHUNK;
    while (view.holds(at, CHUNK_HEADER)) {
      if (view.says(at, "ANMF")) {
        frames++;
      }
      long length = view.u32(at + 4);
      at += CHUNK_HEADER + length + (length & 1);
    }
    return frames;
  }

  private static Optional<Preview> preview(int width, int height, int frames, boolean alpha) {
    if (!Preflight.plausible(width, height)) {
      return Optional.empty();
    }
    return Optional.of(
        new Preview(
            ImageFormat.WEBP, width, height, frames, alpha, false, RGBA, OptionalInt.empty()));
  }
}
