package io.tintype.bus;

import io.tintype.bytes.RequestScope;

/** What a stage is asked to do; immutable, passed by reference on the local event bus. */
public sealed interface StageMessage permits FetchRequest, TransformRequest, InspectRequest {
  /** The request's belongings; a stage adopts its result here before it replies. */
  RequestScope scope();

  /** By when the answer must be there. */
  Deadline deadline();

  /** The request's id, for the log. */
  String requestId();
}
