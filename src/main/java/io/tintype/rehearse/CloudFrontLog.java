package io.tintype.rehearse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The standard log of CloudFront: fields between tabs, in the order that {@code #Fields:} says. A
 * part of a log without that line is read in the order of version 1.0.
 */
final class CloudFrontLog implements LineGrammar {
  private static final String FIELDS = "#Fields:";
  private static final String ABSENT = "-";
  private static final List<String> ORDER =
      List.of(
          "date",
          "time",
          "x-edge-location",
          "sc-bytes",
          "c-ip",
          "cs-method",
          "cs(Host)",
          "cs-uri-stem",
          "sc-status",
          "cs(Referer)",
          "cs(User-Agent)",
          "cs-uri-query",
          "cs(Cookie)",
          "x-edge-result-type",
          "x-edge-request-id",
          "x-host-header");

  /** An escape of the client's: its percent sign is escaped once more in the log. */
  private static final Pattern TWICE = Pattern.compile("%25(?=[0-9A-Fa-f]{2})");

  private Map<String, Integer> columns = columns(ORDER);

  @Override
  public LogEntry read(String line) {
    if (line.startsWith(FIELDS)) {
      columns = columns(List.of(line.substring(FIELDS.length()).strip().split("\\s+", -1)));
      return new LogEntry.Nothing();
    }
    if (line.isBlank() || line.startsWith("#")) {
      return new LogEntry.Nothing();
    }
    String[] fields = line.split("\t", -1);
    String path = field(fields, "cs-uri-stem");
    String status = field(fields, "sc-status");
    if (!path.startsWith("/") || !status.matches("[0-9]{3}")) {
      return new LogEntry.Unreadable();
    }
    String query = field(fields, "cs-uri-query");
    String target = query.isEmpty() ? path : path + "?" + query;
    String viewed = field(fields, "x-host-header");
    return new LogEntry.Request(
        new LoggedRequest(
            field(fields, "cs-method"),
            LoggedUrl.plainHost(viewed.isEmpty() ? field(fields, "cs(Host)") : viewed),
            TWICE.matcher(target).replaceAll("%"),
            Integer.parseInt(status),
            1));
  }

  private String field(String[] fields, String name) {
    int column = columns.getOrDefault(name, fields.length);
    return column >= fields.length || fields[column].equals(ABSENT) ? "" : fields[column];
  }

  private static Map<String, Integer> columns(List<String> names) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(names.get(i), i);
    }
    return columns;
  }
}
