package io.tintype.routing;

import io.vertx.core.http.HttpServerResponse;

/** What every SVG is delivered with, whoever made it, and every other page. */
final class SvgPolicy {
  /** Keeps scripts in a picture from running in the site's name. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

  private SvgPolicy() {}

  /** Locks a body of this type down, if a browser may run scripts in it. */
  static void apply(HttpServerResponse response, String mediaType) {
    if (Markup.mayRunScripts(mediaType)) {
      response.putHeader("Content-Security-Policy", POLICY);
    }
  }
}
