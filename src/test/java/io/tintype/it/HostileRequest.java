package io.tintype.it;

import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code cases/hostile-requests.txt}, which explains the notation, or of its kind.
 *
 * @param text as the table has it
 * @param request what is sent, a character for each byte
 * @param allowed what may come back
 */
record HostileRequest(String text, String request, List<String> allowed) {
  private static final Pattern REPEATED = Pattern.compile("\\{([^{}]+)\\*(\\d+)}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(x[0-9a-f]{2}|[rnt0\\\\])");

  HostileRequest {
    allowed = List.copyOf(allowed);
  }

  /** Those of a table of that notation; targets are sent with these header lines besides. */
  static List<HostileRequest> of(String table, String headers) throws IOException {
    return CaseTable.lines(table).stream().map(line -> read(line, headers)).toList();
  }

  /** A request for a target that may be answered with anything but an error of the server. */
  static HostileRequest forTarget(String target) {
    return new HostileRequest(target, get(target, ""), List.of("any"));
  }

  private static HostileRequest read(String line, String headers) {
    String text = CaseTable.input(line);
    String answers = line.substring(text.length() + CaseTable.ARROW.length());
    String plain = unescaped(repeated(text));
    String request = plain.startsWith("/") ? get(plain, headers) : plain;
    return new HostileRequest(text, request, Arrays.asList(answers.split(" or ", -1)));
  }

  private static String get(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
  }

  /** Whether this may be the answer; empty = the connection was closed. */
  boolean allows(Optional<RawAnswer> answer) {
    if (answer.isEmpty()) {
      return allowed.contains("closed");
    }
    int status = answer.get().status();
    return allowed.contains(Integer.toString(status))
        || (allowed.contains("4xx") && status / 100 == 4)
        || (allowed.contains("any") && status < 500);
  }

  private static String repeated(String text) {
    String before = text;
    while (true) {
      String after =
          replaced(REPEATED, before, found -> found.group(1).repeat(number(found.group(2))));
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
  }

  private static String unescaped(String text) {
    UnaryOperator<String> meaning =
        escape ->
            switch (escape.charAt(0)) {
              case 'r' -> "\r";
              case 'n' -> "\n";
              case 't' -> "\t";
              case '0' -> "\0";
              case 'x' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
              default -> escape;
            };
    return replaced(ESCAPED, text, found -> meaning.apply(found.group(1)));
  }

  private static String replaced(
      Pattern pattern, String text, Function<Matcher, String> replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder replaced = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(replaced, Matcher.quoteReplacement(replacement.apply(matcher)));
    }
    return matcher.appendTail(replaced).toString();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
