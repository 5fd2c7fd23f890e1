package io.tintype.origin.s3;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stored versions of one public id. */
sealed interface Listing {
  /**
   * What the bucket listed.
   *
   * @param keys by version; may be empty
   * @param nanoTime when it was asked
   */
  record Versions(NavigableMap<Long, String> keys, long nanoTime) implements Listing {
    private static final Pattern NAME = Pattern.compile("([0-9]{1,18})(?:\\.[^./]+)?");

    /** Keeps what is named like a version. */
    static Versions of(Collection<String> listed, long nanoTime) {
      NavigableMap<Long, String> keys = new TreeMap<>();
      for (String key : listed) {
        Matcher matcher = NAME.matcher(key.substring(key.lastIndexOf('/') + 1));
        if (matcher.matches()) {
          keys.put(Long.valueOf(matcher.group(1)), key);
        }
      }
      return new Versions(keys, nanoTime);
    }

    /** The key of the version asked for if it is listed, else of the newest. */
    Optional<String> pick(long version) {
      if (keys.isEmpty()) {
        return Optional.empty();
      }
      String wanted = version > 1 ? keys.get(version) : null;
      return Optional.of(wanted == null ? keys.lastEntry().getValue() : wanted);
    }

    /** Whether a version is asked for that may have been stored after the bucket was asked. */
    boolean mayLack(long version) {
      return version > 1 && (keys.isEmpty() || version > keys.lastKey());
    }
  }

  /** Our keys may not list. */
  record Forbidden() implements Listing {}
}
