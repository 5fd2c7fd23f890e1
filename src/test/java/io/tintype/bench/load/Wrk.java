package io.tintype.bench.load;

import io.tintype.bench.server.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code wrk} measured: the client for hits, of which servers answer more a second than a Java
 * client on the same cores could ask.
 *
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param failed answers with 400 or more, and broken connections
 */
public record Wrk(long requests, double perSecond, double p50, double p99, long failed) {
  private static final Map<String, Double> MILLIS =
      Map.of("us", 0.001, "ms", 1.0, "s", 1000.0, "m", 60_000.0);
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern NON_2XX = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern SOCKET =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  public static boolean isInstalled() {
    return Programs.find("wrk").isPresent();
  }

  /** Asks for one URL again and again. */
  public static Wrk run(String url, int connections, Duration time, String... headers) {
    List<String> command = new ArrayList<>();
    command.add(Programs.find("wrk").orElseThrow());
    int threads = Math.min(2, connections);
    command.addAll(List.of("-t" + threads, "-c" + connections, "-d" + time.toSeconds() + "s"));
    for (String header : headers) {
      command.addAll(List.of("-H", header));
    }
    command.addAll(List.of("--latency", url));
    return read(Programs.output(command));
  }

  /** Reads what {@code wrk --latency} prints. */
  public static Wrk read(String text) {
    long failed = number(NON_2XX, text).map(Double::longValue).orElse(0L);
    Matcher sockets = SOCKET.matcher(text);
    if (sockets.find()) {
      for (int i = 1; i <= sockets.groupCount(); i++) {
        failed += Long.parseLong(sockets.group(i));
      }
    }
    return new Wrk(
        number(REQUESTS, text).orElseThrow(() -> new IllegalStateException(text)).longValue(),
        number(RATE, text).orElseThrow(),
        time("50%", text),
        time("99%", text),
        failed);
  }

  private static Optional<Double> number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(Double.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static double time(String share, String text) {
    Matcher matcher = Pattern.compile("\\s" + share + "\\s+([\\d.]+)(us|ms|s|m)\\s").matcher(text);
    return matcher.find()
        ? Double.parseDouble(matcher.group(1)) * MILLIS.get(matcher.group(2))
        : Double.NaN;
  }
}
