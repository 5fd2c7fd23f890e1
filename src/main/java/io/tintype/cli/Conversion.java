package io.tintype.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * What became of a URL that was to be written in another language.
 *
 * @param url as it was found
 * @param converted the same as {@code url} where it is kept
 * @param notes what differs, or why it is kept; of an exact one, what else there is to know
 */
record Conversion(String url, String converted, Verdict verdict, List<String> notes) {
  Conversion {
    notes = List.copyOf(notes);
  }

  /** How well it went. */
  enum Verdict {
    /** The same picture of the same source. */
    EXACT,
    /** Something differs. */
    DIFFERS,
    /** The URL stays as it is. */
    KEPT
  }

  /** A URL that stays as it is, and why. */
  static Conversion kept(String url, String reason) {
    return new Conversion(url, url, Verdict.KEPT, List.of(reason));
  }

  /** The same, with what was found and written spelt as the text around it has it. */
  Conversion spelt(String found, String written) {
    return new Conversion(found, written, verdict, notes);
  }

  boolean isExact() {
    return verdict == Verdict.EXACT;
  }

  /** One line. */
  String sentence() {
    String words = String.join("; ", notes);
    return switch (verdict) {
      case EXACT -> "exact" + (words.isEmpty() ? "" : " (" + words + ")");
      case DIFFERS -> "differs: " + words;
      case KEPT -> "not converted: " + words;
    };
  }

  /** Fields: {@code docs/cli.md}. */
  JsonObject json() {
    return new JsonObject()
        .put("url", url)
        .put("converted", verdict == Verdict.KEPT ? null : converted)
        .put("verdict", verdict.name().toLowerCase(Locale.ROOT))
        .put("notes", new JsonArray(notes));
  }
}
