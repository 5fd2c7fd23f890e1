package io.tintype.config;

import java.util.List;

/** A block of keys. */
public record Group(String name, String doc, List<Entry> entries) implements Entry {
  public Group {
    entries = List.copyOf(entries);
  }

  public static Group of(String name, String doc, Entry... entries) {
    return new Group(name, doc, List.of(entries));
  }
}
