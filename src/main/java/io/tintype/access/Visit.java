package io.tintype.access;

import io.tintype.dialect.DeliveryRequest;

/**
 * A request, as far as access depends on it.
 *
 * @param request the URL, understood
 * @param target the URL, raw
 * @param referrer value of {@code Referer}; empty = none
 * @param userAgent value of {@code User-Agent}; empty = none
 * @param token of Cloudinary's kind, in the query or a cookie
 */
public record Visit(
    DeliveryRequest request,
    SignedTarget target,
    String referrer,
    String userAgent,
    CarriedToken token) {
  /** Of a request that carries no token but in its query. */
  public Visit(DeliveryRequest request, SignedTarget target, String referrer, String userAgent) {
    this(request, target, referrer, userAgent, CarriedToken.of(target.query(), "", ""));
  }

  /** Whether it shows nothing but its URL. */
  public boolean isPlain() {
    return token.isAbsent();
  }
}
