package io.tintype.cache.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a {@link Scribe} has written. Its bytes have been checked, so what makes no sense was
 * written by another version: every method then throws {@link IllegalArgumentException}, {@link
 * java.nio.BufferUnderflowException} or {@link java.time.DateTimeException}.
 */
final class Reading {
  private final ByteBuffer bytes;

  Reading(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  int number() {
    return bytes.getInt();
  }

  long longNumber() {
    return bytes.getLong();
  }

  boolean flag() {
    return bytes.get() != 0;
  }

  String text() {
    byte[] encoded = new byte[count()];
    bytes.get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  Instant moment() {
    long seconds = longNumber();
    return Instant.ofEpochSecond(seconds, number());
  }

  <T> Optional<T> maybe(Function<Reading, T> reader) {
    return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
  }

  <T> List<T> all(Function<Reading, T> reader) {
    int count = count();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(reader.apply(this));
    }
    return values;
  }

  boolean isOver() {
    return !bytes.hasRemaining();
  }

  /** Everything that is counted takes a byte at least. */
  private int count() {
    int count = number();
    if (count < 0 || count > bytes.remaining()) {
      throw new IllegalArgumentException("count " + count);
    }
    return count;
  }
}
