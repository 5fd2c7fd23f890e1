package io.tintype.plan;

import io.tintype.model.ImageFormat;
import java.util.Set;

/**
 * What the image library can write.
 *
 * @param writable the formats it has encoders for
 * @param pace how long they take
 */
record Encoders(Set<ImageFormat> writable, EncodingPace pace) {
  Encoders {
    writable = Set.copyOf(writable);
  }
}
