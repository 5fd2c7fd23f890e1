package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.tintype.origin.testing.TestNetwork;
import io.tintype.origin.web.WebServerOrigin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ClientSSLOptions;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name that means something else each time it is asked for. */
class RebindingTest {
  private static final String OPEN = "127.0.0.2";
  private static final String CLOSED = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);
  private final AtomicInteger trapped = new AtomicInteger();
  private final Deque<List<InetAddress>> answers = new ArrayDeque<>();
  private int port;
  private Origin origin;

  @BeforeEach
  void start() {
    port = serve(OPEN, 0, new AtomicInteger()).actualPort();
    serve(CLOSED, port, trapped);
    AddressRules rules = new AddressRules(List.of(TestNetwork.rule(OPEN)));
    AddressGuard guard =
        new AddressGuard(_ -> Future.succeededFuture(answers.removeFirst()), rules);
    OriginConfig.WebServer config =
        new OriginConfig.WebServer(
            new OriginId("rebound"),
            Optional.empty(),
            URI.create("http://rebound.example:" + port),
            false,
            Map.of(),
            OriginConfig.FOCUS_HEADER,
            Timeouts.DEFAULT);
    origin =
        probe.on(
            () ->
                Future.succeededFuture(
                    new WebServerOrigin(
                        config, new GuardedClient(vertx, guard, new ClientSSLOptions()))));
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void connectsToTheAddressThatWasChecked() {
    resolves(OPEN);
    resolves(CLOSED);

    assertThat(ask()).isInstanceOf(Found.class);

    assertThat(answers).as("asked once").hasSize(1);
    assertThat(trapped).hasValue(0);
  }

  @Test
  void aConnectionThatWasOpenedBeforeIsNoWayRoundTheCheck() {
    resolves(OPEN);
    resolves(CLOSED);
    ask();

    assertThat(ask()).isInstanceOf(Denied.class);

    assertThat(trapped).hasValue(0);
  }

  @Test
  void ofSeveralAddressesOnlyTheOpenOnesAreTried() {
    answers.add(List.of(InetAddress.ofLiteral(CLOSED), InetAddress.ofLiteral(OPEN)));

    assertThat(ask()).isInstanceOf(Found.class);

    assertThat(trapped).hasValue(0);
  }

  private FetchOutcome ask() {
    return probe.ask(origin, Queries.path("a.png")).outcome();
  }

  private void resolves(String address) {
    answers.add(List.of(InetAddress.ofLiteral(address)));
  }

  private HttpServer serve(String host, int wanted, AtomicInteger connections) {
    return vertx
        .createHttpServer()
        .connectionHandler(_ -> connections.incrementAndGet())
        .requestHandler(request -> request.response().end("found"))
        .listen(wanted, host)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
