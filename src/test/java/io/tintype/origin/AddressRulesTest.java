package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.AddressRules.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.20.0.0/16",
        "127.0.0.1/32:9000",
        "127.0.0.1",
        "127.0.0.1:9000",
        "0.0.0.0/0",
        "[::1]/128:9000",
        "[::1]:9000",
        "[fd00::]/8",
        "fd00::/8",
        "::1/128:9000",
        "::1"
      })
  void readsNetworks(String text) {
    assertThat(AddressRules.parse(text)).isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10.20.0.0/33",
        "10.20.0/16",
        "300.0.0.1/8",
        "10.0.0.0/8:0",
        "10.0.0.0/8:65536",
        "::1/129",
        "[::1",
        "10.0.0.0/8/8",
        "http://10.0.0.1"
      })
  void saysWhatItExpectedInstead(String text) {
    assertThat(AddressRules.parse(text))
        .isInstanceOfSatisfying(
            Reading.Problem.class,
            problem -> assertThat(problem.sentence()).startsWith("expected"));
  }
}
