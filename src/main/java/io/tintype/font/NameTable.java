package io.tintype.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code name} table of a font that is known by one name only.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/name">name</a>
 */
final class NameTable {
  private static final int FAMILY = 1;
  private static final int STYLE = 2;
  private static final int FULL = 4;
  private static final int POSTSCRIPT = 6;
  private static final short WINDOWS = 3;
  private static final short UNICODE_BMP = 1;
  private static final short ENGLISH_US = 0x0409;
  private static final int HEADER_BYTES = 6;
  private static final int RECORD_BYTES = 12;

  private NameTable() {}

  /**
   * Writes the table.
   *
   * @param family of letters, digits and dashes
   */
  static byte[] of(String family) {
    Map<Integer, byte[]> names = new LinkedHashMap<>();
    names.put(FAMILY, utf16(family));
    names.put(STYLE, utf16("Regular"));
    names.put(FULL, utf16(family));
    names.put(POSTSCRIPT, utf16(family));
    int storage = HEADER_BYTES + names.size() * RECORD_BYTES;
    int size = storage + names.values().stream().mapToInt(name -> name.length).sum();
    ByteBuffer table = ByteBuffer.allocate(size);
    table.putShort((short) 0).putShort((short) names.size()).putShort((short) storage);
    int offset = 0;
    for (Map.Entry<Integer, byte[]> name : names.entrySet()) {
      table
          .putShort(WINDOWS)
          .putShort(UNICODE_BMP)
          .putShort(ENGLISH_US)
          .putShort(name.getKey().shortValue())
          .putShort((short) name.getValue().length)
          .putShort((short) offset)
          .put(storage + offset, name.getValue());
      offset += name.getValue().length;
    }
    return table.array();
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }
}
