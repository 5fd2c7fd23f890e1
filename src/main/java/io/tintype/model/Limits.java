package io.tintype.model;

import java.time.Duration;

/**
 * What one delivery may cost. Defaults and meaning: {@code docs/configuration.md}.
 *
 * @param sourceBytes largest encoded source
 * @param sourcePixels largest decoded source, all frames together
 * @param frames most frames of an animation
 * @param resultPixels largest picture any step may produce, all frames together
 * @param steps most steps of one chain, that of a transformation or of a layer
 * @param layers most layers of one transformation
 * @param nesting most levels of layers; 1 = no layer in a layer
 * @param fetchTime total time for reading one source from all origins
 * @param renderTime longest rendering
 * @param queueTime longest wait for a render thread
 * @param sizes sides that URLs may ask for
 */
public record Limits(
    long sourceBytes,
    long sourcePixels,
    int frames,
    long resultPixels,
    int steps,
    int layers,
    int nesting,
    Duration fetchTime,
    Duration renderTime,
    Duration queueTime,
    AllowedSizes sizes) {
  public static final Limits DEFAULT =
      new Limits(
          40L << 20,
          100_000_000L,
          256,
          100_000_000L,
          25,
          10,
          3,
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofSeconds(2),
          AllowedSizes.ANY);
}
