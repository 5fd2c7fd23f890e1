package io.tintype.cache.disk;

import io.tintype.cache.VariantKey;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a variant's file is called: the first 128 bits of its key's SHA-256. Two keys of one name
 * are told apart by the key in the file.
 *
 * @param high the first 64 bits, of which eight say the shard
 * @param low the others
 */
record FileName(long high, long low) {
  /** Directories that share the files, so that none gets too large. */
  static final int SHARDS = 256;

  private static final Pattern TEXT = Pattern.compile("[0-9a-f]{32}");
  private static final HexFormat HEX = HexFormat.of();
  private static final int SHARD_SHIFT = Long.SIZE - Byte.SIZE;
  private static final int DIGITS = 16;

  static FileName of(VariantKey key) {
    return read(key.digest());
  }

  /** Reads the name of a file; empty if no variant's file is called so. */
  static Optional<FileName> parse(String text) {
    return TEXT.matcher(text).matches() ? Optional.of(read(text)) : Optional.empty();
  }

  private static FileName read(String digits) {
    return new FileName(
        HexFormat.fromHexDigitsToLong(digits, 0, DIGITS),
        HexFormat.fromHexDigitsToLong(digits, DIGITS, 2 * DIGITS));
  }

  /** Number of the directory it is in. */
  int shard() {
    return (int) (high >>> SHARD_SHIFT);
  }

  String text() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }
}
