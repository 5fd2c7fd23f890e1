package io.tintype.dialect;

/**
 * What a dialect reads: the request target below the endpoint, as it came over the wire.
 *
 * @param rawPath undecoded path behind the endpoint's prefix, without a leading slash
 * @param rawQuery undecoded query without {@code ?}; empty = none
 * @param hints what the client says of the place the picture is for
 */
public record RawRequest(String rawPath, String rawQuery, ClientHints hints) {
  /** Of a client that gives no hints. */
  public RawRequest(String rawPath, String rawQuery) {
    this(rawPath, rawQuery, ClientHints.NONE);
  }
}
