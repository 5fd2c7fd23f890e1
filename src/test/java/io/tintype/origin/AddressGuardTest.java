package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AddressGuardTest {
  private static final HostResolver NAMES =
      _ -> Future.succeededFuture(List.of(InetAddress.ofLiteral("8.8.8.8")));

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/addresses.txt", delimiter = '|')
  void knowsPublicAddressesInEveryNotation(String host, String verdict) {
    AddressGuard guard = new AddressGuard(NAMES, AddressRules.NONE);

    Future<List<InetAddress>> answer = guard.addressesOf(host.strip(), 80);

    assertThat(answer.succeeded()).as(host).isEqualTo(verdict.strip().equals("public"));
    if (answer.failed()) {
      assertThat(OriginFailure.outcomeOf(answer.cause())).isInstanceOf(Denied.class);
    }
  }

  @Test
  void checksWhatNamesResolveTo() {
    HostResolver inside = _ -> Future.succeededFuture(addresses("10.0.0.1"));
    HostResolver mixed = _ -> Future.succeededFuture(addresses("10.0.0.1", "8.8.8.8"));

    assertThat(new AddressGuard(inside, AddressRules.NONE).addressesOf("a.com", 80).failed())
        .isTrue();
    assertThat(new AddressGuard(mixed, AddressRules.NONE).addressesOf("a.com", 80).result())
        .containsExactlyElementsOf(addresses("8.8.8.8"));
  }

  @Test
  void opensWhatTheRulesListAndNothingElse() {
    AddressRules rules =
        new AddressRules(
            List.of(TestNetwork.rule("10.20.0.0/16"), TestNetwork.rule("127.0.0.1/32:9000")));
    AddressGuard guard = new AddressGuard(NAMES, rules);

    assertThat(guard.addressesOf("10.20.255.1", 1).succeeded()).isTrue();
    assertThat(guard.addressesOf("10.21.0.1", 1).failed()).isTrue();
    assertThat(guard.addressesOf("127.0.0.1", 9000).succeeded()).isTrue();
    assertThat(guard.addressesOf("0x7f.1", 9000).succeeded()).isTrue();
    assertThat(guard.addressesOf("127.0.0.1", 9001).failed()).isTrue();
    assertThat(guard.addressesOf("[::ffff:10.20.0.1]", 1).succeeded()).isTrue();
  }

  private static List<InetAddress> addresses(String... literals) {
    return List.of(literals).stream().map(InetAddress::ofLiteral).toList();
  }
}
