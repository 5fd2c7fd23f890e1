package io.tintype.transform;

import io.tintype.bus.TransformRequest;
import io.tintype.plan.Material;
import io.tintype.plan.Progress;
import io.tintype.plan.RenderPlan;
import io.tintype.render.PixelKey;
import java.util.Optional;

/**
 * What a job is expected to need of its source, judging by a plan that has not seen the real
 * header: a hint, on which no result depends.
 *
 * @param decoded the source as its decoder delivers it
 * @param progress everything that is done to it
 */
record Demand(PixelKey decoded, Progress progress) {
  static Demand of(TransformRequest request, RenderPlan plan) {
    return new Demand(
        new PixelKey(
            request.source(),
            request.transformation().page(),
            plan.shrink(),
            plan.frames(),
            Optional.empty()),
        new Progress(new Material.Source(), plan.shrink(), plan.frames(), plan.steps()));
  }

  /** Whether one decoding may do for both. */
  boolean isAkinTo(Demand other) {
    return decoded.frames() == other.decoded.frames()
        && decoded.page().equals(other.decoded.page());
  }
}
