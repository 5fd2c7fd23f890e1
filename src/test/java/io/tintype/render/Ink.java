package io.tintype.render;

import io.tintype.vips.Decoded;

/** Where the ink of a picture with alpha is: everything that is not clear. */
record Ink(int left, int top, int right, int bottom, long amount) {
  private static final int ALPHA = 3;

  static Ink of(Decoded picture) {
    return of(picture, 0, picture.height());
  }

  /** Of some lines only. */
  static Ink of(Decoded picture, int from, int to) {
    int left = picture.width();
    int top = to;
    int right = -1;
    int bottom = -1;
    long amount = 0;
    for (int y = from; y < to; y++) {
      for (int x = 0; x < picture.width(); x++) {
        int alpha = picture.at(x, y, ALPHA);
        amount += alpha;
        if (alpha > 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return new Ink(left, top, right, bottom, amount);
  }
}
