package io.tintype.rehearse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * What a browser has recorded (HTTP Archive 1.2): {@code log.entries[]} with {@code
 * request.method}, {@code request.url} and {@code response.status}. Bodies are skipped, and never
 * held in memory.
 */
final class HarLog {
  private static final JsonFactory JSON = new JsonFactory();

  private HarLog() {}

  /** Does something with a member of an object, whose value the parser is at. */
  private interface Member {
    void read(String name, JsonParser parser) throws IOException;
  }

  /**
   * Reads a document.
   *
   * @throws IOException if it cannot be read or is no JSON
   */
  static void read(InputStream in, Consumer<LogEntry> entries) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.nextToken();
      object(
          parser,
          (name, log) ->
              when(
                  name.equals("log"),
                  log,
                  (part, list) -> {
                    if (part.equals("entries") && list.isExpectedStartArrayToken()) {
                      array(list, entries);
                    } else {
                      list.skipChildren();
                    }
                  }));
    }
  }

  private static void array(JsonParser parser, Consumer<LogEntry> entries) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Draft draft = new Draft();
      object(parser, draft);
      entries.accept(draft.entry());
    }
  }

  private static void object(JsonParser parser, Member member) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      member.read(name, parser);
    }
  }

  private static void when(boolean isWanted, JsonParser parser, Member member) throws IOException {
    if (isWanted) {
      object(parser, member);
    } else {
      parser.skipChildren();
    }
  }

  /** An entry that is being read. */
  private static final class Draft implements Member {
    private String method = "";
    private String url = "";
    private int status;

    @Override
    public void read(String name, JsonParser parser) throws IOException {
      when(name.equals("request") || name.equals("response"), parser, this::detail);
    }

    private void detail(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "method" -> method = parser.getValueAsString("");
        case "url" -> url = parser.getValueAsString("");
        case "status" -> status = parser.getValueAsInt(0);
        default -> parser.skipChildren();
      }
    }

    LogEntry entry() {
      if (url.isEmpty()) {
        return new LogEntry.Unreadable();
      }
      return url.regionMatches(true, 0, "http", 0, "http".length())
          ? new LogEntry.Request(new LoggedRequest(method, "", url, status, 1))
          : new LogEntry.Nothing();
    }
  }
}
