package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.model.ImageFormat;

/** What became of something a transformation needs besides its source. */
public sealed interface Ingredient {
  /** A picture we decode. */
  record Picture(ImageBytes bytes, ImageFormat format) implements Ingredient {}

  /** A font file. */
  record Font(ImageBytes bytes) implements Ingredient {}

  /** It cannot be had; only matters if it turns out to be needed. */
  record Missing(Fault why) implements Ingredient {}
}
