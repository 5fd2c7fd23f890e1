package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.fault.Fault;
import io.tintype.testing.FakeFetch;
import io.tintype.testing.FakeFetch.Source;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and fonts of layers, from the URL to the answer. */
class LayersTest {
  private static final Duration PAST_TTL = Duration.ofMinutes(61);

  @TempDir Path folder;
  private final FakeGateway gateway = new FakeGateway();

  @BeforeEach
  void putSources() {
    gateway.fetch.image("a.jpg", "a");
    gateway.fetch.image("b.png", "b");
    gateway.fetch.image("c.png", "c");
    gateway.fetch.image("fonts/f.ttf", "f");
  }

  @AfterEach
  void givesEverythingBack() {
    gateway.close();
  }

  @Test
  void fetchesEverythingAtTheSameTime() throws Exception {
    gateway.fetch.hold();

    CompletableFuture<HttpResponse<String>> answer =
        gateway.begin("/main/a.jpg?l-b.png&l-c.png&ff-fonts/f.ttf");
    FakeGateway.until("all was asked for", () -> gateway.fetch.requests().size() == 4);
    gateway.fetch.release();

    assertThat(answer.get().body()).startsWith("a v1 ").endsWith(" +b +c font f");
    assertThat(gateway.fetch.requests())
        .filteredOn(request -> request.mode() == Mode.FILE)
        .singleElement()
        .satisfies(font -> assertThat(font.maxBytes()).isEqualTo(10 << 20));
    assertThat(answer.get().headers().firstValue("x-tintype-ignored")).isEmpty();
  }

  @Test
  void keepsResultsWithDifferentLayersApart() {
    gateway.get("/main/a.jpg?l-b.png");

    assertThat(header(gateway.get("/main/a.jpg?l-b.png"), "x-tintype-cache")).isEqualTo("memory");
    assertThat(gateway.get("/main/a.jpg?l-c.png").body()).endsWith("+c");
    assertThat(gateway.transform.requests())
        .allSatisfy(request -> assertThat(request.ingredients()).hasSize(1));
  }

  @Test
  void needsTheSourceOnlyOnceIfALayerShowsItToo() {
    assertThat(gateway.get("/main/a.jpg?l-a.jpg").body()).endsWith("+a");
    assertThat(gateway.fetch.requests()).hasSize(1);
  }

