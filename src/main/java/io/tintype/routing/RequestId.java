package io.tintype.routing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request in the log and in every answer. */
public final class RequestId {
  public static final String HEADER = "x-request-id";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** The client's own id if it is harmless, else a new one. */
  public static String of(@Nullable String offered) {
    if (offered != null && WELL_FORMED.matcher(offered).matches()) {
      return offered;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
