package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.ArrayList;
import java.util.List;

/** Collects the cases of one format. */
final class Cases {
  private final String extension;
  private final List<Case> found = new ArrayList<>();

  Cases(String extension) {
    this.extension = extension;
  }

  Cases add(String name, byte[] bytes) {
    found.add(new Case(name + "." + extension, bytes));
    return this;
  }

  List<Case> all() {
    return List.copyOf(found);
  }
}
