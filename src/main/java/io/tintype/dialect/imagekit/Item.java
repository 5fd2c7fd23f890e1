package io.tintype.dialect.imagekit;

/**
 * One comma-separated part of a component, or a whole {@code l-…,l-end} or {@code if-…,if-end}
 * block.
 *
 * @param position place in the URL, counted in items; what a named transformation stands for has
 *     the place of its name
 * @param raw the text, percent-encoding removed
 * @param key name of the parameter; {@code l} or {@code if} for a block
 * @param value the text behind the key, possibly empty
 */
record Item(int position, String raw, String key, String value) {
  private static final String EFFECT = "e-";

  /** Only the first dash separates, but for effects, whose key is {@code e-name}. */
  static Item of(int position, String raw) {
    int dash = raw.indexOf('-', raw.startsWith(EFFECT) ? EFFECT.length() : 0);
    return dash < 0
        ? new Item(position, raw, raw, "")
        : new Item(position, raw, raw.substring(0, dash), raw.substring(dash + 1));
  }

  Item at(int place) {
    return new Item(place, raw, key, value);
  }
}
