package io.tintype.sandbox;

/** SVG that is drawn in tests, most of it hostile. */
final class Documents {
  /** A red square on a clear ground, in the upper left quarter. */
  static final String QUARTER = svg(20, 20, "<rect width='10' height='10' fill='#f00'/>");

  /** Some of everything that a sanitised drawing may have. */
  static final String CLEAN =
      svg(
          60,
          40,
          """
          <title>Clean</title><style>.b { fill: #0a0; stroke: url(#g) } text { font-size: 9px }</style>
          <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/>
          <stop offset="1" stop-color="#00f"/></linearGradient>
          <clipPath id="c"><circle cx="30" cy="20" r="19"/></clipPath>
          <pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2H0z"/>
          </pattern><mask id="m"><rect width="60" height="40" fill="#888"/></mask>
          <symbol id="s" viewBox="0 0 2 2"><path d="M0 0L2 2" stroke="red"/></symbol>
          <filter id="f"><feGaussianBlur stdDeviation="1"/><feOffset dx="2"/></filter></defs>
          <g clip-path="url(#c)"><rect width="60" height="40" fill="url(#g)"/></g>
          <a href="http://example.com/"><rect class="b" x="9" y="9" width="9" height="9"/></a>
          <rect x="30" width="20" height="20" fill="url('#p')" mask="url(#m)" style="opacity: .5"/>
          <use xlink:href="#s" x="5" y="20" width="9" height="9"/>
          <use href="#s" x="25" y="20" width="9" height="9" filter="url(#f)"/>
          <text x="1" y="39">a &amp; <tspan fill="blue">b</tspan></text>
          <image x="50" width="9" height="9" href="data:image/png;base64,\
          iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="/>
          """);

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
