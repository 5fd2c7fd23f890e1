package io.tintype.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Words and how they are written. Lengths are pixels; their expressions know the base's size only.
 *
 * @param text what is written; may have line breaks
 * @param font family or file
 * @param size font size, greater than 0
 * @param color of the letters
 * @param width to wrap at, padding not included; {@link Extent.Auto} = as wide as the words
 * @param alignment of lines
 * @param padding around the inked area
 * @param background of the box
 * @param styles of the letters
 * @param lineHeight from one baseline to the next; empty = the font's own
 * @param setting how letters and lines are put together
 */
public record Text(
    String text,
    Font font,
    Expression size,
    Color color,
    Extent width,
    Alignment alignment,
    Padding padding,
    Color background,
    Set<Style> styles,
    Optional<Expression> lineHeight,
    Setting setting) {
  public Text {
    styles = Set.copyOf(styles);
  }

  /** The same in another font. */
  public Text in(Font other) {
    return new Text(
        text,
        other,
        size,
        color,
        width,
        alignment,
        padding,
        background,
        styles,
        lineHeight,
        setting);
  }

  /**
   * How letters and lines are put together.
   *
   * @param letterSpacing pixels between two letters, besides the font's own; may be negative
   * @param lineSpacing pixels between two lines, likewise; empty = none
   * @param stroke what is drawn around the letters
   * @param height the words may have, in pixels; {@link Extent.Auto} = any
   * @param complete whether words that do not fit are refused, and not shortened
   */
  public record Setting(
      double letterSpacing,
      OptionalDouble lineSpacing,
      Optional<Stroke> stroke,
      Extent height,
      boolean complete) {
    /** As the font has it, of any height. */
    public static final Setting USUAL =
        new Setting(0, OptionalDouble.empty(), Optional.empty(), Extent.AUTO, false);
  }

  /**
   * A line around every letter.
   *
   * @param pixels how thick it is, 1 or more
   */
  public record Stroke(int pixels, Color color) {}

  /** Which font. */
  public sealed interface Font {}

  /** A family that comes with the gateway, by the vendor's name; empty = the default one. */
  public record Family(String name) implements Font {}

  /** A font file of the endpoint's origins. */
  public record File(SourceRef source) implements Font {}

  /** How lines are placed in a box that is wider. */
  public enum Alignment {
    LEFT,
    CENTER,
    RIGHT
  }

  /** How letters look. */
  public enum Style {
    BOLD,
    ITALIC,
    STRIKETHROUGH,
    UNDERLINE
  }

  /** Empty space on each side, in pixels. */
  public record Padding(Expression top, Expression right, Expression bottom, Expression left) {
    public static final Padding NONE = all(Expression.of(0));

    /** The same on every side. */
    public static Padding all(Expression side) {
      return new Padding(side, side, side, side);
    }
  }
}
