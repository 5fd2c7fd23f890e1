package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.fault.FaultException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
  private final Endpoints endpoints =
      of(
          FakeGateway.endpointConfig("root", "", List.of(), false),
          FakeGateway.endpointConfig("shop", "/shop", List.of("shop.example"), false),
          FakeGateway.endpointConfig("deep", "/shop/deep", List.of("shop.example"), false),
          FakeGateway.endpointConfig("other", "/other", List.of("other.example"), false));

  @ParameterizedTest
  @CsvSource({
    "'',             /a/b.jpg,           root,  a/b.jpg",
    "'',             /shop/b.jpg,        shop,  b.jpg",
    "'',             /shopping/b.jpg,    root,  shopping/b.jpg",
    "'',             /shop/deep/b.jpg,   deep,  b.jpg",
    "'',             /shop/deeper/b.jpg, shop,  deeper/b.jpg",
    "'',             /shop,              shop,  ''",
    "'',             /shop//b.jpg,       shop,  /b.jpg",
    "shop.example,   /b.jpg,             shop,  b.jpg",
    "SHOP.example,   /shop/b.jpg,        shop,  b.jpg",
    "shop.example,   /shop/deep/b.jpg,   deep,  b.jpg",
    "shop.example,   /other/b.jpg,       shop,  other/b.jpg",
    "other.example,  /shop/b.jpg,        other, shop/b.jpg",
    "nobody.example, /shop/b.jpg,        shop,  b.jpg",
  })
  void hostBeatsPathAndTheLongestPathWins(String host, String path, String name, String rest) {
    Endpoints.Resolved resolved = endpoints.resolve(host, path);

    assertThat(resolved.endpoint().name()).isEqualTo(name);
    assertThat(resolved.rest()).isEqualTo(rest);
  }

  @Test
  void knowsNoEndpointWhereNoneIsConfigured() {
    Endpoints one = of(FakeGateway.endpointConfig("shop", "/shop", List.of(), false));

    assertThatThrownBy(() -> one.resolve("", "/x"))
        .isInstanceOf(FaultException.class)
        .hasMessage("No URL endpoint is configured for this host and path.");
  }

  private static Endpoints of(EndpointConfig... configs) {
    return new Endpoints(Stream.of(configs).map(FakeGateway::endpoint).toList());
  }
}
