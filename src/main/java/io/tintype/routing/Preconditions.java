package io.tintype.routing;

import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a client has the current state already, and which ranges it may have (RFC 9110, 13). */
final class Preconditions {
  private static final CharSequence RANGE = HttpHeaders.createOptimized("Range");
  private static final CharSequence IF_RANGE = HttpHeaders.createOptimized("If-Range");
  private static final String WEAK = "W/";

  private static final Pattern SINGLE_RANGE =
      Pattern.compile("bytes=(?:([0-9]{1,18})-[0-9]*|-[0-9]+)", Pattern.CASE_INSENSITIVE);

  private Preconditions() {}

  /**
   * Whether 304 is the answer. {@code If-Modified-Since} only counts without {@code If-None-Match}.
   *
   * @param etag of the current state, with quotes; empty = none
   * @param lastModified of the current state as an HTTP date; empty = not known
   */
  static boolean notModified(Exchange exchange, String etag, String lastModified) {
    String known = exchange.header(HttpHeaders.IF_NONE_MATCH);
    if (!known.isEmpty()) {
      return !etag.isEmpty() && lists(known, etag);
    }
    Optional<Instant> since = date(exchange.header(HttpHeaders.IF_MODIFIED_SINCE));
    if (since.isEmpty()) {
      return false;
    }
    Optional<Instant> modified = date(lastModified);
    return modified.isPresent() && !modified.get().isAfter(since.get());
  }

  /** Whether a part of this state continues what the client has ({@code If-Range}). */
  static boolean rangeApplies(Exchange exchange, String etag, String lastModified) {
    String condition = exchange.header(IF_RANGE);
    if (condition.isEmpty()) {
      return true;
    }
    boolean strong = !condition.startsWith(WEAK);
    return strong && (condition.equals(etag) || condition.equals(lastModified));
  }

  /**
   * The range a client asks for. Empty if it asks for none, or in a way that may be ignored (RFC
   * 9110, 14.2): several ranges would come back as a document of many parts.
   */
  static String range(Exchange exchange) {
    String header = exchange.header(RANGE);
    if (header.isEmpty()) {
      return header;
    }
    String asked = header.replace(" ", "");
    return SINGLE_RANGE.matcher(asked).matches() ? asked : "";
  }

  /**
   * Whether the client wants nothing but what lies beyond the end. Origins answer such a range with
   * the whole; the client is told instead how much there is.
   *
   * @param range as far as it was passed on to the origin
   */
  static boolean rangeIsBeyond(Exchange exchange, String range, SourceInfo info) {
    if (exchange.headOnly()
        || range.isEmpty()
        || info.length().isEmpty()
        || !info.contentRange().isEmpty()) {
      return false;
    }
    Matcher from = SINGLE_RANGE.matcher(range);
    Validators validators = info.validators();
    return from.matches()
        && from.group(1) != null
        && Long.parseLong(from.group(1)) >= info.length().getAsLong()
        && rangeApplies(exchange, validators.etag(), validators.lastModified());
  }

  private static boolean lists(String header, String etag) {
    if (header.equals(etag) || header.strip().equals("*")) {
      return true;
    }
    String wanted = opaque(etag);
    for (String tag : header.split(",", -1)) {
      if (opaque(tag.strip()).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The weak comparison: only what is between the quotes counts. */
  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }

  private static Optional<Instant> date(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
