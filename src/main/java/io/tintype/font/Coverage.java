package io.tintype.font;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * The characters a font has glyphs for, read from its {@code cmap} table: of the Unicode subtables
 * of formats 4 and 12, which are all that fonts of this century use.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/cmap">cmap</a>
 */
public final class Coverage {
  private static final int FORMAT_BMP = 4;
  private static final int FORMAT_FULL = 12;
  private static final int PLATFORM_UNICODE = 0;
  private static final int PLATFORM_WINDOWS = 3;
  private static final int WINDOWS_SYMBOL = 0;

  /** Bytes of a group of format 12. */
  private static final int GROUP_BYTES = 12;

  /** Bytes of a format 4 subtable before its first array, and between its first and second. */
  private static final int SEGMENTS_AT = 14;

  private static final int PAD_BYTES = 2;

  /** More than any font has; every one of them takes a while. */
  private static final int MOST_SUBTABLES = 32;

  private final BitSet characters;

  private Coverage(BitSet characters) {
    this.characters = characters;
  }

  /** Whether there is a glyph. */
  public boolean has(int codePoint) {
    return characters.get(codePoint);
  }

  /** How many characters have one. */
  public int size() {
    return characters.cardinality();
  }

  /**
   * Reads a table.
   *
   * @throws FontException if it has no subtable for Unicode, or ends before its time
   */
  static Coverage of(byte[] cmap) {
    BitSet characters = new BitSet();
    ByteBuffer table = ByteBuffer.wrap(cmap);
    try {
      int subtables = Math.min(MOST_SUBTABLES, Short.toUnsignedInt(table.getShort(2)));
      for (int i = 0; i < subtables; i++) {
        int record = 4 + i * Long.BYTES;
        int platform = table.getShort(record);
        boolean symbol = table.getShort(record + 2) == WINDOWS_SYMBOL;
        if (platform == PLATFORM_UNICODE || (platform == PLATFORM_WINDOWS && !symbol)) {
          read(table, table.getInt(record + 4), characters);
        }
      }
    } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
      throw new FontException("the character map is cut off");
    }
    if (characters.isEmpty()) {
      throw new FontException("no character has a glyph");
    }
    return new Coverage(characters);
  }

  private static void read(ByteBuffer table, int at, BitSet characters) {
    switch (table.getShort(at)) {
      case FORMAT_BMP -> readSegments(table, at, characters);
      case FORMAT_FULL -> readGroups(table, at, characters);
      default -> {
        // Variation selectors and obsolete encodings add no character.
      }
    }
  }

  /** Segments ascend; one that does not is passed over. */
  private static void readSegments(ByteBuffer table, int at, BitSet characters) {
    int bytes = Short.toUnsignedInt(table.getShort(at + 6));
    int ends = at + SEGMENTS_AT;
    int starts = ends + bytes + PAD_BYTES;
    int after = 0;
    for (int i = 0; i < bytes; i += Short.BYTES) {
      int end = Short.toUnsignedInt(table.getShort(ends + i));
      int start = Short.toUnsignedInt(table.getShort(starts + i));
      if (start >= after && start <= end && start < Character.MAX_VALUE) {
        characters.set(start, Math.min(end + 1, Character.MAX_VALUE));
        after = end + 1;
      }
    }
  }

  /** Groups must ascend, so that no file can make this take longer than there are characters. */
  private static void readGroups(ByteBuffer table, int at, BitSet characters) {
    long groups = Integer.toUnsignedLong(table.getInt(at + GROUP_BYTES));
    long after = 0;
    for (long i = 0; i < groups; i++) {
      int group = Math.toIntExact(Math.min(Integer.MAX_VALUE, at + 16 + i * GROUP_BYTES));
      long start = Integer.toUnsignedLong(table.getInt(group));
      long end = Integer.toUnsignedLong(table.getInt(group + 4));
      if (start < after || end < start || end > Character.MAX_CODE_POINT) {
        throw new FontException("the character map is out of order");
      }
      characters.set((int) start, (int) end + 1);
      after = end + 1;
    }
  }
}
