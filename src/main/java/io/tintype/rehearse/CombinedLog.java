package io.tintype.rehearse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The common log format of web servers, also with the host in front, and whatever fields may follow
 * the status: nginx {@code combined}, Apache {@code common}, {@code combined}, {@code
 * vhost_combined}.
 */
final class CombinedLog implements LineGrammar {
  /** The end of the time and the beginning of the request line. */
  private static final String BEFORE_REQUEST = "] \"";

  private static final Pattern REQUEST =
      Pattern.compile("([A-Z]{3,20}) (\\S.*?)(?: HTTP/[0-9.]+)?");
  private static final Pattern STATUS = Pattern.compile(" ([1-9][0-9]{2})(?: .*)?");
  private static final int FIRST_FAILURE = 400;
  private static final int RADIX = 16;

  /** What stands in front of the time, if it begins with a host: client, identity, user. */
  private static final int FIELDS_WITH_HOST = 4;

  @Override
  public LogEntry read(String line) {
    if (line.isBlank()) {
      return new LogEntry.Nothing();
    }
    int before = line.indexOf(BEFORE_REQUEST);
    int start = before + BEFORE_REQUEST.length();
    int end = before < 0 ? -1 : endOfQuoted(line, start);
    Matcher status = STATUS.matcher(end < 0 ? "" : line.substring(end + 1));
    if (!status.matches()) {
      return new LogEntry.Unreadable();
    }
    int code = Integer.parseInt(status.group(1));
    Matcher request = REQUEST.matcher(unescaped(line.substring(start, end)));
    if (!request.matches()) {
      return code >= FIRST_FAILURE ? new LogEntry.Nothing() : new LogEntry.Unreadable();
    }
    return new LogEntry.Request(
        new LoggedRequest(
            request.group(1), host(line.substring(0, before)), request.group(2), code, 1));
  }

  private static int endOfQuoted(String line, int start) {
    for (int i = start; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '"' -> {
          return i;
        }
        case '\\' -> i++;
        default -> {
          // A character of the request.
        }
      }
    }
    return -1;
  }

  private static String host(String front) {
    int time = front.indexOf('[');
    String[] fields = front.substring(0, Math.max(time, 0)).strip().split(" ", -1);
    return fields.length == FIELDS_WITH_HOST && fields[2].equals("-")
        ? LoggedUrl.plainHost(fields[0])
        : "";
  }

  /** Without the escapes of nginx and Apache, which stand for bytes. */
  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] escaped = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < escaped.length; i++) {
      if (escaped[i] != '\\' || i + 1 == escaped.length) {
        bytes.write(escaped[i]);
      } else if (escaped[i + 1] == 'x' && isHex(escaped, i + 2) && isHex(escaped, i + 3)) {
        bytes.write(digit(escaped[i + 2]) * RADIX + digit(escaped[i + 3]));
        i += 3;
      } else {
        i++;
        bytes.write(escaped[i]);
      }
    }
    return LineSource.text(bytes.toByteArray(), bytes.size());
  }

  private static boolean isHex(byte[] text, int at) {
    return at < text.length && digit(text[at]) >= 0;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, RADIX);
  }
}
