package io.tintype.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGuardTest {
  private final ManagementPort port = new ManagementPort();

  @AfterEach
  void close() {
    port.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer open sesame", "bearer open sesame", "Bearer  open sesame "})
  void letsThroughWhoCarriesTheToken(String header) {
    assertThat(port.get("/secret", "Authorization", header).body()).isEqualTo("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer open sesam",
        "Bearer open sesamee",
        "Bearer OPEN SESAME",
        "Bearer ",
        "Bearer",
        "open sesame",
        "Basic b3BlbiBzZXNhbWU6"
      })
  void refusesEverybodyElse(String header) {
    var answer = port.get("/secret", "Authorization", header);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"tintype\"");
    assertThat(answer.body()).contains("\"message\"").contains("\"help\"").doesNotContain("sesame");
  }

  @Test
  void refusesWhoCarriesNothing() {
    assertThat(port.get("/secret").statusCode()).isEqualTo(401);
  }

  @Test
  void listsWhatIsProtected() {
    assertThat(port.get("/").body()).contains("/secret").contains("a secret; needs the token");
  }
}
