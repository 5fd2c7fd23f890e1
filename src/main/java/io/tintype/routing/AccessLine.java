package io.tintype.routing;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;

/**
 * The line of one request in the access log. Its keys and values are only put together when they
 * are asked for, which is on the thread that writes logs. Holds on to texts of bounded length and
 * to nothing else of the request, since many lines may wait. Immutable but for its pairs.
 *
 * @param host the client asked for
 * @param path raw
 * @param bytes written to the connection
 * @param endpoint name, or what stands for none
 * @param asked empty = it was not understood
 * @param servedFrom tier of the body; empty = none
 * @param fault name; empty = none
 */
record AccessLine(
    String id,
    String method,
    String host,
    String path,
    int status,
    long bytes,
    long millis,
    String endpoint,
    Outcome outcome,
    Optional<Asked> asked,
    Optional<Outcome> servedFrom,
    Optional<String> fault)
    implements LoggingEvent {
  private static final String MESSAGE = "request";
  private static final int MOST_PAIRS = 14;

  AccessLine {
    id = HeaderText.cut(id);
    method = HeaderText.cut(method);
    host = HeaderText.cut(host);
    path = HeaderText.cut(path);
  }

  /**
   * What was asked for.
   *
   * @param source text of its reference, whose query is not shown
   * @param chain the transformation as canonical text
   */
  record Asked(String source, String chain) {
    Asked {
      source = HeaderText.cut(source);
      chain = HeaderText.cut(chain);
    }
  }

  @Override
  public List<KeyValuePair> getKeyValuePairs() {
    return new Pairs(this);
  }

  private List<KeyValuePair> pairs() {
    List<KeyValuePair> pairs = new ArrayList<>(MOST_PAIRS);
    pairs.add(new KeyValuePair("request", id));
    pairs.add(new KeyValuePair("method", HeaderText.safe(method)));
    pairs.add(new KeyValuePair("host", HeaderText.safe(host)));
    pairs.add(new KeyValuePair("path", HeaderText.safe(path)));
    pairs.add(new KeyValuePair("status", status));
    pairs.add(new KeyValuePair("bytes", bytes));
    pairs.add(new KeyValuePair("millis", millis));
    pairs.add(new KeyValuePair("endpoint", endpoint));
    pairs.add(new KeyValuePair("outcome", outcome.label()));
    if (asked.isPresent()) {
      String source = withoutQuery(asked.get().source());
      pairs.add(new KeyValuePair("source", HeaderText.safe(source)));
      pairs.add(new KeyValuePair("transformation", HeaderText.safe(asked.get().chain())));
    }
    servedFrom.ifPresent(tier -> pairs.add(new KeyValuePair("cache", tier.label())));
    fault.ifPresent(name -> pairs.add(new KeyValuePair("fault", name)));
    return pairs;
  }

  /** A query that an origin is to see may carry its secrets. */
  private static String withoutQuery(String source) {
    int query = source.indexOf('?');
    return query < 0 ? source : source.substring(0, query);
  }

  @Override
  public Level getLevel() {
    return Level.INFO;
  }

  @Override
  public String getLoggerName() {
    return RoutingVerticle.ACCESS_LOG;
  }

  @Override
  public String getMessage() {
    return MESSAGE;
  }

  @Override
  public List<Object> getArguments() {
    return List.of();
  }

  @Override
  public Object @Nullable [] getArgumentArray() {
    return null;
  }

  @Override
  public List<Marker> getMarkers() {
    return List.of();
  }

  @Override
  public @Nullable Throwable getThrowable() {
    return null;
  }

  /** Who writes the line says when. */
  @Override
  public long getTimeStamp() {
    return 0;
  }

  @Override
  public String getThreadName() {
    return Thread.currentThread().getName();
  }

  /** The keys and values of a line, made by the first who looks; confined to one thread then. */
  private static final class Pairs extends AbstractList<KeyValuePair> {
    private final AccessLine line;
    private @Nullable List<KeyValuePair> made;

    Pairs(AccessLine line) {
      this.line = line;
    }

    @Override
    public KeyValuePair get(int index) {
      return made().get(index);
    }

    @Override
    public int size() {
      return made().size();
    }

    private List<KeyValuePair> made() {
      if (made == null) {
        made = line.pairs();
      }
      return made;
    }
  }
}
