package io.tintype.transform;

import io.tintype.bus.Inspected;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.plan.RenderPlan;
import io.tintype.render.Checkpoint;
import io.tintype.render.Inspection;
import io.tintype.render.Inspector;
import io.tintype.render.RenderJob;
import io.tintype.render.RenderSource;
import io.tintype.render.RenderedImage;
import io.tintype.render.Renderer;
import io.tintype.sniff.Preview;
import io.tintype.telemetry.Load;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The render threads: platform threads that live until the gateway drains. */
final class Workers {
  /** How long the threads wait for one another before they say goodbye to libvips. */
  private static final long FAREWELL_SECONDS = 2;

  private final WorkerExecutor executor;
  private final int threads;
  private final Renderer renderer;
  private final Inspector inspector;
  private final Planner planner;
  private final Load load;
  private final AtomicInteger admitted = new AtomicInteger();

  Workers(
      Vertx vertx,
      int threads,
      Renderer renderer,
      Inspector inspector,
      Planner planner,
      Load load) {
    this.executor = vertx.createSharedWorkerExecutor("vips", threads);
    this.threads = threads;
    this.renderer = renderer;
    this.inspector = inspector;
    this.planner = planner;
    this.load = load;
  }

  /** Does a job on a free thread; completes when that thread is free again. */
  Future<@Nullable Void> run(Job<?> job, Watch watch) {
    admitted.incrementAndGet();
    return executor.executeBlocking(() -> work(job, watch), false);
  }

  /** The work of rendering a picture. */
  Rendered render(Job<?> job, Watch watch) {
    Rendered rendered = rendered(job, watch, System.nanoTime() - job.submitted());
    // Before the reply: one that nobody receives any more must not leak.
    job.request().scope().adopt(rendered.bytes());
    return rendered;
  }

  /** The work of looking at a picture. */
  Inspected inspect(Job<?> job, Watch watch) {
    Inspection seen = inspector.inspect(renderJob(job, watch));
    return new Inspected(seen.header(), seen.profile(), seen.density(), seen.pixels(), seen.exif());
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

  private <R> @Nullable Void work(Job<R> job, Watch watch) {
    load.begin(job.request().limits().renderTime());
    renderer.giveWay();
    R done;
    try {
      watch.check();
      done = job.work().run(job, watch);
    } catch (RuntimeException | Error failure) {
      end(job);
      job.result().fail(meaning(failure, watch));
      return null;
    }
    end(job);
    job.result().complete(done);
    return null;
  }

  private void end(Job<?> job) {
    job.release();
    load.end();
    admitted.decrementAndGet();
  }

  private Rendered rendered(Job<?> job, Watch watch, long queueNanos) {
    if (Sanitising.isAskedFor(job.request())) {
      return Sanitising.sanitised(job.request(), queueNanos, watch);
    }
    RenderedImage image = renderer.render(renderJob(job, watch));
    return new Rendered(
        image.bytes(),
        image.medium(),
        image.width(),
        image.height(),
        image.plan().frames(),
        image.source(),
        image.unmet(),
        image.quality(),
        image.plan().product() instanceof RenderPlan.Encode encode && encode.provisional(),
        new Rendered.Timings(queueNanos, image.transformNanos(), image.encodeNanos()));
  }

  private RenderJob renderJob(Job<?> job, Watch watch) {
    TransformRequest request = job.request();
    OptionalInt page = request.transformation().page();
    Preview seen = SourceCheck.pass(request.format(), request.source(), page, request.limits());
    return new RenderJob(
        new RenderSource(
            request.source(), request.format(), job.estimate().quality(), page, request.focus()),
        new JobLarder(request.ingredients(), Optional.of(request.limits())),
        (header, probe) -> {
          SourceCheck.compare(seen, header);
          return planner.plan(
              header,
              request.transformation(),
              request.accepts(),
              rules(request, watch),
              request.limits(),
              probe);
        },
        request.rules().encoders().patient() ? giveWay(watch) : watch,
        watch.brake(),
        job.relatives());
  }

  /**
   * How to encode at this moment. What is to be better than it was is not made in a hurry: then
   * rather later.
   */
  private OutputRules rules(TransformRequest request, Watch watch) {
    if (isCalm(watch)) {
      return request.rules();
    }
    if (request.rules().encoders().patient()) {
      throw RenderQueue.noSpareTime();
    }
    return request.rules().withoutTrials();
  }

  /** Ends what nobody waits for as soon as somebody waits for a thread. */
  private Checkpoint giveWay(Watch watch) {
    return () -> {
      watch.check();
      if (load.waiting() > 0) {
        throw RenderQueue.noSpareTime();
      }
    };
  }

  /** Whether nothing waits for a thread or for memory, and the job has time left for trials. */
  private boolean isCalm(Watch watch) {
    return load.waiting() == 0 && admitted.get() <= threads && watch.hasTime();
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
