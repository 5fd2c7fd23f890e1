package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import java.util.OptionalInt;

/**
 * An encoded picture.
 *
 * @param bytes the caller owns a reference until the job is over
 * @param format what the first bytes say it is
 * @param quality estimated quality of a JPEG, 1 to 100
 */
public record RenderSource(ImageBytes bytes, ImageFormat format, OptionalInt quality) {}
