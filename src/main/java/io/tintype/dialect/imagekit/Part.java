package io.tintype.dialect.imagekit;

/** What stands between two commas. */
sealed interface Part permits Item, Block {
  /**
   * Place in the URL, counted in items; what a named transformation stands for has the place of its
   * name.
   */
  int position();

  /** The text, percent-encoding removed. */
  String raw();

  /** The same part in another place. */
  Part at(int place);
}
