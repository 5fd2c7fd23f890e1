package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "/a/b.jpg?x=1, , /a/b.jpg, x=1",
    "http://Host:8080/a.jpg?x?y, host, /a.jpg, x?y",
    "http://host, host, /, ''",
    "/a//https://h/%2F, , /a//https://h/%2F, ''"
  })
  void takesTargetsApart(String uri, String host, String path, String query) {
    assertThat(Target.of(uri)).isEqualTo(new Target(Optional.ofNullable(host), path, query));
  }

  /** The server hands each octet of the request line on as one character. */
  @ParameterizedTest
  @CsvSource({
    "/\u00c3\u00bc.jpg?\u00c3\u00a9, /\u00fc.jpg, \u00e9",
    "/\u00fc.jpg, /\u00fc.jpg, ''"
  })
  void readsOctetsAsUtf8AndElseAsLatin1(String uri, String path, String query) {
    assertThat(Target.of(uri)).isEqualTo(new Target(Optional.empty(), path, query));
  }
}
