package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.plan.SettledQuality;
import java.util.List;
import java.util.Optional;

/**
 * What the transform stage replies; failures are faults.
 *
 * @param bytes the encoded result, adopted by the request's scope
 * @param medium what it is
 * @param width pixels
 * @param height pixels of one frame
 * @param frames 1 for a still picture
 * @param source what it was made from
 * @param unmet parameters that could not be honoured for this source, as our canonical text names
 *     them, for example {@code f-gif}
 * @param quality what automatic quality came to, if it was asked for and the format is lossy
 * @param provisional whether it was chosen for want of time: {@link Pipeline#SPARE} makes a better
 *     one of the same request
 * @param timings where the time went
 */
public record Rendered(
    ImageBytes bytes,
    Medium medium,
    int width,
    int height,
    int frames,
    PictureFacts source,
    List<String> unmet,
    Optional<SettledQuality> quality,
    boolean provisional,
    Timings timings) {
  public Rendered {
    unmet = List.copyOf(unmet);
  }

  /** Nanoseconds spent waiting for a thread, decoding and transforming, and encoding. */
  public record Timings(long queue, long transform, long encode) {}
}
