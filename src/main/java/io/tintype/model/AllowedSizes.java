package io.tintype.model;

import java.util.List;

/**
 * The sides, in pixels, that URLs may ask for; in ascending order.
 *
 * @param widths empty = any
 * @param heights empty = any
 * @param snap whether another side becomes the next larger one of its list, or the largest, instead
 *     of being refused
 */
public record AllowedSizes(List<Integer> widths, List<Integer> heights, boolean snap) {
  public static final AllowedSizes ANY = new AllowedSizes(List.of(), List.of(), false);

  public AllowedSizes {
    widths = widths.stream().distinct().sorted().toList();
    heights = heights.stream().distinct().sorted().toList();
  }

  /** Whether there is nothing to keep to. */
  public boolean areAny() {
    return widths.isEmpty() && heights.isEmpty();
  }
}
