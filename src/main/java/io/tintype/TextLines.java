package io.tintype;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * Log events as lines of text: moment, level, the last word of the logger's name, the message, and
 * keys with quoted values. Control characters become spaces and quotes in values get a backslash,
 * so that no value looks like another line, steers a terminal or pretends to be another key.
 * Confined to one thread.
 */
final class TextLines extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("XXX");
  private static final int MILLIS = 1_000;

  /** What Unicode has for ends of lines besides the control characters. */
  private static final char LINE_END = '\u2028';

  private static final char PARAGRAPH_END = '\u2029';

  /** Of the name of a level; longer ones there are not. */
  private static final int LEVEL_WIDTH = 5;

  private final ZoneId zone = ZoneId.systemDefault();
  private final StringBuilder line = new StringBuilder();
  private long lastSecond = Long.MIN_VALUE;
  private String second = "";
  private String offset = "";

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    line.setLength(0);
    moment(event.getTimeStamp());
    String level = event.getLevel().toString();
    line.append(' ').append(level).repeat(' ', LEVEL_WIDTH - level.length() + 1);
    String logger = event.getLoggerName();
    line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(' ');
    harmless(event.getFormattedMessage());
    line.append(' ');
    pairs(event.getKeyValuePairs());
    line.append(System.lineSeparator());
    if (event.getThrowableProxy() != null) {
      line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The calendar is asked once a second. */
  private void moment(long millis) {
    long now = Math.floorDiv(millis, MILLIS);
    if (now != lastSecond) {
      var at = Instant.ofEpochSecond(now).atZone(zone);
      second = SECOND.format(at);
      offset = OFFSET.format(at);
      lastSecond = now;
    }
    int fraction = Math.floorMod(millis, MILLIS);
    line.append(second).append('.');
    line.append((char) ('0' + fraction / 100));
    line.append((char) ('0' + fraction / 10 % 10));
    line.append((char) ('0' + fraction % 10)).append(offset);
  }

  private void pairs(List<KeyValuePair> pairs) {
    if (pairs == null) {
      return;
    }
    for (int i = 0; i < pairs.size(); i++) {
      KeyValuePair pair = pairs.get(i);
      if (i > 0) {
        line.append(' ');
      }
      harmless(pair.key);
      line.append("=\"");
      harmless(quotable(String.valueOf(pair.value)));
      line.append('"');
    }
  }

  private static String quotable(String text) {
    return text.indexOf('"') < 0 && text.indexOf('\\') < 0
        ? text
        : text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Several control characters together become one space. */
  private void harmless(String text) {
    boolean broken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks = Character.isISOControl(c) || c == LINE_END || c == PARAGRAPH_END;
      if (!breaks) {
        line.append(c);
      } else if (!broken) {
        line.append(' ');
      }
      broken = breaks;
    }
  }
}
