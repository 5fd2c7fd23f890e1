package io.tintype.routing;

import io.tintype.model.ImageFormat;
import io.vertx.core.http.HttpServerResponse;

/** What every SVG is delivered with, whoever made it. */
final class SvgPolicy {
  /** Keeps scripts in a picture from running in the site's name. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private SvgPolicy() {}

  /** Locks a body of this type down, if it is an SVG. */
  static void apply(HttpServerResponse response, String mediaType) {
    if (mediaType.regionMatches(
        true, 0, ImageFormat.SVG.mediaType(), 0, ImageFormat.SVG.mediaType().length())) {
      response.putHeader("Content-Security-Policy", POLICY);
    }
  }
}
