package io.tintype.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports for servers that have to be told one before they start.
 *
 * <p>They lie below those that Linux gives to outgoing connections ({@code ip_local_port_range}
 * begins at 32768, see {@code ip(7)}): a port of those may be taken by any client between the
 * moment it is found free and the moment the server binds it.
 */
public final class FreePorts {
  private static final int LOWEST = 12_000;
  private static final int HIGHEST = 32_000;

  private int next;

  private FreePorts(int first) {
    this.next = first;
  }

  /** Free ports in ascending order, from {@code first} on. */
  public static FreePorts from(int first) {
    return new FreePorts(first);
  }

  /** Free ports from somewhere on, so that runs beside each other hardly ever meet. */
  public static FreePorts anywhere() {
    return from(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - 1_000));
  }

  /** One free port. */
  public static int one() {
    return anywhere().next();
  }

  /** The next one that nobody listens on, at any address. */
  public synchronized int next() {
    while (isTaken(next)) {
      next++;
    }
    return next++;
  }

  private static boolean isTaken(int port) {
    return !binds(port, null) || !binds(port, InetAddress.getLoopbackAddress());
  }

  @SuppressWarnings("AddressSelection")
  private static boolean binds(int port, @Nullable InetAddress address) {
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
