package io.tintype.origin;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Turns a host name into its addresses. */
@FunctionalInterface
public interface HostResolver {
  /**
   * All addresses of a name, best first.
   *
   * @return fails with {@link java.net.UnknownHostException} if there is none
   */
  Future<List<InetAddress>> resolve(String host);
}
