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
  private static final Pattern PAGE = Pattern.compile("page=(-?[0-9]+)");

  private CaseRequest() {}

  /**
   * What a client hints at: {@code width=300}, {@code page=1200}, {@code dpr=2} and {@code save}, a
   * blank behind.
   */
  public static ClientHints hints(String words) {
    Matcher dpr = DPR.matcher(words);
    return new ClientHints(
        dpr.find() ? OptionalDouble.of(Double.parseDouble(dpr.group(1))) : OptionalDouble.empty(),
        pixels(WIDTH, words),
        pixels(PAGE, words),
        words.contains("save "));
  }

  private static OptionalInt pixels(Pattern pattern, String words) {
    Matcher pixels = pattern.matcher(words);
    return pixels.find() ? OptionalInt.of(Integer.parseInt(pixels.group(1))) : OptionalInt.empty();
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
