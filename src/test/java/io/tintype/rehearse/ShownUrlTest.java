package io.tintype.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a.jpg?ik-t=9&ik-s=0123abc&v=1 | /a.jpg?ik-t=9&ik-s=***&v=1",
        "/a.jpg?tr=w-9,q-80&user=joe&x=3&1f2e3d | /a.jpg?tr=w-9,q-80&user=***&x=3&***",
        "/a.jpg?key=a&st=b&hash=c&sessionid=d | /a.jpg?key=***&st=***&hash=***&sessionid=***",
        "/a.jpg?%5f%5fcld_token%5f%5f=a | /a.jpg?%5f%5fcld_token%5f%5f=***",
        "/a.jpg?token=a%26w%3Db | /a.jpg?token=***",
        "/fetch/https%3A%2F%2Fjoe:a@h.com%2Fa.jpg%3Fsig%3Db%26x%3D1 |"
            + " /fetch/https%3A%2F%2F***@h.com%2Fa.jpg%3Fsig%3D***%26x%3D1",
        "/fetch/https%3A%2F%2Fjoe%3Aa%40h.com%2Fa.jpg | /fetch/https%3A%2F%2F***%40h.com%2Fa.jpg",
        "/fetch/https%253A%252F%252Fh%252Fa%253Fkey%253Da |"
            + " /fetch/https%253A%252F%252Fh%252Fa%253Fkey%253D***",
        "/a.jpg?__cld_token__=exp=1~acl=%2f*~hmac=ab | /a.jpg?__cld_token__=***",
        "/image/upload/s--AbC_-12x--/w_10/a.jpg | /image/upload/s--***--/w_10/a.jpg",
        "/fetch/https://h/a?X-Amz-Signature=1&b=2 | /fetch/https://h/a?X-Amz-Signature=***&b=2",
        "/fetch/https%3A%2F%2Fh%2Fa%3Ftoken%3Dabc%26b%3D2 |"
            + " /fetch/https%3A%2F%2Fh%2Fa%3Ftoken%3D***%26b%3D2",
        "/fetch/https://me:secret@h/a.jpg | /fetch/https://***@h/a.jpg",
        "/a<b>\"c\".jpg | /a%3Cb%3E%22c%22.jpg",
        "/a.jpg?author=me | /a.jpg?author=***",
      })
  void hidesWhatOpensThings(String url, String shown) {
    assertThat(ShownUrl.of(url)).isEqualTo(shown);
  }

  @Test
  void givesNoOrdersToTerminals() {
    assertThat(ShownUrl.of("/\u001b[31m\u202ea\r\n")).isEqualTo("/%1B%5B31m%E2%80%AEa%0D%0A");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(ShownUrl.of("/" + "a".repeat(1_000_000))).hasSize(401).endsWith("…");
    assertThat(ShownUrl.of("/?token=" + "a".repeat(1_000_000))).isEqualTo("/?token=***…");
  }
}
