package io.tintype.rehearse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One URL or path on each line, behind its count if there is one, as {@code uniq -c} has it. */
final class UrlList implements LineGrammar {
  private static final Pattern LINE =
      Pattern.compile("\\s*+(?:([0-9]{1,12})[\\t ]++)?((?:/|(?i:https?://)).*)");

  @Override
  public LogEntry read(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return new LogEntry.Nothing();
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return new LogEntry.Unreadable();
    }
    long hits = parts.group(1) == null ? 1 : Long.parseLong(parts.group(1));
    return hits == 0
        ? new LogEntry.Nothing()
        : new LogEntry.Request(LoggedRequest.of(parts.group(2).strip(), hits));
  }
}
