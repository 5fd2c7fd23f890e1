package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** WebPs: one colour over a canvas as large as can be takes 34 bytes. */
public final class HostileWebps {
  private static final int LARGEST = 16_383;

  private HostileWebps() {}

  /** All of them. */
  public static List<Case> all() {
    Cases cases = new Cases("webp");
    lossless(cases);
    lossy(cases);
    extended(cases);
    animations(cases);
    return cases.all();
  }

  private static void lossless(Cases cases) {
    int[][] sizes = {
      {LARGEST, LARGEST}, {10_000, 10_000}, {9_990, 9_990}, {LARGEST, 6_000}, {1, 1}
    };
    for (int[] size : sizes) {
      cases.add("solid-%dx%d".formatted(size[0], size[1]), riff(solid(size[0], size[1])));
    }
    for (int i = 0; i < 40; i++) {
      byte[] broken = riff(solid(2_000, 2_000));
      broken[21 + i % 12] ^= (byte) (37 * i + 1);
      cases.add("lossless-flipped-" + i, broken);
    }
    cases.add(
        "lossless-garbage",
        riff(
            chunk(
                "VP8L",
                new Scrap().bytes(0x2f).littleU32(0x1fff_ffffL).times(5_000, 0xa7).done())));
  }

  private static void lossy(Cases cases) {
    for (int side : new int[] {0, 1, LARGEST}) {
      Scrap frame = new Scrap().littleU24(0x000010).bytes(0x9d, 0x01, 0x2a);
      frame.littleU16(side).littleU16(side).times(3_000, 0x5a);
      cases.add("lossy-" + side, riff(chunk("VP8 ", frame.done())));
    }
    Scrap between = new Scrap().littleU24(0x000011).times(3_000, 0x5a);
    cases.add("lossy-no-key-frame", riff(chunk("VP8 ", between.done())));
  }

  private static void extended(Cases cases) {
    cases.add("canvas-without-picture", riff(canvas(0, 1 << 24, 1 << 24)));
    cases.add("canvas-largest", riff(canvas(0x10, LARGEST, LARGEST), solid(LARGEST, LARGEST)));
    cases.add("canvas-small-picture-large", riff(canvas(0, 16, 16), solid(LARGEST, LARGEST)));
    cases.add("canvas-large-picture-small", riff(canvas(0, 9_000, 9_000), solid(16, 16)));
    byte[] alpha = chunk("ALPH", new Scrap().bytes(0x01).times(4_000, 0x33).done());
    cases.add("alpha-alone", riff(canvas(0x10, 4_000, 4_000), alpha));
    byte[] profile = chunk("ICCP", new byte[30_000_000]);
    cases.add("profile-of-30-mb", riff(canvas(0x20, 64, 64), profile, solid(64, 64)));
    Scrap many = new Scrap();
    for (int i = 0; i < 500_000; i++) {
      many.raw(chunk("XMP ", new byte[2]));
    }
    cases.add("chunks-500000", riff(canvas(0x04, 64, 64), many.done(), solid(64, 64)));
    byte[] lies = riff(solid(64, 64));
    lies[4] = (byte) 0xff;
    lies[7] = 0x7f;
    cases.add("length-beyond", lies);
    Scrap huge = new Scrap().text("RIFF").littleU32(0xffff_fff6L).text("WEBPVP8L");
    cases.add("chunk-of-4-gb", huge.littleU32(0xffff_ffffL).times(99, 0).done());
    cases.add("nothing-inside", new Scrap().text("RIFF").littleU32(4).text("WEBP").done());
  }

  private static void animations(Cases cases) {
    int[][] films = {{LARGEST, 300}, {10_000, 2}, {3_000, 12}, {3_000, 250}, {64, 100_000}};
    for (int[] film : films) {
      Scrap frames = new Scrap();
      for (int i = 0; i < film[1]; i++) {
        frames.raw(frame(0, solid(16, 16), 16));
      }
      byte[] file = riff(canvas(0x02, film[0], film[0]), start(), frames.done());
      cases.add("film-%d-frames-%d".formatted(film[0], film[1]), file);
    }
    cases.add(
        "film-frame-outside",
        riff(canvas(0x02, 64, 64), start(), frame(0xff_ffff, solid(64, 64), 64)));
    cases.add(
        "film-frame-larger",
        riff(canvas(0x02, 64, 64), start(), frame(0, solid(LARGEST, LARGEST), LARGEST)));
    cases.add(
        "film-frame-lies", riff(canvas(0x02, 64, 64), start(), frame(0, solid(9_000, 9_000), 64)));
    cases.add("film-without-frames", riff(canvas(0x02, 64, 64), start()));
    Scrap full = new Scrap();
    for (int i = 0; i < 24; i++) {
      full.raw(frame(0, solid(2_000, 2_000), 2_000));
    }
    cases.add("film-of-96-mp", riff(canvas(0x12, 2_000, 2_000), start(), full.done()));
  }

  private static byte[] start() {
    return chunk("ANIM", new Scrap().littleU32(0).littleU16(0).done());
  }

  private static byte[] frame(int left, byte[] picture, int side) {
    Scrap frame = new Scrap().littleU24(left).littleU24(0).littleU24(side - 1).littleU24(side - 1);
    return chunk("ANMF", frame.littleU24(10).bytes(0).raw(picture).done());
  }

  private static byte[] canvas(int flags, int width, int height) {
    return chunk(
        "VP8X",
        new Scrap().bytes(flags, 0, 0, 0).littleU24(width - 1).littleU24(height - 1).done());
  }

  /** No transform, no colour cache, no further Huffman groups; five codes of one symbol each. */
  private static byte[] solid(int width, int height) {
    Scrap data = new Scrap().bytes(0x2f);
    data.littleU32((width - 1) | (long) (height - 1) << 14 | 1L << 28);
    return chunk("VP8L", data.bytes(0x88, 0x88, 0x08, 0, 0, 0, 0, 0).done());
  }

  private static byte[] chunk(String type, byte[] data) {
    Scrap chunk = new Scrap().text(type).littleU32(data.length).raw(data);
    return (data.length % 2 == 0 ? chunk : chunk.bytes(0)).done();
  }

  private static byte[] riff(byte[]... chunks) {
    Scrap body = new Scrap().text("WEBP");
    for (byte[] chunk : chunks) {
      body.raw(chunk);
    }
    return new Scrap().text("RIFF").littleU32(body.size()).raw(body.done()).done();
  }
}
