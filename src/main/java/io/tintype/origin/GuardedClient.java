package io.tintype.origin;

import io.tintype.bytes.NettyBuffers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.Http1ClientConfig;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The only way out to the network: every connection goes to an address that {@link AddressGuard}
 * has checked. One for each fetch verticle, used on its event loop only: a shared pool would hand
 * out connections of other loops.
 */
public final class GuardedClient {
  /** More than attempts at one origin may be under way: bodies that are handed on have one, too. */
  private static final int CONNECTIONS_PER_SERVER = 256;

  private static final int WAITING_PER_SERVER = 256;

  /** Of an answer; CDNs with security policies and server timings reach two digits of KiB. */
  private static final int MOST_HEADER_BYTES = 64 * 1024;

  /** What of a body is handed out at once. Up to 16 wait in a paused answer. */
  private static final int MOST_CHUNK_BYTES = 16 * 1024;

  /** Addresses of one host that are tried before it counts as unreachable. */
  private static final int MOST_ADDRESSES = 3;

  private final HttpClientAgent client;

  /** Keeps no connections, so that each request has a new one. */
  private final HttpClientAgent fresh;

  private final AddressGuard guard;

  /** Connections that have carried a request. */
  private final Set<HttpConnection> used = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * Creates a client with connections of its own.
   *
   * @param tls whom to trust
   */
  public GuardedClient(Vertx vertx, AddressGuard guard, ClientSSLOptions tls) {
    this.guard = guard;
    this.client = agent(vertx, tls, true);
    this.fresh = agent(vertx, tls, false);
  }

  /**
   * Sends a request. Redirects are not followed.
   *
   * @return the answer, paused, once its head is there; fails with {@link OriginFailure} or what
   *     the network says
   */
  public Future<HttpClientResponse> send(HttpCall call) {
    if (call.expiry().passed()) {
      return Future.failedFuture(OriginFailure.timeout("no time left"));
    }
    return guard
        .addressesOf(call.target().host(), call.target().port())
        .timeout(call.expiry().timerMillis(), TimeUnit.MILLISECONDS)
        .compose(addresses -> firstReachable(call, addresses, 0));
  }

  /** Closes all connections. */
  public Future<Void> close() {
    return client.close().eventually(fresh::close);
  }

  private static HttpClientAgent agent(Vertx vertx, ClientSSLOptions tls, boolean keepAlive) {
    Http1ClientConfig http1 =
        new Http1ClientConfig()
            .setMaxHeaderSize(MOST_HEADER_BYTES)
            .setMaxChunkSize(MOST_CHUNK_BYTES)
            .setKeepAlive(keepAlive);
    return vertx
        .httpClientBuilder()
        .with(
            new HttpClientConfig()
                .setVersions(HttpVersion.HTTP_1_1)
                .setHttp1Config(http1)
                // Not asked for, but some buckets hold compressed objects and say so.
                .setDecompressionEnabled(true)
                .setFollowAlternativeServices(false))
        .with(
            new PoolOptions()
                .setHttp1MaxSize(CONNECTIONS_PER_SERVER)
                .setMaxWaitQueueSize(WAITING_PER_SERVER))
        .with(tls)
        .withConnectHandler(GuardedClient::connected)
        .build();
  }

  private static void connected(HttpConnection connection) {
    // Requests hear of a connection's failure; without a handler it is logged as an error.
    connection.exceptionHandler(_ -> {});
    NettyBuffers.readNatively(connection);
  }

  private Future<HttpClientResponse> firstReachable(
      HttpCall call, List<InetAddress> addresses, int index) {
    boolean last = index + 1 >= Math.min(MOST_ADDRESSES, addresses.size());
    return sendTo(call, addresses.get(index))
        .recover(
            failure ->
                !last && isUnreachable(failure) && !call.isMoot()
                    ? firstReachable(call, addresses, index + 1)
                    : Future.failedFuture(failure));
  }

  /**
   * A kept connection may be lost just when we use it, or hold what the server sent behind an
   * earlier answer: then a new one is tried.
   */
  private Future<HttpClientResponse> sendTo(HttpCall call, InetAddress address) {
    if (call.errand().wantsFreshConnections()) {
      return exchange(fresh, call, address, new Sent());
    }
    Sent first = new Sent();
    return exchange(client, call, address, first)
        .recover(
            failure ->
                first.isLost(failure) && !call.isMoot()
                    ? exchange(fresh, call, address, new Sent())
                    : Future.failedFuture(failure));
  }

  private Future<HttpClientResponse> exchange(
      HttpClientAgent agent, HttpCall call, InetAddress address, Sent sent) {
    if (call.errand().isClosed()) {
      return Future.failedFuture(OriginFailure.unavailable("nobody waits any more"));
    }
    Runnable giveUp = sent::abandon;
    call.errand().begun(giveUp);
    return agent
        .request(options(call, address))
        .compose(ready -> sent.send(ready, !used.add(ready.connection())))
        .timeout(call.expiry().timerMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> sent.abandon())
        .onComplete(head -> call.errand().over(giveUp, head.succeeded()));
  }

  private static RequestOptions options(HttpCall call, InetAddress address) {
    HttpTarget target = call.target();
    long connect = Math.min(call.connect().toMillis(), call.expiry().timerMillis());
    RequestOptions options =
        new RequestOptions()
            .setMethod(call.method())
            .setServer(SocketAddress.inetSocketAddress(target.port(), literal(address)))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.tls())
            .setURI(target.uri())
            .setFollowRedirects(false)
            .setConnectTimeout(Math.max(1, connect))
            .putHeader("user-agent", "Tintype")
            .putHeader("accept-encoding", "identity");
    call.headers().forEach(options::putHeader);
    return options;
  }

  private static String literal(InetAddress address) {
    return address instanceof Inet6Address
        ? "[" + address.getHostAddress() + "]"
        : address.getHostAddress();
  }

  private static boolean isUnreachable(Throwable failure) {
    return failure instanceof ConnectException || failure instanceof NoRouteToHostException;
  }

  /** A request that may be given up before its answer comes. */
  private static final class Sent {
    private @Nullable HttpClientRequest request;
    private boolean kept;
    private boolean abandoned;

    Future<HttpClientResponse> send(HttpClientRequest ready, boolean onUsedConnection) {
      request = ready;
      kept = onUsedConnection;
      if (abandoned) {
        abandon();
        return Future.failedFuture(OriginFailure.timeout("no connection in time"));
      }
      return ready.send().map(HttpClientResponse::pause).recover(Sent::asNetwork);
    }

    /** Whether a connection that had been used before gave way before the answer came. */
    boolean isLost(Throwable failure) {
      boolean late = failure instanceof OriginFailure || failure instanceof IOException;
      return kept && (late || failure instanceof HttpClosedException);
    }

    /** What is no HTTP fails in the decoder, with exceptions that would look like bugs of ours. */
    private static Future<HttpClientResponse> asNetwork(Throwable failure) {
      boolean known = failure instanceof VertxException || !(failure instanceof RuntimeException);
      return Future.failedFuture(
          known ? failure : OriginFailure.unavailable("no HTTP answer: " + failure.getMessage()));
    }

    void abandon() {
      abandoned = true;
      if (request != null) {
        request.reset();
      }
    }
  }
}
