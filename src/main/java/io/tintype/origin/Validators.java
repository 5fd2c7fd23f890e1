package io.tintype.origin;

/**
 * What tells two states of a source apart (RFC 9110, 8.8), as the origin sent it.
 *
 * @param etag entity tag with its quotes and weakness mark; empty = none
 * @param lastModified HTTP date; empty = none
 */
public record Validators(String etag, String lastModified) {
  public static final Validators NONE = new Validators("", "");

  /** These, completed by those of the state that they confirm. */
  Validators confirming(Validators before) {
    return new Validators(
        etag.isEmpty() ? before.etag : etag,
        lastModified.isEmpty() ? before.lastModified : lastModified);
  }

  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
