package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import picocli.CommandLine.Parameters;

/** The URL that a command is about. */
final class UrlArgument {
  @Parameters(paramLabel = "URL", description = "An absolute URL, or only its path and query.")
  private String url = "";

  /** As it was given. */
  String text() {
    return url;
  }

  /**
   * Cuts the URL up.
   *
   * @throws WrongUsage if it is no URL that could be served
   */
  UrlParts parts() {
    return UrlParts.of(url)
        .orElseThrow(() -> new WrongUsage("URL is neither http(s)://… nor a path: " + url));
  }
}
