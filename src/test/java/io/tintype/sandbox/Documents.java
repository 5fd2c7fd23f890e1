package io.tintype.sandbox;

/** SVG that is drawn in tests, most of it hostile. */
final class Documents {
  /** A red square on a clear ground, in the upper left quarter. */
  static final String QUARTER =
      svg(20, 20, "<rect width='10' height='10' fill='#f00'/>");

  private Documents() {}

  static String svg(int width, int height, String content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
        + " xmlns:xi='http://www.w3.org/2001/XInclude' width='%d' height='%d'>%s</svg>"
            .formatted(width, height, content);
  }

  /** Needs some tenths of a second for each time. */
  static String slow(int times) {
    return svg(
        900,
        900,
        "<filter id='f' x='0' y='0' width='1' height='1'>"
            + "<feTurbulence baseFrequency='0.01' numOctaves='9'/></filter>"
            + "<rect filter='url(#f)' width='900' height='900'/>".repeat(times));
  }

  /** Three uses in each of many levels. */
  static String nestedUses() {
    StringBuilder levels = new StringBuilder("<g id='a0'><circle r='9'/></g>");
    for (int level = 1; level <= 16; level++) {
      String before = "<use xlink:href='#a%d'/>".formatted(level - 1);
      levels.append("<g id='a%d'>%s</g>".formatted(level, before.repeat(3)));
    }
    return svg(99, 99, "<defs>" + levels + "</defs><use xlink:href='#a16'/>");
  }

  static String hugeBlur() {
    return svg(
        4000,
        4000,
        "<filter id='f'>"
            + "<feGaussianBlur stdDeviation='900'/>".repeat(60)
            + "</filter><rect filter='url(#f)' width='4000' height='4000'/>");
  }

  /** Layers of the whole picture, all at once. */
  static String memory() {
    String open = "<g opacity='0.9'><rect width='1' height='1'/>".repeat(200);
    return svg(3000, 3000, open + "</g>".repeat(200));
  }

  static String deepElements() {
    return svg(99, 99, "<g>".repeat(100_000) + "</g>".repeat(100_000));
  }
}
