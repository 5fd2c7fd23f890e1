package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** TIFFs: directories in circles, strips that are not there, tiles larger than memory. */
public final class HostileTiffs {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIPS = 273;
  private static final int SAMPLES = 277;
  private static final int ROWS = 278;
  private static final int STRIP_BYTES = 279;
  private static final int PLANAR = 284;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILES = 324;
  private static final int TILE_BYTES = 325;
  private static final int SUB_DIRECTORIES = 330;
  private static final int SAMPLE_FORMAT = 339;
  private static final int NONE = 1;
  private static final int DEFLATE = 8;

  private HostileTiffs() {}

  /** All of them. */
  public static List<Case> all() {
    Cases cases = new Cases("tiff");
    sizes(cases);
    values(cases);
    layouts(cases);
    directories(cases);
    return cases.all();
  }

  private static void sizes(Cases cases) {
    long[][] sizes = {
      {0xffff_ffffL, 0xffff_ffffL},
      {0x7fff_ffffL, 2},
      {0, 0},
      {1, 9_000_000},
      {9_000_000, 1},
      {10_000, 10_000},
      {9_999, 9_999},
      {60_000, 60_000}
    };
    for (long[] size : sizes) {
      String name = "claims-%dx%d".formatted(size[0], size[1]);
      cases.add(name, picture(size[0], size[1], 8, 3, NONE, new byte[9_000]));
      cases.add(name + "-packed", picture(size[0], size[1], 8, 3, DEFLATE, Deflated.zeros(9_000)));
    }
    cases.add("bomb", picture(9_900, 9_900, 8, 3, DEFLATE, Deflated.zeros(9_900L * 9_900 * 3)));
    cases.add("bomb-16", picture(9_900, 9_900, 16, 4, DEFLATE, Deflated.zeros(9_900L * 9_900 * 8)));
  }

  private static void values(Cases cases) {
    for (int bits : new int[] {0, 1, 2, 4, 7, 12, 24, 32, 64, 65_535}) {
      cases.add("bits-" + bits, picture(64, 64, bits, 3, NONE, new byte[64 * 64 * 24]));
    }
    for (int samples : new int[] {0, 1, 2, 5, 100, 65_535}) {
      cases.add("samples-" + samples, picture(64, 64, 8, samples, NONE, new byte[64 * 64 * 6]));
    }
    int[] kinds = {
      0, 2, 3, 4, 5, 6, 7, 9, 32_773, 32_946, 34_661, 34_712, 34_887, 34_925, 50_000, 50_001
    };
    for (int kind : kinds) {
      cases.add(
          "packed-by-" + kind, picture(64, 64, 8, 3, kind, new Scrap().times(9_000, 0x5a).done()));
    }
    for (int colours : new int[] {0, 1, 3, 4, 5, 6, 8, 9, 32_844, 32_845}) {
      Directory directory = strips(64, 64, 8, 3, NONE, 64 * 64 * 3);
      directory.number(PHOTOMETRIC, colours);
      cases.add("colours-" + colours, directory.file(new byte[64 * 64 * 3]));
    }
    for (int format : new int[] {2, 3, 4, 5, 6, 99}) {
      Directory directory = strips(64, 64, 32, 1, NONE, 64 * 64 * 4);
      directory.number(SAMPLE_FORMAT, format);
      cases.add("numbers-" + format, directory.file(new Scrap().times(64 * 64 * 4, 0xff).done()));
    }
  }

  private static void layouts(Cases cases) {
    long[][] tiles = {{0, 0}, {16, 16}, {65_536, 65_536}, {0x7fff_fff0L, 16}, {17, 17}};
    for (long[] tile : tiles) {
      Directory directory = header(4_000, 4_000, 8, 3, NONE);
      directory.number(TILE_WIDTH, tile[0]).number(TILE_HEIGHT, tile[1]);
      directory.number(TILES, 8).number(TILE_BYTES, 768);
      cases.add("tiles-%dx%d".formatted(tile[0], tile[1]), directory.file(new byte[5_000]));
    }
    for (long rows : new long[] {0, 1, 0xffff_ffffL}) {
      Directory directory = header(4_000, 4_000, 8, 3, NONE);
      directory.number(STRIPS, 8).number(STRIP_BYTES, 0xffff_ffffL).number(ROWS, rows);
      cases.add("rows-" + rows, directory.file(new byte[5_000]));
    }
    Directory outside = header(64, 64, 8, 3, NONE);
    outside.number(STRIPS, 0xffff_fff0L).number(STRIP_BYTES, 12_288).number(ROWS, 64);
    cases.add("strip-outside", outside.file(new byte[12_288]));
    Directory crowd = header(64, 64, 8, 3, NONE);
    crowd.entry(STRIPS, LONG, 0x3fff_ffffL, 8).entry(STRIP_BYTES, LONG, 0x3fff_ffffL, 8);
    cases.add("strips-billion", crowd.number(ROWS, 1).file(new byte[12_288]));
    Directory planes = strips(64, 64, 8, 65_535, NONE, 64);
    cases.add("planes-65535", planes.number(PLANAR, 2).file(new byte[12_288]));
  }

