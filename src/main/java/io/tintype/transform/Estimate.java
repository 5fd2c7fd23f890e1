package io.tintype.transform;

import io.tintype.bus.TransformRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Planner;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.sniff.JobPrice;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a look at the header in Java says of a job, before native code sees a byte of it.
 *
 * @param price native memory the job is expected to take, in bytes
 * @param quality of a JPEG source, 1 to 100
 */
record Estimate(long price, OptionalInt quality) {
  private static final long BYTES_PER_PIXEL = 4;

  /** The result, and a copy of it that a turn may need. */
  private static final long RESULTS = 2;

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

  /**
   * What is kept in memory as a whole beside the decoder. Orientation is not known yet; it changes
   * a result's sides, but hardly its area.
   */
  private static long pictures(TransformRequest request, Preview preview, Planner planner) {
    SourceHeader header =
        new SourceHeader(
            preview.format(),
            preview.width(),
            preview.height(),
            preview.frames(),
            preview.alpha(),
            1,
            preview.quality());
    try {
      RenderPlan plan =
          planner.plan(
              header,
              request.transformation(),
              request.accepts(),
              request.rules(),
              request.limits(),
              new BlindProbe());
      long result = (long) plan.width() * plan.height() * plan.frames();
      long kept = keepsPicture(plan.steps()) ? preview.pixels() : 0;
      return BYTES_PER_PIXEL * (RESULTS * result + kept);
    } catch (FaultException refused) {
      // The real header decides that; if it agrees, nothing is decoded at all.
      return 0;
    }
  }

  /** Turning reads pixels in another order; an orientation behind a scaling turns the result. */
  private static boolean keepsPicture(List<PlannedStep> steps) {
    return (!steps.isEmpty() && !(steps.getFirst() instanceof PlannedStep.Scale))
        || steps.stream()
            .anyMatch(step -> step instanceof PlannedStep.Turn || step instanceof PlannedStep.Spin);
  }
}
