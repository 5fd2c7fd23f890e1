package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.dialect.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
  private static final SigningKey OLD = new SigningKey("old");
  private static final SigningKey NEW = new SigningKey("new");
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  @ParameterizedTest
  @CsvSource({
    // the prefix of the endpoint, and what the signer may have left out of the path
    "/acct/shop, /acct/shop/a.jpg, a.jpg",
    "/acct/shop, /acct/shop/a.jpg, shop/a.jpg",
    "/acct/shop, /acct/shop/a.jpg, acct/shop/a.jpg",
    // on a host of its own the prefix is not in the path
    "/acct/shop, /a.jpg,           a.jpg",
    "/acct/shop, /shop/a.jpg,      shop/a.jpg",
    "'',         /a.jpg,           a.jpg",
    "'',         /x/a.jpg,         x/a.jpg",
  })
  void findsWhatTheSignerTookForTheEndpoint(String endpoint, String path, String signed) {
    assertThat(check(endpoint, path, "", OLD.sign(signed + "9999999999"), null))
        .isInstanceOf(SignatureVerdict.Good.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/acct/shop, /acct/shop/a.jpg, p/a.jpg",
    "/shop,      /shop/x/a.jpg,    a.jpg",
    "'',         /x/a.jpg,         a.jpg",
  })
  void doesNotLeaveOutWhatIsNoEndpoint(String endpoint, String path, String signed) {
    assertThat(check(endpoint, path, "", OLD.sign(signed + "9999999999"), null))
        .isInstanceOf(SignatureVerdict.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                          ''",
    "ik-s=H,                      ''",
    "ik-t=1&ik-s=H,               ''",
    "v=1&ik-t=1&ik-s=H,           v=1",
    "ik-s=H&v=1&ik-t=1,           v=1",
    "b=2&ik-s=H&a=%2c&ik-t=1&c,   b=2&a=%2c&c",
    "v=1&ik%2Ds=H,                v=1",
    "v=1&&ik-s=H,                 v=1",
    "ik-sdk-version=x&ik-s=H,     ik-sdk-version=x",
    "v=ik-s=1,                    v=ik-s=1",
  })
  void takesTheSignatureOutOfTheQuery(String query, String rest) {
    assertThat(SignedTarget.of("/a.jpg", query)).isEqualTo(new SignedTarget("/a.jpg", rest));
  }

  @Test
  void acceptsEveryKeyOfARotation() {
    SignatureCheck both = new SignatureCheck(List.of(NEW, OLD), "");

    for (SigningKey key : List.of(NEW, OLD)) {
      Signature signature = new Signature(key.sign("a.jpg9999999999"), Optional.empty());
      assertThat(both.check(SignedTarget.of("/a.jpg", ""), Optional.of(signature), NOW))
          .isInstanceOf(SignatureVerdict.Good.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1700000001, true",
    "1700000000, true",
    "1699999999, false",
    "0,          false",
    "9999999999, true",
  })
  void refusesTheSecondAfterTheExpiry(String expiry, boolean good) {
    assertThat(check("", "/a.jpg", "", OLD.sign("a.jpg" + expiry), expiry))
        .isInstanceOf(good ? SignatureVerdict.Good.class : SignatureVerdict.Expired.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "-1", "+1", "1e9", "17000000011", "1700000001 ", "١٢٣"})
  void refusesExpiriesThatAreNone(String expiry) {
    assertThat(check("", "/a.jpg", "", OLD.sign("a.jpg" + expiry), expiry))
        .isEqualTo(new SignatureVerdict.Malformed());
  }

  @Test
  void doesNotLendDigitsOfTheUrlToTheExpiry() {
    String signed = OLD.sign("a.jpg?v=21700000001");

    assertThat(check("", "/a.jpg", "v=2", signed, "1700000001"))
        .isInstanceOf(SignatureVerdict.Good.class);
    assertThat(check("", "/a.jpg", "v=", signed, "21700000001"))
        .isInstanceOf(SignatureVerdict.Malformed.class);
    assertThat(check("", "/a.jpg", "v=21", signed, "700000001"))
        .isInstanceOf(SignatureVerdict.Expired.class);
  }

  @Test
  void refusesHashesThatAreNone() {
    String good = OLD.sign("a.jpg9999999999");

    for (String hash :
        List.of(
            "", "x", good + "0", good.substring(1), good.toUpperCase(Locale.ROOT), good + " ")) {
      assertThat(check("", "/a.jpg", "", hash, null)).isEqualTo(new SignatureVerdict.Malformed());
    }
  }

  @Test
  void checksNothingWithoutKeys() {
    SignatureCheck none = new SignatureCheck(List.of(), "");
    SignedTarget target = SignedTarget.of("/a.jpg", "");

    assertThat(none.check(target, Optional.of(new Signature("x", Optional.of("y"))), NOW))
        .isEqualTo(new SignatureVerdict.Unchecked());
    assertThat(none.check(target, Optional.empty(), NOW)).isEqualTo(new SignatureVerdict.Absent());
  }

  @Test
  void triesABoundedNumberOfMessages() {
    SignedTarget target =
        SignedTarget.of(
            "/a/b/c/d/e/f/tr:w-1,h-1/https%3a%2F%2fexample.com%2Fgr%c3%bc n ü.jpg",
            "tr=w-1%2Ch-2,rt-90&x=%c3%BC ü");

    assertThat(new SignatureCheck(List.of(OLD), "/a/b/c/d/e/f").messages(target, Expiry.NEVER))
        .hasSizeBetween(20, Spellings.MOST)
        .doesNotHaveDuplicates()
        .first()
        .asString()
        .startsWith("tr:w-1,h-1/https%3a%2F%2fexample");
  }

  @Test
  void triesFewerMessagesOfLongUrlsWithManyKeys() {
    List<SigningKey> keys = IntStream.range(0, 5).mapToObj(i -> new SigningKey("k" + i)).toList();
    SignedTarget target = SignedTarget.of("/a/tr:w-1,h-2/" + "%c3%a4".repeat(250) + ".jpg", "");

    Set<String> messages = new SignatureCheck(keys, "/a").messages(target, Expiry.NEVER);

    assertThat(messages).hasSizeBetween(2, 8);
    assertThat(messages.iterator().next()).startsWith("tr:w-1,h-2/");
  }

  @Test
  void wantsLongUrlsAsTheyWereSigned() {
    String path = "/" + "a".repeat(2_000) + ".jpg";
    String hash = OLD.sign(path.substring(1) + "?tr=w-4,h-3" + "9999999999");
    String longer = OLD.sign("x".repeat(90) + path.substring(1) + "?tr=w-4,h-3" + "9999999999");

    assertThat(check("", path, "tr=w-4%2Ch-3", hash, null))
        .isInstanceOf(SignatureVerdict.Good.class);
    assertThat(check("", "/" + "x".repeat(90) + path.substring(1), "tr=w-4,h-3", longer, null))
        .isInstanceOf(SignatureVerdict.Good.class);
    assertThat(check("", "/" + "x".repeat(90) + path.substring(1), "tr=w-4%2Ch-3", longer, null))
        .isInstanceOf(SignatureVerdict.Wrong.class);
  }

  @Test
  void tellsWhatIsLeftOfALife() {
    Expiry expiry = new Expiry("1700000010");

    assertThat(expiry.remaining(NOW)).isEqualTo(Duration.ofSeconds(10));
    assertThat(expiry.remaining(NOW.plusSeconds(60))).isEqualTo(Duration.ZERO);
    assertThat(Expiry.at(NOW)).contains(new Expiry("1700000000"));
    assertThat(Expiry.at(Instant.parse("2999-01-01T00:00:00Z"))).isEmpty();
    assertThatThrownBy(() -> new Expiry("x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverShowsAKey() {
    assertThat(List.of(OLD).toString()).isEqualTo("[***]");
    assertThat(OLD).isEqualTo(new SigningKey("old")).isNotEqualTo(NEW);
    assertThatThrownBy(() -> new SigningKey("")).isInstanceOf(IllegalArgumentException.class);
  }

  private static SignatureVerdict check(
      String endpoint, String path, String query, String hash, @Nullable String expiry) {
    return new SignatureCheck(List.of(OLD), endpoint)
        .check(
            SignedTarget.of(path, query),
            Optional.of(new Signature(hash, Optional.ofNullable(expiry))),
            NOW);
  }
}
