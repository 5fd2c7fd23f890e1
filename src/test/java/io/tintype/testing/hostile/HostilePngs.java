package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;
import java.util.zip.CRC32;

/** PNGs that unpack to more than they look like, and chunks that do not belong together. */
public final class HostilePngs {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int RGBA = 6;

  private HostilePngs() {}

  /** All of them. */
  public static List<Case> all() {
    Cases cases = new Cases("png");
    sizes(cases);
    bombs(cases);
    headers(cases);
    texts(cases);
    chunks(cases);
    return cases.all();
  }

  private static void sizes(Cases cases) {
    long[][] sizes = {
      {0x7fff_ffffL, 0x7fff_ffffL}, {0xffff_ffffL, 1}, {1, 10_000_000}, {10_000_000, 1}, {0, 0},
      {0, 9}, {1_000_000, 100}, {100, 1_000_000}, {10_001, 10_000}, {65_536, 65_536}
    };
    for (long[] size : sizes) {
      byte[] some = Deflated.zeros(100_000);
      String name = "claims-%dx%d".formatted(size[0], size[1]);
      cases.add(name, file(header(size[0], size[1], 8, RGB, 0), some));
      cases.add(name + "-adam7", file(header(size[0], size[1], 8, RGB, 1), some));
    }
  }

  /** Whole: every row is there. */
  private static void bombs(Cases cases) {
    cases.add("bomb-rgba16", bomb(9_900, 9_900, 16, RGBA, 0, 8));
    cases.add("bomb-rgba16-adam7", bomb(9_900, 9_900, 16, RGBA, 1, 8));
    cases.add("bomb-rgb", bomb(9_900, 9_900, 8, RGB, 0, 3));
    cases.add("bomb-rgb-adam7", bomb(9_900, 9_900, 8, RGB, 1, 3));
    cases.add("bomb-grey1", file(header(9_900, 9_900, 1, GREY, 0), Deflated.zeros(1_238L * 9_900)));
    cases.add("bomb-wide", bomb(9_000_000, 11, 8, RGB, 0, 3));
    cases.add("bomb-high", bomb(11, 9_000_000, 8, RGB, 0, 3));
    cases.add("unpacks-too-much", file(header(16, 16, 8, RGB, 0), Deflated.zeros(300_000_000)));
  }

  private static void headers(Cases cases) {
    byte[] some = Deflated.zeros(64 * 300);
    for (int depth : new int[] {0, 1, 3, 16, 32, 255}) {
      cases.add("depth-" + depth, file(header(64, 64, depth, RGB, 0), some));
    }
    for (int colour : new int[] {1, 3, 5, 7, 255}) {
      cases.add("colour-" + colour, file(header(64, 64, 8, colour, 0), some));
    }
    for (int interlace : new int[] {1, 2, 255}) {
      cases.add("interlace-" + interlace, file(header(64, 64, 8, RGB, interlace), some));
    }
    Scrap twice = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    twice.raw(chunk("IHDR", header(60_000, 60_000, 8, RGB, 0)));
    cases.add("two-headers", end(twice.raw(chunk("IDAT", some))));
    cases.add("header-short", end(begin().raw(chunk("IHDR", new byte[5]))));
    cases.add(
        "header-late",
        end(begin().raw(chunk("tEXt", new byte[9])).raw(chunk("IHDR", header(64, 64, 8, RGB, 0)))));
    cases.add("no-pixels", end(begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)))));
    cases.add("no-palette", file(header(64, 64, 8, PALETTE, 0), some));
    cases.add("no-zlib", file(header(64, 64, 8, RGB, 0), new byte[500]));
    cases.add("signature-alone", begin().done());
  }

  private static void texts(Cases cases) {
    byte[] inflates = Deflated.zeros(50_000_000);
    Scrap bombs = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    for (int i = 0; i < 60; i++) {
      bombs.raw(chunk("zTXt", new Scrap().text("k" + i + "\0\0").raw(inflates).done()));
    }
    cases.add("texts-of-3-gb", pixels(bombs));
    Scrap many = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    for (int i = 0; i < 200_000; i++) {
      many.raw(chunk("tEXt", new Scrap().text("key\0v").done()));
    }
    cases.add("texts-200000", pixels(many));
    Scrap nested = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    nested.raw(
        chunk(
            "iTXt",
            new Scrap().text("XML:com.adobe.xmp\0").bytes(1, 0, 0, 0).raw(inflates).done()));
    cases.add("xmp-of-50-mb", pixels(nested));
    Scrap profile = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    profile.raw(chunk("iCCP", new Scrap().text("p\0\0").raw(Deflated.zeros(200_000_000)).done()));
    cases.add("profile-of-200-mb", pixels(profile));
    Scrap big = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    big.raw(chunk("tEXt", new Scrap().text("k\0").times(20_000_000, 'x').done()));
    cases.add("text-of-20-mb", pixels(big));
  }

  private static void chunks(Cases cases) {
    Scrap frames = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    frames.raw(chunk("acTL", new Scrap().u32(0x7fff_ffff).u32(0).done()));
    cases.add("frames-2-billion", pixels(frames));
    Scrap lies = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    cases.add("chunk-of-4-gb", lies.u32(0xffff_ffffL).text("tEXt").times(99, 0).done());
    Scrap palette = begin().raw(chunk("IHDR", header(64, 64, 8, PALETTE, 0)));
    palette.raw(chunk("PLTE", new byte[3])).raw(chunk("tRNS", new byte[999]));
    palette.raw(chunk("IDAT", Deflated.zeros(65 * 64)));
    cases.add("transparent-beyond-palette", end(palette));
    Scrap critical = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    cases.add("unknown-critical", pixels(critical.raw(chunk("EVIL", new byte[100]))));
    byte[] wrong = file(header(64, 64, 8, RGB, 0), Deflated.zeros(64 * 193));
    wrong[30] ^= 0x55;
    cases.add("wrong-checksum", wrong);
    Scrap crumbs = begin().raw(chunk("IHDR", header(64, 64, 8, RGB, 0)));
    byte[] data = Deflated.zeros(64 * 193);
    for (int i = 0; i < 300_000; i++) {
      crumbs.raw(chunk("IDAT", new byte[0]));
    }
    cases.add("empty-data-300000", end(crumbs.raw(chunk("IDAT", data))));
  }

  private static byte[] bomb(
      int width, int height, int depth, int colour, int interlace, int size) {
    long rows = (long) height * (1 + (long) width * size);
    long passes = interlace == 1 ? 2L * height + 16 : 0;
    return file(header(width, height, depth, colour, interlace), Deflated.zeros(rows + passes));
  }

  private static byte[] pixels(Scrap file) {
    return end(file.raw(chunk("IDAT", Deflated.zeros(64 * 193))));
  }

  private static byte[] file(byte[] header, byte[] data) {
    return end(begin().raw(chunk("IHDR", header)).raw(chunk("IDAT", data)));
  }

  private static Scrap begin() {
    return new Scrap().bytes(0x89).text("PNG\r\n").bytes(0x1a, '\n');
  }

  private static byte[] end(Scrap file) {
    return file.raw(chunk("IEND", new byte[0])).done();
  }

  private static byte[] header(long width, long height, int depth, int colour, int interlace) {
    return new Scrap().u32(width).u32(height).bytes(depth, colour, 0, 0, interlace).done();
  }

  private static byte[] chunk(String type, byte[] data) {
    CRC32 checksum = new CRC32();
    checksum.update(new Scrap().text(type).done());
    checksum.update(data);
    return new Scrap().u32(data.length).text(type).raw(data).u32(checksum.getValue()).done();
  }
}
