package io.tintype.transform;

import io.tintype.bus.Pipeline;
import io.tintype.bytes.ByteBudget;
import io.tintype.plan.Planner;
import io.tintype.render.Inspector;
import io.tintype.render.PixelCache;
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.jspecify.annotations.Nullable;

/**
 * The stage that renders, and looks at pictures: an event loop that admits jobs, in front of the
 * threads that do them. To be deployed once, since it owns the queue.
 */
public final class TransformVerticle extends VerticleBase {
  /** How often pixels are looked for that nobody needs any more. */
  private static final long LOOK_MILLIS = 1_000;

  private final Renderer renderer;
  private final Inspector inspector;
  private final Planner planner;
  private final TransformSettings settings;
  private final PixelCache pixels;
  private final Load load;
  private @Nullable RenderQueue queue;
  private @Nullable Workers workers;

  /** Without pixels that jobs of one source share. */
  public TransformVerticle(
      Renderer renderer,
      Inspector inspector,
      Planner planner,
      TransformSettings settings,
      Load load) {
    this(
        renderer,
        inspector,
        planner,
        settings,
        PixelCache.off(new ByteBudget("render memory", settings.memoryBudget())),
        load);
  }

  /**
   * With everything.
   *
   * @param pixels those the renderer shares between jobs; their budget is that of all jobs
   */
  public TransformVerticle(
      Renderer renderer,
      Inspector inspector,
      Planner planner,
      TransformSettings settings,
      PixelCache pixels,
      Load load) {
    this.renderer = renderer;
    this.inspector = inspector;
    this.planner = planner;
    this.settings = settings;
    this.pixels = pixels;
    this.load = load;
  }

  @Override
  public Future<?> start() {
    Workers threads = new Workers(vertx, settings.threads(), renderer, inspector, planner, load);
    RenderQueue jobs = new RenderQueue(vertx, threads, planner, settings, pixels, load);
    if (pixels.isOn()) {
      vertx.setPeriodic(LOOK_MILLIS, _ -> pixels.expire());
    }
    workers = threads;
    queue = jobs;
    return Pipeline.TRANSFORM
        .serve(vertx, request -> jobs.submit(request, threads::render))
        .compose(
            _ -> Pipeline.SPARE.serve(vertx, request -> jobs.submitSpare(request, threads::render)))
        .compose(
            _ ->
                Pipeline.INSPECT.serve(
                    vertx, request -> jobs.submit(request.smallCopy(), threads::inspect)));
  }

  /** Refuses what waits, lets what runs come to its end, and ends the threads. */
  @Override
  public Future<?> stop() {
    if (queue == null || workers == null) {
      return Future.succeededFuture();
    }
    Workers threads = workers;
    return queue.drain().compose(_ -> threads.close());
  }
}
