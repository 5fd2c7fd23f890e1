package io.tintype.dialect;

/**
 * What a dialect reads: the request target below the endpoint, as it came over the wire.
 *
 * @param rawPath undecoded path behind the endpoint's prefix, without a leading slash
 * @param rawQuery undecoded query without {@code ?}; empty = none
 */
public record RawRequest(String rawPath, String rawQuery) {}
