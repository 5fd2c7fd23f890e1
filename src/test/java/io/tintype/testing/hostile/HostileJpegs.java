package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** JPEGs that lie about their size, ask for endless work or have segments that lead nowhere. */
public final class HostileJpegs {
  private static final int SOI = 0xffd8;
  private static final int EOI = 0xffd9;
  private static final int SOF0 = 0xffc0;
  private static final int SOF2 = 0xffc2;
  private static final int SOF3 = 0xffc3;
  private static final int DHT = 0xffc4;
  private static final int SOF9 = 0xffc9;
  private static final int SOS = 0xffda;
  private static final int DQT = 0xffdb;
  private static final int DNL = 0xffdc;
  private static final int DRI = 0xffdd;
  private static final int APP1 = 0xffe1;
  private static final int APP2 = 0xffe2;
  private static final int COM = 0xfffe;
  private static final int MOST = 65_533;

  private HostileJpegs() {}

  /** All of them. */
  public static List<Case> all() {
    Cases cases = new Cases("jpg");
    sizes(cases);
    frames(cases);
    scans(cases);
    segments(cases);
    exif(cases);
    return cases.all();
  }

  private static void sizes(Cases cases) {
    int[][] sizes = {
      {65_535, 65_535},
      {65_500, 65_500},
      {1, 65_535},
      {65_535, 1},
      {0, 100},
      {100, 0},
      {0, 0},
      {10_000, 10_000},
      {9_999, 9_999},
      {40_000, 2_500},
      {50_000, 50_000}
    };
    for (int[] size : sizes) {
      String name = "claims-%dx%d".formatted(size[0], size[1]);
      cases.add(name, picture(SOF0, size[0], size[1]).u16(EOI).done());
      cases.add(name + "-progressive", picture(SOF2, size[0], size[1]).u16(EOI).done());
      cases.add(name + "-arithmetic", picture(SOF9, size[0], size[1]).u16(EOI).done());
    }
    cases.add(
        "height-comes-later", picture(SOF0, 64, 0).u16(DNL).u16(4).u16(65_535).u16(EOI).done());
  }

  private static void frames(Cases cases) {
    for (int components : new int[] {0, 2, 4, 5, 16, 255}) {
      cases.add("components-" + components, ofComponents(components, 0x11));
    }
    for (int sampling : new int[] {0x00, 0x10, 0x44, 0x14, 0x55, 0xff}) {
      cases.add("sampling-%02x".formatted(sampling), ofComponents(3, sampling));
    }
    for (int precision : new int[] {0, 1, 12, 16, 255}) {
      Scrap file = new Scrap().u16(SOI);
      frame(tables(file), SOF0, precision, 64, 64, 3, 0x11);
      cases.add("precision-" + precision, scan(file, 3, 0, 63, 0).times(99, 0).u16(EOI).done());
    }
    cases.add("lossless", picture(SOF3, 64, 64).u16(EOI).done());
    Scrap twice = new Scrap().u16(SOI);
    frame(tables(twice), SOF0, 8, 8, 8, 3, 0x11);
    frame(twice, SOF0, 8, 60_000, 60_000, 3, 0x11);
    cases.add("two-frames", scan(twice, 3, 0, 63, 0).times(99, 0).u16(EOI).done());
    Scrap changed = new Scrap().u16(SOI);
    frame(tables(changed), SOF2, 8, 64, 64, 3, 0x11);
    scan(changed, 3, 0, 0, 0).times(99, 0);
    frame(changed, SOF2, 8, 30_000, 30_000, 3, 0x11);
    cases.add("frame-behind-a-scan", scan(changed, 3, 0, 0, 1).times(99, 0).u16(EOI).done());
  }

  /** Refining scans that say nothing: a few bytes each, and each visits every block. */
  private static void scans(Cases cases) {
    int[][] floods = {{99, 4_000}, {101, 4_000}, {1_000, 4_000}, {20_000, 1_000}, {100, 9_900}};
    for (int[] flood : floods) {
      Scrap file = new Scrap().u16(SOI);
      frame(tables(file), SOF2, 8, flood[1], flood[1], 1, 0x11);
      for (int i = 0; i < flood[0]; i++) {
        scan(file, 1, 0, 0, i == 0 ? 0x01 : 0x10).times(8, 0);
      }
      cases.add("scans-%d-side-%d".formatted(flood[0], flood[1]), file.u16(EOI).done());
    }
    Scrap spectral = new Scrap().u16(SOI);
    frame(tables(spectral), SOF2, 8, 8_000, 8_000, 1, 0x11);
    for (int i = 0; i < 500; i++) {
      scan(spectral, 1, 1, 63, 0x11).times(20, 0xaa);
    }
    cases.add("scans-spectral", spectral.u16(EOI).done());
    Scrap baseline = new Scrap().u16(SOI);
    frame(tables(baseline), SOF0, 8, 6_000, 6_000, 1, 0x11);
    for (int i = 0; i < 5_000; i++) {
      scan(baseline, 1, 0, 63, 0).times(8, 0);
    }
    cases.add("scans-baseline", baseline.u16(EOI).done());
    Scrap restarts = new Scrap().u16(SOI).u16(DRI).u16(4).u16(1);
    frame(tables(restarts), SOF0, 8, 5_000, 5_000, 1, 0x11);
    scan(restarts, 1, 0, 63, 0);
    for (int i = 0; i < 100_000; i++) {
      restarts.bytes(0xff, 0xd0 + i % 8);
    }
    cases.add("restarts", restarts.u16(EOI).done());
  }

