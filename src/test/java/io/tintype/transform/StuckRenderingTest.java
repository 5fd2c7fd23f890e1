package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.render.Inspector;
import io.tintype.render.PixelCache;
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.tintype.telemetry.Recorder;
import io.tintype.telemetry.Stint;
import io.tintype.testing.Corpus;
import io.tintype.vips.TestVips;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rendering that never ends, as the watchdog comes to know of it. */
class StuckRenderingTest {
  private final Vertx vertx = Vertx.vertx();
  private final Load load = new Load();
  private final RequestScope scope = new RequestScope();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void giveBack() throws Exception {
    release.countDown();
    vertx.close().await(20, TimeUnit.SECONDS);
    scope.close();
  }

  @Test
  void isShownUntilItsEnd() throws Exception {
    Pipeline.register(vertx);
    Promise<String> result = Promise.promise();
    TransformRequest request = request();
    vertx.runOnContext(
        _ -> {
          TransformSettings settings = new TransformSettings(2, 10, 1L << 30);
          Renderer renderer = new Renderer(TestVips.open());
          Workers workers =
              new Workers(vertx, 2, renderer, new Inspector(TestVips.open()), new Planner(), load);
          PixelCache none = PixelCache.off(new ByteBudget("render memory", 1L << 30));
          new RenderQueue(vertx, workers, new Planner(), settings, none, new Recorder(), load)
              .submit(request, (_, _) -> stuck())
              .onComplete(result);
        });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(load.stints()).hasSize(1);
    Stint stint = load.stints().getFirst();
    assertThat(stint.allowed()).isEqualTo(Limits.DEFAULT.renderTime());
    assertThat(stint.thread().getName()).startsWith("vips");

    release.countDown();
    assertThat(result.future().await(20, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(load.stints()).isEmpty();
  }

  private String stuck() {
    begun.countDown();
    try {
      boolean _ = release.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return "done";
  }

  private TransformRequest request() {
    Step resize = new Step.Resize(Fit.INSIDE_ENLARGE, Box.of(10, 10), Gravity.CENTER);
    Output output = new Output(new FormatChoice.Exactly(ImageFormat.PNG), OptionalInt.empty());
    return new TransformRequest(
        scope,
        Deadline.after(Duration.ofMinutes(1)),
        "test",
        scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg"))),
        ImageFormat.JPEG,
        Optional.empty(),
        Map.of(),
        new Transformation(List.of(resize), output),
        Accepts.NEITHER,
        new OutputRules(80, List.of(), 4_000_000, false),
        Limits.DEFAULT);
  }
}
