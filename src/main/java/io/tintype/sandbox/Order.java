package io.tintype.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * What a helper is to do with a document. On the wire: the kind, the factor, the bound, the length
 * as 32 bits, and the document itself.
 *
 * @param kind what is wanted
 * @param shrink factor by which the picture is drawn smaller than it says; below 1 = larger
 * @param mostBytes largest document after unpacking
 */
record Order(Kind kind, double shrink, long mostBytes) {
  /** What is wanted. */
  enum Kind {
    /** Only the size the document asks for. */
    MEASURE(1),
    /** The pixels. */
    DRAW(2);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    private static Kind of(int code) throws NonsenseException {
      return switch (code) {
        case 1 -> MEASURE;
        case 2 -> DRAW;
        default -> throw new NonsenseException("order " + code);
      };
    }
  }

  /** Writes it, with its document. */
  void write(DataOutputStream out, MemorySegment document) throws IOException {
    out.writeByte(kind.code);
    out.writeDouble(shrink);
    out.writeLong(mostBytes);
    out.writeInt(Math.toIntExact(document.byteSize()));
    Wire.write(out, document);
    out.flush();
  }

  /** Reads the first of the two; -1 where nothing more comes. */
  static Order read(int kind, DataInputStream in) throws IOException {
    return new Order(Kind.of(kind), in.readDouble(), in.readLong());
  }

  /** Reads the document. */
  static MemorySegment document(DataInputStream in, Arena arena) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new NonsenseException("length " + length);
    }
    MemorySegment document = arena.allocate(Math.max(1, length)).asSlice(0, length);
    Wire.read(in, document);
    return document;
  }
}
