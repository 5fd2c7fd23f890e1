package io.tintype.plan;

import io.tintype.model.ImageFormat;
import java.util.List;

/**
 * What an endpoint decides about encoding.
 *
 * @param quality default quality, 1 to 100; only ever lowers that of a source
 * @param formats what automatic format may choose, best first; empty switches it off
 * @param avifMaxPixels AVIF results above this many pixels become WebP
 * @param strict whether an explicit wish that cannot be met is refused instead of reported
 * @param dataSaver whether clients that wish so get fewer bytes
 */
public record OutputRules(
    int quality, List<ImageFormat> formats, long avifMaxPixels, boolean strict, boolean dataSaver) {
  /** How much lower the default quality is then, and where that ends (ours; vendor is silent). */
  private static final int SAVING = 20;

  private static final int LEAST_SAVED_QUALITY = 30;

  public OutputRules {
    formats = List.copyOf(formats);
  }

  /** Without data saver. */
  public OutputRules(int quality, List<ImageFormat> formats, long avifMaxPixels, boolean strict) {
    this(quality, formats, avifMaxPixels, strict, false);
  }

  /** The same for a client that wants fewer bytes. */
  public OutputRules withDataSaver() {
    int lower = Math.min(quality, Math.max(LEAST_SAVED_QUALITY, quality - SAVING));
    return new OutputRules(lower, formats, avifMaxPixels, strict, dataSaver);
  }
}
