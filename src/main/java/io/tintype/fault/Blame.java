package io.tintype.fault;

/** Who has to do something about a fault. */
public enum Blame {
  CALLER,
  ORIGIN,
  CAPACITY,
  US;

  /** Derived from the kind of fault alone. */
  public static Blame of(Fault fault) {
    return switch (fault) {
      case Fault.MalformedUrl _,
          Fault.InvalidArgument _,
          Fault.UnknownParameter _,
          Fault.UnknownTransformation _,
          Fault.EndpointUnknown _,
          Fault.SourceNotFound _,
          Fault.SourceNotAllowed _,
          Fault.SignatureRefused _,
          Fault.CallerNotAllowed _,
          Fault.UnnamedTransformation _,
          Fault.MethodNotAllowed _,
          Fault.LimitExceeded _,
          Fault.UnsupportedSource _,
          Fault.CorruptSource _,
          Fault.UnsupportedOutput _,
          Fault.ClientGone _ ->
          CALLER;
      case Fault.LayerUnavailable(var why) -> of(why);
      case Fault.OriginRefused _, Fault.OriginUnavailable _, Fault.OriginTimeout _ -> ORIGIN;
      case Fault.Overloaded _, Fault.ShuttingDown _, Fault.DeadlineExceeded _ -> CAPACITY;
      case Fault.Internal _ -> US;
    };
  }
}
