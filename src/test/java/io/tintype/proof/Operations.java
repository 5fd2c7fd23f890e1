package io.tintype.proof;

import static java.util.Map.entry;

import java.util.Map;

/** The words in which the table describes references. */
final class Operations {
  /** Draws something of its own. */
  interface Source {
    Sheet drawn(Arguments a);
  }

  /** Changes a picture. */
  interface Change {
    Sheet of(Sheet in, Arguments a);
  }

  static final Map<String, Source> SOURCES =
      Map.ofEntries(
          entry("plain", a -> plain(a.whole(0), a.whole(1), a.tint(2))),
          entry("corners", Operations::corners),
          entry("words", Operations::words));

  static final Map<String, Change> CHANGES =
      Map.ofEntries(
          entry(
              "crop", (in, a) -> Outlines.crop(in, a.whole(0), a.whole(1), a.whole(2), a.whole(3))),
          entry(
              "canvas",
              (in, a) ->
                  Outlines.canvas(in, a.whole(0), a.whole(1), a.whole(2), a.whole(3), a.tint(4))),
          entry("border", (in, a) -> Outlines.border(in, a.whole(0), a.tint(1))),
          entry("mirror", (in, a) -> Outlines.flip(in, true, false)),
          entry("overturn", (in, a) -> Outlines.flip(in, false, true)),
          entry("turn", (in, a) -> Outlines.turn(in)),
          entry("fade", (in, a) -> Outlines.fade(in, a.number(0))),
          entry("flatten", (in, a) -> Outlines.flatten(in, a.tint(0))),
          entry("round", (in, a) -> Outlines.round(in, a.numbers(0))),
          entry("ellipse", (in, a) -> Outlines.ellipse(in)),
          entry("over", (in, a) -> Layering.over(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("beside", (in, a) -> beside(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("around", (in, a) -> around(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("pad", (in, a) -> pad(in, a)),
          entry("multiply", (in, a) -> Layering.multiply(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("cutter", (in, a) -> Layering.cutter(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("cutout", (in, a) -> Layering.cutout(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry("displace", (in, a) -> Layering.displace(in, a.whole(0), a.whole(1), a.sheet(2))),
          entry(
              "gradient",
              (in, a) -> Layering.gradient(in, a.number(0), a.tint(1), a.tint(2), a.number(3))),
          entry(
              "shadow",
              (in, a) -> Layering.shadow(in, a.number(0), a.number(1), a.whole(2), a.whole(3))),
          entry("blur", (in, a) -> Smoothing.blur(in, a.number(0))),
          entry(
              "unsharp",
              (in, a) -> Smoothing.unsharp(in, a.whole(0), a.number(1), a.number(2), a.number(3))),
          entry("mild", (in, a) -> Smoothing.mildlySharpened(in)),
          entry("sharpen", (in, a) -> Smoothing.sharpened(in, a.number(0))),
          entry("grey", (in, a) -> Shades.grey(in)),
          entry("tint", (in, a) -> Shades.tint(in, a.tint(0), a.number(1))),
          entry("contrast", (in, a) -> Shades.contrast(in)),
          entry("brighten", (in, a) -> Shades.brighten(in, a.number(0))),
          entry("recolor", (in, a) -> Shades.recolor(in, a.tint(0), a.tint(1))),
          entry("spin", (in, a) -> Warping.spin(in, a.number(0), a.tint(1))),
          entry(
              "perspective",
              (in, a) -> Warping.perspective(in, a.whole(0), a.whole(1), a.numbers(2))),
          entry("arc", (in, a) -> Warping.arc(in, a.number(0))),
          entry("scale", (in, a) -> Warping.scale(in, a.whole(0), a.whole(1))));

  private Operations() {}

  /** Over it, so far from the right and the bottom. */
  private static Sheet beside(Sheet in, int right, int bottom, Sheet above) {
    return Layering.over(
        in, in.width() - above.width() - right, in.height() - above.height() - bottom, above);
  }

  /** Over it, the middle there. */
  private static Sheet around(Sheet in, int x, int y, Sheet above) {
    return Layering.over(in, x - above.width() / 2, y - above.height() / 2, above);
  }

  /** On a box with space at the top, at the right, below and at the left. */
  private static Sheet pad(Sheet in, Arguments a) {
    int width = in.width() + a.whole(1) + a.whole(3);
    int height = in.height() + a.whole(0) + a.whole(2);
    return Layering.over(plain(width, height, a.tint(4)), a.whole(3), a.whole(0), in);
  }

  private static Sheet plain(int width, int height, Tint tint) {
    return Sheet.of(width, height, (x, y, band) -> tint.at(band));
  }

  /**
   * Four colours, clockwise from the top left, mixed bilinearly; the outermost pixels have them.
   */
  private static Sheet corners(Arguments a) {
    int width = a.whole(0);
    int height = a.whole(1);
    return Sheet.of(
        width,
        height,
        (x, y, band) -> {
          double right = x / (width - 1.0);
          double down = y / (height - 1.0);
          double top = a.tint(2).at(band) * (1 - right) + a.tint(3).at(band) * right;
          double bottom = a.tint(5).at(band) * (1 - right) + a.tint(4).at(band) * right;
          return top * (1 - down) + bottom * down;
        });
  }

  /** {@code words TEXT FACE SIZE COLOUR [ALIGNMENT WIDTH LINEHEIGHT]}. */
  private static Sheet words(Arguments a) {
    boolean several = a.values().size() > 4;
    return new Lettering(
            a.text(1),
            a.whole(2),
            a.tint(3),
            several ? a.number(4) : 0,
            several ? a.whole(5) : 0,
            several ? a.whole(6) : 0)
        .written(a.text(0));
  }
}
