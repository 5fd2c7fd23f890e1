package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tintype.fault.Fault;
import io.tintype.testing.FakeFetch.Source;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpTest {
  private final FakeGateway gateway = new FakeGateway();
  private final Logger access = (Logger) LoggerFactory.getLogger("io.tintype.access");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.list = new java.util.concurrent.CopyOnWriteArrayList<>();
    log.start();
    access.setLevel(Level.INFO);
    access.addAppender(log);
  }

  @AfterEach
  void givesEverythingBack() {
    access.detachAppender(log);
    gateway.close();
  }

  @Test
  void saysInOneSentenceWhatIsWrongAndNeverLetsItBeStored() {
    HttpResponse<String> answer = gateway.get("/main/a.jpg?bad-%C3%A4", "x-request-id", "no good");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("Bad transformation request: bad is ").endsWith(".\n");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "ik-error")).startsWith("UNIDENTIFIED - Bad transformation");
    assertThat(header(answer, "x-request-id")).matches("[0-9a-f]{32}");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void mapsEveryKindOfFailure() {
    gateway.fetch.failing("denied", new Fault.SourceNotAllowed("Not this one."));
    gateway.fetch.failing("large", new Fault.LimitExceeded("sourceBytes", "Too large."));
    gateway.fetch.failing("keys", new Fault.OriginRefused("fake"));
    gateway.fetch.failing("down", new Fault.OriginUnavailable("fake"));
    gateway.fetch.failing("slow", new Fault.OriginTimeout("fake", java.time.Duration.ZERO));
    gateway.fetch.failing("busy", new Fault.Overloaded("fake"));
    gateway.fetch.image("corrupt", "corrupt");
    gateway.fetch.put("bug", new Source.Buggy());

    assertThat(failure("/main/denied")).isEqualTo("403 EACCES");
    assertThat(failure("/main/none")).isEqualTo("404 ENOENT");
    assertThat(failure("/main/large")).isEqualTo("400 ELIMIT");
    assertThat(failure("/main/keys")).isEqualTo("502 EACCES");
    assertThat(failure("/main/down")).isEqualTo("502 ECONNREFUSED");
    assertThat(failure("/main/slow")).isEqualTo("504 ECONNREFUSED");
    assertThat(failure("/main/busy")).isEqualTo("503 UNIDENTIFIED");
    assertThat(failure("/main/corrupt")).isEqualTo("400 UNIDENTIFIED");
    assertThat(failure("/main/bug")).isEqualTo("500 UNIDENTIFIED");
    assertThat(failure("/main/x?bug")).isEqualTo("500 UNIDENTIFIED");
    assertThat(failure("/nowhere/x")).isEqualTo("404 ");
  }

  @Test
  void servesOnlyWhatReads() {
    HttpResponse<String> post = gateway.send("POST", "/main/a.jpg");
    HttpResponse<String> preflight =
        gateway.send("OPTIONS", "/main/a.jpg", "Origin", "https://a.example");

    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(header(post, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void takesLongUrlsAndRefusesLongerOnes() {
    gateway.fetch.image("a.jpg", "a");

    assertThat(gateway.get("/main/a.jpg?zz-" + "x".repeat(12_000)).statusCode()).isEqualTo(200);
    String tooLong = RawHttp.get(gateway.port(), "/main/" + "x".repeat(17_000), "Host: a");
    String tooMuch =
        RawHttp.get(gateway.port(), "/main/a.jpg", "Host: a", "X: " + "x".repeat(17_000));
    String nonsense = RawHttp.send(gateway.port(), "what?\r\n\r\n");

    assertThat(tooLong).startsWith("HTTP/1.0 414").contains("no-store").contains("too long");
    assertThat(tooMuch).startsWith("HTTP/1.1 431").contains("no-store");
    assertThat(nonsense).startsWith("HTTP/1.0 400");
  }

  @Test
  void readsTheTargetAsItCame() {
    gateway.fetch.image("x/https://a.example/b//c.jpg", "a");

    assertThat(RawHttp.get(gateway.port(), "/main/x/https://a.example/b//c.jpg", "Host: localhost"))
        .startsWith("HTTP/1.1 200");
    assertThat(
            RawHttp.get(
                gateway.port(),
                "http://localhost/main/x/https://a.example/b//c.jpg?w-1",
                "Host: localhost"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void writesOneLineForEveryRequest() {
    gateway.fetch.image("a.jpg", "a");
    gateway.get("/main/a.jpg?w-10", "x-request-id", "one");
    gateway.get("/main/none.jpg", "x-request-id", "two");
    FakeGateway.until("both were logged", () -> log.list.size() == 2);

    assertThat(line(0))
        .containsEntry("request", "one")
        .containsEntry("method", "GET")
        .containsEntry("path", "/main/a.jpg")
        .containsEntry("status", "200")
        .containsEntry("endpoint", "main")
        .containsEntry("outcome", "miss")
        .containsEntry("cache", "miss")
        .containsEntry("source", "a.jpg")
        .containsEntry("transformation", "v1 resize(inside,10,auto,center) -> auto")
        .containsKeys("bytes", "millis", "host");
    assertThat(line(1)).containsEntry("outcome", "fault").containsEntry("fault", "SourceNotFound");
    assertThat(requests()).containsExactlyInAnyOrder("main 200 miss", "main 404 fault");
  }

  @Test
  void harmsNobodyWhenTheLeaderOfAFlightLeaves() throws Exception {
    gateway.fetch.image("a.jpg", "a");
    gateway.fetch.hold();
    Socket leader = RawHttp.open(gateway.port(), "GET /main/a.jpg HTTP/1.1\r\nHost: a\r\n\r\n");
    FakeGateway.until("the flight had started", () -> gateway.fetch.requests().size() == 1);
    CompletableFuture<HttpResponse<String>> follower = gateway.begin("/main/a.jpg");
    FakeGateway.until("the other had joined", this::joined);
    leader.close();
    FakeGateway.until("the leader was missed", () -> log.list.size() == 1);

    gateway.fetch.release();

    assertThat(follower.get().body()).isEqualTo("a v1 none -> auto");
    assertThat(line(0)).containsEntry("status", "499").containsEntry("outcome", "gone");
    assertThat(gateway.fetch.requests()).hasSize(1);
  }

  @Test
  void givesUpAFlightWhenItsLastWaiterLeaves() throws IOException {
    gateway.fetch.image("a.jpg", "a");
    gateway.transform.hold();
    Socket only = RawHttp.open(gateway.port(), "GET /main/a.jpg HTTP/1.1\r\nHost: a\r\n\r\n");
    FakeGateway.until("it was rendered", () -> gateway.transform.requests().size() == 1);

    only.close();

    FakeGateway.until("it was given up", () -> gateway.state.flightsUnderWay() == 0);
    assertThat(gateway.transform.requests().getFirst().scope().isClosed()).isTrue();
    gateway.transform.release();
    assertThat(gateway.get("/main/a.jpg").statusCode()).isEqualTo(200);
  }

  @Test
  void finishesWhatIsUnderWayBeforeItStops() throws Exception {
    gateway.fetch.image("a.jpg", "a");
    gateway.fetch.hold();
    CompletableFuture<HttpResponse<String>> underWay = gateway.begin("/main/a.jpg");
    FakeGateway.until("it was fetched", () -> gateway.fetch.requests().size() == 1);

    var stopped = gateway.stopRouting();
    FakeGateway.until("nobody is let in", this::refuses);
    gateway.fetch.release();

    assertThat(underWay.get().statusCode()).isEqualTo(200);
    FakeGateway.await(stopped);
  }

  @Test
  void doesNotWaitForIdleConnectionsWhenItStops() throws IOException {
    gateway.fetch.image("a.jpg", "a");
    try (Socket idle =
        RawHttp.open(gateway.port(), "GET /main/a.jpg HTTP/1.1\r\nHost: a\r\n\r\n")) {
      assertThat(idle.getInputStream().read()).isEqualTo('H');
      long started = System.nanoTime();

      FakeGateway.await(gateway.stopRouting());

      assertThat(System.nanoTime() - started).isLessThan(3_000_000_000L);
    }
  }

  private boolean refuses() {
    try (Socket socket = RawHttp.open(gateway.port(), "")) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  private boolean joined() {
    return gateway.measured().counts().keySet().stream()
        .anyMatch(series -> series.metric().title().equals("tintype_flights_joined"));
  }

  private List<String> requests() {
    return gateway.measured().counts().keySet().stream()
        .filter(series -> series.metric().title().equals("tintype_requests"))
        .map(series -> String.join(" ", series.labels()))
        .toList();
  }

  private Map<String, String> line(int index) {
    return log.list.get(index).getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
  }

  private String failure(String path) {
    HttpResponse<String> answer = gateway.get(path.replace(" ", "%20"));
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(answer.headers().firstValue("Retry-After").isPresent())
        .isEqualTo(answer.statusCode() == 503);
    return answer.statusCode() + " " + header(answer, "ik-error").replaceFirst(" - .*", "");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
