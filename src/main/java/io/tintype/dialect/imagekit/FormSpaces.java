package io.tintype.dialect.imagekit;

import java.util.List;

/**
 * Reads {@code +} as the space that form encoding writes so, in the texts of a query's layers.
 * ImageKit's SDKs since version 6 encode their queries like forms, and put texts in Base64 that
 * have a {@code +} of their own. Everywhere else, as in paths of pictures, a plus is a plus.
 */
final class FormSpaces {
  private static final String WORDS = "text";
  private static final String PLAIN = "i";

  private FormSpaces() {}

  /** The chain with spaces in its texts; what is reported of it stays as it was written. */
  static List<Component> read(List<Component> chain) {
    return read(chain, false);
  }

  private static List<Component> read(List<Component> chain, boolean words) {
    return chain.stream()
        .map(
            component ->
                new Component(component.parts().stream().map(part -> read(part, words)).toList()))
        .toList();
  }

  private static Part read(Part part, boolean words) {
    return switch (part) {
      case Item item when words && item.key().equals(PLAIN) ->
          new Item(item.position(), item.raw(), PLAIN, item.value().replace('+', ' '));
      case Item item -> item;
      case Block block -> {
        boolean inside =
            switch (block.kind()) {
              case LAYER -> block.head().equals(WORDS);
              case CONDITION -> words;
            };
        yield block.with(
            block.position(), read(block.body(), inside), read(block.otherwise(), inside));
      }
    };
  }
}
