package io.tintype.render;

import io.tintype.plan.PlannedStep;
import io.tintype.vips.RowWriter;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;

/**
 * Scales all frames of an animation, in a few operations for many frames: what libvips does before
 * it computes a picture costs more than the pixels of a small frame. Heights change while frames
 * are side by side, widths while they are one below the other, so that no frame bleeds into the
 * next.
 */
final class FrameScaling {
  /** What the frames take that are scaled together, before; or one frame. */
  private static final long SHEET_BYTES = 8 << 20;

  private final Darkroom darkroom;
  private final PlannedStep.Scale size;
  private final PlannedStep.Cut part;
  private final int frameHeight;

  private FrameScaling(
      Darkroom darkroom, PlannedStep.Scale size, PlannedStep.Cut part, int frameHeight) {
    this.darkroom = darkroom;
    this.size = size;
    this.part = part;
    this.frameHeight = frameHeight;
  }

  /**
   * Whether frames become smaller, or stay as they are, in both directions: libvips enlarges in
   * both at once.
   */
  static boolean canScale(VipsImage roll, int frames, PlannedStep.Scale size) {
    return size.width() <= roll.width() && size.height() <= roll.height() / frames;
  }

  /**
   * Scales every frame, and cuts the same part out of each.
   *
   * @param roll the frames one below the other, 8-bit; read once, from top to bottom
   * @param size of a frame
   * @param part of the scaled frame
   * @return in memory
   */
  static VipsImage scaled(
      VipsImage roll, int frames, PlannedStep.Scale size, PlannedStep.Cut part, Darkroom darkroom) {
    return new FrameScaling(darkroom, size, part, roll.height() / frames).scaled(roll, frames);
  }

  private VipsImage scaled(VipsImage roll, int frames) {
    VipsScope scope = roll.scope();
    int mark = scope.mark();
    VipsImage colors = roll.hasAlpha() ? roll.premultiply() : roll;
    int most = Math.toIntExact(Math.clamp(SHEET_BYTES * frames / colors.bytes(), 1, frames));
    try (RowWriter result = new RowWriter(part.width(), part.height() * frames, roll.bands())) {
      int sheetMark = scope.mark();
      for (int first = 0; first < frames; first += most) {
        int count = Math.min(most, frames - first);
        VipsImage sheet = colors.extract(0, first * frameHeight, roll.width(), count * frameHeight);
        write(narrowed(lowered(darkroom.develop(sheet), count)), count, result);
        scope.release(sheetMark);
      }
      scope.release(mark);
      return result.picture(scope);
    }
  }

  /** Changes the height of the frames of a column. */
  private VipsImage lowered(VipsImage column, int count) {
    if (frameHeight == size.height()) {
      return column;
    }
    VipsImage row = column.sideBySide(count);
    VipsImage lowered = darkroom.develop(row.resize(row.width(), size.height()));
    try (RowWriter below = new RowWriter(column.width(), count * size.height(), column.bands())) {
      for (int frame = 0; frame < count; frame++) {
        below.write(lowered, frame * column.width(), 0, size.height());
      }
      return below.picture(column.scope());
    }
  }

  /** Changes the width of all frames of a column, and finishes them. */
  private VipsImage narrowed(VipsImage column) {
    VipsImage narrowed =
        column.width() == size.width() ? column : column.resize(size.width(), column.height());
    return darkroom.develop(narrowed.hasAlpha() ? narrowed.unpremultiply() : narrowed);
  }

  private void write(VipsImage column, int count, RowWriter result) {
    for (int frame = 0; frame < count; frame++) {
      result.write(column, part.left(), frame * size.height() + part.top(), part.height());
    }
  }
}
