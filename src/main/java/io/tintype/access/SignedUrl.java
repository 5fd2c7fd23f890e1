package io.tintype.access;

import io.tintype.dialect.Signature;

/**
 * A URL below an endpoint, signed.
 *
 * @param message what was signed, expiry included
 * @param hash the signature
 * @param rawTarget path and query with the signature, in valid percent-encoded form
 */
public record SignedUrl(String message, String hash, String rawTarget) {
  /**
   * Signs a target as ImageKit's SDKs do.
   *
   * @param target in valid percent-encoded form
   * @param endpointPath prefix of the endpoint; left out of the message if it is in the path
   */
  public static SignedUrl of(
      SigningKey key, String endpointPath, SignedTarget target, Expiry expiry) {
    String message = target.below(endpointPath).getFirst() + expiry.text();
    String hash = key.sign(message);
    String until = expiry.isNever() ? "" : Signature.EXPIRY + "=" + expiry.text() + "&";
    String query = target.query().isEmpty() ? "" : target.query() + "&";
    return new SignedUrl(
        message, hash, target.path() + "?" + query + until + Signature.HASH + "=" + hash);
  }
}
