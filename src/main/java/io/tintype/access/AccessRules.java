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
 * @param secrets that signatures in paths were made with
 * @param tokenKeys that authentication tokens were made with
 * @param strict which transformations are made
 */
public record AccessRules(
    List<SigningKey> keys,
    boolean signatureRequired,
    boolean restrictUnnamed,
    PrivatePaths privatePaths,
    CallerRules callers,
    List<ApiSecret> secrets,
    List<TokenKey> tokenKeys,
    StrictTransformations strict) {
  /** Everything is open. */
  public static final AccessRules OPEN =
      new AccessRules(List.of(), false, false, new PrivatePaths(List.of()), CallerRules.NONE);

  /** Of an endpoint that knows no signatures in paths. */
  public AccessRules(
      List<SigningKey> keys,
      boolean signatureRequired,
      boolean restrictUnnamed,
      PrivatePaths privatePaths,
      CallerRules callers) {
    this(
        keys,
        signatureRequired,
        restrictUnnamed,
        privatePaths,
        callers,
        List.of(),
        List.of(),
        StrictTransformations.OPEN);
  }

  public AccessRules {
    keys = List.copyOf(keys);
    secrets = List.copyOf(secrets);
    tokenKeys = List.copyOf(tokenKeys);
    if (signatureRequired && keys.isEmpty() && secrets.isEmpty() && tokenKeys.isEmpty()) {
      throw new IllegalArgumentException("no key for the signatures that are required");
    }
  }
}
