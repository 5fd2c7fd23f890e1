package io.tintype.testing;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.RawRequest;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests as tables of URLs write them. */
public final class CaseRequest {
  private static final Pattern DPR = Pattern.compile("dpr=([0-9.]+)");
  private static final Pattern WIDTH = Pattern.compile("width=(-?[0-9]+)");

  private CaseRequest() {}

  /** What a client hints at: {@code width=300}, {@code dpr=2} and {@code save}, a blank behind. */
  public static ClientHints hints(String words) {
    Matcher dpr = DPR.matcher(words);
    Matcher width = WIDTH.matcher(words);
    return new ClientHints(
        dpr.find() ? OptionalDouble.of(Double.parseDouble(dpr.group(1))) : OptionalDouble.empty(),
        width.find() ? OptionalInt.of(Integer.parseInt(width.group(1))) : OptionalInt.empty(),
        words.contains("save "));
  }

  /**
   * A request.
   *
   * @param url below the endpoint, with its query
   */
  public static RawRequest of(String url, ClientHints hints) {
    int question = url.indexOf('?');
    return question < 0
        ? new RawRequest(url, "", hints)
        : new RawRequest(url.substring(0, question), url.substring(question + 1), hints);
  }
}
