package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.FetchRequest.Known;
import io.tintype.fault.Fault;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import io.tintype.testing.FakeFetch;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources in memory, and requests for one that are made at the same time. */
class SourceSupplyTest {
  private static final Duration LATER = Duration.ofSeconds(11);

  private final FakeGateway gateway = FakeGateway.keepingSources();

  @AfterEach
  void givesEverythingBack() {
    gateway.close();
  }

  @Test
  void readsASourceOnceForAllWhoWantItTogether() {
    gateway.fetch.image("a.jpg", "picture");
    gateway.fetch.hold();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int width = 1; width <= 6; width++) {
      answers.add(gateway.begin("/main/a.jpg?w-" + width));
    }
    FakeGateway.until("all wait", () -> count("joined") == 5);

    gateway.fetch.release();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(cacheHeader(answer.join())).isEqualTo("miss"));
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(1);
  }

  @Test
  void aClientThatLeavesHarmsNobody() throws IOException {
    gateway.fetch.image("a.jpg", "picture");
    gateway.fetch.hold();
    CompletableFuture<HttpResponse<String>> second;
    try (Socket first =
        RawHttp.open(gateway.port(), "GET /main/a.jpg?w-1 HTTP/1.1\r\nHost: h\r\n\r\n")) {
      FakeGateway.until("the origin is asked", () -> gateway.fetch.asked("a.jpg") == 1);
      second = gateway.begin("/main/a.jpg?w-2");
      FakeGateway.until("the second waits", () -> count("joined") == 1);
      assertThat(first.isConnected()).isTrue();
    }
    FakeGateway.until("the first is gone", () -> gateway.state.flightsUnderWay() == 1);

    gateway.fetch.release();

    assertThat(second.join().statusCode()).isEqualTo(200);
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(1);
  }

  @Test
  void readsNothingThatNobodyWaitsFor() throws IOException {
    gateway.fetch.image("a.jpg", "picture");
    gateway.fetch.hold();
    try (Socket client =
        RawHttp.open(gateway.port(), "GET /main/a.jpg?w-1 HTTP/1.1\r\nHost: h\r\n\r\n")) {
      FakeGateway.until("the origin is asked", () -> gateway.fetch.asked("a.jpg") == 1);
      assertThat(client.isConnected()).isTrue();
    }

    FakeGateway.until(
        "the reading is given up", () -> gateway.fetch.requests().getFirst().scope().isClosed());
    gateway.fetch.release();
    assertThat(gateway.sources.entries()).isZero();
  }

  @Test
  void usesASourceForAMomentAndThenAsksWhetherItHasChanged() {
    gateway.fetch.image("a.jpg", "picture");
    String first = gateway.get("/main/a.jpg?w-1").body();
    assertThat(gateway.get("/main/a.jpg?w-2").body()).contains("picture");
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(1);

    gateway.clock.advance(LATER);
    String confirmed = gateway.get("/main/a.jpg?w-3").body();

    assertThat(confirmed).isEqualTo(first.replace(",1,", ",3,")).contains("picture");
    assertThat(known(1).validators().etag()).isEqualTo("\"picture\"");
    assertThat(gateway.get("/main/a.jpg?w-4").statusCode()).isEqualTo(200);
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(2);
    assertThat(count("hit")).isEqualTo(2);
    assertThat(count("old")).isEqualTo(1);
  }

  @Test
  void takesAChangedSourceInItsPlace() {
    gateway.fetch.image("a.jpg", "picture");
    gateway.get("/main/a.jpg?w-1");
    gateway.fetch.image("a.jpg", "another");
    gateway.clock.advance(LATER);

    assertThat(gateway.get("/main/a.jpg?w-2").body()).contains("another");
    assertThat(gateway.get("/main/a.jpg?w-3").body()).contains("another");
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(2);
    assertThat(gateway.sources.entries()).isEqualTo(1);
  }

  @Test
  void forgetsASourceThatIsGone() {
    gateway.fetch.image("a.jpg", "picture");
    gateway.get("/main/a.jpg?w-1");
    gateway.fetch.failing("a.jpg", new Fault.SourceNotFound());
    gateway.clock.advance(LATER);

    assertThat(gateway.get("/main/a.jpg?w-2").statusCode()).isEqualTo(404);
    assertThat(gateway.sources.entries()).isZero();
  }

  @Test
  void aResultIsNoFresherThanItsSource() {
    Duration ttl = FakeGateway.FRESHNESS.ttl();
    gateway.fetch.image("a.jpg", "picture");
    gateway.get("/main/a.jpg?w-1");
    gateway.clock.advance(Duration.ofSeconds(9));
    gateway.get("/main/a.jpg?w-2");
    gateway.clock.advance(ttl.minusSeconds(9));

    gateway.get("/main/a.jpg?w-2");

    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(2);
  }

  @Test
  void oneAnswerConfirmsAllResultsOfASource() {
    gateway.fetch.image("a.jpg", "picture");
    gateway.get("/main/a.jpg?w-1");
    gateway.get("/main/a.jpg?w-2");
    gateway.clock.advance(FakeGateway.FRESHNESS.ttl());

    assertThat(cacheHeader(gateway.get("/main/a.jpg?w-1"))).isEqualTo("memory");
    assertThat(cacheHeader(gateway.get("/main/a.jpg?w-2"))).isEqualTo("memory");
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(2);
    assertThat(gateway.transform.requests()).hasSize(2);
  }

  @Test
  void layersAndFontsAreKeptAsWell() {
    gateway.fetch.image("a.jpg", "picture");
    gateway.fetch.image("mark.png", "watermark");
    gateway.fetch.image("f.ttf", "font");

    gateway.get("/main/a.jpg?l-mark.png&ff-f.ttf&w-1");
    String again = gateway.get("/main/a.jpg?l-mark.png&ff-f.ttf&w-2").body();

    assertThat(again).contains("watermark").contains("font");
    assertThat(gateway.fetch.requests()).hasSize(3);
  }

  @Test
  void everybodyGetsAStreamOfTheirOwn(@TempDir Path folder) throws IOException {
    Path file = FakeFetch.file(folder, 10_000);
    gateway.fetch.put(
        "a.pdf", new FakeFetch.Source.Media(file, "application/pdf", "\"1\"", Optional.empty()));
    gateway.fetch.hold();
    var first = gateway.begin("/main/a.pdf?w-1");
    var second = gateway.begin("/main/a.pdf?w-2");
    FakeGateway.until("both wait", () -> count("joined") == 1);

    gateway.fetch.release();

    assertThat(first.join().body()).isEqualTo(second.join().body()).isNotEmpty();
    assertThat(gateway.fetch.asked("a.pdf")).isEqualTo(2);
  }

  private Known known(int request) {
    return gateway.fetch.requests().get(request).known();
  }

  private double count(String result) {
    return gateway.measured().counts().entrySet().stream()
        .filter(
            entry ->
                entry
                    .getKey()
                    .equals(new Recorder.Series(Metric.CACHE_REQUESTS, List.of("sources", result))))
        .mapToDouble(entry -> entry.getValue().sum())
        .sum();
  }

  private static String cacheHeader(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-tintype-cache").orElse("");
  }
}
