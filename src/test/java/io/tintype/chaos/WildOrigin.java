package io.tintype.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A web server with a few files and one bad manner, which may be changed while it serves. */
final class WildOrigin implements AutoCloseable {
  private static final long DRIBBLE_NANOS = 200_000_000;

  /** How it answers for a file it has. */
  enum Manner {
    /** As it should be. */
    GOOD,
    /** Never. */
    HANG,
    /** A byte five times a second. */
    DRIBBLE,
    /** With half of the file, and a reset. */
    RESET,
    /** With half of the file, and the end of the connection. */
    TRUNCATE,
    /** 503, with the file as the body. */
    STORM,
    /** With redirects that never end. */
    LOOP,
    /** With a length that is too large by some bytes of another answer. */
    LIE
  }

  private final Map<String, byte[]> files;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final LongAdder requests = new LongAdder();
  private final ServerSocket server;
  private volatile Manner manner;

  /** Starts on a free port. */
  WildOrigin(Manner manner, Map<String, byte[]> files) {
    this.manner = manner;
    this.files = files;
    try {
      this.server = new ServerSocket(0, 1_000, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void behave(Manner next) {
    manner = next;
  }

  /** Requests that have come. */
  long requests() {
    return requests.sum();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
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
    try (socket) {
      String head = head(socket.getInputStream());
      while (!head.isEmpty() && answer(socket, head.split(" ", 3)[1])) {
        head = head(socket.getInputStream());
      }
    } catch (IOException gone) {
      // As clients do.
    } finally {
      open.remove(socket);
    }
  }

  /** Whether the connection can be used again. */
  private boolean answer(Socket socket, String uri) throws IOException {
    requests.increment();
    OutputStream out = socket.getOutputStream();
    byte[] file = files.get(uri.split("\\?", 2)[0]);
    if (file == null) {
      send(out, "404 Not Found", 0, new byte[0]);
      return true;
    }
    byte[] half = Arrays.copyOf(file, file.length / 2);
    switch (manner) {
      case GOOD -> send(out, "200 OK", file.length, file);
      case STORM -> send(out, "503 Service Unavailable", file.length, file);
      case LOOP -> send(out, "302 Found\r\nLocation: " + uri, 0, new byte[0]);
      case LIE -> send(out, "200 OK", file.length + 17L, file);
      case TRUNCATE, RESET -> send(out, "200 OK", file.length, half);
      case DRIBBLE -> dribble(out, file);
      case HANG -> {
        int _ = socket.getInputStream().read();
      }
    }
    if (manner == Manner.RESET) {
      socket.setSoLinger(true, 0);
    }
    return switch (manner) {
      case GOOD, STORM, LOOP -> true;
      case HANG, DRIBBLE, RESET, TRUNCATE, LIE -> false;
    };
  }

  private static void dribble(OutputStream out, byte[] file) throws IOException {
    send(out, "200 OK", file.length, new byte[0]);
    for (byte octet : file) {
      out.write(octet);
      LockSupport.parkNanos(DRIBBLE_NANOS);
    }
  }

  private static void send(OutputStream out, String status, long length, byte[] body)
      throws IOException {
    String head = "HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
  }

  /** Reads up to the empty line; empty at the end of the connection. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.append((char) octet);
    }
    return head.toString();
  }
}
