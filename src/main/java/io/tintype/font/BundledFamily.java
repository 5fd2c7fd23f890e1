package io.tintype.font;

import java.util.List;

/**
 * A family that comes with the gateway.
 *
 * @param name what ImageKit calls it
 * @param family what its files call it
 * @param packageName npm package its files come in; empty = a resource of ours
 */
record BundledFamily(String name, String family, String packageName) {
  /** The families of ImageKit, all of them free: {@code docs/fonts.md} has their licences. */
  static final List<BundledFamily> ALL =
      List.of(
          new BundledFamily("AbrilFatFace", "Abril Fatface", "abril-fatface"),
          new BundledFamily("Amaranth", "Amaranth", "amaranth"),
          new BundledFamily("Arvo", "Arvo", "arvo"),
          new BundledFamily("Audiowide", "Audiowide", "audiowide"),
          new BundledFamily("Chivo", "Chivo", "chivo"),
          new BundledFamily("Crimson Text", "Crimson Text", "crimson-text"),
          new BundledFamily("exo", "Exo", "exo"),
          new BundledFamily("Fredoka One", "Fredoka One", "fredoka-one"),
          new BundledFamily("Gravitas One", "Gravitas One", "gravitas-one"),
          new BundledFamily("Kanit", "Kanit", "kanit"),
          new BundledFamily("Lato", "Lato", "lato"),
          new BundledFamily("Lobster", "Lobster", "lobster"),
          new BundledFamily("Lora", "Lora", "lora"),
          new BundledFamily("Monoton", "Monoton", "monoton"),
          new BundledFamily("Montserrat", "Montserrat", "montserrat"),
          new BundledFamily("Old Standard", "Old Standard TT", "old-standard-tt"),
          new BundledFamily("Open Sans", "Open Sans", "open-sans"),
          new BundledFamily("PT Mono", "PT Mono", "pt-mono"),
          new BundledFamily("PT_Serif", "PT Serif", "pt-serif"),
          new BundledFamily("Roboto", "Roboto", "roboto"),
          new BundledFamily("Ubuntu", "Ubuntu", "ubuntu"),
          new BundledFamily("Vollkorn", "Vollkorn", "vollkorn"));

  /** What is written with unless something else is asked for. */
  static final String STANDARD = "Open Sans";

  /** Scripts that the families above do not have, in the order in which they are tried. */
  static final List<BundledFamily> FALLBACKS =
      List.of(
          new BundledFamily("Noto Sans Arabic", "Noto Sans Arabic", "noto-sans-arabic"),
          new BundledFamily("Noto Sans Hebrew", "Noto Sans Hebrew", "noto-sans-hebrew"),
          new BundledFamily("Droid Sans Fallback", "Droid Sans Fallback", ""));
}
