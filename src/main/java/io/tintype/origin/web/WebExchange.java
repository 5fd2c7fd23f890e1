package io.tintype.origin.web;

import io.tintype.origin.Expiry;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HttpAnswers;
import io.tintype.origin.HttpCall;
import io.tintype.origin.HttpTarget;
import io.tintype.origin.OriginFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks web servers and says what their answers mean; follows redirects, checking every hop. */
final class WebExchange {
  /** Hops besides the first request. */
  static final int MOST_REDIRECTS = 3;

  private static final int FIRST_SERVER_ERROR = 500;

  /** Errors of gateways and of servers that are busy. */
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final GuardedClient client;
  private final Map<String, String> headers;
  private final String focusHeader;
  private final Duration connect;
  private final Predicate<HttpTarget> allowed;

  /**
   * Creates an exchange for one origin.
   *
   * @param headers sent to the first server and not to others it redirects to: they may be secrets
   * @param focusHeader of answers, which holds the area stored with a picture
   * @param connect how long a connection may take
   * @param allowed which hops a rule of the origin lets pass, besides the address guard
   */
  WebExchange(
      GuardedClient client,
      Map<String, String> headers,
      String focusHeader,
      Duration connect,
      Predicate<HttpTarget> allowed) {
    this.client = client;
    this.headers = Map.copyOf(headers);
    this.focusHeader = focusHeader;
    this.connect = connect;
    this.allowed = allowed;
  }

  /** The same exchange, with an {@code Accept} header. */
  WebExchange accepting(String accept) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("accept", accept);
    return new WebExchange(client, all, focusHeader, connect, allowed);
  }

  /**
   * Asks for a source.
   *
   * @param host value of the {@code Host} header; empty = the target's own
   */
  Future<FetchOutcome> ask(HttpTarget target, String host, FetchQuery query) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(conditions(query));
    if (!host.isEmpty()) {
      all.put("host", host);
    }
    HttpMethod method = query.headOnly() ? HttpMethod.HEAD : HttpMethod.GET;
    HttpCall call =
        new HttpCall(method, target, all, connect, Expiry.after(query.timeLimit()), query.errand());
    return hop(call, query, 0)
        .recover(failure -> Future.succeededFuture(OriginFailure.outcomeOf(failure)));
  }

  private static Map<String, String> conditions(FetchQuery query) {
    Map<String, String> headers = new HashMap<>();
    if (!query.validators().etag().isEmpty()) {
      headers.put("if-none-match", query.validators().etag());
    }
    if (!query.validators().lastModified().isEmpty()) {
      headers.put("if-modified-since", query.validators().lastModified());
    }
    if (!query.range().isEmpty()) {
      headers.put("range", query.range());
    }
    return headers;
  }

  private Future<FetchOutcome> hop(HttpCall call, FetchQuery query, int redirects) {
    if (!allowed.test(call.target())) {
      return Future.succeededFuture(new Denied("host not allowed: " + call.target().authority()));
    }
    return client.send(call).compose(response -> read(response, call, query, redirects));
  }

  private Future<FetchOutcome> read(
      HttpClientResponse response, HttpCall call, FetchQuery query, int redirects) {
    int status = response.statusCode();
    if (REDIRECTS.contains(status)) {
      HttpAnswers.discard(response);
      return redirect(response.getHeader("location"), call, query, redirects);
    }
    if (status == 416 && !query.range().isEmpty()) {
      HttpAnswers.discard(response);
      return hop(without(call, "range"), query.withRange(""), redirects);
    }
    boolean noHead = call.method().equals(HttpMethod.HEAD) && (status == 405 || status == 501);
    if (noHead) {
      HttpAnswers.discard(response);
      return hop(with(call, HttpMethod.GET), query, redirects);
    }
    FetchOutcome outcome = outcomeOf(response, query);
    if (!(outcome instanceof Found)) {
      HttpAnswers.discard(response);
    }
    return Future.succeededFuture(outcome);
  }

  private Future<FetchOutcome> redirect(
      @Nullable String location, HttpCall call, FetchQuery query, int redirects) {
    if (location == null) {
      return Future.failedFuture(OriginFailure.unusable("redirect without a location"));
    }
    if (redirects == MOST_REDIRECTS) {
      return Future.failedFuture(
          OriginFailure.unusable("more than " + MOST_REDIRECTS + " redirects"));
    }
    Optional<HttpTarget> next = call.target().resolve(location);
    if (next.isEmpty()) {
      return Future.succeededFuture(new Denied("redirect to what is no plain http or https URL"));
    }
    return hop(towards(next.get(), call, query), query, redirects + 1);
  }

  private static HttpCall towards(HttpTarget next, HttpCall call, FetchQuery query) {
    boolean same = next.sameServer(call.target());
    Map<String, String> headers = same ? call.headers() : conditions(query);
    return call.to(call.method(), next, headers);
  }

  /**
   * Only 404 and 410 say that there is no such source. Other refusals of the request itself (400,
   * 405, 429 …) count as broken: taking them for absent could end in a cached 404.
   */
  private FetchOutcome outcomeOf(HttpClientResponse response, FetchQuery query) {
    int status = response.statusCode();
    return switch (status) {
      case 200, 203, 206 -> found(response, query);
      case 304 ->
          query.validators().isEmpty()
              ? broken("not modified, although no state was known")
              : new NotModified(HttpAnswers.infoOf(response, focusHeader));
      case 404, 410 -> new Absent("status " + status);
      case 401, 403, 451 -> new Denied("status " + status);
      default -> failed(response);
    };
  }

  private FetchOutcome found(HttpClientResponse response, FetchQuery query) {
    if (response.statusCode() == 206 && query.range().isEmpty()) {
      return broken("answered a part although the whole was asked for");
    }
    if (HttpAnswers.isUnreadable(response)) {
      return broken("compressed although that was not asked for");
    }
    Found found =
        new Found(HttpAnswers.infoOf(response, focusHeader), HttpAnswers.bodyOf(response));
    if (query.headOnly()) {
      found.body().close();
    }
    return found;
  }

  /** Refusals of one request say nothing of the server; its own errors do. */
  private static FetchOutcome failed(HttpClientResponse response) {
    int status = response.statusCode();
    Cause cause =
        PASSING.contains(status)
            ? Cause.UNAVAILABLE
            : status >= FIRST_SERVER_ERROR ? Cause.FAILING : Cause.UNUSABLE;
    return new Broken(cause, "status " + status, HttpAnswers.retryAfter(response));
  }

  private static FetchOutcome broken(String reason) {
    return new Broken(Cause.UNUSABLE, reason);
  }

  private static HttpCall without(HttpCall call, String header) {
    Map<String, String> fewer = new HashMap<>(call.headers());
    fewer.remove(header);
    return call.to(call.method(), call.target(), fewer);
  }

  private static HttpCall with(HttpCall call, HttpMethod method) {
    return call.to(method, call.target(), call.headers());
  }
}
