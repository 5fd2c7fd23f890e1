package io.tintype.access;

import io.tintype.dialect.DeliveryRequest;

/**
 * A request, as far as access depends on it.
 *
 * @param request the URL, understood
 * @param target the URL, raw
 * @param referrer value of {@code Referer}; empty = none
 * @param userAgent value of {@code User-Agent}; empty = none
 */
public record Visit(
    DeliveryRequest request, SignedTarget target, String referrer, String userAgent) {}
