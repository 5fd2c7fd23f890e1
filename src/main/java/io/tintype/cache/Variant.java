package io.tintype.cache;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The encoded result for one source, transformation and format. It does not own a reference on the
 * bytes by itself: whoever has it from the cache or a flight owns one through a scope.
 *
 * @param bytes the encoded picture, or what is delivered in its place
 * @param medium what they are
 * @param measures sizes of a picture made here, and of its source; empty = not known
 * @param etag strong entity tag with its quotes
 * @param origin where the source came from
 * @param source what that origin said of the source
 * @param makings what it is made of besides the source
 * @param unmet what could not be honoured for this source
 * @param provisional whether a better one is about to take its place
 * @param checked when the origin last said that this is the current state
 * @param failed when the origin last failed to say so; {@link Instant#EPOCH} = did not fail since
 */
public record Variant(
    ImageBytes bytes,
    Medium medium,
    Optional<Measures> measures,
    String etag,
    OriginId origin,
    SourceInfo source,
    Makings makings,
    List<String> unmet,
    boolean provisional,
    Instant checked,
    Instant failed) {
  /** Enough to tell contents apart, and short enough for a header. */
  private static final int ETAG_BYTES = 16;

  /**
   * How large a picture is, and what it was made from.
   *
   * @param width pixels
   * @param height pixels of one frame
   */
  public record Measures(int width, int height, PictureFacts source) {}

  public Variant {
    unmet = List.copyOf(unmet);
  }

  /** The entity tag of a content: equal for equal bytes, on every replica. */
  public static String etagOf(ImageBytes bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes.memory().asByteBuffer());
      return '"' + HexFormat.of().formatHex(sha.digest(), 0, ETAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** How long ago the origin confirmed it. */
  public Duration age(Instant now) {
    return Duration.between(checked, now);
  }

  /** Whether a later attempt at the same would come to nothing better. */
  public boolean isFinal() {
    return makings.complete() && !provisional;
  }

  /** The same, just confirmed by the origins of all it is made of. */
  public Variant confirmed(SourceInfo info, Instant now) {
    return new Variant(
        bytes,
        medium,
        measures,
        etag,
        origin,
        info.confirming(source),
        makings,
        unmet,
        provisional,
        now,
        Instant.EPOCH);
  }

  /** The same, after the origin failed to confirm it. */
  public Variant unconfirmed(Instant now) {
    return new Variant(
        bytes, medium, measures, etag, origin, source, makings, unmet, provisional, checked, now);
  }

  /** Something better made of the same source, which is as fresh as this. */
  public Variant upgraded(ImageBytes better, Medium to) {
    return new Variant(
        better,
        to,
        measures,
        etagOf(better),
        origin,
        source,
        makings,
        unmet,
        false,
        checked,
        failed);
  }
}
