package io.tintype.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes EXIF blocks (big-endian TIFF 6.0) for tests, one directory after the other. */
public final class ExifBlock {
  /** Bytes of a directory without entries. */
  public static final int EMPTY_DIRECTORY = 6;

  private static final int HEADER = 8;
  private static final int CAPACITY = 60_000;

  private final ByteBuffer block = ByteBuffer.allocate(CAPACITY).position(HEADER);

  /** One entry of a directory; data of more than four bytes are stored before the directory. */
  private record Entry(int tag, int type, int count, ByteBuffer data) {}

  /** A directory to be written. */
  public final class Directory {
    private final List<Entry> entries = new ArrayList<>();

    public Directory text(int tag, String text) {
      byte[] data = (text + "\0").getBytes(StandardCharsets.US_ASCII);
      return add(tag, 2, data.length, data);
    }

    public Directory number(int tag, int number) {
      return add(tag, 3, 1, ByteBuffer.allocate(4).putShort((short) number).array());
    }

    public Directory bytes(int tag, int... bytes) {
      ByteBuffer data = ByteBuffer.allocate(Math.max(4, bytes.length));
      for (int b : bytes) {
        data.put((byte) b);
      }
      return add(tag, 1, bytes.length, data.array());
    }

    public Directory undefined(int tag, String bytes) {
      byte[] data = bytes.getBytes(StandardCharsets.US_ASCII);
      return add(tag, 7, data.length, data);
    }

    /** Numerators and denominators in turn. */
    public Directory fractions(int tag, int... parts) {
      ByteBuffer data = ByteBuffer.allocate(parts.length * Integer.BYTES);
      for (int part : parts) {
        data.putInt(part);
      }
      return add(tag, 5, parts.length / 2, data.array());
    }

    /** Points at another directory, or anywhere. */
    public Directory pointer(int tag, int offset) {
      return add(tag, 4, 1, ByteBuffer.allocate(4).putInt(offset).array());
    }

    /** An entry whose data are claimed to be somewhere. */
    public Directory claim(int tag, int type, int count, int offset) {
      return add(tag, type, count, ByteBuffer.allocate(4).putInt(offset).array());
    }

    /**
     * Writes the directory.
     *
     * @param next offset of the following one; 0 = none
     * @return offset of this one
     */
    public int write(int next) {
      List<Integer> values = new ArrayList<>();
      for (Entry entry : entries) {
        values.add(entry.data.limit() > Integer.BYTES ? block.position() : -1);
        if (entry.data.limit() > Integer.BYTES) {
          block.put(entry.data.duplicate());
        }
      }
      int start = block.position();
      block.putShort((short) entries.size());
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        block.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
        if (values.get(i) >= 0) {
          block.putInt(values.get(i));
        } else {
          block.put(entry.data.duplicate());
        }
      }
      block.putInt(next);
      return start;
    }

    private Directory add(int tag, int type, int count, byte[] data) {
      entries.add(
          new Entry(
              tag,
              type,
              count,
              ByteBuffer.wrap(Arrays.copyOf(data, Math.max(Integer.BYTES, data.length)))));
      return this;
    }
  }

  public Directory directory() {
    return new Directory();
  }

  /** Writes a directory, and makes the one before point at it. */
  private void follow(Directory next) {
    int link = block.position() - Integer.BYTES;
    block.putInt(link, next.write(0));
  }

  /** Where the next directory without long data would be. */
  public int position() {
    return block.position();
  }

  /** The block, with the marker a JPEG has before it. */
  public byte[] bytes(int first) {
    int end = block.position();
    block.putInt(0, 0x4d4d002a).putInt(4, first);
    byte[] marker = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(marker.length + end).put(marker).put(block.array(), 0, end).array();
  }

  /** What a camera writes, or nearly so. */
  public static byte[] ofCamera() {
    ExifBlock block = new ExifBlock();
    int interoperability = block.directory().text(1, "R98").undefined(2, "0100").write(0);
    int exif =
        block
            .directory()
            .fractions(0x829a, 1, 160)
            .fractions(0x829d, 71, 10)
            .number(0x8827, 100)
            .undefined(0x9000, "0221")
            .text(0x9004, "2008:05:30 15:56:01")
            .number(0xa403, 1)
            .pointer(0xa005, interoperability)
            .write(0);
    int gps =
        block
            .directory()
            .bytes(0, 2, 2, 0, 0)
            .text(1, "N")
            .fractions(2, 48, 1, 8, 1, 31, 2)
            .write(0);
    int image =
        block
            .directory()
            .text(0x10f, "Tintype")
            .number(0x112, 6)
            .text(0x132, "2008:07:31 10:38:11")
            .pointer(0x8769, exif)
            .pointer(0x8825, gps)
            .write(0);
    block.follow(block.directory().number(0x103, 6));
    return block.bytes(image);
  }

  /** A JPEG with an EXIF block put in. */
  public static byte[] into(byte[] jpeg, byte[] exif) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int length = exif.length + 2;
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    bytes.writeBytes(exif);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }
}
