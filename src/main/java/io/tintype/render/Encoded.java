package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.Medium;

/**
 * What was made of the pixels of a result.
 *
 * @param bytes owned by the caller
 * @param medium what they are
 */
record Encoded(ImageBytes bytes, Medium medium) {}
