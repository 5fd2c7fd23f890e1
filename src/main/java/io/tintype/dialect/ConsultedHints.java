package io.tintype.dialect;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which client hints a reading depends on, sent or not: {@code Vary} has to name them.
 *
 * @param hints in no particular order
 * @param contentDpr value of {@code Content-DPR}, two decimals; empty = not to be sent
 */
public record ConsultedHints(Set<Hint> hints, OptionalDouble contentDpr) {
  /** The picture is the same whatever the hints. */
  public static final ConsultedHints NONE = new ConsultedHints(Set.of(), OptionalDouble.empty());

  public ConsultedHints {
    hints = Set.copyOf(hints);
  }

  /** A hint that decides about sizes. */
  public enum Hint {
    DPR,
    WIDTH,
    VIEWPORT
  }
}
