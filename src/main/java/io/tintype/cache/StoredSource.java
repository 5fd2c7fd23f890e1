package io.tintype.cache;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An encoded source as it was read. It does not own a reference on the bytes by itself: whoever has
 * it from the cache owns one through a scope.
 *
 * @param bytes the whole file
 * @param format of an image we decode; empty = a file of another kind
 * @param origin where it came from
 * @param info what that origin said of it
 * @param checked when the origin was last asked whether this is the current state
 */
public record StoredSource(
    ImageBytes bytes,
    Optional<ImageFormat> format,
    OriginId origin,
    SourceInfo info,
    Instant checked) {
  /** How long ago the origin was asked. */
  public Duration age(Instant now) {
    return Duration.between(checked, now);
  }

  /** The same, just confirmed by its origin. */
  public StoredSource confirmed(SourceInfo said, Instant asked) {
    return new StoredSource(bytes, format, origin, said.confirming(info), asked);
  }
}
