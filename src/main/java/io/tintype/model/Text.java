package io.tintype.model;

import java.util.Optional;
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
    Optional<Expression> lineHeight) {
  public Text {
    styles = Set.copyOf(styles);
  }

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
