package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceBody;
import io.tintype.origin.SourceInfo;
import java.util.Optional;

/** What the fetch stage replies; failures are faults. */
public sealed interface Fetched {
  OriginId origin();

  SourceInfo info();

  /** An image we decode, read whole. The bytes are adopted by the request's scope. */
  record Whole(OriginId origin, SourceInfo info, ImageBytes bytes, ImageFormat format)
      implements Fetched {}

  /** A file of any kind, read whole. The bytes are adopted by the request's scope. */
  record File(OriginId origin, SourceInfo info, ImageBytes bytes) implements Fetched {}

  /**
   * To be handed through as it is. The body is adopted by the request's scope; empty for {@link
   * FetchRequest.Mode#HEAD}.
   *
   * @param format what the first bytes say; empty = no image, or not looked at
   */
  record Streaming(OriginId origin, SourceInfo info, SourceBody body, Optional<ImageFormat> format)
      implements Fetched {}

  /** The state we have is still the current one. */
  record Unchanged(OriginId origin, SourceInfo info) implements Fetched {}
}
