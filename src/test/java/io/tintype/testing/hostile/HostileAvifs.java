package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** AVIFs: boxes within boxes, sizes that no picture has, data elsewhere (ISO/IEC 14496-12). */
public final class HostileAvifs {
  private HostileAvifs() {}

  /** All of them, made from a whole one. */
  public static List<Case> all(byte[] whole) {
    Cases cases = new Cases("avif");
    sizes(cases, whole);
    boxes(cases);
    return cases.all();
  }

  private static void sizes(Cases cases, byte[] whole) {
    long[][] sizes = {
      {0, 0},
      {1, 1},
      {65_536, 65_536},
      {0xffff_ffffL, 0xffff_ffffL},
      {9_999, 9_999},
      {16_384, 6_000}
    };
    int at = find(whole, "ispe") + 8;
    for (long[] size : sizes) {
      byte[] lies = whole.clone();
      byte[] claim = new Scrap().u32(size[0]).u32(size[1]).done();
      System.arraycopy(claim, 0, lies, at, claim.length);
      cases.add("claims-%dx%d".formatted(size[0], size[1]), lies);
    }
    for (String box : List.of("meta", "iloc", "iinf", "ipco", "ipma", "av1C", "mdat", "pitm")) {
      int found = find(whole, box);
      byte[] renamed = whole.clone();
      renamed[found] = 'x';
      cases.add("without-" + box, renamed);
      for (int length : new int[] {0, 1, 7, 0x7fff_ffff}) {
        byte[] lies = whole.clone();
        System.arraycopy(new Scrap().u32(length).done(), 0, lies, found - 4, 4);
        cases.add("%s-of-%d".formatted(box, length), lies);
      }
    }
    int data = find(whole, "mdat") + 4;
    for (int i = 0; i < 60; i++) {
      byte[] broken = whole.clone();
      broken[data + (i * 97) % (whole.length - data)] ^= (byte) (1 + i * 3);
      cases.add("flipped-" + i, broken);
    }
    byte[] empty = whole.clone();
    java.util.Arrays.fill(empty, data, empty.length, (byte) 0);
    cases.add("zeros-inside", empty);
  }

  private static void boxes(Cases cases) {
    Scrap nested = new Scrap();
    for (int i = 0; i < 5_000; i++) {
      nested.u32(8L * (5_000 - i)).text("ipco");
    }
    cases.add(
        "nested-5000", typed().raw(box("meta", new Scrap().u32(0).raw(nested.done()))).done());
    Scrap many = new Scrap().u32(0);
    for (int i = 0; i < 500_000; i++) {
      many.u32(8).text("free");
    }
    cases.add("boxes-500000", typed().raw(box("meta", many)).done());
    Scrap items = new Scrap().u32(0).raw(box("iinf", new Scrap().u32(0).u16(65_535).times(99, 0)));
    items.raw(box("iloc", new Scrap().u32(0).u16(0x4444).u16(65_535).times(700_000, 0x11)));
    cases.add("items-65535", typed().raw(box("meta", items)).done());
    cases.add("type-alone", typed().done());
    cases.add("long-box", typed().u32(1).text("meta").u64(Long.MAX_VALUE).times(99, 0).done());
    Scrap sequence = new Scrap().u32(28).text("ftypavis").u32(0).text("avismif1miaf");
    cases.add("sequence-without-movie", sequence.raw(box("moov", new Scrap().times(99, 0))).done());
    Scrap heic = new Scrap().u32(24).text("ftypheic").u32(0).text("heicmif1");
    cases.add("heic-inside", heic.raw(box("meta", new Scrap().times(999, 0))).done());
  }

  private static Scrap typed() {
    return new Scrap().u32(28).text("ftypavif").u32(0).text("avifmif1miaf");
  }

  private static byte[] box(String type, Scrap body) {
    return new Scrap().u32(8L + body.size()).text(type).raw(body.done()).done();
  }

  private static int find(byte[] file, String box) {
    int at = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(box);
    if (at < 0) {
      throw new IllegalArgumentException("no box " + box);
    }
    return at;
  }
}
