package io.tintype.rehearse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream; those that nobody would write are cut, whatever their length. */
final class LineSource {
  /** Longer than any request line and its headers that servers take, in bytes. */
  static final int LONGEST = 1 << 18;

  private static final int BUFFER = 1 << 16;
  private static final int FIRST_LINE = 1 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private byte[] line = new byte[FIRST_LINE];

  LineSource(InputStream in) {
    this.in = in;
  }

  /**
   * A line without its end.
   *
   * @param complete whether all of it is there
   */
  record Line(String text, boolean complete) {}

  /** The next line; null = there is none. */
  @Nullable Line next() throws IOException {
    int length = 0;
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      length = keep(length, end);
      boolean ended = end < filled;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return any ? finished(length) : null;
  }

  /** UTF-8, or Latin-1 where it is none: what a log has is not always text. */
  static String text(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
  }

  private boolean fill() throws IOException {
    filled = Math.max(in.read(buffer), 0);
    position = 0;
    return filled > 0;
  }

  private int keep(int length, int end) {
    int more = Math.min(end - position, LONGEST + 1 - length);
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
    }
    System.arraycopy(buffer, position, line, length, more);
    return length + more;
  }

  private Line finished(int length) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new Line(text(line, end), length <= LONGEST);
  }
}
