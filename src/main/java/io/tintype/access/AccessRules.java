package io.tintype.access;

import java.util.List;

/**
 * What an endpoint decides about access. Keys and defaults: {@code docs/configuration.md}.
 *
 * @param keys that signatures are checked with; the first one signs
 * @param signatureRequired whether every URL must be signed; needs a key
 * @param restrictUnnamed whether only named transformations are served
 * @param privatePaths whose originals and unnamed transformations need a signature
 * @param callers who may use the endpoint
 */
public record AccessRules(
    List<SigningKey> keys,
    boolean signatureRequired,
    boolean restrictUnnamed,
    PrivatePaths privatePaths,
    CallerRules callers) {
  /** Everything is open. */
  public static final AccessRules OPEN =
      new AccessRules(List.of(), false, false, new PrivatePaths(List.of()), CallerRules.NONE);

  public AccessRules {
    keys = List.copyOf(keys);
    if (signatureRequired && keys.isEmpty()) {
      throw new IllegalArgumentException("no key for the signatures that are required");
    }
  }
}
