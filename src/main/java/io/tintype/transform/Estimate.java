package io.tintype.transform;

import io.tintype.bus.TransformRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.Planner;
import io.tintype.plan.RenderPlan;
import io.tintype.sniff.JobPrice;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import java.util.OptionalInt;

/**
 * What a look at the header in Java says of a job, before native code sees a byte of it.
 *
 * @param price native memory the job is expected to take, in bytes
 * @param quality of a JPEG source, 1 to 100
 */
record Estimate(long price, OptionalInt quality) {
  /**
   * Estimates.
   *
   * @throws FaultException {@code CorruptSource} if the header cannot be understood
   */
  static Estimate of(TransformRequest request, Planner planner) {
    Preview preview =
        Preflight.read(request.format(), request.source().memory())
            .orElseThrow(() -> new FaultException(new Fault.CorruptSource()));
    long price =
        JobPrice.bytes(preview, request.source().size()) + pictures(request, preview, planner);
    return new Estimate(price, preview.quality());
  }

  /** Orientation is not known yet; it changes a result's sides, but hardly its area. */
  private static long pictures(TransformRequest request, Preview preview, Planner planner) {
    BlindProbe probe = new BlindProbe(new JobLarder(request.ingredients()));
    try {
      RenderPlan plan =
          planner.plan(
              BlindProbe.header(preview).withFocus(request.focus()),
              request.transformation(),
              request.accepts(),
              request.rules().lenient(),
              request.limits(),
              probe);
      return new Footprint(probe.pictures(), preview.alpha())
          .bytes(plan, preview.pixels(), probe.looksAtSource());
    } catch (FaultException refused) {
      // The real header decides that; if it agrees, nothing is decoded at all.
      return 0;
    }
  }
}
