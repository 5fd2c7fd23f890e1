package io.tintype.plan;

import io.tintype.model.Color;
import io.tintype.model.Text;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Words with every number decided, in pixels, at most {@link #LARGEST_SIDE} each.
 *
 * @param size font size, at least 1
 * @param width to wrap at, padding not included; empty = as wide as the words
 * @param lineHeight from one baseline to the next; empty = the font's own
 * @param spacing how letters and lines are put together
 */
public record PlannedText(
    String text,
    Text.Font font,
    int size,
    Color color,
    OptionalInt width,
    Text.Alignment alignment,
    Insets padding,
    Color background,
    Set<Text.Style> styles,
    OptionalInt lineHeight,
    Spacing spacing) {
  /** The longest side of a box of words, in pixels (ImageKit, "Limits"). */
  public static final int LARGEST_SIDE = 16_383;

  public PlannedText {
    styles = Set.copyOf(styles);
  }

  /** Other words in the same style. */
  public PlannedText saying(String other) {
    return new PlannedText(
        other,
        font,
        size,
        color,
        width,
        alignment,
        padding,
        background,
        styles,
        lineHeight,
        spacing);
  }

  /**
   * How letters and lines are put together.
   *
   * @param letters pixels between two letters, besides the font's own; may be negative
   * @param lines pixels between two lines, likewise
   * @param stroke what is drawn around the letters
   */
  public record Spacing(double letters, int lines, Optional<Text.Stroke> stroke) {
    public static final Spacing USUAL = new Spacing(0, 0, Optional.empty());

    /** How far a stroke reaches beyond the letters, in pixels. */
    public int reach() {
      return stroke.map(Text.Stroke::pixels).orElse(0);
    }
  }

  /** Empty space on each side, at least 0. */
  public record Insets(int top, int right, int bottom, int left) {}
}
