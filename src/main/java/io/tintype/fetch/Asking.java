package io.tintype.fetch;

import io.tintype.bus.FetchRequest;
import io.tintype.origin.OriginChain.Asker;
import io.tintype.origin.OriginChain.Attempt;
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
    report.attempted(request.requestId(), attempt, limit);
  }

  @Override
  public boolean isWaiting() {
    return !request.scope().isClosed();
  }
}
