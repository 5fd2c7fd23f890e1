package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import java.util.regex.Pattern;
import picocli.CommandLine.Parameters;

/** The URL that a command is about. */
final class UrlArgument {
  /** With a host: a name, or an address in brackets. */
  private static final Pattern HTTP =
      Pattern.compile(
          "(?i)https?://(?:[^/?#]*@)?(?:[^/?#@:\\[\\]\\s]+|\\[[0-9a-f:.%]+\\])(?::[0-9]*)?(?:[/?#].*)?",
          Pattern.DOTALL);

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
    if (!url.startsWith("/") && !HTTP.matcher(url).matches()) {
      throw new WrongUsage(
          "'%s' is no URL: it is neither http(s)://… nor a path that begins with /."
              .formatted(url));
    }
    return UrlParts.of(url).orElseThrow();
  }
}
