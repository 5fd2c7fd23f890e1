package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Counts the frames of a GIF by walking over its blocks (GIF89a specification). */
final class GifHeader {
  private static final int FIRST_TABLE = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int IMAGE_DESCRIPTOR = 10;
  private static final int HAS_TABLE = 0x80;
  private static final int TABLE_SIZE = 0x07;
  private static final int RGBA = 4;

  private final View view;
  private long at;
  private int frames;
  private boolean alpha;

  private GifHeader(View view) {
    this.view = view;
  }

  static Optional<Preview> read(View view) {
    return new GifHeader(view).preview();
  }

  private Optional<Preview> preview() {
    int width = view.u16(6);
    int height = view.u16(8);
    at = (long) FIRST_TABLE + tableBytes(view.u8(10));
    while (view.holds(at, 1) && block()) {}
    if (!Preflight.plausible(width, height) || frames == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Preview(
            ImageFormat.GIF, width, height, frames, alpha, false, RGBA, OptionalInt.empty()));
  }

  /** Steps over a block; false at the trailer, at garbage, and where the file is cut off. */
  private boolean block() {
    return switch (view.u8(at)) {
      case EXTENSION -> {
        boolean control = view.holds(at, 4) && view.u8(at + 1) == GRAPHIC_CONTROL;
        alpha |= control && (view.u8(at + 3) & 1) != 0;
        at += 2;
        yield stepOverSubBlocks();
      }
      case IMAGE -> {
        frames++;
        if (!view.holds(at, IMAGE_DESCRIPTOR)) {
          yield false;
        }
        at += IMAGE_DESCRIPTOR + tableBytes(view.u8(at + IMAGE_DESCRIPTOR - 1)) + 1;
        yield stepOverSubBlocks();
      }
      default -> false;
    };
  }

  private boolean stepOverSubBlocks() {
    while (view.holds(at, 1)) {
      int length = view.u8(at);
      at += 1 + length;
      if (length == 0) {
        return true;
      }
    }
    return false;
  }

  private static int tableBytes(int flags) {
    return (flags & HAS_TABLE) == 0 ? 0 : 3 << ((flags & TABLE_SIZE) + 1);
  }
}
