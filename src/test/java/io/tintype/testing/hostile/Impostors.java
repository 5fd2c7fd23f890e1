package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.List;

/** Files of formats nobody asked for, and files that are nothing at all. */
public final class Impostors {
  private Impostors() {}

  /** All of them, under names of pictures. */
  public static List<Case> all() {
    Cases cases = new Cases("jpg");
    cases.add("empty", new byte[0]);
    for (int value : new int[] {0, ' ', 0xff}) {
      cases.add("one-byte-" + value, new byte[] {(byte) value});
      cases.add("zeros-" + value, new Scrap().times(100_000, value).done());
    }
    text(cases, "html", "<!doctype html><script>alert(1)</script>");
    text(cases, "xml", "<?xml version='1.0'?><a/>");
    text(cases, "pdf", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>");
    text(cases, "postscript", "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(id) run");
    text(cases, "zip", "PK\3\4aaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    text(cases, "elf", "\u007fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0");
    text(cases, "magick", "push graphic-context\nimage over 0,0 0,0 'https://127.0.0.1'\npop");
    text(cases, "portable-map", "P6 99999 99999 255\n");
    text(cases, "portable-float", "PF 9 9 -1.0\n");
    text(cases, "radiance", "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 9999 +X 9999\n");
    text(cases, "fits", "SIMPLE  =                    T".repeat(99));
    text(cases, "matrix", "MATLAB 5.0 MAT-file" + " ".repeat(200));
    text(cases, "analyze", "\0\0\1\\" + "\0".repeat(344));
    text(cases, "csv", "1,2,3\n4,5,6\n");
    text(cases, "jpeg-xl", "\u00ff\n" + "\u00ab".repeat(99));
    text(cases, "jpeg-2000", "\0\0\0\fjP  \r\n\u0087\n" + "a".repeat(99));
    text(cases, "photoshop", "8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\1\0\0\0\1\0\10\0\3");
    text(
        cases,
        "bitmap",
        "BM\u00ff\u00ff\u00ff\u007f\0\0\0\0006\0\0\0(\0\0\0\u00ff\u00ff\u00ff\u007f");
    text(cases, "icon", "\0\0\1\0\u00ff\u00ff" + "\u00ff".repeat(99));
    text(cases, "exr", "v/1\1\2\0\0\0channels\0chlist\0");
    text(cases, "targa", "\0\0\2\0\0\0\0\0\0\0\0\0\u00ff\u00ff\u00ff\u00ff\30\0");
    cases.add("vips", new Scrap().bytes(0x08, 0xf2, 0xa6, 0xb6).times(60, 0x7f).done());
    cases.add("gzip", Deflated.gzip("not an image", 1_000_000, ""));
    return cases.all();
  }

  private static void text(Cases cases, String name, String content) {
    cases.add(name, new Scrap().text(content).done());
  }
}
