package io.tintype.routing;

import io.tintype.bus.Deadline;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to its end, which is the end of the response or the loss of the
 * connection, whichever comes first: there, and only there, the scope is closed and the request
 * counted and logged. Confined to one event loop.
 */
final class Exchange {
  /** Until the endpoint is known. */
  private static final Duration FIRST_BUDGET = Duration.ofSeconds(30);

  private static final int GONE = 499;

  private final HttpServerRequest request;
  private final String id;
  private final String authority;
  private final Journal journal;
  private final Visitors visitors;
  private final SendingPace pace = new SendingPace();
  private final long started = System.nanoTime();
  private final RequestScope scope = new RequestScope();
  private Deadline deadline = Deadline.after(FIRST_BUDGET);
  private Optional<Endpoint> endpoint = Optional.empty();
  private Optional<Delivery> delivery = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private Optional<Outcome> servedFrom = Optional.empty();
  private Outcome outcome = Outcome.GONE;
  private @Nullable Target target;
  private boolean over;

  private Exchange(HttpServerRequest request, Journal journal, Visitors visitors) {
    this.request = request;
    this.id = RequestId.of(request.getHeader(ResponseHeaders.REQUEST_ID));
    this.authority = named(request.authority());
    this.journal = journal;
    this.visitors = visitors;
  }

  static Exchange open(HttpServerRequest request, Journal journal, Visitors visitors) {
    Exchange exchange = new Exchange(request, journal, visitors);
    visitors.began(exchange);
    Handler<Throwable> broken = _ -> exchange.abandon();
    request.exceptionHandler(broken);
    request.response().closeHandler(_ -> exchange.closed()).exceptionHandler(broken);
    return exchange;
  }

  private static String named(@Nullable HostAndPort authority) {
    return authority == null ? "" : Target.plainHost(authority.host());
  }

  HttpServerRequest request() {
    return request;
  }

  HttpServerResponse response() {
    return request.response();
  }

  String id() {
    return id;
  }

  /** Path and query; taken apart once, and not at all where the wording is known. */
  Target target() {
    if (target == null) {
      target = Target.of(request.uri());
    }
    return target;
  }

  /** Host the client asked for, lower case and without port; empty = none. */
  String host() {
    return target().host().orElse(authority);
  }

  /** What the request says of the picture that is wanted. */
  Wording wording() {
    return new Wording(
        request.uri(),
        authority,
        header(HttpHeaders.ACCEPT),
        HintHeaders.heard(this::header, true));
  }

  /** Whether it is beyond doubt which host is asked (RFC 9112, 3.2). */
  boolean namesOneHost() {
    int named = request.headers().getAll(HttpHeaders.HOST).size();
    return named == 1 || (named == 0 && request.version() != HttpVersion.HTTP_1_1);
  }

  /** Whether it is known where the request ends (RFC 9112, 6.3). */
  boolean framesItsBody() {
    return !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || header(HttpHeaders.TRANSFER_ENCODING).equalsIgnoreCase("chunked");
  }

  /** Nothing more is read from the connection, once this is answered. */
  void endConnection() {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
  }

  /** A header's value; the lines of one that came in several are a list (RFC 9110, 5.3). */
  String header(CharSequence name) {
    if (!request.headers().contains(name)) {
      return "";
    }
    List<String> lines = request.headers().getAll(name);
    return lines.size() == 1 ? lines.getFirst() : String.join(",", lines);
  }

  /** Address at the other end of the connection; empty = not known. */
  String clientAddress() {
    SocketAddress remote = request.remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    return address == null ? "" : address;
  }

  boolean headOnly() {
    return request.method().equals(HttpMethod.HEAD);
  }

  RequestScope scope() {
    return scope;
  }

  Deadline deadline() {
    return deadline;
  }

  Optional<Endpoint> endpoint() {
    return endpoint;
  }

  /** Sets who answers, and by when that must have happened. */
  void assign(Endpoint answering) {
    endpoint = Optional.of(answering);
    deadline = Deadline.after(answering.patience());
  }

  Optional<Delivery> delivery() {
    return delivery;
  }

  void understood(Delivery understood) {
    delivery = Optional.of(understood);
  }

  Optional<Fault> fault() {
    return fault;
  }

  void failed(Fault why) {
    fault = Optional.of(why);
  }

  /** Which tier the body is from, as {@code x-tintype-cache} says it. */
  Optional<Outcome> servedFrom() {
    return servedFrom;
  }

  void servedFrom(Outcome tier) {
    servedFrom = Optional.of(tier);
    response().putHeader(ResponseHeaders.CACHE, tier.label());
  }

  Outcome outcome() {
    return outcome;
  }

  long nanos() {
    return System.nanoTime() - started;
  }

  /** Whether nobody can be answered any more. */
  boolean isOver() {
    return over;
  }

  /** Ends the exchange when the response has been written. */
  void endsWith(Outcome how, Future<Void> written) {
    written.onComplete(
        done -> {
          if (done.succeeded()) {
            close(how, response().getStatusCode());
          } else {
            abandon();
          }
        });
  }

  /** Ends the exchange in the middle of its body, so that the client sees that it is broken. */
  void breakOff(Fault why) {
    if (over) {
      return;
    }
    if (response().closed()) {
      abandon();
      return;
    }
    failed(why);
    close(Outcome.FAULT, response().getStatusCode());
    var _ = response().reset();
  }

  /** How fast the client takes the answer. */
  SendingPace pace() {
    return pace;
  }

  /** Leaves a client who does not take the answer; others on the same connection go on. */
  void giveUp() {
    abandon();
    if (request.version() == HttpVersion.HTTP_2) {
      var _ = response().reset();
    } else {
      NettyBuffers.drop(request.connection());
    }
  }

  /**
   * The stream is no more. Of HTTP/2 that is told as soon as all has been written, and only then
   * that it has.
   */
  private void closed() {
    Context context = Vertx.currentContext();
    if (context != null && response().ended()) {
      context.runOnContext(_ -> abandon());
    } else {
      abandon();
    }
  }

  private void abandon() {
    close(Outcome.GONE, GONE);
  }

  private void close(Outcome how, int status) {
    if (over) {
      return;
    }
    over = true;
    outcome = how;
    scope.close();
    visitors.ended(this);
    journal.ended(this, status);
  }
}
