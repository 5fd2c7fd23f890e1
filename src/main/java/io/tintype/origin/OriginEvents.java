package io.tintype.origin;

/** What origins have to tell besides their outcomes. */
public interface OriginEvents {
  /** A bucket refused a listing for want of the list permission. */
  void listingDenied(OriginId origin);
}
