package io.tintype.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Trouble with clients. */
final class RudeClients {
  private static final int SMALL_BUFFER = 4 * 1024;
  private static final Duration SLOW = Duration.ofSeconds(5);

  private RudeClients() {}

  static List<Phase> phases() {
    return List.of(
        Phase.of("clients that leave", RudeClients::leave),
        Phase.of("slow readers", RudeClients::readSlowly));
  }

  /** Some before there is an answer, some in the middle of one. */
  private static void leave(Arena arena, Protocol protocol) {
    int port = arena.gateway().deliveryPort();
    try (Clients clients = arena.clients()) {
      Tally ordinary = clients.meanwhile(Duration.ofSeconds(6), 3, arena.ordinary());
      clients.crowd(
          12,
          () -> {
            for (int i = 0; i < 40; i++) {
              String path = i % 4 == 0 ? "/good/file.bin" : "/good/tr:w-900,f-webp/large.jpg";
              leaveAfter(port, arena.cold(path).apply(i));
            }
          });
      clients.join();
      protocol.ordinary(ordinary);
    }
  }

  private static void leaveAfter(int port, String path) {
    try (Socket socket = asking(port, path)) {
      socket.setSoTimeout(ThreadLocalRandom.current().nextInt(1, 60));
      int _ = socket.getInputStream().read();
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // Which is what this client does on purpose.
    }
  }

  private static void readSlowly(Arena arena, Protocol protocol) {
    int port = arena.gateway().deliveryPort();
    ConcurrentLinkedQueue<Socket> readers = new ConcurrentLinkedQueue<>();
    try (Clients clients = arena.clients()) {
      clients.crowd(50, () -> readers.add(dawdling(port, arena.cold("/good/file.bin").apply(0))));
      clients.join();
      protocol.ordinary(clients.during(SLOW, 4, arena.ordinary()));
    } finally {
      readers.forEach(RudeClients::close);
    }
    protocol.figure(readers.size() + " readers that do not read on");
  }

  private static Socket dawdling(int port, String path) {
    try {
      Socket socket = asking(port, path);
      byte[] some = socket.getInputStream().readNBytes(SMALL_BUFFER);
      LockSupport.parkNanos(some.length);
      return socket;
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static Socket asking(int port, String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      throw new java.io.UncheckedIOException(closed);
    }
  }
}
