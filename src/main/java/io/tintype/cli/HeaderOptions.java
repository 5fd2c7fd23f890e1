package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.dialect.ClientHints;
import io.tintype.model.Accepts;
import io.tintype.routing.HintHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What a client would send with a request. */
final class HeaderOptions {
  private static final String ACCEPT = "Accept";
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  @Option(
      names = "--accept",
      paramLabel = "TYPES",
      defaultValue = "",
      description = "Short for --header 'Accept: TYPES', such as image/avif,image/webp.")
  private String accept = "";

  @Option(
      names = {"-H", "--header"},
      paramLabel = "NAME: VALUE",
      description = {
        "A header of the client's request; may be given several times.",
        "Accept, Sec-CH-Width, Sec-CH-Viewport-Width, Sec-CH-DPR (also Width, Viewport-Width, DPR)"
            + " and Save-Data have an effect."
      })
  private List<String> lines = new ArrayList<>();

  /**
   * Reads the options.
   *
   * @throws WrongUsage if one of them is no header
   */
  Headers headers() {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(colon, 0)).strip();
      if (!name.matches(TOKEN)) {
        throw new WrongUsage("--header takes 'Name: value', not " + line);
      }
      values.merge(name, line.substring(colon + 1).strip(), (one, more) -> one + "," + more);
    }
    if (!accept.isEmpty()) {
      values.merge(ACCEPT, accept, (one, more) -> one + "," + more);
    }
    return new Headers(values);
  }

  /**
   * Headers of a request, several lines of a name joined by commas.
   *
   * @param values by name, in any case
   */
  record Headers(Map<String, String> values) {
    Accepts accepts() {
      return Accepts.ofHeader(value(ACCEPT));
    }

    ClientHints hints(boolean dataSaver) {
      return HintHeaders.heard(name -> value(name.toString()), dataSaver);
    }

    private String value(String name) {
      return values.getOrDefault(name, "");
    }
  }
}