  private static void directories(Cases cases) {
    cases.add("loops-to-itself", strips(64, 64, 8, 3, NONE, 12_288).next(8).file(new byte[12_288]));
    cases.add("next-outside", strips(64, 64, 8, 3, NONE, 9).next(0xffff_fff0L).file(new byte[9]));
    Directory nested = strips(64, 64, 8, 3, NONE, 12_288);
    cases.add("sub-directory-loops", nested.number(SUB_DIRECTORIES, 8).file(new byte[12_288]));
    cases.add(
        "no-entries", new Scrap().text("II*\0").littleU32(8).littleU16(0).littleU32(0).done());
    cases.add("directory-outside", new Scrap().text("II*\0").littleU32(0xffff_fff0L).done());
    cases.add(
        "entries-65535",
        new Scrap().text("II*\0").littleU32(8).littleU16(65_535).times(700_000, 1).done());
    Scrap big = new Scrap().text("II+\0").littleU16(8).littleU16(0).littleU32(16).littleU32(0);
    cases.add("big-entries-beyond", big.times(8, 0xff).times(500, 1).done());
    cases.add("header-alone", new Scrap().text("MM\0*").u32(8).done());
    Scrap pages = new Scrap().text("II*\0").littleU32(8);
    byte[] page = strips(16, 16, 8, 1, NONE, 256).encoded(0);
    for (int i = 0; i < 20_000; i++) {
      int next = i == 19_999 ? 0 : 8 + (i + 1) * page.length;
      pages.raw(strips(16, 16, 8, 1, NONE, 256).next(next).encoded(0));
    }
    cases.add("pages-20000", pages.done());
  }

  private static byte[] picture(
      long width, long height, int bits, int samples, int compression, byte[] data) {
    return strips(width, height, bits, samples, compression, data.length).file(data);
  }

  private static Directory strips(
      long width, long height, int bits, int samples, int compression, int size) {
    Directory directory = header(width, height, bits, samples, compression);
    directory.data(STRIPS);
    return directory.number(STRIP_BYTES, size).number(ROWS, height);
  }

  private static Directory header(long width, long height, int bits, int samples, int compression) {
    return new Directory()
        .number(WIDTH, width)
        .number(HEIGHT, height)
        .entry(BITS, SHORT, 1, bits)
        .entry(COMPRESSION, SHORT, 1, compression)
        .number(PHOTOMETRIC, samples >= 3 ? 2 : 1)
        .entry(SAMPLES, SHORT, 1, samples);
  }

  /** The first directory of a little endian file; tags stand in the order they were given. */
  private static final class Directory {
    private static final int START = 8;
    private static final int ENTRY = 12;

    private final Scrap entries = new Scrap();
    private int count;
    private int dataEntry = -1;
    private long next;

    Directory number(int tag, long value) {
      return entry(tag, LONG, 1, value);
    }

    Directory entry(int tag, int type, long items, long value) {
      entries.littleU16(tag).littleU16(type).littleU32(items).littleU32(value);
      count++;
      return this;
    }

    /** Points to what stands behind the directory. */
    Directory data(int tag) {
      dataEntry = count;
      return number(tag, 0);
    }

    Directory next(long offset) {
      next = offset;
      return this;
    }

    byte[] encoded(int start) {
      byte[] all = entries.done();
      if (dataEntry >= 0) {
        byte[] offset = new Scrap().littleU32(start + 2L + all.length + 4).done();
        System.arraycopy(offset, 0, all, dataEntry * ENTRY + 8, offset.length);
      }
      return new Scrap().littleU16(count).raw(all).littleU32(next).done();
    }

    byte[] file(byte[] data) {
      return new Scrap().text("II*\0").littleU32(START).raw(encoded(START)).raw(data).done();
    }
  }
}
