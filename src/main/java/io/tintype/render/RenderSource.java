package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.FocusArea;
import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An encoded picture.
 *
 * @param bytes the caller owns a reference until the job is over
 * @param format what the first bytes say it is
 * @param quality estimated quality of a JPEG, 1 to 100
 * @param page the only frame or page that is wanted, from 1; empty = all frames, the first page
 * @param focus what its origin has stored with it
 */
public record RenderSource(
    ImageBytes bytes,
    ImageFormat format,
    OptionalInt quality,
    OptionalInt page,
    Optional<FocusArea> focus) {
  /** All frames of a picture with which nothing is stored. */
  public RenderSource(ImageBytes bytes, ImageFormat format, OptionalInt quality) {
    this(bytes, format, quality, OptionalInt.empty(), Optional.empty());
  }

  /** One frame or page of it. */
  public RenderSource at(OptionalInt wanted) {
    return new RenderSource(bytes, format, quality, wanted, focus);
  }
}
