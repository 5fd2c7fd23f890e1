package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with URLs in it.
 *
 * @param name as the caller has it
 * @param charset UTF-8, or Latin-1: every sequence of bytes is Latin-1, so that whatever is no
 *     UTF-8 stays as it is, too
 */
record TextFile(String name, String text, Charset charset) {
  private static final String STANDARD_INPUT = "/dev/stdin";

  /**
   * Reads a file.
   *
   * @throws WrongUsage if that is not possible, or it is UTF-16
   */
  static TextFile read(String name) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(name));
    } catch (IOException unreadable) {
      throw new WrongUsage("There is no file " + name + " that can be read.");
    }
    if (isWide(bytes)) {
      throw new WrongUsage(name + " is UTF-16: convert it to UTF-8 first.");
    }
    Charset charset = charset(bytes);
    return new TextFile(name, new String(bytes, charset), charset);
  }

  /** Reads standard input. */
  static TextFile standardInput() {
    return read(STANDARD_INPUT);
  }

  boolean isUnicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** What stands in front of line numbers. */
  String place() {
    return name.equals(STANDARD_INPUT) ? "" : name + ":";
  }

  /** Another text for the file; empty if it is the same. */
  Optional<Replacement> with(String other) {
    return text.equals(other)
        ? Optional.empty()
        : Optional.of(Replacement.prepare(name, other.getBytes(charset)));
  }

  /** Whether a file begins with the mark that tells in which order UTF-16 has its bytes. */
  private static boolean isWide(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
            || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException other) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
