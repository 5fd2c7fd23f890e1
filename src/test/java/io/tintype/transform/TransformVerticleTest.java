package io.tintype.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Deadline;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
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
import io.tintype.model.Medium;
import io.tintype.model.Output;
import io.tintype.model.QualityChoice;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.AutomaticQuality;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.plan.SettledQuality;
import io.tintype.render.Inspector;
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsMemory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransformVerticleTest {
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);
  private static final long PLENTY = 1L << 30;

  /** However slow the machine is, what fits the queue gets its turn. */
  private static final Limits PATIENT =
      new Limits(
          Limits.DEFAULT.sourceBytes(),
          Limits.DEFAULT.sourcePixels(),
          Limits.DEFAULT.frames(),
          Limits.DEFAULT.resultPixels(),
          Limits.DEFAULT.steps(),
          Limits.DEFAULT.layers(),
          Limits.DEFAULT.nesting(),
          Limits.DEFAULT.fetchTime(),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Limits.DEFAULT.sizes());

  private final Vertx vertx = Vertx.vertx();
  private final Load load = new Load();
  private final VipsMemory before = TestVips.memoryAtRest();

  @BeforeEach
  void registerMessages() {
    Pipeline.register(vertx);
  }

  @AfterEach
  void leavesNothingBehind() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
    assertThat(load.waiting()).isZero();
    assertThat(load.rendering()).isZero();
    assertThat(TestVips.memorySettledAt(before).bytes()).isEqualTo(before.bytes());
  }

  @Test
  void rendersAndAdoptsTheResult() throws Exception {
    deploy(2, 10, PLENTY);
    RequestScope scope = new RequestScope();
    ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read("card.jpg")));

    Rendered rendered = await(ask(scope, source, resize(120), Duration.ofSeconds(10)));

    assertThat(rendered.medium()).isEqualTo(new Medium.Picture(ImageFormat.PNG));
    assertThat(List.of(rendered.width(), rendered.height(), rendered.frames()))
        .containsExactly(120, 80, 1);
    assertThat(Decoded.of(rendered.bytes(), "pngload_buffer").width()).isEqualTo(120);
    assertThat(rendered.timings().transform()).isPositive();
    assertThat(rendered.timings().encode()).isPositive();

    scope.close();
    assertThat(rendered.bytes().isOpen()).isFalse();
    assertThat(source.isOpen()).isFalse();
  }

  @Test
  void refusesWhatDoesNotFitIntoTheQueue() throws Exception {
    deploy(1, 2, PLENTY);

    List<Outcome> outcomes = askMany(30, "beer.jpg", 900, Duration.ofSeconds(20));

    assertThat(count(outcomes, Fault.Overloaded.class)).isGreaterThan(15);
    assertThat(rendered(outcomes)).isGreaterThanOrEqualTo(5);
    assertThat(rendered(outcomes) + count(outcomes, Fault.Overloaded.class)).isEqualTo(30);
    assertThat(load.saturated(Duration.ZERO, 0)).isFalse();
  }

  @Test
  void letsJobsWaitForMemory() throws Exception {
    deploy(2, 100, 14L << 20);

    List<Outcome> outcomes = askMany(20, "card.jpg", 60, Duration.ofSeconds(20));

    assertThat(rendered(outcomes)).isEqualTo(20);
  }

  @Test
  void refusesAJobThatNeverFits() throws Exception {
    deploy(2, 100, 1L << 20);

    List<Outcome> outcomes = askMany(1, "beer.jpg", 60, Duration.ofSeconds(20));

    assertThat(count(outcomes, Fault.LimitExceeded.class)).isEqualTo(1);
  }

  @Test
  void refusesSourcesItsFirstLookDoesNotUnderstand() throws Exception {
    deploy(1, 10, PLENTY);
    try (RequestScope scope = new RequestScope()) {
      ImageBytes source =
          scope.adopt(NettyBuffers.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));

      Future<Rendered> answer = ask(scope, source, resize(10), Duration.ofSeconds(5));

      assertThat(faultOf(answer)).isInstanceOf(Fault.CorruptSource.class);
    }
  }

  @Test
  void stopsARenderingThatTakesTooLong() throws Exception {
    deploy(1, 10, PLENTY);
    try (RequestScope scope = new RequestScope()) {
      ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
      Transformation large =
          new Transformation(
              List.of(new Step.Resize(Fit.FORCE, Box.of(5000, 5000), Gravity.CENTER)),
              new Output(new FormatChoice.Exactly(ImageFormat.WEBP), OptionalInt.of(80)));
      long start = System.nanoTime();

      Future<Rendered> answer = ask(scope, source, large, Duration.ofMillis(200));

      assertThat(faultOf(answer)).isInstanceOf(Fault.DeadlineExceeded.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void looksForQualityOnlyWhileNothingWaits() throws Exception {
    deploy(1, 10, PLENTY);
    Output automatic =
        new Output(
            Optional.of(new FormatChoice.Exactly(ImageFormat.JPEG)),
            Optional.of(new QualityChoice.Automatic(QualityChoice.Level.GOOD)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Transformation wish = new Transformation(resize(1500).steps(), automatic);
    try (RequestScope scope = new RequestScope()) {
      List<Future<Rendered>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
        answers.add(ask(scope, source, wish, Duration.ofMinutes(1)));
      }

      assertThat(await(answers.get(1)).quality())
          .contains(new SettledQuality(QualityChoice.Level.GOOD, AutomaticQuality.TABLE, 70));
      assertThat(await(answers.get(2)).quality().map(SettledQuality::way))
          .contains(AutomaticQuality.MEASURED);
    }
  }

  @Test
  void refusesWhatStillWaitsWhenItIsUndeployed() throws Exception {
    String id = deploy(1, 100, PLENTY);
    List<RequestScope> scopes = new ArrayList<>();
    List<Future<Rendered>> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      RequestScope scope = new RequestScope();
      scopes.add(scope);
      ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
      answers.add(ask(scope, source, resize(1000), Duration.ofSeconds(20)));
    }
    await(answers.getFirst());

    vertx.undeploy(id).await(20, TimeUnit.SECONDS);

    List<Outcome> outcomes = outcomes(answers, scopes);
    assertThat(count(outcomes, Fault.ShuttingDown.class)).isPositive();
    assertThat(rendered(outcomes) + count(outcomes, Fault.ShuttingDown.class)).isEqualTo(12);
  }

  @Test
  void survivesAStormOfLateAndAbandonedRequests() throws Exception {
    deploy(2, 20, PLENTY);
    Random random = new Random(7);
    List<ImageBytes> sources = new ArrayList<>();
    List<RequestScope> scopes = new ArrayList<>();
    List<Future<Rendered>> answers = new ArrayList<>();
    String[] files = {"card.jpg", "frames.gif", "orientation-6.jpg", "alpha.png", "beer.jpg"};
    for (int i = 0; i < 1500; i++) {
      RequestScope scope = new RequestScope();
      ImageBytes source =
          scope.adopt(NettyBuffers.copyOf(Corpus.read(files[random.nextInt(files.length)])));
      sources.add(source);
      scopes.add(scope);
      Duration budget = Duration.ofMillis(random.nextInt(5) == 0 ? 1 : 5 + random.nextInt(400));
      Future<Rendered> answer = ask(scope, source, resize(20 + random.nextInt(80)), budget);
      answers.add(answer);
      switch (random.nextInt(4)) {
        case 0 -> scope.close();
        case 1 -> vertx.setTimer(1 + random.nextInt(20), _ -> scope.close());
        default -> answer.onComplete(_ -> scope.close());
      }
      if (i % 25 == 24) {
        settle(answer);
      }
    }

    List<Outcome> outcomes = outcomes(answers, scopes);

    assertThat(outcomes).hasSize(1500);
    assertThat(count(outcomes, Fault.Internal.class)).isZero();
    assertThat(count(outcomes, Fault.CorruptSource.class)).isZero();
    assertThat(rendered(outcomes)).isPositive();
    vertx.close().await(20, TimeUnit.SECONDS);
    assertThat(sources).noneMatch(ImageBytes::isOpen);
    for (Outcome outcome : outcomes) {
      assertThat(outcome.rendered() != null && outcome.rendered().bytes().isOpen()).isFalse();
    }
  }

  private String deploy(int threads, int queued, long memory) throws Exception {
    return vertx
        .deployVerticle(
            new TransformVerticle(
                new Renderer(TestVips.open()),
                new Inspector(TestVips.open()),
                new Planner(),
                new TransformSettings(threads, queued, memory),
                load))
        .await(20, TimeUnit.SECONDS);
  }

  private List<Outcome> askMany(int times, String file, int width, Duration budget)
      throws Exception {
    List<RequestScope> scopes = new ArrayList<>();
    List<Future<Rendered>> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      RequestScope scope = new RequestScope();
      scopes.add(scope);
      ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read(file)));
      answers.add(ask(scope, source, resize(width), budget));
    }
    return outcomes(answers, scopes);
  }

  private static List<Outcome> outcomes(List<Future<Rendered>> answers, List<RequestScope> scopes)
      throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Rendered> answer : answers) {
      settle(answer);
      outcomes.add(
          answer.succeeded()
              ? new Outcome(answer.result(), null)
              : new Outcome(null, FaultException.faultOf(answer.cause())));
    }
    scopes.forEach(RequestScope::close);
    return outcomes;
  }

  private static void settle(Future<Rendered> answer) throws Exception {
    answer.transform(_ -> Future.succeededFuture()).await(30, TimeUnit.SECONDS);
  }

  private static long rendered(List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.rendered() != null).count();
  }

  private static long count(List<Outcome> outcomes, Class<? extends Fault> fault) {
    return outcomes.stream().filter(outcome -> fault.isInstance(outcome.fault())).count();
  }

  private Future<Rendered> ask(
      RequestScope scope, ImageBytes source, Transformation transformation, Duration budget) {
    ImageFormat format =
        io.tintype.sniff.Sniffer.formatOf(NettyBuffers.view(source).getBytes()).orElseThrow();
    return Pipeline.TRANSFORM.request(
        vertx,
        new TransformRequest(
            scope,
            Deadline.after(budget),
            "test",
            source,
            format,
            Optional.empty(),
            Map.of(),
            transformation,
            Accepts.NEITHER,
            RULES,
            PATIENT));
  }

  private static Transformation resize(int width) {
    return new Transformation(
        List.of(new Step.Resize(Fit.INSIDE_ENLARGE, Box.of(width, width), Gravity.CENTER)),
        new Output(new FormatChoice.Exactly(ImageFormat.PNG), OptionalInt.empty()));
  }

  private static Rendered await(Future<Rendered> answer) throws Exception {
    return answer.await(20, TimeUnit.SECONDS);
  }

  private static Fault faultOf(Future<Rendered> answer) throws Exception {
    settle(answer);
    return FaultException.faultOf(answer.cause());
  }

  private record Outcome(Rendered rendered, Fault fault) {}
}
