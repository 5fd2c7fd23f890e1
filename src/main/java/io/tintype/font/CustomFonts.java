package io.tintype.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Fonts that customers bring. Every file is taken apart, checked, and put together again under a
 * name made from its content: whatever it calls itself, it can neither stand in for a family of the
 * gateway nor for another customer's font. libvips never forgets a font file, so there is a bound
 * on all of them together.
 */
final class CustomFonts {
  /** Largest font file, packed or not: those for Chinese have some megabytes. */
  static final int LARGEST = 10 << 20;

  /** Most files of one process, each of which fontconfig keeps a description of. */
  private static final int MOST = 256;

  /** Most bytes of all of them on the disk. */
  private static final long MOST_BYTES = 256L << 20;

  private static final String PREFIX = "tintype-";

  private final Path directory;
  private final Map<String, Typeface> typefaces = new HashMap<>();
  private long written;

  /** Keeps files in this directory, which is made when there is the first. */
  CustomFonts(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes a font usable.
   *
   * @param file TrueType, OpenType or WOFF 1.0
   * @throws FontException if it is none of these, damaged or too large, or if there are too many
   */
  Typeface typeface(byte[] file) {
    if (file.length > LARGEST) {
      throw new FontException("it is larger than %d bytes".formatted(LARGEST));
    }
    String name = PREFIX + hash(file);
    synchronized (this) {
      Typeface known = typefaces.get(name);
      if (known != null) {
        return known;
      }
    }
    Sfnt font = unpacked(file);
    Coverage coverage = Coverage.of(font.table(Sfnt.CMAP));
    return keep(name, coverage, font.with(Sfnt.NAME, NameTable.of(name)).write());
  }

  private static Sfnt unpacked(byte[] file) {
    return switch (file.length < Integer.BYTES ? 0 : ByteBuffer.wrap(file).getInt()) {
      case Woff.SIGNATURE -> Woff.read(file, LARGEST);
      case Woff.SIGNATURE_2 -> throw new FontException("it is WOFF 2.0, which is not read");
      default -> Sfnt.read(file);
    };
  }

  private synchronized Typeface keep(String name, Coverage coverage, byte[] font) {
    Typeface known = typefaces.get(name);
    if (known != null) {
      return known;
    }
    if (typefaces.size() == MOST || written + font.length > MOST_BYTES) {
      throw new FontException("there are too many fonts already");
    }
    try {
      Files.createDirectories(directory);
      Path path = Files.write(directory.resolve(name + ".font"), font);
      Typeface typeface = new Typeface(name, coverage, Optional.of(path));
      typefaces.put(name, typeface);
      written += font.length;
      return typeface;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String hash(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
