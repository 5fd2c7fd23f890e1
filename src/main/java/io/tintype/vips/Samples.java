package io.tintype.vips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of an image, to compute with in floating point. Like images they are immutable, and
 * not computed before somebody needs them. Where two of them meet, both have equally many bands, or
 * one of them has a single one that stands for all.
 */
public final class Samples {
  private static final double HIGHEST_SHORT = 65_535;

  /** What libvips has for true. */
  private static final double TRUE = 255;

  private final VipsImage image;

  private Samples(VipsImage image) {
    this.image = image;
  }

  public static Samples of(VipsImage image) {
    return new Samples(image);
  }

  /** Two bands: the centres of pixels, counted from the left and from the top. */
  public static Samples centers(VipsScope scope, int width, int height) {
    VipsImage corners =
        scope.operation("xyz").integer("width", width).integer("height", height).toImage();
    return new Samples(corners).plus(0.5);
  }

  /** One band, counted from 0. */
  public Samples band(int index) {
    return new Samples(image.bands(index, 1));
  }

  /** The bands of all these, in this order. */
  public static Samples join(Samples first, Samples... others) {
    List<VipsImage> images = new ArrayList<>();
    images.add(first.image);
    for (Samples other : others) {
      images.add(other.image);
    }
    return new Samples(first.image.scope().operation("bandjoin").images("in", images).toImage());
  }

  public Samples plus(Samples other) {
    return with("add", other);
  }

  public Samples minus(Samples other) {
    return with("subtract", other);
  }

  public Samples times(Samples other) {
    return with("multiply", other);
  }

  /** The quotient; 0 where the divisor is 0. */
  public Samples over(Samples divisor) {
    return with("divide", divisor);
  }

  /** Adds a number, or one to every band. */
  public Samples plus(double... summands) {
    return linear(filled(1, summands.length), summands);
  }

  /** Multiplies with a number, or every band with its own. */
  public Samples times(double... factors) {
    return linear(factors, filled(0, factors.length));
  }

  /** Multiplies with factors, then adds summands; several of them make several bands of one. */
  public Samples linear(double[] factors, double... summands) {
    return new Samples(
        image.operation("linear").numbers("a", factors).numbers("b", summands).toImage());
  }

  /**
   * New bands, each a sum of the old ones.
   *
   * @param rows the weights of the old bands, for one new band after the other
   */
  public Samples mixed(double[]... rows) {
    double[] weights = new double[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, weights, row * rows[row].length, rows[row].length);
    }
    VipsImage matrix = image.scope().matrix(rows[0].length, rows.length, 1, weights);
    return new Samples(image.operation("recomb").image("m", matrix).toImage());
  }

  /** Length of the vector that the bands of a pixel are. */
  public Samples length() {
    Samples squares = times(this);
    return new Samples(squares.image.operation("bandmean").toImage())
        .times(image.bands())
        .power(0.5);
  }

  public Samples power(double exponent) {
    return new Samples(
        image.operation("math2_const").choice("math2", "pow").numbers("c", exponent).toImage());
  }

  /** Angle in degrees, 0 to 360, whose tangent is this by the other. */
  public Samples angle(Samples other) {
    return new Samples(
        image
            .scope()
            .operation("math2")
            .image("left", image)
            .image("right", other.image)
            .choice("math2", "atan2")
            .toImage());
  }

  /** Clips to 0 to 1, in steps of 1/65535. */
  public Samples clipped() {
    VipsImage clipped =
        linear(new double[] {HIGHEST_SHORT}, 0.5)
            .image
            .operation("cast")
            .choice("format", "ushort")
            .toImage();
    return new Samples(clipped).times(1 / HIGHEST_SHORT);
  }

  /** 1 where a sample is at least the limit, else 0. */
  public Samples atLeast(double limit) {
    VipsImage answer =
        image
            .operation("relational_const")
            .choice("relational", "moreeq")
            .numbers("c", limit)
            .toImage();
    return new Samples(answer).times(1 / TRUE);
  }

  /** The samples as they are, in floating point. */
  public VipsImage image() {
    return image;
  }

  /** Rounded and clipped to bytes: grey with up to two bands, sRGB with more. */
  public VipsImage toPicture() {
    return image.toPicture();
  }

  private Samples with(String operation, Samples other) {
    return new Samples(
        image
            .scope()
            .operation(operation)
            .image("left", image)
            .image("right", other.image)
            .toImage());
  }

  private static double[] filled(double number, int length) {
    double[] numbers = new double[length];
    Arrays.fill(numbers, number);
    return numbers;
  }
}
