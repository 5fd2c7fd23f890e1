package io.tintype.vips;

/** What the bands of an image mean, as far as we tell it apart ({@code VipsInterpretation}). */
public enum ColorSpace {
  GREY(1, "b-w"),
  GREY_16(26, "grey16"),
  RGB(22, "srgb"),
  RGB_16(25, "rgb16"),
  CMYK(15, "cmyk"),
  /** CIE Lab in floating point: L* from 0 to 100. */
  LAB(13, "lab"),
  LAB_SHORT(21, "labs"),
  /** Anything else; libvips knows how to make sRGB out of most. */
  OTHER(-1, "");

  private final int number;
  private final String nickname;

  ColorSpace(int number, String nickname) {
    this.number = number;
    this.nickname = nickname;
  }

  static ColorSpace ofNumber(int number) {
    for (ColorSpace space : values()) {
      if (space.number == number) {
        return space;
      }
    }
    return OTHER;
  }

  String nickname() {
    return nickname;
  }
}
