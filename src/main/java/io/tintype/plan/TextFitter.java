package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes words fit a height.
 *
 * @param height of the box, in pixels
 */
record TextFitter(Probe probe, long height) {
  private static final String ELLIPSIS = "\u2026";

  /**
   * As many of the words as fit, and an ellipsis where some do not.
   *
   * @param complete whether that is refused instead
   * @throws FaultException {@link Fault.LimitExceeded} if it is
   */
  PlannedText fitted(PlannedText text, boolean complete) {
    if (fits(text)) {
      return text;
    }
    if (complete) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "text", "The text does not fit a height of %d pixels.".formatted(height)));
    }
    List<Integer> ends = ends(text.text());
    int fitting = 0;
    int tooMany = ends.size();
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) / 2;
      if (fits(shortened(text, ends.get(middle)))) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return shortened(text, ends.get(fitting));
  }

  private boolean fits(PlannedText text) {
    return probe.measure(text).height() <= height;
  }

  private static PlannedText shortened(PlannedText text, int end) {
    return text.saying(text.text().substring(0, end).stripTrailing() + ELLIPSIS);
  }

  /** Where a text can end, its beginning first: wherever a line can. */
  private static List<Integer> ends(String text) {
    BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
    lines.setText(text);
    List<Integer> ends = new ArrayList<>();
    for (int end = lines.first(); end != BreakIterator.DONE; end = lines.next()) {
      ends.add(end);
    }
    return ends;
  }
}
