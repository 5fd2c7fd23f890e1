package io.tintype.access;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.PathSignature;
import io.tintype.dialect.Signature;
import io.tintype.fault.Fault;
import io.tintype.fault.Fault.SignatureRefused.Reason;
import io.tintype.fault.FaultException;
import io.tintype.model.Output;
import io.tintype.model.Transformation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Decides whether a request of one endpoint may be served, before anything is looked up. */
public final class AccessGuard {
  private final AccessRules rules;
  private final SignatureCheck signatures;
  private final PathSignatureCheck pathSignatures;

  private final TokenCheck tokens;
  private final Set<String> allowed;
  private final DeliveryLock lock;

  /**
   * Creates a guard.
   *
   * @param endpointPath prefix of the endpoint with a leading and no trailing slash; "" = root
   */
  public AccessGuard(AccessRules rules, String endpointPath) {
    this(rules, endpointPath, Set.of(), new DeliveryLock(false));
  }

  /**
   * Creates a guard.
   *
   * @param allowed meanings, by {@link #meaningOf}, of transformations that the configuration names
   * @param lock what demands a signature whatever the rules
   */
  public AccessGuard(
      AccessRules rules, String endpointPath, Set<String> allowed, DeliveryLock lock) {
    this.rules = rules;
    this.signatures = new SignatureCheck(rules.keys(), endpointPath);
    this.pathSignatures = new PathSignatureCheck(rules.secrets());
    this.tokens = new TokenCheck(rules.tokenKeys(), endpointPath);
    this.allowed = Set.copyOf(allowed);
    this.lock = lock;
  }

  /** What a transformation means, whatever format the result shall have. */
  public static String meaningOf(Transformation transformation) {
    Output output = transformation.output().in(Output.DEFAULT.wish());
    return new Transformation(transformation.page(), transformation.steps(), output).canonical();
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
    return admit(visit.request(), visit.target(), visit.token(), now);
  }

  /**
   * Lets a request in whose URL may have been let in before. What opened a plain visit opens every
   * other one of the same URL until it expires: nothing else of a visit that a pass follows from
   * changes while the guard lives. Rules about callers and tokens are looked at each time.
   *
   * @param earlier given by this guard to a plain visit of the same request; empty = none
   * @throws FaultException if it may not be served
   */
  public Pass admit(Visit visit, Optional<Pass> earlier, Instant now) {
    if (earlier.isEmpty() || !visit.isPlain() || earlier.get().isOver(now)) {
      return admit(visit, now);
    }
    rules.callers().admit(visit.referrer(), visit.userAgent());
    return earlier.get();
  }

  /**
   * The same without the rules about callers.
   *
   * @throws FaultException if it may not be served to anybody
   */
  public Pass admit(DeliveryRequest request, SignedTarget target, Instant now) {
    return admit(request, target, CarriedToken.of(target.query(), "", ""), now);
  }

  private Pass admit(
      DeliveryRequest request, SignedTarget target, CarriedToken token, Instant now) {
    SignatureVerdict signature = verdict(request, target, now);
    signature.refusal().ifPresent(AccessGuard::refuse);
    SignatureVerdict verdict = proof(request, signature, tokens.check(token, target, now));
    boolean good = verdict instanceof SignatureVerdict.Good;
    if (rules.signatureRequired() && !good) {
      refuse(Reason.MISSING);
    }
    if (rules.restrictUnnamed() && request.chainKind() == ChainKind.EXPLICIT) {
      throw new FaultException(new Fault.UnnamedTransformation());
    }
    if (request.chainKind() == ChainKind.EXPLICIT && !isAllowed(request, good)) {
      refuse(Reason.MISSING);
    }
    boolean personal = good && !verdict.equals(signature) && token.inCookie();
    Pass pass = new Pass(verdict, request.chainKind(), personal);
    if (request.references().stream().anyMatch(rules.privatePaths()::include)) {
      pass.openPrivate();
    }
    return pass;
  }

  /**
   * The better of signature and token. A token that opens nothing only matters where one is needed:
   * a cookie comes along everywhere.
   */
  private SignatureVerdict proof(
      DeliveryRequest request, SignatureVerdict signature, SignatureVerdict token) {
    if (signature instanceof SignatureVerdict.Good) {
      return signature;
    }
    if (token instanceof SignatureVerdict.Good) {
      return token;
    }
    boolean locked = lock.holds(request);
    if (locked || rules.signatureRequired()) {
      token.refusal().ifPresent(AccessGuard::refuse);
    }
    boolean checkable = !rules.secrets().isEmpty() || !rules.tokenKeys().isEmpty();
    boolean shown =
        signature instanceof SignatureVerdict.Unchecked
            || token instanceof SignatureVerdict.Unchecked;
    if (locked && (checkable || !shown)) {
      refuse(Reason.MISSING);
    }
    return locked ? new SignatureVerdict.Unchecked() : signature;
  }

  private boolean isAllowed(DeliveryRequest request, boolean good) {
    return switch (rules.strict()) {
      case OPEN -> true;
      case SIGNED_OR_NAMED -> good || allowed.contains(meaningOf(request.transformation()));
      case ALLOW_LIST -> allowed.contains(meaningOf(request.transformation()));
    };
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

  private static void refuse(Reason reason) {
    throw new FaultException(new Fault.SignatureRefused(reason));
  }
}
