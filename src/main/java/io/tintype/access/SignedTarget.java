package io.tintype.access;

import io.tintype.dialect.Signature;
import io.tintype.model.PercentEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * The raw target of a request without its signature.
 *
 * @param path undecoded, with its leading slash
 * @param query undecoded, without {@code ?}, {@code ik-s} and {@code ik-t}, in the order and
 *     spelling of the URL; empty = none
 */
public record SignedTarget(String path, String query) {
  private static final String SEPARATOR = "&";

  /** Takes the signature out of a target. */
  public static SignedTarget of(String rawPath, String rawQuery) {
    List<String> kept = new ArrayList<>();
    for (String pair : rawQuery.split(SEPARATOR, -1)) {
      if (!isOfSignature(pair)) {
        kept.add(pair);
      }
    }
    String query = String.join(SEPARATOR, kept);
    return new SignedTarget(
        rawPath, query.endsWith(SEPARATOR) ? query.substring(0, query.length() - 1) : query);
  }

  private static boolean isOfSignature(String pair) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String name = PercentEncoding.decode(rawName).orElse(rawName);
    return name.equals(Signature.HASH) || name.equals(Signature.EXPIRY);
  }

  /**
   * What is left of the target below each endpoint the signer may have meant: the whole prefix, the
   * root of the host, and what lies between, since ImageKit's accounts have endpoints below their
   * own. Likeliest first, without leading slash.
   *
   * @param endpointPath prefix of the endpoint without trailing slash; "" = root. Need not be in
   *     the path where the host alone tells the endpoint
   */
  List<String> below(String endpointPath) {
    List<String> texts = new ArrayList<>();
    for (String prefix : prefixes(endpointPath)) {
      String rest = path.substring(prefix.length());
      String below = rest.startsWith("/") ? rest.substring(1) : rest;
      texts.add(withQuery(below));
      if (below.startsWith("/")) {
        texts.add(withQuery(below.replaceFirst("^/++", "")));
      }
    }
    return texts;
  }

  private List<String> prefixes(String endpointPath) {
    boolean inside = path.equals(endpointPath) || path.startsWith(endpointPath + "/");
    if (endpointPath.isEmpty() || !inside) {
      return List.of("");
    }
    List<String> prefixes = new ArrayList<>(List.of(endpointPath, ""));
    for (int slash = endpointPath.indexOf('/', 1); slash > 0; ) {
      prefixes.add(endpointPath.substring(0, slash));
      slash = endpointPath.indexOf('/', slash + 1);
    }
    return prefixes;
  }

  private String withQuery(String below) {
    return query.isEmpty() ? below : below + "?" + query;
  }
}
