package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.testing.FakeFetch.Source;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final FakeGateway gateway = new FakeGateway();

  @AfterEach
  void givesEverythingBack() {
    gateway.close();
  }

  @Test
  void deliversARenderedPictureWithAllItsHeaders() {
    gateway.fetch.put("a.jpg", new Source.Image("a", "\"a\"", "Wed, 21 Oct 2015 07:28:00 GMT"));

    HttpResponse<String> answer =
        gateway.get("/main/a.jpg?w-10&bl-3&e-x,y", "Accept", "image/webp", "x-request-id", "abc.1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("a v1 resize(inside,10,auto,center) -> auto");
    assertThat(header(answer, "Content-Type")).isEqualTo("image/webp");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length());
    assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{32}\"");
    assertThat(header(answer, "Last-Modified")).isEqualTo("Wed, 21 Oct 2015 07:28:00 GMT");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000");
    assertThat(header(answer, "Vary")).isEqualTo("Accept");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Timing-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "x-request-id")).isEqualTo("abc.1");
    assertThat(header(answer, "x-tintype-cache")).isEqualTo("miss");
    assertThat(header(answer, "x-tintype-ignored")).isEqualTo("bl-3,e-x%2Cy");
    assertThat(header(answer, "Link"))
        .isEqualTo("<https://www.example.com/a.jpg>; rel=\"canonical\"");
  }

  @Test
  void servesTheSecondRequestFromMemory() {
    gateway.fetch.image("a.jpg", "a");

    HttpResponse<String> first = gateway.get("/main/a.jpg?w-10");
    HttpResponse<String> second = gateway.get("/main/a.jpg?w-10");

    assertThat(header(second, "x-tintype-cache")).isEqualTo("memory");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
    assertThat(gateway.fetch.requests()).hasSize(1);
    assertThat(gateway.transform.requests()).hasSize(1);
  }

  @Test
  void keepsWhatClientsAcceptApart() {
    gateway.fetch.image("a.jpg", "a");

    assertThat(type(gateway.get("/main/a.jpg", "Accept", "image/avif,image/webp")))
        .isEqualTo("image/avif");
    assertThat(type(gateway.get("/main/a.jpg", "Accept", "image/webp"))).isEqualTo("image/webp");
    assertThat(type(gateway.get("/main/a.jpg", "Accept", "*/*"))).isEqualTo("image/jpeg");
    assertThat(gateway.transform.requests()).hasSize(3);
    HttpResponse<String> plain = gateway.get("/main/a.jpg", "Accept", "text/html");
    assertThat(type(plain)).isEqualTo("image/jpeg");
    assertThat(header(plain, "Vary")).isEqualTo("Accept");
    assertThat(header(plain, "x-tintype-cache")).isEqualTo("memory");
  }

  @Test
  void sharesOneVariantOfAnExplicitFormatWithoutVary() {
    gateway.fetch.image("a.jpg", "a");

    HttpResponse<String> first = gateway.get("/main/a.jpg?f-png", "Accept", "image/webp");
    HttpResponse<String> second = gateway.get("/main/a.jpg?f-png", "Accept", "image/avif");

    assertThat(type(first)).isEqualTo("image/png");
    assertThat(first.headers().firstValue("Vary")).isEmpty();
    assertThat(header(second, "x-tintype-cache")).isEqualTo("memory");
  }

  @Test
  void negotiatesTheFormatOfABranch() {
    gateway.fetch.image("a.jpg", "a");

    assertThat(header(gateway.get("/main/a.jpg?f-png&iff-auto"), "Vary")).isEqualTo("Accept");
    assertThat(gateway.get("/main/a.jpg?f-png&iff-jpg").headers().firstValue("Vary")).isEmpty();
    assertThat(gateway.get("/main/a.jpg?f-blurhash").headers().firstValue("Vary")).isEmpty();
  }

  @Test
  void answersNotModified() {
    gateway.fetch.put("a.jpg", new Source.Image("a", "\"a\"", "Wed, 21 Oct 2015 07:28:00 GMT"));
    String etag = header(gateway.get("/main/a.jpg"), "ETag");

    HttpResponse<String> same = gateway.get("/main/a.jpg", "If-None-Match", "\"x\", W/" + etag);
    HttpResponse<String> other = gateway.get("/main/a.jpg", "If-None-Match", "\"x\"");
    HttpResponse<String> since =
        gateway.get("/main/a.jpg", "If-Modified-Since", "Wed, 21 Oct 2015 07:28:00 GMT");
    HttpResponse<String> before =
        gateway.get("/main/a.jpg", "If-Modified-Since", "Wed, 21 Oct 2015 07:27:59 GMT");

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(header(same, "ETag")).isEqualTo(etag);
    assertThat(header(same, "Vary")).isEqualTo("Accept");
    assertThat(header(same, "Cache-Control")).isEqualTo("public, max-age=31536000");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(since.statusCode()).isEqualTo(304);
    assertThat(before.statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadLikeGetWithoutABody() {
    gateway.fetch.image("a.jpg", "a");

    HttpResponse<String> head = gateway.send("HEAD", "/main/a.jpg");
    HttpResponse<String> get = gateway.get("/main/a.jpg");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
  }

  @Test
  void offersAFileOfTheDeliveredFormatForSaving() {
    gateway.fetch.image("a.jpg", "a");

    HttpResponse<String> answer = gateway.get("/main/a.jpg?save-cat.jpg", "Accept", "image/webp");

    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"cat.webp\"");
  }

  @Test
  void reportsWhatCouldNotBeMetForThisSource() {
    gateway.fetch.image("a.jpg", "too large");

    assertThat(header(gateway.get("/main/a.jpg?bl-1"), "x-tintype-ignored"))
        .isEqualTo("bl-1,f-avif");
  }

  @Test
  void rendersOnceForAHundredEqualRequests() throws Exception {
    gateway.fetch.image("a.jpg", "a");
    gateway.fetch.hold();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(gateway.begin("/main/a.jpg?w-10"));
    }
    FakeGateway.until("all had joined", () -> counted("tintype_flights_joined") + 1 == 100);

    gateway.fetch.release();

    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).startsWith("a v1 resize");
    }
    assertThat(gateway.fetch.requests()).hasSize(1);
    assertThat(gateway.transform.requests()).hasSize(1);
    assertThat(gateway.state.flightsUnderWay()).isZero();
  }

  @Test
  void revalidatesWhatIsNoLongerFresh() {
    gateway.fetch.image("a.jpg", "a");
    gateway.get("/main/a.jpg");
    gateway.clock.advance(Duration.ofMinutes(61));

    HttpResponse<String> confirmed = gateway.get("/main/a.jpg");
    HttpResponse<String> fresh = gateway.get("/main/a.jpg");

    assertThat(header(confirmed, "x-tintype-cache")).isEqualTo("memory");
    assertThat(gateway.fetch.requests()).hasSize(2);
    assertThat(gateway.fetch.requests().get(1).known().validators().etag()).isEqualTo("\"a\"");
    assertThat(gateway.transform.requests()).hasSize(1);
    assertThat(header(fresh, "x-tintype-cache")).isEqualTo("memory");
  }

  @Test
  void rendersAgainWhenTheSourceHasChanged() {
    gateway.fetch.image("a.jpg", "a");
    gateway.get("/main/a.jpg");
    gateway.clock.advance(Duration.ofMinutes(61));
    gateway.fetch.image("a.jpg", "b");

    HttpResponse<String> answer = gateway.get("/main/a.jpg");

    assertThat(answer.body()).startsWith("b ");
    assertThat(header(answer, "x-tintype-cache")).isEqualTo("miss");
  }

  @Test
  void servesTheOldOneWhileTheOriginIsBrokenAndAsksItNowAndThen() {
    gateway.fetch.image("a.jpg", "a");
    gateway.get("/main/a.jpg");
    gateway.clock.advance(Duration.ofMinutes(61));
    gateway.fetch.failing("a.jpg", new Fault.OriginUnavailable("fake"));

    HttpResponse<String> old = gateway.get("/main/a.jpg");
    HttpResponse<String> excused = gateway.get("/main/a.jpg");

    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(header(old, "x-tintype-cache")).isEqualTo("stale");
    assertThat(header(excused, "x-tintype-cache")).isEqualTo("stale");
    assertThat(gateway.fetch.requests()).hasSize(2);
    gateway.clock.advance(Duration.ofHours(3));
    assertThat(gateway.get("/main/a.jpg").statusCode()).isEqualTo(502);
  }

  @Test
  void forgetsWhatHasBecomeAbsent() {
    gateway.fetch.image("a.jpg", "a");
    gateway.get("/main/a.jpg");
    gateway.clock.advance(Duration.ofMinutes(61));
    gateway.fetch.failing("a.jpg", new Fault.SourceNotFound());

    assertThat(gateway.get("/main/a.jpg").statusCode()).isEqualTo(404);
    assertThat(gateway.cache.entries()).isZero();
  }

  @Test
  void remembersAbsenceForAWhileAndNothingElse() {
    gateway.fetch.failing("down.jpg", new Fault.OriginTimeout("fake", Duration.ofSeconds(1)));

    assertThat(gateway.get("/main/none.jpg").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/main/none.jpg?w-5").statusCode()).isEqualTo(404);
    assertThat(gateway.fetch.requests()).hasSize(1);
    gateway.clock.advance(Duration.ofSeconds(61));
    gateway.get("/main/none.jpg");
    assertThat(gateway.fetch.requests()).hasSize(2);
    assertThat(gateway.get("/main/down.jpg").statusCode()).isEqualTo(504);
    assertThat(gateway.get("/main/down.jpg").statusCode()).isEqualTo(504);
    assertThat(gateway.fetch.requests()).hasSize(4);
  }

  @Test
  void deliversTheDefaultImageForAbsentAndBrokenSources() {
    gateway.fetch.image("default.jpg", "default");
    gateway.fetch.image("own.jpg", "own");
    gateway.fetch.failing("down.jpg", new Fault.OriginUnavailable("fake"));
    gateway.fetch.failing("denied.jpg", new Fault.SourceNotAllowed("No."));

    HttpResponse<String> absent = gateway.get("/with/none.jpg?w-10");
    HttpResponse<String> broken = gateway.get("/with/down.jpg?di-own.jpg");

    assertThat(absent.statusCode()).isEqualTo(200);
    assertThat(absent.body()).isEqualTo("default v1 resize(inside,10,auto,center) -> auto");
    assertThat(header(absent, "x-tintype-default")).isEqualTo("absent");
    assertThat(header(absent, "Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(broken.body()).startsWith("own ");
    assertThat(header(broken, "x-tintype-default")).isEqualTo("broken");
    assertThat(gateway.get("/with/denied.jpg").statusCode()).isEqualTo(403);
    assertThat(gateway.get("/main/down.jpg?di-none.jpg").statusCode()).isEqualTo(502);
  }

  @Test
  void fetchesNothingWhileNothingCouldBeRendered() {
    gateway.fetch.image("a.jpg", "a");
    gateway.saturated.set(true);

    HttpResponse<String> answer = gateway.get("/main/a.jpg");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("1");
    assertThat(gateway.fetch.requests()).isEmpty();
  }

  @Test
  void givesUpAtItsDeadline() {
    gateway.fetch.image("a.jpg", "a");
    gateway.fetch.hold();
    gateway.endpoints.replace(
        new Endpoints(List.of(FakeGateway.endpoint(FakeGateway.hasty("/main")))));

    HttpResponse<String> answer = gateway.get("/main/a.jpg");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("1");
    gateway.fetch.release();
  }

  @Test
  void findsTheEndpointByHostAndByPrefix() {
    gateway.fetch.image("a.jpg", "a");

    assertThat(gateway.get("/main/a.jpg").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/mainly/a.jpg").statusCode()).isEqualTo(404);
    assertThat(RawHttp.get(gateway.port(), "/a.jpg", "Host: images.example.com:80"))
        .startsWith("HTTP/1.1 200");
    assertThat(RawHttp.get(gateway.port(), "/main/a.jpg", "Host: IMAGES.example.com"))
        .startsWith("HTTP/1.1 200");
    assertThat(RawHttp.get(gateway.port(), "/a.jpg", "Host: other.example.com"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void keepsResultsOfOlderRulesApartAfterAReload() {
    gateway.fetch.image("a.jpg", "a");
    gateway.get("/main/a.jpg");
    EndpointConfig config = FakeGateway.endpointConfig("main", "/main", List.of(), true);

    gateway.endpoints.replace(new Endpoints(List.of(FakeGateway.endpoint(config))));

    assertThat(header(gateway.get("/main/a.jpg"), "x-tintype-cache")).isEqualTo("miss");
  }

  private double counted(String title) {
    return gateway.measured().counts().entrySet().stream()
        .filter(entry -> entry.getKey().metric().title().equals(title))
        .mapToDouble(entry -> entry.getValue().sum())
        .sum();
  }

  private static String type(HttpResponse<?> answer) {
    return header(answer, "Content-Type");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
