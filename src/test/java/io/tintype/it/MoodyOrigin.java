package io.tintype.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A web server that has every picture, answers as its mood is at the time, and counts. */
final class MoodyOrigin implements AutoCloseable {
  /** How a request is answered. */
  interface Mood {
    /**
     * Answers.
     *
     * @param number of the request since the start, from 1
     */
    void answer(Socket socket, int number) throws IOException;
  }

  /** Never answers. */
  static final Mood HANGING = (_, _) -> {};

  /** Closes the connection at once, with a reset. */
  static final Mood RESETTING =
      (socket, _) -> {
        socket.setSoLinger(true, 0);
        socket.close();
      };

  private final AtomicReference<Mood> mood = new AtomicReference<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket server;

  MoodyOrigin(Mood first) throws IOException {
    mood.set(first);
    server = new ServerSocket(0, 500, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  /** Sends bytes, and keeps the connection. */
  static Mood sending(byte[] answer) {
    return (socket, _) -> socket.getOutputStream().write(answer);
  }

  /** Sends a picture. */
  static Mood well(byte[] picture) {
    return sending(RawOrigin.answer("200 OK\r\nETag: \"1\"", picture));
  }

  /** Says that it is not well. */
  static Mood failing(int status) {
    return sending(RawOrigin.answer(status + " X", new byte[0]));
  }

  /** Sends the head of a picture of so many bytes, and then a byte at a time, slowly. */
  static Mood dribbling(long promised, byte[] picture, CountDownLatch pace) {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + promised + "\r\n\r\n";
    return (socket, _) -> {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(picture);
      for (boolean over = false; !over; over = elapsed(pace)) {
        socket.getOutputStream().write(0);
      }
    };
  }

  void feels(Mood next) {
    mood.set(next);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Requests so far. */
  int requests() {
    return requests.get();
  }

  /** Requests for a path and query so far. */
  int requests(String uri) {
    AtomicInteger count = asked.get(uri);
    return count == null ? 0 : count.get();
  }

  /** Connections that are open. */
  int open() {
    return open.size();
  }

  /** Connections so far. */
  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Waits a tenth of a second, or less if the latch opens. */
  private static boolean elapsed(CountDownLatch pace) {
    try {
      return pace.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      for (String head = RawOrigin.head(socket); !head.isEmpty(); head = RawOrigin.head(socket)) {
        asked.computeIfAbsent(head.split(" ", 3)[1], _ -> new AtomicInteger()).incrementAndGet();
        mood.get().answer(socket, requests.incrementAndGet());
      }
    } catch (IOException _) {
      // Whoever resets or leaves closes the connection.
    } finally {
      open.remove(socket);
    }
  }
}
