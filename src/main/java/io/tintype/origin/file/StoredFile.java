package io.tintype.origin.file;

import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A file as it was when we looked at it. */
record StoredFile(Path path, long size, Instant modified) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long NANOS = 1_000_000_000L;

  static StoredFile of(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new StoredFile(path, attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  /** Whether a state we have is this one; the entity tag decides if there is one. */
  boolean stillHas(Validators known) {
    if (!known.etag().isEmpty()) {
      return known.etag().equals(validators().etag());
    }
    return !known.isEmpty() && known.lastModified().equals(validators().lastModified());
  }

  SourceInfo info(Optional<ByteRange> range) {
    return new SourceInfo(
        MediaTypes.ofName(path.getFileName().toString()),
        OptionalLong.of(range.map(ByteRange::length).orElse(size)),
        validators(),
        range.map(part -> part.contentRange(size)).orElse(""),
        "",
        false,
        Optional.empty());
  }

  private Validators validators() {
    long nanos = modified.getEpochSecond() * NANOS + modified.getNano();
    String etag = "\"" + Long.toHexString(nanos) + "-" + Long.toHexString(size) + "\"";
    return new Validators(etag, HTTP_DATE.format(modified));
  }
}
