package io.tintype.origin;

import io.tintype.fault.Fault;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.OriginChain.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a chain says as a whole when no origin had the source. Broken is stronger than denied,
 * denied than absent: a wrong 404 would be cached.
 */
public final class Verdict {
  private static final Set<Cause> DOWN =
      Set.of(Cause.UNAVAILABLE, Cause.FAILING, Cause.UNUSABLE, Cause.CIRCUIT_OPEN);
  private static final Set<Cause> SLOW = Set.of(Cause.TIMEOUT, Cause.CIRCUIT_OPEN_TIMEOUT);

  private Verdict() {}

  /** The fault of a request whose every attempt has failed. */
  public static Fault of(List<Attempt> attempts) {
    List<Attempt> broken = attempts.stream().filter(a -> a.outcome() instanceof Broken).toList();
    if (!broken.isEmpty()) {
      return ofBroken(broken);
    }
    return attempts.stream()
        .flatMap(attempt -> denial(attempt).stream())
        .findFirst()
        .orElseGet(Fault.SourceNotFound::new);
  }

  private static Fault ofBroken(List<Attempt> broken) {
    Optional<Attempt> refused = first(broken, Set.of(Cause.CREDENTIALS));
    if (refused.isPresent()) {
      return new Fault.OriginRefused(refused.get().origin().name());
    }
    Optional<Attempt> down = first(broken, DOWN);
    if (down.isPresent()) {
      return new Fault.OriginUnavailable(down.get().origin().name());
    }
    return first(broken, SLOW)
        .<Fault>map(slow -> new Fault.OriginTimeout(slow.origin().name(), slow.took()))
        .orElseGet(() -> new Fault.Overloaded(broken.getFirst().origin().name()));
  }

  private static Optional<Attempt> first(List<Attempt> broken, Set<Cause> causes) {
    return broken.stream()
        .filter(attempt -> attempt.outcome() instanceof Broken b && causes.contains(b.cause()))
        .findFirst();
  }

  private static Optional<Fault> denial(Attempt attempt) {
    return switch (attempt.outcome()) {
      case Denied denied when denied.reason().startsWith(AddressGuard.REFUSED) ->
          Optional.of(new Fault.SourceNotAllowed("The address of the source is not allowed."));
      case Denied _ ->
          Optional.of(
              new Fault.SourceNotAllowed(
                  "Origin '%s' does not hand out the requested source."
                      .formatted(attempt.origin().name())));
      case Absent _, Broken _, FetchOutcome.Found _, FetchOutcome.NotModified _ -> Optional.empty();
    };
  }
}
