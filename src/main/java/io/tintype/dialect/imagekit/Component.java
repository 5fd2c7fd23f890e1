package io.tintype.dialect.imagekit;

import java.util.List;

/** What stands between two colons: the items of one step, in the order of the URL. */
record Component(List<Item> items) {
  Component {
    items = List.copyOf(items);
  }
}
