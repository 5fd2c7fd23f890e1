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
 */
public record OutputRules(
    int quality, List<ImageFormat> formats, long avifMaxPixels, boolean strict) {
  public OutputRules {
    formats = List.copyOf(formats);
  }
}
