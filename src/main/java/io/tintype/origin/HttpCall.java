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
 */
public record HttpCall(
    HttpMethod method,
    HttpTarget target,
    Map<String, String> headers,
    Duration connect,
    Expiry expiry) {
  public HttpCall {
    headers = Map.copyOf(headers);
  }
}
