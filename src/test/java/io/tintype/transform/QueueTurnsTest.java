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
import io.tintype.testing.Corpus;
import io.tintype.testing.Patience;
import io.tintype.vips.TestVips;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes first in the queue. */
class QueueTurnsTest {
  private static final Duration AGES = Duration.ofMinutes(1);
  private static final Duration BRIEF = Duration.ofMillis(600);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofNanos(1);
  private static final int THREADS = 2;

  /** Less than two pictures of some 35 megapixels take. */
  private static final long MEMORY = 640L << 20;

  private final Load load = new Load();
  private final Vertx vertx = Vertx.vertx();
  private final RequestScope scope = new RequestScope();
  private final PixelCache pixels =
      new PixelCache(32 << 20, new ByteBudget("render memory", MEMORY), InstantSource.system());

  @AfterEach
  void giveBack() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
    scope.close();
    pixels.close();
    assertThat(pixels.memory().used()).isZero();
  }

  @Test
  void otherFormatsPassAvifs() throws Exception {
    deploy();
    ask(source(), 1000, ImageFormat.AVIF, AGES).await(60, TimeUnit.SECONDS);
    List<Future<Rendered>> ahead = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ahead.add(ask(source(), 1000, ImageFormat.AVIF, AGES));
    }

    Rendered png = ask(source(), 20, ImageFormat.PNG, BRIEF).await(60, TimeUnit.SECONDS);

    assertThat(png.width()).isEqualTo(20);
    assertThat(ahead).anyMatch(avif -> !avif.isComplete());
    Future.all(ahead).await(60, TimeUnit.SECONDS);
  }

  @Test
  void avifsThatNobodyWaitsForHoldUpNoOthers() throws Exception {
    deploy();
    Future<Rendered> spare =
        Pipeline.SPARE.request(
            vertx,
            request(source(), 2000, ImageFormat.AVIF, AGES)
                .withoutHurry(scope, Deadline.after(AGES)));

    Rendered prompt = ask(source(), 20, ImageFormat.AVIF, BRIEF).await(60, TimeUnit.SECONDS);

    assertThat(prompt.width()).isEqualTo(20);
    spare.await(60, TimeUnit.SECONDS);
  }

  /** Pictures of some 35 megapixels take more than half of the memory. */
  @Test
  void lightJobsPassHeavyOnes() throws Exception {
    deploy();
    List<Future<Rendered>> ahead = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ahead.add(ask(source(), 6_900 + i, ImageFormat.JPEG, AGES));
    }
    until("one of them runs", () -> load.heavyRunning() == 1 && load.heavyWaiting() == 2);

    Rendered light = ask(source(), 20, ImageFormat.PNG, SOON).await(60, TimeUnit.SECONDS);

    assertThat(light.width()).isEqualTo(20);
    assertThat(ahead).anyMatch(heavy -> !heavy.isComplete());
    Future.join(ahead).transform(_ -> Future.succeededFuture()).await(60, TimeUnit.SECONDS);
    until("none is left", () -> load.heavyRunning() + load.heavyWaiting() == 0);
  }

  /** The decoding that it would share may take longer than anybody waits. */
  @Test
  void whatIsHeldForTheSakeOfAnotherIsBegunInTheEnd() throws Exception {
    deploy();
    ImageBytes shared = source();
    List<Future<Rendered>> family = new ArrayList<>();
    for (int width = 100; width < 106; width++) {
      family.add(ask(shared, width, ImageFormat.PNG, family.isEmpty() ? AGES : AT_ONCE));
    }

    assertThat(family.get(1).await(60, TimeUnit.SECONDS).width()).isEqualTo(101);
    Future.join(family).transform(_ -> Future.succeededFuture()).await(60, TimeUnit.SECONDS);
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private void deploy() throws Exception {
    Pipeline.register(vertx);
    vertx
        .deployVerticle(
            new TransformVerticle(
                new Renderer(TestVips.open(), FontLibrary.none(), Optional.empty(), pixels),
                new Inspector(TestVips.open()),
                new Planner(),
                new TransformSettings(THREADS, 100, MEMORY),
                pixels,
                new Measurements(),
                load))
        .await(20, TimeUnit.SECONDS);
  }

  private ImageBytes source() {
    return scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
  }

  private Future<Rendered> ask(ImageBytes source, int width, ImageFormat format, Duration wait) {
    return Pipeline.TRANSFORM.request(vertx, request(source, width, format, wait));
  }

  private TransformRequest request(
      ImageBytes source, int width, ImageFormat format, Duration wait) {
    Step resize = new Step.Resize(Fit.INSIDE_ENLARGE, Box.of(width, width), Gravity.CENTER);
    Output output = new Output(new FormatChoice.Exactly(format), OptionalInt.empty());
    return new TransformRequest(
        scope,
        Deadline.after(AGES),
        "test",
        source,
        ImageFormat.JPEG,
        Optional.empty(),
        Map.of(),
        new Transformation(List.of(resize), output),
        Accepts.NEITHER,
        new OutputRules(80, List.of(), 4_000_000, false),
        Patience.of(wait));
  }
}
