package io.tintype.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the bytes of a file together; numbers are big endian unless their method says otherwise. */
final class Scrap {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Scrap bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Scrap raw(byte[] values) {
    out.writeBytes(values);
    return this;
  }

  Scrap text(String ascii) {
    return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  Scrap u16(int value) {
    return bytes(value >>> 8, value);
  }

  Scrap u32(long value) {
    return u16((int) (value >>> 16)).u16((int) value);
  }

  Scrap u64(long value) {
    return u32(value >>> 32).u32(value);
  }

  Scrap littleU16(int value) {
    return bytes(value, value >>> 8);
  }

  Scrap littleU24(int value) {
    return bytes(value, value >>> 8, value >>> 16);
  }

  Scrap littleU32(long value) {
    return littleU16((int) value).littleU16((int) (value >>> 16));
  }

  Scrap times(int count, int value) {
    byte[] run = new byte[count];
    Arrays.fill(run, (byte) value);
    return raw(run);
  }

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }
}
