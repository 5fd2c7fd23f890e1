package io.tintype.routing;

import java.nio.charset.StandardCharsets;
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
    byte[] digits = new byte[2 * Long.BYTES * 2];
    write(random.nextLong(), digits, 0);
    write(random.nextLong(), digits, digits.length / 2);
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static void write(long bits, byte[] digits, int start) {
    for (int i = 0; i < 2 * Long.BYTES; i++) {
      digits[start + i] = (byte) Character.forDigit((int) (bits >>> (4 * i)) & 0xf, 16);
    }
  }
}
