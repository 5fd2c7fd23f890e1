package io.tintype.info;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The delivery URL somebody asks about, in the form it would have on the wire. It only ever selects
 * an endpoint: nothing is read from the host it names.
 *
 * @param host lower case, without port; empty = only a path was given
 * @param path undecoded, with its leading slash
 * @param query undecoded, without {@code ?}; empty = none
 */
record AskedUrl(String host, String path, String query) {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?([/?].*)?");

  /**
   * Reads a URL, or the path of one.
   *
   * @throws FaultException {@link Fault.MalformedUrl}
   */
  static AskedUrl of(String url) {
    int fragment = url.indexOf('#');
    String text = fragment < 0 ? url : url.substring(0, fragment);
    if (text.startsWith("/") && !text.startsWith("//")) {
      return split("", text);
    }
    Matcher absolute = ABSOLUTE.matcher(text);
    if (!absolute.matches()) {
      throw new FaultException(
          new Fault.MalformedUrl(
              "The parameter url has to be an absolute http or https URL, or a path that begins"
                  + " with one slash."));
    }
    String target = absolute.group(2) == null ? "/" : absolute.group(2);
    return split(plain(absolute.group(1)), target.startsWith("/") ? target : "/" + target);
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Decoding the parameter may have brought in what no request target can hold. */
  private static AskedUrl split(String host, String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    return new AskedUrl(host, PercentEncoding.repairPath(path), PercentEncoding.repairQuery(query));
  }
}
