package io.tintype.origin.s3;

import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refusal of S3 (its API reference, «Error responses»).
 *
 * @param code for example {@code NoSuchKey}; empty if the answer has no document
 * @param region where the bucket really is; empty = not said
 * @param endpoint host under which the bucket is really found; empty = not said
 */
record S3Error(int status, String code, String region, String endpoint) {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;

  /** S3 wants to be asked again then: internal errors, and requests to slow down. */
  private static final Set<Integer> PASSING = Set.of(500, 502, 503, 504);

  /** Codes that mean our keys, whatever their status. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "AccountProblem",
          "AuthorizationHeaderMalformed",
          "CredentialsNotSupported",
          "ExpiredToken",
          "InvalidAccessKeyId",
          "InvalidSecurity",
          "InvalidToken",
          "NotSignedUp",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "TokenRefreshRequired",
          "XAmzContentSHA256Mismatch");

  /** Refusals of one object that are nobody's fault. */
  private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchVersion", "KeyTooLongError");

  /** Reads an error document; one that cannot be read leaves the status to speak. */
  static S3Error of(int status, Optional<String> regionHeader, Buffer document) {
    String text = document.toString();
    return new S3Error(
        status,
        element("Code", text),
        regionHeader.orElseGet(() -> element("Region", text)),
        element("Endpoint", text));
  }

  /** Whether the document is missing although only it tells refusals apart. */
  boolean isMute() {
    return code.isEmpty() && (status == FORBIDDEN || status == NOT_FOUND || status == 400);
  }

  /** Whether the bucket is elsewhere, and where is said. */
  boolean isElsewhere(String regionAsked) {
    boolean moved = status == 301 || status == 307 || status == 400;
    return moved && !region.isEmpty() && !region.equals(regionAsked);
  }

  /** Whether listing (or reading) is not permitted to our keys. */
  boolean isAccessDenied() {
    return status == FORBIDDEN && (code.isEmpty() || code.equals("AccessDenied"));
  }

  /**
   * What the refusal says of an object. {@code AccessDenied} is what S3 says of a missing object to
   * those who may not list.
   */
  FetchOutcome outcome() {
    String reason = code.isEmpty() ? "status " + status : code + ", status " + status;
    if (CREDENTIALS.contains(code) || status == UNAUTHORIZED) {
      return new Broken(Cause.CREDENTIALS, reason);
    }
    boolean noObject = (status == NOT_FOUND && code.isEmpty()) || status == GONE;
    if (ABSENT.contains(code) || noObject || isAccessDenied()) {
      return new Absent(reason);
    }
    return new Broken(PASSING.contains(status) ? Cause.UNAVAILABLE : Cause.UNUSABLE, reason);
  }

  private static String element(String name, String text) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]{1,255})</" + name + ">").matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
