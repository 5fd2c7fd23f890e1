package io.tintype.cache.disk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first bytes of a file: what it is, how long its parts are, and a checksum (CRC-32C, RFC 3720,
 * B.4) of everything else. A torn, cut or changed file does not fit its frame.
 *
 * <pre>
 *  0  magic  TTVF
 *  4  format version
 *  8  length of the label
 * 12  length of the body
 * 16  checksum of bytes 0 to 15, label and body
 * 20  label, body
 * </pre>
 */
final class Frame {
  static final int BYTES = 20;

  private static final int MAGIC = 0x54545646;
  private static final int VERSION = 1;
  private static final int CHECKED_BYTES = 16;
  private static final int LABEL_LENGTH_AT = 8;
  private static final int BODY_LENGTH_AT = 12;

  private Frame() {}

  /** What the bytes of a file are. */
  sealed interface Content {
    /**
     * A label and a body, both as they were written.
     *
     * @param sum the checksum: equal for equal contents
     */
    record Whole(int labelLength, int bodyLength, int sum) implements Content {
      int bodyAt() {
        return BYTES + labelLength;
      }
    }

    /** Another version's. */
    record Foreign() implements Content {}

    /** Torn, cut or changed. */
    record Damaged() implements Content {}
  }

  /** The frame of a label and a body; the body's position and limit stay. */
  static ByteBuffer of(byte[] label, ByteBuffer body) {
    ByteBuffer frame = ByteBuffer.allocate(BYTES + label.length);
    frame.putInt(MAGIC).putInt(VERSION).putInt(label.length).putInt(body.remaining());
    CRC32C sum = new CRC32C();
    sum.update(frame.array(), 0, CHECKED_BYTES);
    sum.update(label);
    sum.update(body.duplicate());
    return frame.putInt((int) sum.getValue()).put(label).flip();
  }

  /** Checks a whole file. */
  static Content check(ByteBuffer file) {
    if (file.limit() < BYTES || file.getInt(0) != MAGIC) {
      return new Content.Damaged();
    }
    if (file.getInt(Integer.BYTES) != VERSION) {
      return new Content.Foreign();
    }
    int label = file.getInt(LABEL_LENGTH_AT);
    int body = file.getInt(BODY_LENGTH_AT);
    if (label < 0 || body < 0 || (long) BYTES + label + body != file.limit()) {
      return new Content.Damaged();
    }
    CRC32C sum = new CRC32C();
    sum.update(file.slice(0, CHECKED_BYTES));
    sum.update(file.slice(BYTES, label + body));
    int expected = file.getInt(CHECKED_BYTES);
    return (int) sum.getValue() == expected
        ? new Content.Whole(label, body, expected)
        : new Content.Damaged();
  }
}
