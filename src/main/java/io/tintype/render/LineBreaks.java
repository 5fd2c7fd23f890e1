package io.tintype.render;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.PlannedText;

/**
 * How hard it is to break a text into lines. With every break Pango shapes what is left of the
 * paragraph once more, so what counts is its letters times its lines.
 */
final class LineBreaks {
  /** Letters times lines: half a second of Arabic, the most expensive of all scripts. */
  private static final double MOST = 600_000;

  /** Scripts before Hebrew: their letters are narrow, in font sizes, and stand for themselves. */
  private static final int SHAPED = 0x590;

  private static final double NARROW = 0.5;
  private static final double WIDE = 1;

  /** Arabic ligatures of whole sentences. */
  private static final int LIGATURES = 0xFB50;

  private static final int LAST_LIGATURE = 0xFDFF;
  private static final double WIDEST = 10;

  private LineBreaks() {}

  /**
   * Refuses a text that would take too long, before anything is written.
   *
   * @throws FaultException {@link Fault.LimitExceeded}
   */
  static void check(PlannedText text) {
    if (text.width().isEmpty()) {
      return;
    }
    int width = text.width().getAsInt();
    double work = text.text().lines().mapToDouble(line -> work(line, text.size(), width)).sum();
    if (work > MOST) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "text",
              "The text has %d letters in lines of %d pixels; that breaks too often."
                  .formatted(text.text().length(), width)));
    }
  }

  private static double work(String paragraph, int size, int width) {
    int letters = paragraph.length();
    double length = size * paragraph.codePoints().mapToDouble(LineBreaks::width).sum();
    return letters * Math.min(letters, Math.ceil(length / width));
  }

  /** In font sizes. */
  private static double width(int character) {
    if (character >= LIGATURES && character <= LAST_LIGATURE) {
      return WIDEST;
    }
    return character < SHAPED ? NARROW : WIDE;
  }
}
