package io.tintype.sandbox;

import io.tintype.bytes.ImageBytes;
import io.tintype.sniff.Packed;
import io.tintype.vips.Drawing;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Follows orders, in a helper process. The answer: a verdict, and if that is fine, width and height
 * as 32 bits each; to a drawing then pieces of pixels, each behind its length, and behind them a
 * length of 0, or of -1 and a verdict, if drawing failed on the way.
 */
final class Draughtsman {
  static final int DONE = 0;
  static final int BROKEN_OFF = -1;

  /** Bytes of pixels drawn at a time. */
  private static final long PIECE = 4L << 20;

  /** Text of cairo's and libvips's. */
  private static final String NO_MEMORY = "out of memory";

  private static final String SAMPLE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">
      <defs><linearGradient id="a"><stop stop-color="red"/></linearGradient></defs>
      <path d="M1 1C3 9 9 3 9 9z" fill="url(#a)"/><text y="9">a</text></svg>
      """;

  private final Vips vips;

  Draughtsman(Vips vips) {
    this.vips = vips;
  }

  /** Draws something, so that everything is loaded that drawing needs. */
  void practise() throws IOException {
    byte[] sample = SAMPLE.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment document =
          arena.allocate(sample.length).copyFrom(MemorySegment.ofArray(sample));
      DataOutputStream nowhere = new DataOutputStream(OutputStream.nullOutputStream());
      follow(new Order(Order.Kind.DRAW, 0.5, sample.length), document, nowhere);
    }
  }

  void follow(Order order, MemorySegment document, DataOutputStream out) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Optional<MemorySegment> meant =
          Packed.is(document)
              ? Packed.content(document, order.mostBytes(), arena)
              : Optional.of(document);
      if (meant.isEmpty()) {
        out.writeByte(Verdict.TOO_LONG.code());
        return;
      }
      answer(order, meant.get(), out);
    } catch (ZipException | EOFException _) {
      out.writeByte(Verdict.DAMAGED.code());
    }
  }

  private void answer(Order order, MemorySegment document, DataOutputStream out)
      throws IOException {
    try (VipsScope scope = vips.openScope();
        ImageBytes bytes =
            ImageBytes.owning(document.address(), (int) document.byteSize(), () -> {})) {
      VipsImage picture;
      boolean readable = false;
      try {
        Drawing drawing = Drawing.open(scope, bytes);
        readable = true;
        picture =
            switch (order.kind()) {
              case MEASURE -> drawing.at(drawing.width(), drawing.height());
              case DRAW ->
                  drawing.at(
                      side(drawing.width(), order.shrink()),
                      side(drawing.height(), order.shrink()));
            };
      } catch (VipsException failed) {
        out.writeByte((readable ? Verdict.TOO_MUCH : verdict(failed)).code());
        return;
      }
      out.writeByte(Verdict.FINE.code());
      out.writeInt(picture.width());
      out.writeInt(picture.height());
      if (order.kind() == Order.Kind.DRAW) {
        draw(scope, picture, out);
      }
    }
  }

  private static void draw(VipsScope scope, VipsImage picture, DataOutputStream out)
      throws IOException {
    int height = picture.height();
    int atOnce = Math.clamp(PIECE / ((long) picture.width() * Wire.PIXEL), 1, height);
    for (int top = 0; top < height; top += atOnce) {
      int mark = scope.mark();
      MemorySegment rows;
      try {
        rows = picture.rows(top, Math.min(atOnce, height - top));
      } catch (VipsException failed) {
        out.writeInt(BROKEN_OFF);
        out.writeByte(Verdict.TOO_MUCH.code());
        return;
      }
      out.writeInt(Math.toIntExact(rows.byteSize()));
      Wire.write(out, rows);
      scope.release(mark);
    }
    out.writeInt(DONE);
  }

  /** Rounded as the planner does. */
  private static int side(int natural, double shrink) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(natural / shrink)));
  }

  private static Verdict verdict(VipsException failed) {
    return failed.logText().contains(NO_MEMORY) ? Verdict.TOO_MUCH : Verdict.DAMAGED;
  }
}
