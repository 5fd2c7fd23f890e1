package io.tintype.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Until when a signed URL is good.
 *
 * @param text Unix seconds in one to ten decimal digits, as the URL has them: they are signed. The
 *     signed text has nothing between the URL and these digits, so that eleven of them could be a
 *     digit of the URL and an expiry of ten
 */
public record Expiry(String text) {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  /** What is signed where the URL has no expiry. */
  public static final Expiry NEVER = new Expiry("9999999999");

  public Expiry {
    if (!SECONDS.matcher(text).matches()) {
      throw new IllegalArgumentException("expiry " + text);
    }
  }

  /** An expiry at the beginning of a second; empty beyond the range, which ends in 2286. */
  public static Optional<Expiry> at(Instant moment) {
    return read(Long.toString(moment.getEpochSecond()));
  }

  /** Reads the value of {@code ik-t}; empty if it is none. */
  public static Optional<Expiry> read(String text) {
    return SECONDS.matcher(text).matches() ? Optional.of(new Expiry(text)) : Optional.empty();
  }

  public boolean isNever() {
    return equals(NEVER);
  }

  /** The last second in which the URL is good. */
  public Instant moment() {
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  public boolean isPast(Instant now) {
    return now.getEpochSecond() > moment().getEpochSecond();
  }

  /** How long the URL will still be good, in whole seconds; not negative. */
  public Duration remaining(Instant now) {
    return Duration.ofSeconds(Math.max(0, moment().getEpochSecond() - now.getEpochSecond()));
  }
}
