package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** GIFs with large canvases behind few bytes, frames beyond count, and codes that mean nothing. */
public final class HostileGifs {
  /** Minimum code size 2, one sub-block: clear, colour 0, end. */
  private static final int[] ONE_PIXEL = {2, 2, 0x44, 0x01, 0};

  private HostileGifs() {}

  /** All of them. */
  public static List<Case> all() {
    Cases cases = new Cases("gif");
    canvases(cases);
    frames(cases);
    codes(cases);
    blocks(cases);
    return cases.all();
  }

  private static void canvases(Cases cases) {
    int[][] sizes = {
      {65_535, 65_535}, {0, 0}, {0, 5}, {65_535, 1}, {1, 65_535}, {10_000, 10_000}, {9_999, 9_999}
    };
    for (int[] size : sizes) {
      Scrap file = begin(size[0], size[1]);
      frame(file, 0, 0, 1, 1).bytes(ONE_PIXEL);
      cases.add("canvas-%dx%d".formatted(size[0], size[1]), file.bytes(';').done());
    }
    for (int count : new int[] {2, 60, 255, 256, 257, 5_000, 300_000}) {
      Scrap file = begin(600, 600);
      for (int i = 0; i < count; i++) {
        frame(file, 0, 0, 1, 1).bytes(ONE_PIXEL);
      }
      cases.add("frames-" + count, file.bytes(';').done());
    }
    Scrap large = begin(9_000, 9_000);
    for (int i = 0; i < 100; i++) {
      frame(large, 0, 0, 1, 1).bytes(ONE_PIXEL);
    }
    cases.add("large-canvas-100-frames", large.bytes(';').done());
  }

  private static void frames(Cases cases) {
    int[][] places = {
      {60_000, 60_000, 60_000, 60_000}, {0, 0, 65_535, 65_535}, {10, 10, 0, 0}, {63, 63, 9, 9}
    };
    for (int[] place : places) {
      Scrap file = begin(64, 64);
      frame(file, place[0], place[1], place[2], place[3]).bytes(ONE_PIXEL);
      frame(file, 0, 0, 64, 64).bytes(ONE_PIXEL);
      cases.add(
          "frame-%dx%d-at-%d".formatted(place[2], place[3], place[0]), file.bytes(';').done());
    }
    for (int disposal : new int[] {3, 4, 7}) {
      Scrap file = begin(64, 64);
      for (int i = 0; i < 20; i++) {
        file.bytes('!', 0xf9, 4, disposal << 2 | 1).littleU16(0).bytes(255, 0);
        frame(file, 0, 0, 64, 64).bytes(ONE_PIXEL);
      }
      cases.add("disposal-" + disposal, file.bytes(';').done());
    }
  }

  private static void codes(Cases cases) {
    for (int bits : new int[] {0, 1, 8, 9, 11, 12, 13, 255}) {
      Scrap file = begin(64, 64);
      frame(file, 0, 0, 64, 64).bytes(bits, 255).times(255, 0xa5).bytes(0);
      cases.add("code-size-" + bits, file.bytes(';').done());
    }
    Scrap growing = begin(4_000, 4_000);
    frame(growing, 0, 0, 4_000, 4_000).bytes(8);
    for (int i = 0; i < 40_000; i++) {
      growing.bytes(255).times(255, i);
    }
    cases.add("codes-of-10-mb", growing.bytes(0, ';').done());
    Scrap clears = begin(64, 64);
    frame(clears, 0, 0, 64, 64).bytes(7);
    for (int i = 0; i < 40_000; i++) {
      clears.bytes(255).times(255, 0x80);
    }
    cases.add("clears-of-10-mb", clears.bytes(0, ';').done());
  }

  private static void blocks(Cases cases) {
    Scrap comments = begin(64, 64);
    for (int i = 0; i < 1_000_000; i++) {
      comments.bytes('!', 0xfe, 1, 'x', 0);
    }
    frame(comments, 0, 0, 64, 64).bytes(ONE_PIXEL);
    cases.add("comments-million", comments.bytes(';').done());
    cases.add("no-frame", begin(64, 64).bytes(';').done());
    cases.add("header-alone", new Scrap().text("GIF89a").done());
    cases.add(
        "cut-in-table", new Scrap().text("GIF89a").littleU16(9).littleU16(9).bytes(0xf7).done());
    cases.add("trailer-first", begin(9, 9).bytes(';', ',', 0).done());
    cases.add("unknown-blocks", begin(9, 9).times(100_000, 0x99).done());
    Scrap endless = begin(64, 64).bytes('!', 0xff, 11).text("NETSCAPE2.0");
    cases.add("endless-extension", endless.times(1_000_000, 0xff).done());
  }

  private static Scrap begin(int width, int height) {
    return new Scrap()
        .text("GIF89a")
        .littleU16(width)
        .littleU16(height)
        .bytes(0x80, 0, 0)
        .bytes(0, 0, 0, 255, 255, 255);
  }

  private static Scrap frame(Scrap file, int left, int top, int width, int height) {
    return file.bytes(',')
        .littleU16(left)
        .littleU16(top)
        .littleU16(width)
        .littleU16(height)
        .bytes(0);
  }
}
