package io.tintype.cache.disk;

import io.tintype.bytes.ImageBytes;
import io.tintype.cache.Makings;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything of a stored variant but its bytes, and the key it is found by. What is provisional is
 * not stored.
 */
record Label(
    VariantKey key,
    Medium medium,
    Optional<Variant.Measures> measures,
    String etag,
    OriginId origin,
    SourceInfo source,
    Makings makings,
    List<String> unmet,
    Instant checked,
    Instant failed) {
  Label {
    unmet = List.copyOf(unmet);
  }

  static Label of(VariantKey key, Variant variant) {
    return new Label(
        key,
        variant.medium(),
        variant.measures(),
        variant.etag(),
        variant.origin(),
        variant.source(),
        variant.makings(),
        variant.unmet(),
        variant.checked(),
        variant.failed());
  }

  /** The variant that these bytes are. */
  Variant on(ImageBytes bytes) {
    return new Variant(
        bytes, medium, measures, etag, origin, source, makings, unmet, false, checked, failed);
  }

  byte[] encode() {
    Scribe scribe = new Scribe();
    scribe.text(key.text());
    write(scribe, medium);
    scribe.maybe(measures, Label::write).text(etag).text(origin.name());
    SourceCodec.write(scribe, source);
    SourceCodec.write(scribe, makings);
    scribe.all(unmet, Scribe::text).moment(checked).moment(failed);
    return scribe.bytes();
  }

  /**
   * Reads what {@link #encode} has written.
   *
   * @throws RuntimeException if it was written otherwise, as {@link Reading} says
   */
  static Label decode(ByteBuffer bytes) {
    Reading from = new Reading(bytes);
    Label label =
        new Label(
            new VariantKey(from.text()),
            medium(from),
            from.maybe(Label::measures),
            from.text(),
            new OriginId(from.text()),
            SourceCodec.info(from),
            SourceCodec.makings(from),
            from.all(Reading::text),
            from.moment(),
            from.moment());
    if (!from.isOver()) {
      throw new IllegalArgumentException("something follows");
    }
    return label;
  }

  private static void write(Scribe to, Medium medium) {
    switch (medium) {
      case Medium.Picture(var format) -> to.flag(true).constant(format);
      case Medium.Placeholder(var kind) -> to.flag(false).constant(kind);
    }
  }

  private static Medium medium(Reading from) {
    return from.flag()
        ? new Medium.Picture(from.constant(ImageFormat.class))
        : new Medium.Placeholder(from.constant(FormatChoice.Kind.class));
  }

  private static void write(Scribe to, Variant.Measures measures) {
    PictureFacts source = measures.source();
    to.number(measures.width())
        .number(measures.height())
        .constant(source.format())
        .number(source.width())
        .number(source.height())
        .number(source.bytes());
  }

  private static Variant.Measures measures(Reading from) {
    int width = from.number();
    int height = from.number();
    return new Variant.Measures(
        width,
        height,
        new PictureFacts(
            from.constant(ImageFormat.class), from.number(), from.number(), from.longNumber()));
  }
}
