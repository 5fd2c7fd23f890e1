package io.tintype.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedUrlTest {
  @ParameterizedTest
  @CsvSource({
    "/shop/a.jpg, '', /shop/a.jpg, ''",
    "https://Img.Example.com./a.jpg, img.example.com, /a.jpg, ''",
    "http://h:8080/a.jpg?tr=w-1&x=%20, h, /a.jpg, tr=w-1&x=%20",
    "HTTP://[::1]:80/a, [::1], /a, ''",
    "https://h, h, /, ''",
    "https://h?tr=w-1, h, /, tr=w-1",
    "/a%20b#part, '', /a%20b, ''",
    "/ä b, '', /%C3%A4%20b, ''",
    "/a?b=ü c, '', /a, b=%C3%BC%20c",
    "/a%zz, '', /a%25zz, ''",
    "/p/https://other/x.png, '', /p/https://other/x.png, ''",
  })
  void readsUrlsAndPaths(String url, String host, String path, String query) {
    assertThat(AskedUrl.of(url)).isEqualTo(new AskedUrl(host, path, query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\r\nHost: evil", "/a\u0000b", "/a\tb"})
  void leavesNothingThatNoRequestLineCanHold(String url) {
    assertThat(AskedUrl.of(url).path()).matches("[!-~]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.jpg",
        "//host/a.jpg",
        "ftp://host/a.jpg",
        "file:///etc/passwd",
        "https:///a.jpg",
        "https://user@host/a.jpg",
        "https://user:secret@host/a.jpg",
        "https://ho st/a.jpg",
        "https://host:port/a.jpg",
        "https://host\r\nX: y/a.jpg",
        "\\\\host\\a",
        " /a",
        "javascript:alert(1)"
      })
  void refusesWhatIsNoUrl(String url) {
    assertThatThrownBy(() -> AskedUrl.of(url))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault()).isInstanceOf(Fault.MalformedUrl.class));
  }
}
