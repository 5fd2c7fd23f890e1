package io.tintype.origin;

import io.tintype.origin.FetchOutcome.Denied;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/**
 * Decides where connections may go. It resolves names itself and hands out addresses to connect to,
 * so that what was checked is what is used (no second look-up that could answer otherwise).
 */
public final class AddressGuard {
  /** Begins the reason of every refusal; a key of the configuration follows. */
  public static final String REFUSED = "address not allowed";

  private final HostResolver resolver;
  private final AddressRules rules;

  public AddressGuard(HostResolver resolver, AddressRules rules) {
    this.resolver = resolver;
    this.rules = rules;
  }

  /**
   * The addresses of a host that may be connected to, best first, never none.
   *
   * @param host name, IPv4 address in any notation, or IPv6 address in brackets
   * @return fails with {@link OriginFailure} if none is allowed, or as {@link HostResolver}
   */
  public Future<List<InetAddress>> addressesOf(String host, int port) {
    String name = withoutTrailingDots(host);
    if (!NumericHost.is(name)) {
      return resolver.resolve(name).compose(found -> checked(host, port, found));
    }
    return checked(host, port, NumericHost.addressOf(name).map(List::of).orElse(List.of()));
  }

  private Future<List<InetAddress>> checked(String host, int port, List<InetAddress> found) {
    List<InetAddress> allowed = found.stream().filter(address -> isAllowed(address, port)).toList();
    if (!allowed.isEmpty()) {
      return Future.succeededFuture(allowed);
    }
    return Future.failedFuture(
        new OriginFailure(
            new Denied(
                "%s: %s, port %d, is not public and not listed in network.allow"
                    .formatted(REFUSED, host, port))));
  }

  private boolean isAllowed(InetAddress address, int port) {
    return PublicAddresses.contain(address) || rules.allow(address, port);
  }

  private static String withoutTrailingDots(String host) {
    int end = host.length();
    while (end > 0 && host.charAt(end - 1) == '.') {
      end--;
    }
    return host.substring(0, end);
  }
}