  private static void segments(Cases cases) {
    Scrap comments = new Scrap().u16(SOI);
    for (int i = 0; i < 500; i++) {
      comments.u16(COM).u16(MOST + 2).times(MOST, 'x');
    }
    cases.add("comments-of-32-mb", small(comments));
    Scrap many = new Scrap().u16(SOI);
    for (int i = 0; i < 300_000; i++) {
      many.u16(COM).u16(2);
    }
    cases.add("comments-empty", small(many));
    Scrap profile = new Scrap().u16(SOI);
    for (int i = 1; i <= 255; i++) {
      profile.u16(APP2).u16(MOST + 2).text("ICC_PROFILE\0").bytes(i, 255).times(MOST - 14, 0);
    }
    cases.add("profile-of-16-mb", small(profile));
    Scrap odd = new Scrap().u16(SOI);
    odd.u16(APP2).u16(20).text("ICC_PROFILE\0").bytes(9, 1).times(4, 0);
    cases.add("profile-chunk-9-of-1", small(odd));
    for (int length : new int[] {0, 1, 2, 65_535}) {
      cases.add("segment-length-" + length, small(new Scrap().u16(SOI).u16(APP1).u16(length)));
    }
    cases.add("codes-beyond", small(new Scrap().u16(SOI).u16(DHT).u16(19).bytes(0).times(16, 255)));
    cases.add(
        "tables-beyond", small(new Scrap().u16(SOI).u16(DQT).u16(67).bytes(0x4f).times(64, 0)));
    cases.add("fill-bytes", new Scrap().u16(SOI).times(5_000_000, 0xff).done());
    cases.add("garbage", new Scrap().u16(SOI).times(5_000_000, 0x55).done());
    cases.add("nothing-but-a-start", new Scrap().u16(SOI).done());
    cases.add("start-and-end", new Scrap().u16(SOI).u16(EOI).done());
    cases.add("ends-at-marker", new Scrap().u16(SOI).bytes(0xff).done());
  }

  private static void exif(Cases cases) {
    for (int loop : new int[] {8, 0, 0xffff_fff0, 12}) {
      Scrap tiff = new Scrap().text("II*\0").littleU32(8).littleU16(2);
      tiff.littleU16(0x8769).littleU16(4).littleU32(1).littleU32(loop & 0xffff_ffffL);
      tiff.littleU16(0x0112).littleU16(3).littleU32(0xffff_ffffL).littleU32(6);
      tiff.littleU32(loop & 0xffff_ffffL);
      cases.add("exif-leads-to-" + Integer.toHexString(loop), small(exif(tiff)));
    }
    Scrap crowd = new Scrap().text("MM\0*").u32(8).u16(65_000 / 12);
    for (int i = 0; i < 65_000 / 12; i++) {
      crowd.u16(0x0100 + i).u16(2).u32(0x7fff_ffff).u32(26);
    }
    cases.add("exif-of-5000-entries", small(exif(crowd)));
    for (int turn : new int[] {0, 9, 255, 65_535}) {
      Scrap tiff = new Scrap().text("MM\0*").u32(8).u16(1);
      tiff.u16(0x0112).u16(3).u32(1).u16(turn).u16(0).u32(0);
      cases.add("turned-by-" + turn, small(exif(tiff)));
    }
  }

  private static Scrap exif(Scrap tiff) {
    byte[] body = tiff.done();
    return new Scrap().u16(SOI).u16(APP1).u16(body.length + 8).text("Exif\0\0").raw(body);
  }

  private static byte[] small(Scrap file) {
    frame(tables(file), SOF0, 8, 64, 64, 3, 0x11);
    return scan(file, 3, 0, 63, 0).times(300, 0).u16(EOI).done();
  }

  private static byte[] ofComponents(int components, int sampling) {
    Scrap file = new Scrap().u16(SOI);
    frame(tables(file), SOF0, 8, 64, 64, components, sampling);
    return scan(file, components, 0, 63, 0).times(300, 0).u16(EOI).done();
  }

  private static Scrap picture(int kind, int width, int height) {
    Scrap file = new Scrap().u16(SOI);
    frame(tables(file), kind, 8, width, height, 3, 0x11);
    return scan(file, 3, 0, kind == SOF2 ? 0 : 63, 0).times(2_000, 0);
  }

  /** One quantisation table, and the shortest codes: DC 0 is {@code 0}, end of block is 0. */
  private static Scrap tables(Scrap file) {
    file.u16(DQT).u16(67).bytes(0).times(64, 1);
    for (int table : new int[] {0x00, 0x10}) {
      file.u16(DHT).u16(20).bytes(table, 1).times(15, 0).bytes(0);
    }
    return file;
  }

  private static void frame(
      Scrap file, int kind, int precision, int width, int height, int components, int sampling) {
    file.u16(kind).u16(8 + 3 * components).bytes(precision).u16(height).u16(width);
    file.bytes(components);
    for (int i = 1; i <= components; i++) {
      file.bytes(i, i == 1 ? sampling : 0x11, 0);
    }
  }

  private static Scrap scan(Scrap file, int components, int first, int last, int bits) {
    file.u16(SOS).u16(6 + 2 * components).bytes(components);
    for (int i = 1; i <= components; i++) {
      file.bytes(i, 0);
    }
    return file.bytes(first, last, bits);
  }
}
