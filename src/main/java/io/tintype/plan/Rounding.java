package io.tintype.plan;

/**
 * The one place where sizes become integers. Sizes round half up and are never smaller than one
 * pixel. What is left over by a centred cut goes to the left and top, what is left over by centred
 * padding to the right and bottom, as sharp (lovell/sharp, {@code common.cc}) has it.
 */
final class Rounding {
  private static final double HALF = 0.5;

  private Rounding() {}

  /** A size in pixels; values beyond {@code int} become the largest {@code int}. */
  static long of(double size) {
    return Math.clamp((long) Math.floor(size + HALF), 1, Integer.MAX_VALUE);
  }

  /** The size {@code side * over / under}, exactly rounded; each argument fits into an int. */
  static long scaled(long side, long over, long under) {
    long product = side * over;
    long whole = product / under;
    long rest = product % under;
    long rounded = 2 * rest >= under ? whole + 1 : whole;
    return Math.max(1, rounded);
  }

  /** Where a centred region begins within something larger. */
  static int cutOffset(long within, long region) {
    return (int) ((within - region + 1) / 2);
  }

  /** Where a picture begins that is centred on something larger. */
  static int padOffset(long within, long picture) {
    return (int) ((within - picture) / 2);
  }
}
