package io.tintype.origin;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;

/**
 * One request to an origin.
 *
 * @param headers a {@code host} header replaces the target's own
 * @param connect how long a connection may take
 * @param expiry by when the head of the answer must be there
 * @param errand what the request is part of
 */
public record HttpCall(
    HttpMethod method,
    HttpTarget target,
    Map<String, String> headers,
    Duration connect,
    Expiry expiry,
    Errand errand) {
  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** Whether an answer would be of no use any more. */
  boolean isMoot() {
    return expiry.passed() || errand.isClosed();
  }

  /** Another request of the same errand, by the same time. */
  public HttpCall to(HttpMethod otherMethod, HttpTarget other, Map<String, String> otherHeaders) {
    return new HttpCall(otherMethod, other, otherHeaders, connect, expiry, errand);
  }
}
