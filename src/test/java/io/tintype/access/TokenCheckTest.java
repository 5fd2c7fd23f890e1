package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCheckTest {
  private static final TokenKey KEY = new TokenKey("00112233FF99");
  private static final String ACL = "st=11111111~exp=11111411~acl=%2fimage%2f*";
  private static final String OF_ACL =
      ACL + "~hmac=fe6d5be85e3b0d73a032b6f1d6ab9a9e6e6e589275b76b2ae00d0380b02c6d84";
  private static final String OF_PATH =
      "st=11111111~exp=11111411"
          + "~hmac=8db0d753ee7bbb9e2eaf8698ca3797436ba4c20e31f44527e43b6a6e995cfdb3";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "path, /image/authenticated/v1486020273/sample.jpg, 11111200, Good",
        "path, /shop/image/authenticated/v1486020273/sample.jpg, 11111200, Good",
        "path, /image/authenticated/v1486020273/other.jpg, 11111200, Wrong",
        "path, /image/authenticated/v1486020273/sample.jpg, 11111110, Wrong",
        "path, /image/authenticated/v1486020273/sample.jpg, 11111412, Expired",
        "acl, /image/authenticated/a.jpg, 11111411, Good",
        "acl, /shop/image/authenticated/a.jpg, 11111411, Good",
        "acl, /video/authenticated/a.jpg, 11111411, Wrong",
        "acl, /image/authenticated/a.jpg, 11111412, Expired",
      })
  void followsTheVectorsOfTheVendor(String token, String path, long now, String verdict) {
    String text = token.equals("acl") ? OF_ACL : OF_PATH;

    assertThat(verdict(List.of(new TokenKey("aa"), KEY), text, path, now)).isEqualTo(verdict);
  }

  @Test
  void escapesAsTheVendorDoes() {
    TokenKey key = new TokenKey("CCBB2233FF00");
    String text =
        "st=222222222~exp=222222322"
            + "~hmac=55cfe516530461213fe3b3606014533b1eca8ff60aeab79d1bb84c9322eebc1f";

    assertThat(
            verdict(
                List.of(key), text, "/image/authenticated/c_scale,w_300/sample.jpg", 222_222_300))
        .isEqualTo("Good");
  }

  @ParameterizedTest
  @CsvSource({
    "exp=1, Malformed",
    "exp=x~hmac=00, Malformed",
    "acl=%2f*~exp=11111411~hmac=00, Malformed",
    "'', Absent",
  })
  void tellsWhatIsNoToken(String text, String verdict) {
    assertThat(verdict(List.of(KEY), text, "/image/a", 0)).isEqualTo(verdict);
  }

  @Test
  void opensNothingWithoutKeys() {
    assertThat(verdict(List.of(), OF_ACL, "/image/a", 0)).isEqualTo("Unchecked");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, Good", "10.0.0.2, Wrong", "'', Wrong"})
  void isForOneAddressWhereItSaysSo(String address, String verdict) {
    String signed = "ip=10.0.0.1~exp=11111411~acl=%2fa%2f*!%2fb";
    CarriedToken token = new CarriedToken(signed + "~hmac=" + KEY.sign(signed), false, address);

    assertThat(name(new TokenCheck(List.of(KEY), ""), token, "/b", 0)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "__cld_token__=a~hmac=b,           '',                     a~hmac=b, false",
    "x=1&__cld_token__=a%7Ehmac=b,     '',                     a~hmac=b, false",
    "x=1,                              k=v; __cld_token__=c,   c,        true",
    "__cld_token__=a,                  __cld_token__=c,        a,        false",
  })
  void isFoundInQueryAndCookie(String query, String cookie, String text, boolean inCookie) {
    CarriedToken token = CarriedToken.of(query, cookie, "");

    assertThat(token.text()).isEqualTo(text);
    assertThat(token.inCookie()).isEqualTo(inCookie);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/*, /a/b/c, true",
    "/a/*, /ab, false",
    "*, '', true",
    "/*/x, /a/b/x, true",
    "/*/x, /a/b/xy, false",
    "/a, /a/, false",
    "a*b*c, aXbXbc, true",
  })
  void matchesStars(String pattern, String text, boolean matches) {
    assertThat(Wildcards.match(pattern, text)).isEqualTo(matches);
  }

  private static String verdict(List<TokenKey> keys, String text, String path, long now) {
    return name(new TokenCheck(keys, "/shop"), new CarriedToken(text, false, ""), path, now);
  }

  private static String name(TokenCheck check, CarriedToken token, String path, long now) {
    return check
        .check(token, new SignedTarget(path, ""), Instant.ofEpochSecond(now))
        .getClass()
        .getSimpleName();
  }
}
