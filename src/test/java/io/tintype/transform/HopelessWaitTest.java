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
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.render.Inspector;
import io.tintype.render.Renderer;
import io.tintype.telemetry.Load;
import io.tintype.testing.Corpus;
import io.tintype.testing.Patience;
import io.tintype.vips.TestVips;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that would wait longer than they may. */
class HopelessWaitTest {
  private static final Duration AGES = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final RequestScope scope = new RequestScope();

  @AfterEach
  void giveBack() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
    scope.close();
  }

  @ParameterizedTest
  @CsvSource({
    "100,         5, 10, 250",
    "100,         2, 10, 625",
    "100,         4, 0,  0",
    "'',          4, 10, 0",
    "100 200,     1, 1,  150",
    "100 100 100, 1, 3,  375"
  })
  void waitsAreForeseenFromRecentJobs(String millis, int slots, int ahead, long wait) {
    Turnaround turnaround = new Turnaround();
    for (String job : millis.isEmpty() ? new String[0] : millis.split(" ", -1)) {
      turnaround.took(Duration.ofMillis(Long.parseLong(job)));
    }

    assertThat(turnaround.waitBehind(ahead, slots)).isEqualTo(Duration.ofMillis(wait));
  }

  @Test
  void areRefusedAtOnce() throws Exception {
    deploy();
    ask(500, AGES).await(20, TimeUnit.SECONDS);
    List<Future<Rendered>> ahead = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ahead.add(ask(1500, AGES));
    }

    Future<Rendered> hopeless = ask(20, Duration.ofNanos(1));
    Future<Rendered> patient = ask(20, AGES);
    Future.join(hopeless, patient)
        .transform(_ -> Future.succeededFuture())
        .await(60, TimeUnit.SECONDS);

    assertThat(FaultException.faultOf(hopeless.cause())).isInstanceOf(Fault.Overloaded.class);
    assertThat(patient.succeeded()).isTrue();
    assertThat(ahead).allMatch(Future::succeeded);
  }

  @Test
  void areNeverRefusedWhereNobodyWaits() throws Exception {
    deploy();
    ask(500, AGES).await(20, TimeUnit.SECONDS);

    assertThat(ask(500, Duration.ofNanos(1)).await(20, TimeUnit.SECONDS).width()).isEqualTo(500);
  }

  private void deploy() throws Exception {
    Pipeline.register(vertx);
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

  private Future<Rendered> ask(int width, Duration queueTime) {
    ImageBytes source = scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
    Step resize = new Step.Resize(Fit.INSIDE_ENLARGE, Box.of(width, width), Gravity.CENTER);
    Output png = new Output(new FormatChoice.Exactly(ImageFormat.PNG), OptionalInt.empty());
    return Pipeline.TRANSFORM.request(
        vertx,
        new TransformRequest(
            scope,
            Deadline.after(AGES),
            "test",
            source,
            ImageFormat.JPEG,
            Optional.empty(),
            Map.of(),
            new Transformation(List.of(resize), png),
            Accepts.NEITHER,
            new OutputRules(80, List.of(), 4_000_000, false),
            Patience.of(queueTime)));
  }
}
