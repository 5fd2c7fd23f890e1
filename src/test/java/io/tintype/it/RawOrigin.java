package io.tintype.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that sends any bytes, right or wrong, and then does what it is told. */
public final class RawOrigin implements AutoCloseable {
  /** What comes behind the bytes. */
  public enum Then {
    KEEP,
    CLOSE,
    RESET,
    HANG,
    /** Keeps the connection, and resets it as soon as it is used again. */
    RESET_NEXT
  }

  /** Each character of the text is one octet. */
  private record Script(String octets, Then then) {}

  private static final Script MISSING =
      new Script("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", Then.KEEP);

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket server;

  RawOrigin(InetAddress address) throws IOException {
    server = new ServerSocket(0, 200, address);
    Thread.ofVirtual().start(this::accept);
  }

  public RawOrigin() throws IOException {
    this(InetAddress.ofLiteral("127.0.0.1"));
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Heads of the requests that have come, in order. */
  List<String> heads() {
    return heads;
  }

  /** What to send for a path and query. */
  public void script(String uri, byte[] bytes, Then then) {
    scripts.put(uri, new Script(new String(bytes, StandardCharsets.ISO_8859_1), then));
  }

  /** A head, and a body with its true length. */
  public static byte[] answer(String statusAndHeaders, byte[] body) {
    return join("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.length, body);
  }

  /** A head without its end, and what follows it. */
  static byte[] join(String head, byte[] rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(rest);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      boolean doomed = false;
      for (String head = head(socket); !head.isEmpty(); head = head(socket)) {
        heads.add(head);
        String uri = head.split(" ", 3)[1];
        Script script = scripts.getOrDefault(uri, MISSING);
        if (doomed) {
          reset(socket);
          return;
        }
        socket.getOutputStream().write(script.octets().getBytes(StandardCharsets.ISO_8859_1));
        switch (script.then()) {
          case KEEP -> {}
          case RESET_NEXT -> doomed = true;
          case HANG -> {
            return;
          }
          case RESET -> {
            reset(socket);
            return;
          }
          case CLOSE -> {
            socket.close();
            return;
          }
        }
      }
      socket.close();
    } catch (IOException gone) {
      open.remove(socket);
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads up to the empty line; empty at the end of the connection. */
  static String head(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.append((char) octet);
    }
    return head.toString();
  }
}
