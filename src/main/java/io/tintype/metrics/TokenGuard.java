package io.tintype.metrics;

import io.tintype.config.Secret;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets only those through who carry the token ({@code Authorization: Bearer}, RFC 6750). */
final class TokenGuard implements Handler<RoutingContext> {
  private static final String SCHEME = "Bearer ";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Optional<Secret> token;

  /**
   * Creates a guard.
   *
   * @param token empty = nobody is let through
   */
  TokenGuard(Optional<Secret> token) {
    this.token = token;
  }

  @Override
  public void handle(RoutingContext call) {
    if (token.isEmpty()) {
      Refusal.send(
          call.response(),
          FORBIDDEN,
          "This call is switched off.",
          "Set management.token or management.tokenFile in the configuration and restart.");
    } else if (carries(call.request().getHeader("Authorization"), token.get())) {
      call.next();
    } else {
      call.response().putHeader("WWW-Authenticate", "Bearer realm=\"tintype\"");
      Refusal.send(
          call.response(),
          UNAUTHORIZED,
          "This call needs the management token.",
          "Send the header 'Authorization: Bearer TOKEN' with the token of management.token.");
    }
  }

  private static boolean carries(@Nullable String header, Secret token) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    // In a time that does not depend on how much of it is right.
    return MessageDigest.isEqual(
        header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
        token.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
