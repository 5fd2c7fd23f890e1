package io.tintype.config;

import java.util.Collection;
import java.util.Locale;

/** Finds the name somebody may have meant. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code ; did you mean 'x'?} if one of the names is close enough, else nothing. */
  public static String of(String written, Collection<String> names) {
    String best = "";
    int most = written.length() < 4 ? 1 : Math.max(2, written.length() / 3);
    int least = most + 1;
    for (String name : names) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
