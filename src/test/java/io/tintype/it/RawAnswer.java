package io.tintype.it;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of HTTP/1.1 as it came over the wire, read without forgiveness.
 *
 * @param lines of the head, status line first, without line ends
 * @param body a character for each byte
 */
record RawAnswer(List<String> lines, String body) {
  /** The gateway must answer or hang up within this; bar 1 of hardening. */
  static final int PATIENCE_MILLIS = 12_000;

  RawAnswer {
    lines = List.copyOf(lines);
  }

  /** Sends bytes on a connection of their own and reads the first answer; empty = it was closed. */
  static Optional<RawAnswer> to(int port, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      } catch (SocketException closed) {
        // Who has answered already need not read the rest.
      }
      return read(socket.getInputStream());
    } catch (SocketException reset) {
      return Optional.empty();
    } catch (IOException silent) {
      throw new UncheckedIOException(silent);
    }
  }

  /** Reads the next final answer; empty = the connection was closed before it began. */
  static Optional<RawAnswer> read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); line != null; line = line(in)) {
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (lines.getFirst().contains(" 100 ")) {
        lines.clear();
      } else {
        return Optional.of(new RawAnswer(lines, body(lines, in)));
      }
    }
    if (!lines.isEmpty()) {
      throw new EOFException("in the head " + lines);
    }
    return Optional.empty();
  }

  int status() {
    return Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
  }

  /** All values of a header. */
  List<String> all(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  String header(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** Names of all headers, in lower case. */
  List<String> names() {
    return lines.stream()
        .skip(1)
        .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT))
        .toList();
  }

  String text() {
    return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String body(List<String> head, InputStream in) throws IOException {
    RawAnswer bare = new RawAnswer(head, "");
    if (bare.status() == 204 || bare.status() == 304) {
      return "";
    }
    if (bare.header("Transfer-Encoding").equals("chunked")) {
      return chunks(in);
    }
    String length = bare.header("Content-Length");
    return length.isEmpty()
        ? new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
        : exactly(in, Integer.parseInt(length));
  }

  private static String chunks(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(String.valueOf(line(in)), 16);
      body.append(exactly(in, size));
      line(in);
      if (size == 0) {
        return body.toString();
      }
    }
  }

  private static String exactly(InputStream in, int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException(bytes.length + " of " + size);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A line without its end; null = there is none. */
  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
      }
      line.append((char) c);
    }
    return line.isEmpty() ? null : line.toString();
  }
}
