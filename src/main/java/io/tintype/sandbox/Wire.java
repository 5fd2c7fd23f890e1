package io.tintype.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Moves native memory through pipes. */
final class Wire {
  /** What a helper says when it is ready for its first order. */
  static final int READY = 0x54_69_6e_74;

  /** Bytes of a pixel: red, green, blue, alpha. */
  static final int PIXEL = 4;

  /** As much as a pipe holds at once. */
  private static final int CHUNK = 1 << 16;

  private Wire() {}

  static void write(DataOutputStream out, MemorySegment from) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, from.byteSize())];
    for (long at = 0; at < from.byteSize(); at += chunk.length) {
      int length = (int) Math.min(chunk.length, from.byteSize() - at);
      MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
      out.write(chunk, 0, length);
    }
  }

  static void read(DataInputStream in, MemorySegment to) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, to.byteSize())];
    for (long at = 0; at < to.byteSize(); at += chunk.length) {
      int length = (int) Math.min(chunk.length, to.byteSize() - at);
      in.readFully(chunk, 0, length);
      MemorySegment.copy(chunk, 0, to, ValueLayout.JAVA_BYTE, at, length);
    }
  }
}