  @Test
  void says404WithoutAPathIfALayerIsMissingAndBlamesNotTheSource() {
    HttpResponse<String> answer = gateway.get("/main/a.jpg?l-none.png");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "ik-error"))
        .isEqualTo(
            "ENOENT - A layer cannot be drawn: no origin of this endpoint has the requested"
                + " source.");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(gateway.get("/main/a.jpg").statusCode()).isEqualTo(200);
  }

  @Test
  void remembersThatALayerIsAbsentForAWhile() {
    gateway.get("/main/a.jpg?l-none.png");
    gateway.get("/main/b.png?l-none.png");

    assertThat(gateway.fetch.asked("none.png")).isEqualTo(1);
    gateway.clock.advance(Duration.ofSeconds(61));
    gateway.fetch.image("none.png", "now");
    assertThat(gateway.get("/main/a.jpg?l-none.png").body()).endsWith("+now");
  }

  @ParameterizedTest
  @CsvSource({"denied, 403, EACCES", "down, 502, ECONNREFUSED", "slow, 504, ECONNREFUSED"})
  void answersAFailedLayerAsAFailedSource(String path, int status, String code) {
    gateway.fetch.failing("denied", new Fault.SourceNotAllowed("Not allowed."));
    gateway.fetch.failing("down", new Fault.OriginUnavailable("fake"));
    gateway.fetch.failing("slow", new Fault.OriginTimeout("fake", Duration.ofSeconds(1)));

    HttpResponse<String> answer = gateway.get("/main/a.jpg?l-" + path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "ik-error")).startsWith(code + " - A layer cannot be drawn: ");
  }

  @Test
  void refusesALayerThatIsNoPicture() throws IOException {
    gateway.fetch.put("doc.pdf", media());

    HttpResponse<String> answer = gateway.get("/main/a.jpg?l-doc.pdf");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "ik-error")).contains("the source is no image");
  }

  @Test
  void asksForNothingIfLayersNeedTooMuch() {
    StringBuilder url = new StringBuilder("/main/a.jpg?");
    for (int i = 0; i < 11; i++) {
      url.append("&l-").append(i);
    }

    HttpResponse<String> answer = gateway.get(url.toString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "ik-error")).startsWith("ELIMIT - ");
    assertThat(gateway.fetch.requests()).isEmpty();
  }

  @Test
  void waitsForNoLayerIfTheSourceIsAbsent() {
    gateway.fetch.hold("b.png");

    assertThat(gateway.get("/main/none.jpg?l-b.png").statusCode()).isEqualTo(404);

    gateway.fetch.release();
  }

  @Test
  void handsASourceThroughThatIsNoPictureWithoutItsLayers() throws IOException {
    gateway.fetch.put("doc.pdf", media());
    gateway.fetch.hold("b.png");

    HttpResponse<String> answer = gateway.get("/main/doc.pdf?l-b.png&l-c.png");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(answer, "x-tintype-ignored")).isEqualTo("l-b.png,l-c.png");
    FakeGateway.until("layers were given back", () -> gateway.bytes.open() == 0);
    gateway.fetch.release();
  }

  @Test
  void givesEverythingBackWhenTheClientLeavesWhileLayersLoad() throws IOException {
    gateway.fetch.hold("b.png");
    try (Socket socket =
        RawHttp.open(
            gateway.port(), "GET /main/a.jpg?l-b.png&l-c.png HTTP/1.1\r\nHost: h\r\n\r\n")) {
      FakeGateway.until("two are there", () -> gateway.bytes.open() == 2);
      assertThat(socket.isConnected()).isTrue();
    }

    FakeGateway.until("they were given back", () -> gateway.bytes.open() == 0);
    gateway.fetch.release();
    assertThat(gateway.transform.requests()).isEmpty();
  }

  @Test
  void rendersWithoutAMissingFontButNotForLong() {
    HttpResponse<String> without = gateway.get("/main/a.jpg?ff-fonts/g.ttf");

    assertThat(without.body()).endsWith(" default font");
    assertThat(header(without, "x-tintype-ignored")).isEqualTo("ff-fonts@@g.ttf");
    assertThat(header(without, "Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(header(gateway.get("/main/a.jpg?ff-fonts/g.ttf"), "x-tintype-cache"))
        .isEqualTo("memory");
    gateway.clock.advance(Duration.ofSeconds(61));
    gateway.fetch.image("fonts/g.ttf", "g");
    HttpResponse<String> with = gateway.get("/main/a.jpg?ff-fonts/g.ttf");
    assertThat(with.body()).endsWith(" font g");
    assertThat(header(with, "Cache-Control")).isEqualTo("public, max-age=31536000");
  }

  @Test
  void prefersAnOldResultToOneWithoutItsFont() {
    gateway.get("/main/a.jpg?ff-fonts/f.ttf");
    gateway.clock.advance(PAST_TTL);
    gateway.fetch.failing("fonts/f.ttf", new Fault.OriginUnavailable("fake"));

    HttpResponse<String> stale = gateway.get("/main/a.jpg?ff-fonts/f.ttf");

    assertThat(stale.body()).endsWith(" font f");
    assertThat(header(stale, "x-tintype-cache")).isEqualTo("stale");
    gateway.clock.advance(Duration.ofHours(3));
    assertThat(gateway.get("/main/a.jpg?ff-fonts/f.ttf").body()).endsWith(" default font");
  }

  @Test
  void asksAgainLaterIfThereWasNoRoomForAFont() {
    gateway.fetch.failing("fonts/f.ttf", new Fault.Overloaded("sources"));

    HttpResponse<String> answer = gateway.get("/main/a.jpg?ff-fonts/f.ttf");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("1");
  }

  @Test
  void confirmsAResultIfNothingItIsMadeOfHasChanged() {
    gateway.get("/main/a.jpg?l-b.png&ff-fonts/f.ttf");
    gateway.clock.advance(PAST_TTL);

    HttpResponse<String> confirmed = gateway.get("/main/a.jpg?l-b.png&ff-fonts/f.ttf");
    HttpResponse<String> fresh = gateway.get("/main/a.jpg?l-b.png&ff-fonts/f.ttf");

    assertThat(header(confirmed, "x-tintype-cache")).isEqualTo("memory");
    assertThat(header(fresh, "x-tintype-cache")).isEqualTo("memory");
    assertThat(gateway.transform.requests()).hasSize(1);
    assertThat(gateway.fetch.requests()).hasSize(6);
  }

  @Test
  void rendersAgainIfOnlyALayerHasChanged() {
    gateway.get("/main/a.jpg?l-b.png&l-c.png");
    gateway.clock.advance(PAST_TTL);
    gateway.fetch.image("b.png", "new b");

    HttpResponse<String> answer = gateway.get("/main/a.jpg?l-b.png&l-c.png");

    assertThat(answer.body()).startsWith("a v1 ").endsWith(" +new b +c");
    assertThat(gateway.fetch.asked("b.png")).isEqualTo(2);
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(3);
  }

  @Test
  void comparesNothingIfALayerHasNoValidators() {
    gateway.fetch.put("b.png", new Source.Image("b", "", ""));
    gateway.get("/main/a.jpg?l-b.png");
    gateway.clock.advance(PAST_TTL);

    gateway.get("/main/a.jpg?l-b.png");

    assertThat(gateway.fetch.requests())
        .hasSize(4)
        .allSatisfy(request -> assertThat(request.known()).isEqualTo(Known.NOTHING));
  }

  @Test
  void servesTheOldResultWhileTheOriginOfALayerIsBroken() {
    gateway.get("/main/a.jpg?l-b.png");
    gateway.clock.advance(PAST_TTL);
    gateway.fetch.failing("b.png", new Fault.OriginUnavailable("fake"));

    HttpResponse<String> answer = gateway.get("/main/a.jpg?l-b.png");

    assertThat(answer.body()).endsWith("+b");
    assertThat(header(answer, "x-tintype-cache")).isEqualTo("stale");
  }

  @Test
  void drawsLayersOnTheDefaultImageToo() {
    gateway.fetch.image("default.jpg", "default");

    HttpResponse<String> answer = gateway.get("/with/none.jpg?l-b.png");

    assertThat(answer.body()).startsWith("default v1 ").endsWith("+b");
    assertThat(header(answer, "x-tintype-default")).isEqualTo("absent");
  }

  @Test
  void deliversNoDefaultImageForALayer() {
    gateway.fetch.image("default.jpg", "default");
    gateway.fetch.failing("down.png", new Fault.OriginUnavailable("fake"));

    assertThat(gateway.get("/with/a.jpg?l-none.png").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/with/a.jpg?l-down.png").statusCode()).isEqualTo(502);
    assertThat(gateway.get("/with/none.jpg?l-none.png").statusCode()).isEqualTo(404);
  }

  private Source media() throws IOException {
    return new Source.Media(
        FakeFetch.file(folder, 2_000), "application/pdf", "\"m\"", Optional.empty());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
