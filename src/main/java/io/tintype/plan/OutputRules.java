package io.tintype.plan;

import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import java.time.Duration;
import java.util.List;

/**
 * What an endpoint decides about encoding.
 *
 * @param quality what quality there is where a URL says nothing, and how a level becomes a figure
 * @param formats what automatic format may choose, best first; empty switches it off
 * @param policy how automatic format chooses
 * @param avif how large and slow an AVIF may be
 * @param png how small a PNG is made
 * @param encoders how hard encoders try
 * @param switches what holds where a URL says nothing
 * @param dataSaver whether clients that want to save data get a lower quality
 * @param strict whether an explicit wish that cannot be met is refused instead of reported
 */
public record OutputRules(
    QualityRules quality,
    List<ImageFormat> formats,
    Policy policy,
    Avif avif,
    Png png,
    EncoderSettings encoders,
    Switches switches,
    boolean dataSaver,
    boolean strict) {
  public OutputRules {
    formats = List.copyOf(formats);
  }

  /** With every encoder as plain as can be, and all the time it needs. */
  public OutputRules(int quality, List<ImageFormat> formats, long avifMaxPixels, boolean strict) {
    this(
        QualityRules.fixed(quality),
        formats,
        Policy.PREFERRED,
        new Avif(avifMaxPixels, Duration.ZERO, false),
        Png.PLAIN,
        EncoderSettings.DEFAULT,
        Switches.PLAIN,
        false,
        strict);
  }

  /** How automatic format chooses. */
  public enum Policy {
    /** The first of the formats that the client takes and the content suits. */
    PREFERRED,
    /** Whatever comes out smallest: everything suitable is encoded. */
    SMALLEST
  }

  /**
   * How large and slow an AVIF may be.
   *
   * @param maxPixels results above this many pixels become WebP
   * @param budget automatic format does without an AVIF that is expected to take longer; zero =
   *     never
   * @param upgrade whether that AVIF is made afterwards, when nothing else is to be done
   */
  public record Avif(long maxPixels, Duration budget, boolean upgrade) {
    /** Whether an encoding of this length is short enough. */
    boolean affords(Duration expected) {
      return budget.isZero() || expected.compareTo(budget) <= 0;
    }
  }

  /**
   * How small a PNG is made.
   *
   * @param palette whether it is brought down to 256 colours
   * @param paletteMaxPixels but not above this many pixels
   */
  public record Png(boolean palette, long paletteMaxPixels) {
    /** All colours. */
    public static final Png PLAIN = new Png(false, 0);
  }

  /** What holds where a URL says nothing; see {@link Output} and {@link Chroma}. */
  public record Switches(
      boolean progressive,
      boolean lossless,
      Chroma chroma,
      Metadata metadata,
      boolean sanitiseSvg) {
    /** Everything off. */
    public static final Switches PLAIN =
        new Switches(false, false, Chroma.FULL, Metadata.NONE, false);
  }

  /** The rules for a client that wants to save data ({@code Save-Data: on}). */
  public OutputRules withDataSaver() {
    return dataSaver
        ? new OutputRules(
            quality.withDataSaver(), formats, policy, avif, png, encoders, switches, true, strict)
        : this;
  }

  /** The rules for a result nobody waits for: an AVIF may take as long as it wants. */
  public OutputRules withoutHurry() {
    Avif unhurried = new Avif(avif.maxPixels, Duration.ZERO, false);
    return new OutputRules(
        quality, formats, policy, unhurried, png, encoders, switches, dataSaver, strict);
  }

  /** The rules for a result that is to be as small as it can be without getting worse. */
  public OutputRules patiently() {
    return new OutputRules(
        quality, formats, policy, avif, png, encoders.patiently(), switches, dataSaver, strict);
  }

  /** The rules for when there is no time for trials. */
  public OutputRules withoutTrials() {
    return new OutputRules(
        quality.byTable(), formats, policy, avif, png, encoders, switches, dataSaver, strict);
  }

  /**
   * The rules for a plan nobody follows: what cannot be met costs nothing, and is no reason to
   * stop.
   */
  public OutputRules lenient() {
    return new OutputRules(
        quality, formats, policy, avif, png, encoders, switches, dataSaver, false);
  }

  /** All that decides about bytes, as a text: equal rules, equal text. */
  public String fingerprint() {
    return toString();
  }
}
