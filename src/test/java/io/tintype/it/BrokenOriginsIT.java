package io.tintype.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Origins that hang, dribble, fail and recover, next to others that are well. */
class BrokenOriginsIT {
  private static final byte[] PICTURE = Pictures.jpeg(64, 48);
  private static final CountDownLatch END = new CountDownLatch(1);
  private static final List<String> NAMES =
      List.of("hanging", "well", "stormy", "unbroken", "flaky", "dead", "gone", "promising");
  private static final List<MoodyOrigin> ORIGINS = new ArrayList<>();

  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    StringBuilder origins = new StringBuilder();
    StringBuilder endpoints = new StringBuilder();
    for (String name : NAMES) {
      MoodyOrigin origin = new MoodyOrigin(MoodyOrigin.well(PICTURE));
      ORIGINS.add(origin);
      String more =
          switch (name) {
            case "unbroken" -> ", breaker: { failures: 0 }";
            case "promising" -> ", timeouts: { total: 1s }";
            default -> "";
          };
      origins.append(
          "  %s: { type: web-server, baseUrl: 'http://127.0.0.1:%d'%s }\n"
              .formatted(name, origin.port(), more));
      endpoints.append(
          "  %s: { origins: [%s], limits: { fetchTime: %s }, cache: { ttl: 1ms, stale: 1h } }\n"
              .formatted(name, name, name.equals("hanging") ? "5s" : "3s"));
    }
    gateway =
        RunningGateway.start(
            "origins:\n%sendpoints:\n%s  either: { origins: [dead, well] }\n"
                    .formatted(origins, endpoints)
                + "cache: { sources: 0 }\nnetwork: { allow: ['127.0.0.1/32'] }\n");
  }

  @AfterAll
  static void stop() throws IOException {
    END.countDown();
    gateway.close();
    for (MoodyOrigin origin : ORIGINS) {
      origin.close();
    }
  }

  @Test
  void oneThatHangsOrDribblesTakesNothingFromOthers() throws Exception {
    MoodyOrigin hanging = origin("hanging");
    MoodyOrigin.Mood dribbling = MoodyOrigin.dribbling(30 << 20, PICTURE, END);
    hanging.feels(
        (socket, number) -> {
          if (number % 2 == 0) {
            dribbling.answer(socket, number);
          }
        });
    List<CompletableFuture<HttpResponse<byte[]>>> slow = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      slow.add(gateway.getAsync("/hanging/tr:w-8/%d.jpg".formatted(i)));
    }
    until("its places are taken", () -> hanging.requests() >= 64);

    for (int i = 0; i < 30; i++) {
      assertThat(gateway.get("/well/tr:w-8/%d.jpg".formatted(i)).statusCode()).isEqualTo(200);
    }

    assertThat(gauge("tintype_origin_asked{origin=\"hanging\"}"))
        .as("the others did not wait for it")
        .isEqualTo(64);
    assertThat(hanging.open()).isLessThanOrEqualTo(64);
    assertThat(gauge("tintype_render_running")).isZero();
    assertThat(gauge("tintype_render_queue")).isZero();
    assertThat(gauge("tintype_budget_used_bytes{budget=\"sources\"}"))
        .as("what is promised takes no room")
        .isLessThan(1 << 20);
    slow.forEach(answer -> assertThat(answer.join().statusCode()).isIn(503, 504));
    assertThat(hanging.requests()).isLessThanOrEqualTo(64);
    assertRest("hanging");
  }

  @Test
  void aStormCostsItLittleAndIsSoonForgotten() throws Exception {
    for (String name : List.of("stormy", "unbroken")) {
      MoodyOrigin origin = origin(name);
      origin.feels(MoodyOrigin.failing(503));

      int wanted = 300;
      assertThat(good(name, "storm", wanted)).isZero();
      assertThat(origin.requests()).as(name).isLessThanOrEqualTo(wanted * 12 / 10);

      origin.feels(MoodyOrigin.well(PICTURE));
      long over = System.nanoTime();
      AtomicInteger tries = new AtomicInteger();
      until(
          "it is asked again",
          () ->
              gateway
                      .get("/%s/tr:w-8/after-%d.jpg".formatted(name, tries.incrementAndGet()))
                      .statusCode()
                  == 200);
      assertThat(System.nanoTime() - over).isLessThan(TimeUnit.SECONDS.toNanos(5));
      assertThat(good(name, "calm", 200)).isEqualTo(200);
    }
  }

  @Test
  void aFewLostConnectionsAreMadeGood() {
    MoodyOrigin flaky = origin("flaky");
    Random random = new Random(11);
    boolean[] lost = new boolean[1_000];
    for (int i = 0; i < lost.length; i++) {
      lost[i] = random.nextInt(10) == 0;
    }
    MoodyOrigin.Mood well = MoodyOrigin.well(PICTURE);
    flaky.feels(
        (socket, number) ->
            (lost[number % lost.length] ? MoodyOrigin.RESETTING : well).answer(socket, number));

    int good = good("flaky", "some", 300);

    assertThat(good).as("of 300, of which 30 would fail").isGreaterThanOrEqualTo(294);
    assertThat(flaky.requests()).isLessThanOrEqualTo(360);
  }

  @Test
  void oneThatIsDownIsLeftAloneAndOldResultsAreServed() throws Exception {
    MoodyOrigin dead = origin("dead");
    HttpResponse<byte[]> first = gateway.get("/dead/tr:w-8/kept.jpg");
    assertThat(first.statusCode()).isEqualTo(200);
    dead.feels(MoodyOrigin.failing(500));
    for (int i = 0; i < 10; i++) {
      assertThat(gateway.get("/dead/tr:w-8/%d.jpg".formatted(i)).statusCode()).isEqualTo(502);
    }
    assertThat(gauge("tintype_origin_circuits_open{origin=\"dead\"}")).isEqualTo(1);

    int before = dead.requests();
    HttpResponse<byte[]> old = gateway.get("/dead/tr:w-8/kept.jpg");
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(old.body()).isEqualTo(first.body());
    assertThat(old.headers().firstValue("x-tintype-cache")).hasValue("stale");
    assertThat(old.headers().firstValue("cache-control")).hasValue("public, max-age=60");
    assertThat(gateway.get("/either/tr:w-8/other.jpg").statusCode()).isEqualTo(200);
    for (int i = 0; i < 50; i++) {
      HttpResponse<byte[]> refused = gateway.get("/dead/tr:w-8/again-%d.jpg".formatted(i));
      assertThat(refused.statusCode()).isEqualTo(502);
      assertThat(refused.headers().firstValue("cache-control")).hasValue("no-store");
    }
    assertThat(dead.requests() - before).as("probes").isLessThan(12);
    assertThat(gateway.management("/metrics"))
        .contains("tintype_origin_requests_total{origin=\"dead\",outcome=\"circuit_open\"}");
  }

  @Test
  void whatNobodyWaitsForIsGivenUp() throws Exception {
    MoodyOrigin gone = origin("gone");
    gone.feels(MoodyOrigin.HANGING);
    CompletableFuture<HttpResponse<byte[]>> impatient = gateway.getAsync("/gone/tr:w-8/a.jpg");
    until("it is asked", () -> gone.requests() == 1);
    assertThat(gone.open()).isEqualTo(1);

    impatient.cancel(true);

    until("its connection is closed", () -> gone.open() == 0);
    assertRest("gone");
    assertThat(gauge("tintype_flights")).isZero();
  }

  @Test
  void aDribblingBodyEndsWithTheTimeForAll() {
    MoodyOrigin promising = origin("promising");
    promising.feels(MoodyOrigin.dribbling(5_000, PICTURE, END));

    HttpResponse<byte[]> answer = gateway.get("/promising/tr:w-8/a.jpg");

    assertThat(answer.statusCode()).isEqualTo(504);
    until("its connection is closed", () -> promising.open() == 0);
  }

  @Test
  void aDribblingFileThatIsHandedOnEndsAsWell() {
    MoodyOrigin promising = origin("promising");
    promising.feels(MoodyOrigin.dribbling(50_000, "some text".repeat(900).getBytes(UTF_8), END));

    CompletableFuture<HttpResponse<byte[]>> answer = gateway.getAsync("/promising/a.txt");

    assertThatThrownBy(answer::join).hasRootCauseInstanceOf(IOException.class);
    until("its connection is closed", () -> promising.open() == 0);
  }

  private static void assertRest(String origin) {
    until(
        "everything has been given back",
        () ->
            gauge("tintype_origin_asked{origin=\"" + origin + "\"}") == 0
                && gauge("tintype_budget_used_bytes{budget=\"sources\"}") == 0);
  }

  /** How many of so many requests are answered with a picture, 16 at a time. */
  private static int good(String endpoint, String series, int count) {
    Semaphore places = new Semaphore(16);
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.acquireUninterruptibly();
      CompletableFuture<HttpResponse<byte[]>> answer =
          gateway.getAsync("/%s/tr:w-8/%s-%d.jpg".formatted(endpoint, series, i));
      answers.add(answer.whenComplete((_, _) -> places.release()));
    }
    return (int) answers.stream().filter(answer -> answer.join().statusCode() == 200).count();
  }

  private static MoodyOrigin origin(String name) {
    return ORIGINS.get(NAMES.indexOf(name));
  }

  private static double gauge(String series) {
    return Gauging.read(gateway, series);
  }

  private static void until(String what, BooleanSupplier holds) {
    Gauging.until(what, holds);
  }
}
