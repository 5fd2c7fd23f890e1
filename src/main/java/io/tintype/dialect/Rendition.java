package io.tintype.dialect;

/** What becomes of a transformation when it is written in a URL language. */
public sealed interface Rendition {
  /**
   * It can be said.
   *
   * @param text the chain, as it stands in a path
   */
  record Chain(String text) implements Rendition {}

  /**
   * The language has no words for a part of it.
   *
   * @param part that part, in canonical text
   */
  record Wordless(String part) implements Rendition {}
}
