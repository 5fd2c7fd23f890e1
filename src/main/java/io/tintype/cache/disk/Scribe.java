package io.tintype.cache.disk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes values one behind the other; {@link Reading} reads them in the same order. */
final class Scribe {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  Scribe number(int value) {
    return write(() -> out.writeInt(value));
  }

  Scribe number(long value) {
    return write(() -> out.writeLong(value));
  }

  Scribe flag(boolean value) {
    return write(() -> out.writeBoolean(value));
  }

  Scribe text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    return write(() -> out.write(encoded));
  }

  /** By its name: the order of constants may change. */
  Scribe constant(Enum<?> value) {
    return text(value.name());
  }

  Scribe moment(Instant value) {
    return number(value.getEpochSecond()).number(value.getNano());
  }

  <T> Scribe maybe(Optional<T> value, BiConsumer<Scribe, T> writer) {
    flag(value.isPresent());
    value.ifPresent(there -> writer.accept(this, there));
    return this;
  }

  <T> Scribe all(Collection<T> values, BiConsumer<Scribe, T> writer) {
    number(values.size());
    values.forEach(value -> writer.accept(this, value));
    return this;
  }

  private Scribe write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array takes everything", impossible);
    }
  }

  /** One call of the stream. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
