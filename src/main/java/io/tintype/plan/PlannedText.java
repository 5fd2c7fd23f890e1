package io.tintype.plan;

import io.tintype.model.Color;
import io.tintype.model.Text;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Words with every number decided, in pixels, at most {@link #LARGEST_SIDE} each.
 *
 * @param size font size, at least 1
 * @param width to wrap at, padding not included; empty = as wide as the words
 * @param lineHeight from one baseline to the next; empty = the font's own
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
    OptionalInt lineHeight) {
  /** The longest side of a box of words, in pixels (ImageKit, "Limits"). */
  public static final int LARGEST_SIDE = 16_383;

  public PlannedText {
    styles = Set.copyOf(styles);
  }

  /** Empty space on each side, at least 0. */
  public record Insets(int top, int right, int bottom, int left) {}
}
