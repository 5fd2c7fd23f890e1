package io.tintype.fetch;

import io.tintype.bus.FetchRequest;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.OriginChain.Asker;
import io.tintype.origin.OriginChain.Attempt;
import io.tintype.origin.OriginChain.Retry;
import io.tintype.origin.OriginId;
import io.tintype.origin.Validators;
import java.time.Duration;

/** The request on whose behalf origins are asked. */
record Asking(FetchRequest request, AttemptReport report) implements Asker {
  /** Validators mean nothing to an origin they did not come from. */
  @Override
  public Validators validatorsFor(OriginId origin) {
    return request.known().origin().equals(origin) ? request.known().validators() : Validators.NONE;
  }

  @Override
  public void attempted(Attempt attempt, Duration limit) {
    if (isWaiting() || !isBrokenOff(attempt)) {
      report.attempted(request.requestId(), attempt, limit);
    }
  }

  /** If nobody waits any more, we broke it off: that says nothing of the origin. */
  private static boolean isBrokenOff(Attempt attempt) {
    return attempt.outcome() instanceof Broken broken && broken.cause() == Cause.UNAVAILABLE;
  }

  @Override
  public void retried(OriginId origin, Retry result) {
    report.retried(origin, result);
  }

  @Override
  public <C extends AutoCloseable> C untilGone(C work) {
    return request.scope().adopt(work);
  }

  @Override
  public boolean isWaiting() {
    return !request.scope().isClosed();
  }
}
