package io.tintype.dialect.imagekit;

/**
 * One parameter.
 *
 * @param key name of the parameter
 * @param value the text behind the key, possibly empty
 */
record Item(int position, String raw, String key, String value) implements Part {
  private static final String EFFECT = "e-";

  /** Only the first dash separates, but for effects, whose key is {@code e-name}. */
  static Item of(int position, String raw) {
    int dash = dash(raw);
    return dash < 0
        ? new Item(position, raw, raw, "")
        : new Item(position, raw, raw.substring(0, dash), raw.substring(dash + 1));
  }

  private static int dash(String raw) {
    return raw.indexOf('-', raw.startsWith(EFFECT) ? EFFECT.length() : 0);
  }

  @Override
  public Item at(int place) {
    return new Item(place, raw, key, value);
  }

  /** The same item under another name; what is reported stays. */
  Item as(String name) {
    return new Item(position, raw, name, value);
  }

  /** The name as the URL has it. */
  String writtenKey() {
    int dash = dash(raw);
    return dash < 0 ? raw : raw.substring(0, dash);
  }
}
