package io.tintype.font;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fonts of a gateway: bundled families by name, and files that customers bring. */
public final class FontLibrary {
  private static final String CUSTOM = "custom";

  private final Map<String, Typeface> families = new HashMap<>();
  private final List<Typeface> fallbacks = new ArrayList<>();
  private final Optional<CustomFonts> custom;

  private FontLibrary(Optional<CustomFonts> custom) {
    this.custom = custom;
  }

  /** No fonts at all. */
  public static FontLibrary none() {
    return new FontLibrary(Optional.empty());
  }

  /**
   * Makes bundled fonts known to fontconfig; those that are not installed are left out.
   *
   * @param packages a {@code node_modules} directory with the packages of {@code src/main/npm}
   * @param directory where fontconfig looks, which it must not have done yet
   */
  public static FontLibrary open(Path packages, Path directory) {
    CustomFonts custom = new CustomFonts(directory.resolveSibling(CUSTOM));
    FontLibrary library = new FontLibrary(Optional.of(custom));
    FontFiles files = new FontFiles(packages, directory);
    for (BundledFamily bundled : BundledFamily.ALL) {
      files
          .install(bundled)
          .ifPresent(
              typeface -> {
                library.families.put(key(bundled.name()), typeface);
                library.families.put(key(bundled.family()), typeface);
              });
    }
    library.standard().ifPresent(library.fallbacks::add);
    for (BundledFamily bundled : BundledFamily.FALLBACKS) {
      files.install(bundled).ifPresent(library.fallbacks::add);
    }
    return library;
  }

  /** A family by ImageKit's or its own name, whatever the case, with or without separators. */
  public Optional<Typeface> family(String name) {
    return Optional.ofNullable(families.get(key(name)));
  }

  /** What is written with unless something else is asked for; empty if nothing is installed. */
  public Optional<Typeface> standard() {
    return family(BundledFamily.STANDARD);
  }

  /** What characters are written with that a typeface does not have, best first. */
  public List<Typeface> fallbacks() {
    return List.copyOf(fallbacks);
  }

  /**
   * A font file that a customer brings.
   *
   * @param file TrueType, OpenType or WOFF 1.0, at most 10 MiB
   * @throws FontException if it cannot be used
   */
  public Typeface custom(byte[] file) {
    return custom
        .orElseThrow(() -> new FontException("there is no place for fonts"))
        .typeface(file);
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
