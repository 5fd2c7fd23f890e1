package io.tintype.routing;

import io.tintype.fault.Fault;

/**
 * The one mapping of faults to HTTP.
 *
 * @param status of the answer
 * @param code in {@code ik-error}; ImageKit documents no others
 */
public record FaultStatus(int status, String code) {
  private static final String MISSING = "ENOENT";
  private static final String DENIED = "EACCES";
  private static final String LIMIT = "ELIMIT";
  private static final String UNREACHABLE = "ECONNREFUSED";
  private static final String OTHER = "UNIDENTIFIED";

  public static FaultStatus of(Fault fault) {
    return switch (fault) {
      case Fault.MalformedUrl _,
          Fault.InvalidArgument _,
          Fault.UnknownParameter _,
          Fault.UnknownTransformation _,
          Fault.UnnamedTransformation _,
          Fault.UnsupportedSource _,
          Fault.CorruptSource _,
          Fault.UnsupportedOutput _ ->
          new FaultStatus(400, OTHER);
      case Fault.LimitExceeded _ -> new FaultStatus(400, LIMIT);
      case Fault.SignatureRefused _ -> new FaultStatus(401, DENIED);
      case Fault.SourceNotAllowed _, Fault.CallerNotAllowed _ -> new FaultStatus(403, DENIED);
      case Fault.EndpointUnknown _, Fault.SourceNotFound _ -> new FaultStatus(404, MISSING);
      case Fault.LayerUnavailable(var why) -> of(why);
      case Fault.MethodNotAllowed _ -> new FaultStatus(405, OTHER);
      case Fault.ClientGone _ -> new FaultStatus(499, OTHER);
      case Fault.Internal _ -> new FaultStatus(500, OTHER);
      case Fault.OriginRefused _ -> new FaultStatus(502, DENIED);
      case Fault.OriginUnavailable _ -> new FaultStatus(502, UNREACHABLE);
      case Fault.Overloaded _, Fault.ShuttingDown _, Fault.DeadlineExceeded _ ->
          new FaultStatus(503, OTHER);
      case Fault.OriginTimeout _ -> new FaultStatus(504, UNREACHABLE);
    };
  }

  /** Whether the client should come again, and be told when. */
  public boolean retryable() {
    return status == 503;
  }
}
