package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import java.util.Optional;

/** What a job may need besides its source. */
public interface Larder {
  /**
   * The picture of a layer.
   *
   * @throws FaultException why it cannot be had
   */
  RenderSource picture(SourceRef source);

  /** The bytes of a font file; empty if it cannot be had. */
  Optional<ImageBytes> font(SourceRef source);
}
