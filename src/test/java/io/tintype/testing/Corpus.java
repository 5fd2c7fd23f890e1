package io.tintype.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The pictures of {@code src/test/resources/corpus}. */
public final class Corpus {
  private Corpus() {}

  public static byte[] read(String name) {
    try (InputStream file = Corpus.class.getResourceAsStream("/corpus/" + name)) {
      return java.util.Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
