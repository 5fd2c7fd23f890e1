package io.tintype.access;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.Fault.SignatureRefused.Reason;
import io.tintype.fault.FaultException;
import java.time.Instant;

/** Decides whether a request of one endpoint may be served, before anything is looked up. */
public final class AccessGuard {
  private final AccessRules rules;
  private final SignatureCheck signatures;

  /**
   * Creates a guard.
   *
   * @param endpointPath prefix of the endpoint with a leading and no trailing slash; "" = root
   */
  public AccessGuard(AccessRules rules, String endpointPath) {
    this.rules = rules;
    this.signatures = new SignatureCheck(rules.keys(), endpointPath);
  }

  /** How the endpoint checks signatures. */
  public SignatureCheck signatures() {
    return signatures;
  }

  /**
   * Lets a request in.
   *
   * @throws FaultException if it may not be served
   */
  public Pass admit(Visit visit, Instant now) {
    rules.callers().admit(visit.referrer(), visit.userAgent());
    return admit(visit.request(), visit.target(), now);
  }

  /**
   * The same without the rules about callers.
   *
   * @throws FaultException if it may not be served to anybody
   */
  public Pass admit(DeliveryRequest request, SignedTarget target, Instant now) {
    SignatureVerdict verdict = signatures.check(target, request.signature(), now);
    verdict.refusal().ifPresent(AccessGuard::refuse);
    if (rules.signatureRequired() && !(verdict instanceof SignatureVerdict.Good)) {
      refuse(Reason.MISSING);
    }
    if (rules.restrictUnnamed() && request.chainKind() == ChainKind.EXPLICIT) {
      throw new FaultException(new Fault.UnnamedTransformation());
    }
    Pass pass = new Pass(verdict, request.chainKind());
    if (request.references().stream().anyMatch(rules.privatePaths()::include)) {
      pass.openPrivate();
    }
    return pass;
  }

  private static void refuse(Reason reason) {
    throw new FaultException(new Fault.SignatureRefused(reason));
  }
}
