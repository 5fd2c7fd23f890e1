package io.tintype.dialect.cloudinary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which components make a layer together: from the one that names it to the one with {@code
 * fl_layer_apply}. One that is never applied is a layer on its own, as all were once.
 */
final class LayerGroups {
  static final String APPLY = "layer_apply";

  /** Index of the last component by that of the first. */
  private final Map<Integer, Integer> ends = new HashMap<>();

  LayerGroups(List<Component> components) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < components.size(); at++) {
      Component component = components.get(at);
      boolean applies = component.hasFlag(APPLY);
      if (component.layer().isPresent()) {
        if (!applies) {
          open.push(at);
        }
      } else if (applies && !open.isEmpty()) {
        ends.put(open.pop(), at);
      }
    }
  }

  /** Where the layer that begins at an index is applied; empty if it is a layer on its own. */
  OptionalInt endOf(int start) {
    Integer end = ends.get(start);
    return end == null ? OptionalInt.empty() : OptionalInt.of(end);
  }
}
