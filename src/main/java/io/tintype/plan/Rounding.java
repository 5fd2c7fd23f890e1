package io.tintype.plan;

/**
 * The one place where sizes become integers. Sizes round half up and are never smaller than one
 * pixel. What is left over by a centred cut goes to the left and top, what is left over by centred
 * padding to the right and bottom, as sharp (lovell/sharp, {@code common.cc}) has it.
 */
final class Rounding {
  private static final double HALF = 0.5;
  private static final double COMPUTATION_ERROR = 1e-6;

  private Rounding() {}

  /** A size in pixels; values beyond {@code int} become the largest {@code int}. */
  static long of(double size) {
    return Math.clamp((long) Math.floor(size + HALF), 1, Integer.MAX_VALUE);
  }

  /** The smallest number of pixels that holds a length, but for an error of the computation. */
  static long up(double length) {
    return Math.clamp((long) Math.ceil(length - COMPUTATION_ERROR), 1, Integer.MAX_VALUE);
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

  /** Where a picture begins that is centred on something; negative on something smaller. */
  static int padOffset(long within, long picture) {
    return (int) Math.floorDiv(within - picture, 2);
  }
}
