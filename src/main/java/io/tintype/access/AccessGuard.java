package io.tintype.access;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.PathSignature;
import io.tintype.dialect.Signature;
import io.tintype.fault.Fault;
import io.tintype.fault.Fault.SignatureRefused.Reason;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Decides whether a request of one endpoint may be served, before anything is looked up. */
public final class AccessGuard {
  private final AccessRules rules;
  private final SignatureCheck signatures;
  private final PathSignatureCheck pathSignatures;

  /**
   * Creates a guard.
   *
   * @param endpointPath prefix of the endpoint with a leading and no trailing slash; "" = root
   */
  public AccessGuard(AccessRules rules, String endpointPath) {
    this.rules = rules;
    this.signatures = new SignatureCheck(rules.keys(), endpointPath);
    this.pathSignatures = new PathSignatureCheck(rules.secrets());
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
    SignatureVerdict verdict = verdict(request, target, now);
    verdict.refusal().ifPresent(AccessGuard::refuse);
    if (isLocked(request) && verdict instanceof SignatureVerdict.Absent) {
      refuse(Reason.MISSING);
    }
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

  /** What came of looking at the signature of a URL. */
  public SignatureVerdict verdict(DeliveryRequest request, SignedTarget target, Instant now) {
    return switch (request.seal().orElse(null)) {
      case null -> new SignatureVerdict.Absent();
      case Signature inQuery -> signatures.check(target, Optional.of(inQuery), now);
      case PathSignature inPath -> pathSignatures.check(Optional.of(inPath));
    };
  }

  /** Everything that is taken for the signed text of a URL, likeliest first. */
  public Set<String> messages(DeliveryRequest request, SignedTarget target) {
    return switch (request.seal().orElse(null)) {
      case null -> Set.of();
      case Signature inQuery ->
          signatures.messages(target, inQuery.expiry().flatMap(Expiry::read).orElse(Expiry.NEVER));
      case PathSignature inPath -> pathSignatures.messages(inPath);
    };
  }

  /**
   * Whether one of Cloudinary's delivery types demands a signature. Fonts are kept among what
   * nobody may load, and everybody may write with them.
   */
  private static boolean isLocked(DeliveryRequest request) {
    boolean original = request.chainKind() == ChainKind.NONE;
    return isLocked(request.source(), original)
        || request.defaultImage().filter(image -> isLocked(image, original)).isPresent()
        || request.transformation().ingredients().pictures().stream()
            .anyMatch(layer -> isLocked(layer, true));
  }

  /**
   * Whether a source demands a signature.
   *
   * @param original whether it can be had as it is stored: what is private then is not shown
   */
  private static boolean isLocked(SourceRef reference, boolean original) {
    return reference instanceof SourceRef.Asset asset
        && switch (asset.delivery()) {
          case AUTHENTICATED -> true;
          case PRIVATE -> original;
          default -> false;
        };
  }

  private static void refuse(Reason reason) {
    throw new FaultException(new Fault.SignatureRefused(reason));
  }
}
