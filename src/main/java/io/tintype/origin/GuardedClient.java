package io.tintype.origin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The only way out to the network: every connection goes to an address that {@link AddressGuard}
 * has checked. One for each fetch verticle, used on its event loop only: a shared pool would hand
 * out connections of other loops.
 */
public final class GuardedClient {
  private static final int CONNECTIONS_PER_SERVER = 64;
  private static final int WAITING_PER_SERVER = 256;

  /** Addresses of one host that are tried before it counts as unreachable. */
  private static final int MOST_ADDRESSES = 3;

  private final HttpClientAgent client;
  private final AddressGuard guard;

  /**
   * Creates a client with connections of its own.
   *
   * @param tls whom to trust
   */
  public GuardedClient(Vertx vertx, AddressGuard guard, ClientSSLOptions tls) {
    this.guard = guard;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientConfig()
                    .setVersions(HttpVersion.HTTP_1_1)
                    // Not asked for, but some buckets hold compressed objects and say so.
                    .setDecompressionEnabled(true)
                    .setFollowAlternativeServices(false))
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(CONNECTIONS_PER_SERVER)
                    .setMaxWaitQueueSize(WAITING_PER_SERVER))
            .with(tls)
            .build();
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
    return client.close();
  }

  private Future<HttpClientResponse> firstReachable(
      HttpCall call, List<InetAddress> addresses, int index) {
    boolean last = index + 1 >= Math.min(MOST_ADDRESSES, addresses.size());
    return sendTo(call, addresses.get(index))
        .recover(
            failure ->
                !last && isUnreachable(failure) && !call.expiry().passed()
                    ? firstReachable(call, addresses, index + 1)
                    : Future.failedFuture(failure));
  }

  /** A kept connection may be closed by the server just when we use it: then a new one is tried. */
  private Future<HttpClientResponse> sendTo(HttpCall call, InetAddress address) {
    return exchange(call, address)
        .recover(
            failure ->
                failure instanceof HttpClosedException && !call.expiry().passed()
                    ? exchange(call, address)
                    : Future.failedFuture(failure));
  }

  private Future<HttpClientResponse> exchange(HttpCall call, InetAddress address) {
    Sent sent = new Sent();
    return client
        .request(options(call, address))
        .compose(sent::send)
        .timeout(call.expiry().timerMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> sent.abandon());
  }

  private static RequestOptions options(HttpCall call, InetAddress address) {
    HttpTarget target = call.target();
    long connect = Math.min(call.connect().toMillis(), call.expiry().timerMillis());
    RequestOptions options =
        new RequestOptions()
            .setMethod(call.method())
            .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
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

  private static boolean isUnreachable(Throwable failure) {
    return failure instanceof ConnectException || failure instanceof NoRouteToHostException;
  }

  /** A request that may be given up before its answer comes. */
  private static final class Sent {
    private @Nullable HttpClientRequest request;
    private boolean abandoned;

    Future<HttpClientResponse> send(HttpClientRequest ready) {
      request = ready;
      if (abandoned) {
        abandon();
        return Future.failedFuture(OriginFailure.timeout("no connection in time"));
      }
      return ready.send().map(HttpClientResponse::pause);
    }

    void abandon() {
      abandoned = true;
      if (request != null) {
        request.reset();
      }
    }
  }
}
