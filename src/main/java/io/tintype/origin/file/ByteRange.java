package io.tintype.origin.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, 14.1.2).
 *
 * @param first position of the first byte
 * @param last position of the last byte, at least {@code first}
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE =
      Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a {@code Range} header. Empty if there is none, or one that we may ignore: several
   * ranges, another unit, outside of the file.
   */
  static Optional<ByteRange> read(String header, long size) {
    Matcher matcher = SINGLE.matcher(header.replace(" ", ""));
    if (!matcher.matches() || size == 0) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? Optional.empty() : suffix(Long.parseLong(to), size);
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
    return first <= last ? Optional.of(new ByteRange(first, last)) : Optional.empty();
  }

  long length() {
    return last - first + 1;
  }

  String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  private static Optional<ByteRange> suffix(long length, long size) {
    if (length == 0) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(Math.max(0, size - length), size - 1));
  }
}
