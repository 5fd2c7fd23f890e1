package io.tintype.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A TrueType or OpenType font, taken apart. Only tables that describe outlines, metrics and the
 * arrangement of glyphs are kept: pictures, programs of other shapers and variations are left out,
 * since the fewer parsers see a stranger's bytes the better.
 *
 * @param flavor first four bytes of the file
 * @param tables by their tags
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/otff">OpenType font file</a>
 */
record Sfnt(int flavor, SortedMap<String, byte[]> tables) {
  static final int TRUETYPE = 0x00010000;
  static final int OPENTYPE = 0x4F54544F;

  /** Apple's name for TrueType. */
  private static final int TRUE = 0x74727565;

  static final String NAME = "name";
  static final String CMAP = "cmap";
  private static final String HEAD = "head";
  private static final int HEAD_BYTES = 54;
  private static final int HEAD_MAGIC_AT = 12;
  private static final int HEAD_MAGIC = 0x5F0F3CF5;
  private static final int UNITS_AT = 18;
  private static final int FEWEST_UNITS = 16;
  private static final int MOST_UNITS = 16384;

  private static final Set<String> REQUIRED = Set.of(CMAP, HEAD, "hhea", "hmtx", "maxp");
  private static final Set<String> TRUETYPE_OUTLINES = Set.of("glyf", "loca");
  private static final String OPENTYPE_OUTLINES = "CFF ";
  private static final Set<String> OPTIONAL =
      Set.of(
          "OS/2", NAME, "post", "cvt ", "fpgm", "prep", "gasp", "VORG", "vhea", "vmtx", "GDEF",
          "GPOS", "GSUB", "kern");

  private static final int HEADER_BYTES = 12;
  private static final int RECORD_BYTES = 16;
  private static final int MOST_TABLES = 64;

  Sfnt {
    tables = new TreeMap<>(tables);
  }

  /**
   * Reads a file.
   *
   * @throws FontException if it is none, or lacks what every font has
   */
  static Sfnt read(byte[] file) {
    if (file.length < HEADER_BYTES) {
      throw new FontException("it is cut off");
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    SortedMap<String, byte[]> tables = new TreeMap<>();
    long total = 0;
    try {
      int count = tableCount(bytes.getShort(Integer.BYTES));
      for (int i = 0; i < count; i++) {
        int record = HEADER_BYTES + i * RECORD_BYTES;
        String tag = tag(bytes, record);
        int offset = bytes.getInt(record + 8);
        int length = bytes.getInt(record + 12);
        total += Integer.toUnsignedLong(length);
        if (total > file.length) {
          throw new FontException("its tables are longer than the file");
        }
        if (isKept(tag)) {
          byte[] table = new byte[length];
          bytes.get(offset, table);
          tables.put(tag, table);
        }
      }
    } catch (IndexOutOfBoundsException cutOff) {
      throw new FontException("a table lies outside the file");
    }
    return new Sfnt(bytes.getInt(0), tables).checked();
  }

  static int tableCount(short stored) {
    int count = Short.toUnsignedInt(stored);
    if (count == 0 || count > MOST_TABLES) {
      throw new FontException("it has %d tables".formatted(count));
    }
    return count;
  }

  static String tag(ByteBuffer bytes, int at) {
    byte[] tag = new byte[Integer.BYTES];
    bytes.get(at, tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  /** Whether a table of this tag is of use. */
  static boolean isKept(String tag) {
    return REQUIRED.contains(tag)
        || OPTIONAL.contains(tag)
        || TRUETYPE_OUTLINES.contains(tag)
        || tag.equals(OPENTYPE_OUTLINES);
  }

  /** The same, if everything is there that a font cannot do without. */
  Sfnt checked() {
    if (flavor != TRUETYPE && flavor != TRUE && flavor != OPENTYPE) {
      throw new FontException("it is no TrueType, OpenType or WOFF file");
    }
    if (!tables.keySet().containsAll(REQUIRED)) {
      throw new FontException("it lacks a required table");
    }
    boolean outlines =
        flavor == OPENTYPE
            ? tables.containsKey(OPENTYPE_OUTLINES)
            : tables.keySet().containsAll(TRUETYPE_OUTLINES);
    if (!outlines) {
      throw new FontException("it has no outlines");
    }
    ByteBuffer head = ByteBuffer.wrap(table(HEAD));
    if (head.remaining() < HEAD_BYTES || head.getInt(HEAD_MAGIC_AT) != HEAD_MAGIC) {
      throw new FontException("its header is damaged");
    }
    int units = Short.toUnsignedInt(head.getShort(UNITS_AT));
    if (units < FEWEST_UNITS || units > MOST_UNITS) {
      throw new FontException("its em is %d units".formatted(units));
    }
    return this;
  }

  /** The bytes of a required table. */
  byte[] table(String tag) {
    byte[] table = tables.get(tag);
    if (table == null) {
      throw new FontException("it lacks the table " + tag);
    }
    return table;
  }

  /** The same font with another table in place of the one of this tag, if there was one. */
  Sfnt with(String tag, byte[] table) {
    SortedMap<String, byte[]> changed = new TreeMap<>(tables);
    changed.put(tag, table);
    return new Sfnt(flavor, changed);
  }

  /** A font file of these tables. */
  byte[] write() {
    int size = HEADER_BYTES + tables.size() * RECORD_BYTES;
    int offset = size;
    for (byte[] table : tables.values()) {
      size += padded(table.length);
    }
    ByteBuffer file = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables.size());
    file.putInt(flavor)
        .putShort((short) tables.size())
        .putShort((short) (power * RECORD_BYTES))
        .putShort((short) Integer.numberOfTrailingZeros(power))
        .putShort((short) ((tables.size() - power) * RECORD_BYTES));
    for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
      byte[] table = entry.getValue();
      file.put(entry.getKey().getBytes(StandardCharsets.ISO_8859_1))
          .putInt(checksum(table))
          .putInt(offset)
          .putInt(table.length)
          .put(offset, table);
      offset += padded(table.length);
    }
    return file.array();
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  /** The sum of a table's big-endian words; what is missing of the last one is zero. */
  private static int checksum(byte[] table) {
    ByteBuffer words = ByteBuffer.allocate(padded(table.length)).put(0, table);
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
