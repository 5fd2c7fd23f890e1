package io.tintype.dialect.imagekit;

import java.util.List;

/** What stands between two colons: the parts of one step, in the order of the URL. */
record Component(List<Part> parts) {
  Component {
    parts = List.copyOf(parts);
  }

  /** The same component with all parts in one place. */
  Component at(int place) {
    return new Component(parts.stream().map(part -> part.at(place)).toList());
  }
}
