package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the chunks of a PNG up to its pixels (W3C PNG, third edition). */
final class PngHeader {
  private static final int FIRST_CHUNK = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int CHUNK_DATA = 8;
  private static final int GREY = 0;
  private static final int TRUECOLOUR = 2;
  private static final int INDEXED = 3;
  private static final int GREY_ALPHA = 4;
  private static final int TRUECOLOUR_ALPHA = 6;
  private static final int ADAM7 = 1;

  private static final long DATA = 0x49444154;
  private static final long TRANSPARENCY = 0x74524e53;
  private static final long ANIMATION = 0x6163544c;

  private final View view;
  private boolean transparent;
  private long animation;

  private PngHeader(View view) {
    this.view = view;
  }

  static Optional<Preview> read(View view) {
    return view.says(FIRST_CHUNK + 4, "IHDR") ? new PngHeader(view).preview() : Optional.empty();
  }

  private Optional<Preview> preview() {
    long header = FIRST_CHUNK + CHUNK_DATA;
    long width = view.u32(header);
    long height = view.u32(header + 4);
    int bits = view.u8(header + 8);
    int colour = view.u8(header + 9);
    if (!Preflight.plausible(width, height) || colours(colour) == 0) {
      return Optional.empty();
    }
    chunks();
    boolean alpha = colour == GREY_ALPHA || colour == TRUECOLOUR_ALPHA || transparent;
    long frames = animation > 0 ? Math.clamp(view.u32(animation), 1, Integer.MAX_VALUE) : 1;
    int bands = colours(colour) + (alpha ? 1 : 0);
    return Optional.of(
        new Preview(
            ImageFormat.PNG,
            (int) width,
            (int) height,
            (int) frames,
            alpha,
            view.u8(header + 12) == ADAM7,
            bits == 16 ? bands * 2 : bands,
            OptionalInt.empty()));
  }

  private static int colours(int colourType) {
    return switch (colourType) {
      case GREY, GREY_ALPHA -> 1;
      case TRUECOLOUR, TRUECOLOUR_ALPHA, INDEXED -> 3;
      default -> 0;
    };
  }

  /** Walks over what stands before the pixels. */
  private void chunks() {
    long at = FIRST_CHUNK;
    while (view.holds(at, CHUNK_FRAME)) {
      long type = view.u32(at + 4);
      if (type == DATA) {
        return;
      }
      transparent |= type == TRANSPARENCY;
      if (type == ANIMATION && animation == 0) {
        animation = at + CHUNK_DATA;
      }
      at += CHUNK_FRAME + view.u32(at);
    }
  }
}
