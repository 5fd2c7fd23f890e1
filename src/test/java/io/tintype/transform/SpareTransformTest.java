package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.Stage;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
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
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.tintype.testing.Corpus;
import io.tintype.vips.TestVips;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is rendered only when there is nothing else to do. */
class SpareTransformTest {
  private final Vertx vertx = Vertx.vertx();
  private final RequestScope scope = new RequestScope();
  private final List<ImageBytes> sources = new ArrayList<>();
  private String deployed = "";

  @BeforeEach
  void deploy() throws Exception {
    Pipeline.register(vertx);
    deployed =
        vertx
            .deployVerticle(
                new TransformVerticle(
                    new Renderer(TestVips.open()),
                    new Inspector(TestVips.open()),
                    new Planner(),
                    new TransformSettings(1, 100, 1L << 30),
                    new Load()))
            .await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void givesEverythingBack() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
    scope.close();
    assertThat(sources).noneMatch(ImageBytes::isOpen);
  }

  @Test
  void waitsUntilNobodyElseDoes() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    List<Future<Rendered>> answers = new ArrayList<>();
    answers.add(ask(Pipeline.TRANSFORM, 900));
    answers.add(ask(Pipeline.SPARE, 20).onSuccess(_ -> order.add("spare")));
    for (int i = 0; i < 5; i++) {
      answers.add(ask(Pipeline.TRANSFORM, 300).onSuccess(_ -> order.add("prompt")));
    }

    Future.all(answers).await(30, TimeUnit.SECONDS);

    assertThat(order).hasSize(6).endsWith("spare");
  }

  @Test
  void isRefusedWhereTooMuchWaitsAlready() throws Exception {
    Future<Rendered> first = ask(Pipeline.TRANSFORM, 1500);
    List<Future<Rendered>> spare = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      spare.add(ask(Pipeline.SPARE, 20));
    }

    first.await(30, TimeUnit.SECONDS);
    Future.join(spare).transform(_ -> Future.succeededFuture()).await(30, TimeUnit.SECONDS);

    assertThat(spare.stream().filter(Future::succeeded)).hasSize(16);
    assertThat(spare.stream().filter(Future::failed).map(SpareTransformTest::fault))
        .hasSize(4)
        .allMatch(Fault.Overloaded.class::isInstance);
  }

  @Test
  void isGivenUpWhenTheProcessEnds() throws Exception {
    Future<Rendered> first = ask(Pipeline.TRANSFORM, 1500);
    Future<Rendered> spare = ask(Pipeline.SPARE, 20);
    Future<Rendered> refused = ask(Pipeline.SPARE, 21);

    vertx.undeploy(deployed).await(30, TimeUnit.SECONDS);
    Future.join(first, spare, refused)
        .transform(_ -> Future.succeededFuture())
        .await(30, TimeUnit.SECONDS);

    assertThat(spare.failed()).isTrue();
    assertThat(fault(spare)).isInstanceOf(Fault.ShuttingDown.class);
  }

  private static Fault fault(Future<Rendered> failed) {
    return FaultException.faultOf(failed.cause());
  }

  private Future<Rendered> ask(Stage<TransformRequest, Rendered> stage, int width) {
    ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
    sources.add(source);
    Step resize = new Step.Resize(Fit.INSIDE_ENLARGE, Box.of(width, width), Gravity.CENTER);
    Output png = new Output(new FormatChoice.Exactly(ImageFormat.PNG), OptionalInt.empty());
    return stage.request(
        vertx,
        new TransformRequest(
            scope,
            Deadline.after(Duration.ofSeconds(25)),
            "test",
            source,
            ImageFormat.JPEG,
            Optional.empty(),
            Map.of(),
            new Transformation(List.of(resize), png),
            Accepts.NEITHER,
            new OutputRules(80, List.of(), 4_000_000, false),
            Limits.DEFAULT));
  }
}
