package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import java.util.Optional;

/** Has nothing. */
record EmptyLarder() implements Larder {
  @Override
  public RenderSource picture(SourceRef source) {
    throw new FaultException(new Fault.SourceNotFound());
  }

  @Override
  public Optional<ImageBytes> font(SourceRef source) {
    return Optional.empty();
  }
}
