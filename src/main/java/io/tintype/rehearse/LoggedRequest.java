package io.tintype.rehearse;

/**
 * A request that somebody else has answered.
 *
 * @param method empty = the log does not say
 * @param host lower case, without port; empty = the log does not say
 * @param target path with query, or an absolute URL, as it came over the wire
 * @param status of the answer; 0 = the log does not say
 * @param hits how often it was made, at least 1
 */
record LoggedRequest(String method, String host, String target, int status, long hits) {
  private static final int FIRST_FAILURE = 400;

  /** Of a list that has nothing but URLs. */
  static LoggedRequest of(String target, long hits) {
    return new LoggedRequest("", "", target, 0, hits);
  }

  /** Whether a picture may have been delivered: read, and not answered with a failure. */
  boolean wasDelivered() {
    return status < FIRST_FAILURE
        && switch (method) {
          case "", "GET", "HEAD" -> true;
          default -> false;
        };
  }
}
