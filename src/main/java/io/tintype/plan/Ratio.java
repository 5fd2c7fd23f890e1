package io.tintype.plan;

/** A factor of enlargement as an exact fraction; both parts fit into an int. */
record Ratio(long over, long under) {
  private static final Ratio ONE = new Ratio(1, 1);

  /** The factor at which a picture just fits into a box. */
  static Ratio inside(Size picture, Size box) {
    return widthLimits(picture, box) ? byWidth(picture, box) : byHeight(picture, box);
  }

  /** The factor at which a picture just covers a box. */
  static Ratio covering(Size picture, Size box) {
    return widthLimits(picture, box) ? byHeight(picture, box) : byWidth(picture, box);
  }

  static Ratio byWidth(Size picture, Size box) {
    return new Ratio(box.width(), picture.width());
  }

  static Ratio byHeight(Size picture, Size box) {
    return new Ratio(box.height(), picture.height());
  }

  private static boolean widthLimits(Size picture, Size box) {
    return box.width() * picture.height() <= box.height() * picture.width();
  }

  /** This factor, or one if it enlarges. */
  Ratio withoutEnlarging() {
    return over > under ? ONE : this;
  }

  /** This factor, or one if it makes smaller. */
  Ratio withoutShrinking() {
    return over < under ? ONE : this;
  }

  /** What leads back. */
  Ratio inverse() {
    return new Ratio(/* over= */ under, /* under= */ over);
  }

  Size of(Size picture) {
    return new Size(
        Rounding.scaled(picture.width(), over, under),
        Rounding.scaled(picture.height(), over, under));
  }

  /** By how much this makes a picture smaller; below 1 it enlarges. */
  double shrink() {
    return (double) under / over;
  }
}
