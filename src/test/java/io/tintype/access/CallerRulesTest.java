package io.tintype.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerRulesTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/page?x=1,        true",
    "http://WWW.Example.com.:8080,            true",
    "https://user@www.example.com/,           true",
    "https://example.com/,                    false",
    "https://www.example.com.evil.test/,      false",
    "https://evil.test/?https://www.example.com/, false",
    "https://www.example.com@evil.test/,      false",
    "about:blank,                             false",
    "null,                                    false",
    "'',                                      false",
  })
  void letsOnlyTheseReferrersPass(String referrer, boolean passes) {
    CallerRules rules = new CallerRules(List.of("www.example.com"), false, List.of(), List.of());

    assertThat(passes(rules, referrer, "")).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.test/page,  false",
    "https://EVIL.test,       false",
    "https://sub.evil.test/,  true",
    "https://www.example.com, true",
    "no url at all,           true",
    "'',                      true",
  })
  void keepsTheseReferrersOut(String referrer, boolean passes) {
    CallerRules rules = new CallerRules(List.of(), false, List.of("evil.test"), List.of());

    assertThat(passes(rules, referrer, "")).isEqualTo(passes);
  }

  @Test
  void letsThosePassWhoSendNoReferrerIfToldSo() {
    CallerRules rules = new CallerRules(List.of("a.test"), true, List.of(), List.of());

    assertThat(passes(rules, "", "")).isTrue();
    assertThat(passes(rules, "https://b.test/", "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (compatible; BadBot/1.0), false",
    "BADBOT,                               false",
    "curl/8.0,                             false",
    "Mozilla/5.0,                          true",
    "'',                                   true",
  })
  void keepsTheseUserAgentsOut(String agent, boolean passes) {
    CallerRules rules = new CallerRules(List.of(), false, List.of(), List.of("badBot", "curl/"));

    assertThat(passes(rules, "", agent)).isEqualTo(passes);
  }

  private static boolean passes(CallerRules rules, String referrer, String agent) {
    try {
      rules.admit(referrer, agent);
      return true;
    } catch (FaultException refused) {
      return false;
    }
  }
}
