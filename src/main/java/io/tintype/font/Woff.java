package io.tintype.font;

import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads WOFF 1.0: an sfnt whose tables are compressed one by one.
 *
 * @see <a href="https://www.w3.org/TR/WOFF/">WOFF File Format 1.0</a>
 */
final class Woff {
  static final int SIGNATURE = 0x774F4646;

  /** WOFF 2.0 is compressed with Brotli and rearranged, which nothing here understands. */
  static final int SIGNATURE_2 = 0x774F4632;

  private static final int FLAVOR_AT = 4;
  private static final int COUNT_AT = 12;
  private static final int HEADER_BYTES = 44;
  private static final int RECORD_BYTES = 20;

  private Woff() {}

  /**
   * Unpacks a file.
   *
   * @param most bytes all tables together may have
   * @throws FontException if it is damaged or larger
   */
  static Sfnt read(byte[] file, int most) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    SortedMap<String, byte[]> tables = new TreeMap<>();
    try {
      long total = 0;
      int count = Sfnt.tableCount(bytes.getShort(COUNT_AT));
      for (int i = 0; i < count; i++) {
        int record = HEADER_BYTES + i * RECORD_BYTES;
        String tag = Sfnt.tag(bytes, record);
        int length = bytes.getInt(record + 12);
        total += Integer.toUnsignedLong(length);
        if (total > most) {
          throw new FontException("it is larger than %d bytes".formatted(most));
        }
        if (Sfnt.isKept(tag)) {
          tables.put(tag, table(bytes, bytes.getInt(record + 4), bytes.getInt(record + 8), length));
        }
      }
      return new Sfnt(bytes.getInt(FLAVOR_AT), tables).checked();
    } catch (IndexOutOfBoundsException cutOff) {
      throw new FontException("a table lies outside the file");
    }
  }

  private static byte[] table(ByteBuffer file, int offset, int compressed, int length) {
    if (offset < 0 || compressed < 0 || compressed > length) {
      throw new FontException("a table lies outside the file");
    }
    byte[] table = new byte[length];
    if (compressed == length) {
      file.get(offset, table);
      return table;
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(file.slice(offset, compressed));
      if (inflater.inflate(table) != length) {
        throw new FontException("a table is shorter than it says");
      }
      return table;
    } catch (DataFormatException damaged) {
      throw new FontException("a table is damaged");
    }
  }
}
