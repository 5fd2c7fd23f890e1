package io.tintype.routing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as no HTTP library would send them. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 10_000;

  private RawHttp() {}

  /** The whole answer to a GET, with the connection closed behind it. */
  static String get(int port, String target, String... headers) {
    StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return send(port, request.append("Connection: close\r\n\r\n").toString());
  }

  static String send(int port, String request) {
    try (Socket socket = open(port, request)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** A connection on which a request was sent and nothing read yet. */
  static Socket open(int port, String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return socket;
  }
}
