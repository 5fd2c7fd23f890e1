package io.tintype.transform;

import io.tintype.bus.Ingredient;
import io.tintype.bus.TransformRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.plan.Planner;
import io.tintype.plan.RenderPlan;
import io.tintype.sniff.JobPrice;
import io.tintype.sniff.Preview;
import io.tintype.sniff.Sniffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a look at the header in Java says of a job, before native code sees a byte of it.
 *
 * @param price native memory the job is expected to take, in bytes
 * @param quality of a JPEG source, 1 to 100
 * @param demand what it needs of its source; empty = nothing will be decoded
 * @param avif whether it may write an AVIF
 * @param slow whether it keeps its thread for long: with large pictures to be decoded whole,
 *     documents that are drawn by helper processes, or long ones to be sanitised
 * @param drawing whether it draws a document, or sanitises one
 */
record Estimate(
    long price,
    OptionalInt quality,
    Optional<Demand> demand,
    boolean avif,
    boolean slow,
    boolean drawing)
    implements HeavyPermits.Claimant {
  /** Some 30 megapixels of RGB: a third to half of a second. */
  private static final long LONG_WORK = 96L << 20;

  /**
   * Estimates.
   *
   * @throws FaultException {@code CorruptSource} if the header cannot be understood
   */
  static Estimate of(TransformRequest request, Planner planner) {
    if (Sanitising.isAskedFor(request)) {
      return new Estimate(
          Sanitising.price(request),
          OptionalInt.empty(),
          Optional.empty(),
          /* avif= */ false,
          Sanitising.isLong(request),
          /* drawing= */ true);
    }
    Preview preview =
        SourceCheck.header(request.format(), request.source(), request.transformation().page());
    long decoder = JobPrice.bytes(preview, request.source().size());
    BlindProbe probe = new BlindProbe(new JobLarder(request.ingredients(), Optional.empty()));
    Optional<RenderPlan> plan = plan(request, preview, planner, probe);
    long pictures =
        plan.map(
                made ->
                    new Footprint(probe.pictures(), preview.alpha())
                        .bytes(made, preview.pixels(), probe.looksAtSource()))
            .orElse(0L);
    long drawn = plan.map(made -> JobPrice.drawn(preview, made.shrink())).orElse(0L);
    return new Estimate(
        decoder + drawn + pictures,
        preview.quality(),
        plan.map(made -> Demand.of(request, made)),
        plan.filter(Estimate::mayBeAvif).isPresent(),
        draws(request) || work(preview, probe) > LONG_WORK,
        draws(request));
  }

  private static long work(Preview source, BlindProbe probe) {
    return JobPrice.work(source)
        + probe.pictures().values().stream()
            .mapToLong(layer -> JobPrice.work(layer.preview()))
            .sum();
  }

  private static boolean draws(TransformRequest request) {
    return Sniffer.drawable(request.format())
        || request.ingredients().values().stream()
            .anyMatch(
                one ->
                    one instanceof Ingredient.Picture picture
                        && Sniffer.drawable(picture.format()));
  }

  /** What is too large goes into no decoder. */
  private static boolean isOfSource(String limit) {
    return limit.equals("sourcePixels") || limit.equals("frames");
  }

  private static boolean mayBeAvif(RenderPlan plan) {
    return plan.product() instanceof RenderPlan.Encode encode
        && encode.formats().contains(ImageFormat.AVIF);
  }

  /** Orientation is not known yet; it changes a result's sides, but hardly its area. */
  private static Optional<RenderPlan> plan(
      TransformRequest request, Preview preview, Planner planner, BlindProbe probe) {
    try {
      return Optional.of(
          planner.plan(
              BlindProbe.header(preview).withFocus(request.focus()),
              request.transformation(),
              request.accepts(),
              request.rules().lenient(),
              request.limits(),
              probe));
    } catch (FaultException refused) {
      if (refused.fault() instanceof Fault.LimitExceeded(var limit, _) && isOfSource(limit)) {
        throw refused;
      }
      // The real header decides that; if it agrees, nothing is decoded at all.
      return Optional.empty();
    }
  }
}
