package io.tintype.origin.testing;

import io.tintype.origin.AddressGuard;
import io.tintype.origin.AddressRules;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HostResolver;
import io.tintype.origin.OriginId;
import io.tintype.origin.Standings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;

/** A way to the network for tests: every name ending in {@code .test} is this machine. */
public final class TestNetwork {
  /** Opens this machine. */
  public static final AddressRules LOOPBACK =
      new AddressRules(List.of(rule("127.0.0.0/8"), rule("[::1]/128")));

  private TestNetwork() {}

  public static AddressRules.Rule rule(String text) {
    return ((AddressRules.Reading.Understood) AddressRules.parse(text)).rule();
  }

  public static HostResolver resolver() {
    return host ->
        host.endsWith(".test") || host.equals("localhost")
            ? Future.succeededFuture(List.of(InetAddress.ofLiteral("127.0.0.1")))
            : Future.failedFuture(new UnknownHostException(host));
  }

  /** What nobody knows anything of yet, nor hears of. */
  public static Standings standings() {
    Standings.Listener nobody =
        new Standings.Listener() {
          @Override
          public void opened(OriginId origin, String host, Cause cause, int failures) {}

          @Override
          public void closed(OriginId origin, String host) {}
        };
    return new Standings(Long.MAX_VALUE, nobody, System::nanoTime, new Random(1));
  }

  /** A client that may reach this machine. */
  public static GuardedClient client(Vertx vertx) {
    return client(vertx, LOOPBACK, new ClientSSLOptions());
  }

  public static GuardedClient client(Vertx vertx, AddressRules rules, ClientSSLOptions tls) {
    return new GuardedClient(vertx, new AddressGuard(resolver(), rules), tls);
  }
}
