package io.tintype.transform;

import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.Planner;
import io.tintype.plan.RenderPlan;
import io.tintype.render.RenderJob;
import io.tintype.render.RenderSource;
import io.tintype.render.RenderedImage;
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The render threads: platform threads that live until the gateway drains. */
final class Workers {
  /** How long the threads wait for one another before they say goodbye to libvips. */
  private static final long FAREWELL_SECONDS = 2;

  private final WorkerExecutor executor;
  private final int threads;
  private final Renderer renderer;
  private final Planner planner;
  private final Load load;

  Workers(Vertx vertx, int threads, Renderer renderer, Planner planner, Load load) {
    this.executor = vertx.createSharedWorkerExecutor("vips", threads);
    this.threads = threads;
    this.renderer = renderer;
    this.planner = planner;
    this.load = load;
  }

  /** Renders on a free thread; completes when that thread is free again. */
  Future<@Nullable Void> run(Job job, Watch watch) {
    return executor.executeBlocking(() -> work(job, watch), false);
  }

  /** Ends the threads, once nothing runs on them any more. */
  Future<Void> close() {
    CyclicBarrier all = new CyclicBarrier(threads);
    List<Future<@Nullable Void>> farewells = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      farewells.add(executor.executeBlocking(() -> farewell(all), false));
    }
    return Future.join(farewells).transform(_ -> executor.close());
  }

  private @Nullable Void work(Job job, Watch watch) {
    load.begin();
    Rendered rendered;
    try {
      watch.check();
      rendered = rendered(job, watch, System.nanoTime() - job.submitted());
    } catch (RuntimeException | Error failure) {
      end(job);
      job.result().fail(meaning(failure, watch));
      return null;
    }
    // Before the reply: one that nobody receives any more must not leak.
    job.request().scope().adopt(rendered.bytes());
    end(job);
    job.result().complete(rendered);
    return null;
  }

  private void end(Job job) {
    job.release();
    load.end();
  }

  private Rendered rendered(Job job, Watch watch, long queueNanos) {
    TransformRequest request = job.request();
    RenderedImage image =
        renderer.render(
            new RenderJob(
                new RenderSource(request.source(), request.format(), job.estimate().quality()),
                new JobLarder(request.ingredients()),
                (header, probe) ->
                    planner.plan(
                        header,
                        request.transformation(),
                        request.accepts(),
                        request.rules(),
                        request.limits(),
                        probe),
                watch,
                watch.brake()));
    return new Rendered(
        image.bytes(),
        image.medium(),
        image.width(),
        image.height(),
        image.plan().frames(),
        image.plan().unmet(),
        image.plan().product() instanceof RenderPlan.Encode encode && encode.provisional(),
        new Rendered.Timings(queueNanos, image.transformNanos(), image.encodeNanos()));
  }

  /** libvips fails when it is stopped; why it was stopped is what counts. */
  private static Throwable meaning(Throwable failure, Watch watch) {
    if (failure instanceof FaultException || !watch.brake().isPulled()) {
      return failure;
    }
    try {
      watch.check();
      return new FaultException(new Fault.DeadlineExceeded("transform"));
    } catch (FaultException reason) {
      return reason;
    }
  }

  /** Every thread must be here at once, or one would say goodbye twice and another not at all. */
  private @Nullable Void farewell(CyclicBarrier all) throws InterruptedException {
    try {
      all.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException missing) {
      // A thread that never came keeps what libvips has for it until the process ends.
    }
    renderer.endThread();
    return null;
  }
}
