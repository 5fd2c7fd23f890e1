package io.tintype.dialect;

import java.util.Optional;

/**
 * The signature of a URL in ImageKit's manner, as the URL has it; nothing of it has been checked.
 *
 * @param hash value of {@code ik-s}, percent-encoding removed
 * @param expiry value of {@code ik-t}, percent-encoding removed; empty = never expires
 */
public record Signature(String hash, Optional<String> expiry) implements Seal {
  /** Name of the query parameter with the hash. */
  public static final String HASH = "ik-s";

  /** Name of the query parameter with the expiry. */
  public static final String EXPIRY = "ik-t";
}
