package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Deadline;
import io.tintype.bus.Measurements;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.font.FontLibrary;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.render.Inspector;
import io.tintype.render.PixelCache;
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.tintype.testing.Corpus;
import io.tintype.testing.Patience;
import io.tintype.vips.TestVips;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs of one source that come together, on the real queue and real threads. */
class FamilyTest {
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final ByteBudget memory = new ByteBudget("memory", 1L << 30);
  private final Measurements measurements = new Measurements();
  private final List<RequestScope> scopes = new ArrayList<>();

  @AfterEach
  void givesEverythingBack() throws Exception {
    scopes.forEach(RequestScope::close);
    vertx.close().await(20, TimeUnit.SECONDS);
    assertThat(memory.used()).isZero();
  }

  @Test
  void equalPixelsAreComputedOnce() throws Exception {
    try (PixelCache pixels = deploy(32 << 20);
        ImageBytes source = NettyBuffers.copyOf(Corpus.read("beer.jpg"))) {
      List<Future<Rendered>> answers = new ArrayList<>();
      for (int width = 100; width <= 400; width += 100) {
        answers.add(ask(source, width, ImageFormat.JPEG));
        answers.add(ask(source, width, ImageFormat.WEBP));
      }

      for (Future<Rendered> answer : answers) {
        assertThat(answer.await(60, TimeUnit.SECONDS).bytes().isOpen()).isTrue();
      }
      assertThat(pixels.entries()).isPositive();
      awaitCounts(8);
      assertThat(count("hit")).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void resultsAreThoseOfJobsThatAreAlone() throws Exception {
    List<byte[]> shared;
    List<byte[]> alone = new ArrayList<>();
    try (PixelCache pixels = deploy(32 << 20);
        ImageBytes source = NettyBuffers.copyOf(Corpus.read("orientation-6.jpg"))) {
      shared = all(source, 12);
      for (int i = 0; i < 12; i++) {
        try (ImageBytes own = NettyBuffers.copyOf(Corpus.read("orientation-6.jpg"))) {
          Future<Rendered> answer = ask(own, 10 + i / 2, format(i));
          alone.add(bytes(answer.await(60, TimeUnit.SECONDS)));
        }
      }
      assertThat(pixels.isOn()).isTrue();
    }

    assertThat(shared).containsExactlyElementsOf(alone);
  }

  @Test
  void whoLeavesFirstHarmsNobody() throws Exception {
    try (PixelCache pixels = deploy(32 << 20);
        ImageBytes source = NettyBuffers.copyOf(Corpus.read("beer.jpg"))) {
      Future<Rendered> first = ask(source, 300, ImageFormat.JPEG);
      List<Future<Rendered>> others =
          List.of(ask(source, 300, ImageFormat.WEBP), ask(source, 290, ImageFormat.JPEG));
      scopes.getFirst().close();

      for (Future<Rendered> other : others) {
        assertThat(other.await(60, TimeUnit.SECONDS).width()).isBetween(1, 300);
      }
      first.transform(_ -> Future.succeededFuture()).await(60, TimeUnit.SECONDS);
      assertThat(pixels.isOn()).isTrue();
    }
  }

  @Test
  void everyJobOfADamagedSourceIsTold() throws Exception {
    byte[] whole = Corpus.read("beer.jpg");
    try (PixelCache pixels = deploy(32 << 20);
        ImageBytes source = NettyBuffers.copyOf(Arrays.copyOf(whole, whole.length / 2))) {
      List<Future<Rendered>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(ask(source, 100 + i, ImageFormat.JPEG));
      }

      for (Future<Rendered> answer : answers) {
        answer.transform(_ -> Future.succeededFuture()).await(60, TimeUnit.SECONDS);
        assertThat(FaultException.faultOf(answer.cause())).isInstanceOf(Fault.CorruptSource.class);
      }
      assertThat(pixels.entries()).isZero();
    }
  }

  @Test
  void withoutACacheNothingIsSharedOrHeld() throws Exception {
    try (PixelCache pixels = deploy(0);
        ImageBytes source = NettyBuffers.copyOf(Corpus.read("beer.jpg"))) {
      assertThat(all(source, 6)).hasSize(6);

      assertThat(pixels.entries()).isZero();
      assertThat(count("hit") + count("miss")).isZero();
    }
  }

  private List<byte[]> all(ImageBytes source, int jobs) throws Exception {
    List<Future<Rendered>> answers = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      answers.add(ask(source, 10 + i / 2, format(i)));
    }
    List<byte[]> results = new ArrayList<>();
    for (Future<Rendered> answer : answers) {
      results.add(bytes(answer.await(60, TimeUnit.SECONDS)));
    }
    return results;
  }

  private static ImageFormat format(int job) {
    return job % 2 == 0 ? ImageFormat.PNG : ImageFormat.WEBP;
  }

  private static byte[] bytes(Rendered rendered) {
    return NettyBuffers.view(rendered.bytes()).getBytes();
  }

  /** A job is counted a moment after its answer has left. */
  private void awaitCounts(int jobs) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (count("hit") + count("miss") < jobs && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertThat(count("hit") + count("miss")).isEqualTo(jobs);
  }

  private double count(String result) throws Exception {
    var counts = measurements.collect(vertx).await(20, TimeUnit.SECONDS).counts();
    var series = new Recorder.Series(Metric.CACHE_REQUESTS, List.of("pixels", result));
    return counts.containsKey(series) ? counts.get(series).sum() : 0;
  }

  private PixelCache deploy(long maxBytes) throws Exception {
    Pipeline.register(vertx);
    PixelCache pixels = new PixelCache(maxBytes, memory, InstantSource.system());
    vertx
        .deployVerticle(
            new TransformVerticle(
                new Renderer(TestVips.open(), FontLibrary.none(), Optional.empty(), pixels),
                new Inspector(TestVips.open()),
                new Planner(),
                new TransformSettings(2, 100, memory.limit()),
                pixels,
                measurements,
                new Load()))
        .await(20, TimeUnit.SECONDS);
    return pixels;
  }

  private Future<Rendered> ask(ImageBytes source, int width, ImageFormat format) {
    RequestScope scope = new RequestScope();
    scopes.add(scope);
    return Pipeline.TRANSFORM.request(
        vertx,
        new TransformRequest(
            scope,
            Deadline.after(PATIENCE),
            "test",
            source,
            ImageFormat.JPEG,
            Optional.empty(),
            Map.of(),
            new Transformation(
                List.of(new Step.Resize(Fit.INSIDE, Box.of(width, width), Gravity.CENTER)),
                new Output(new FormatChoice.Exactly(format), OptionalInt.empty())),
            Accepts.NEITHER,
            RULES,
            Patience.of(/* queueTime= */ PATIENCE, /* renderTime= */ PATIENCE)));
  }
}
