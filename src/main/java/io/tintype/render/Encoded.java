package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.Medium;
import io.tintype.plan.SettledQuality;
import java.util.Optional;

/**
 * What was made of the pixels of a result.
 *
 * @param bytes owned by the caller
 * @param medium what they are
 * @param quality what automatic quality came to, if it was asked for and the format is lossy
 */
record Encoded(ImageBytes bytes, Medium medium, Optional<SettledQuality> quality) {
  /** Without automatic quality. */
  Encoded(ImageBytes bytes, Medium medium) {
    this(bytes, medium, Optional.empty());
  }
}
