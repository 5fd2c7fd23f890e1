package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTransformationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "w-300,h-200",
        "tr:w-300,h-200,bl-10",
        "n-other,q-50:rt-90",
        "l-image,i-logo.png,l-end",
        "w-iw_div_2",
        "x-10,y-10"
      })
  void findsNothingWrongWithGoodChains(String chain) {
    assertThat(problemOf(chain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w-0             | w is '0'",
        "w-1,wat-7       | wat-7 is unknown",
        "n-nobody        | no transformation named 'nobody'",
        "w-5:n-card      | does not contain itself",
        "n-loop          | does not contain itself",
        "tr:             | is empty",
        "cloudinary:w_10 | a chain in ImageKit's language",
        "oi-logo.png     | no longer part of the language"
      })
  void saysWhatIsWrong(String chain, String part) {
    assertThat(problemOf(chain)).hasValueSatisfying(text -> assertThat(text).contains(part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "ä", "a b", "a/b"})
  void refusesNamesThatNoUrlCanCarry(String name) {
    assertThat(ImageKitDialect.problemOf(name, new ImageKitSettings(Map.of(name, "w-1"), false)))
        .hasValueSatisfying(text -> assertThat(text).contains("letters, digits and underscores"));
  }

  @Test
  void refusesNamesTooDeepInOneAnother() {
    Map<String, String> chains = new HashMap<>(Map.of("n0", "w-1"));
    for (int i = 1; i <= 10; i++) {
      chains.put("n" + i, "n-n" + (i - 1));
    }

    assertThat(ImageKitDialect.problemOf("n9", new ImageKitSettings(chains, false))).isEmpty();
    assertThat(ImageKitDialect.problemOf("n10", new ImageKitSettings(chains, false))).isPresent();
  }

  @Test
  void refusesChainsOnSeveralLines() {
    assertThat(problemOf("w-1,\nh-1"))
        .hasValueSatisfying(text -> assertThat(text).contains("on one line"));
  }

  @Test
  void refusesNamesOfNothingThatMultiply() {
    Map<String, String> chains = new HashMap<>(Map.of("n0", ""));
    for (int i = 1; i < 10; i++) {
      chains.put("n" + i, ("n-n" + (i - 1) + ":").repeat(50));
    }

    assertThat(ImageKitDialect.problemOf("n9", new ImageKitSettings(chains, false)))
        .hasValueSatisfying(text -> assertThat(text).contains("more than 2000 parts"));
  }

  @Test
  void refusesChainsThatGrowBeyondAllMeasure() {
    Map<String, String> chains = new HashMap<>(Map.of("n0", "w-1:w-2:w-3:w-4:w-5:w-6:w-7:w-8"));
    for (int i = 1; i < 9; i++) {
      String inner = "n-n" + (i - 1);
      chains.put("n" + i, String.join(":", inner, inner, inner, inner, inner, inner, inner));
    }
    ImageKitDialect dialect = new ImageKitDialect(new ImageKitSettings(chains, false));

    assertThat(ImageKitDialect.problemOf("n8", new ImageKitSettings(chains, false))).isPresent();
    assertThatThrownBy(() -> dialect.parse(new RawRequest("tr:n-n8/a.jpg", "")))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault()).isInstanceOf(Fault.LimitExceeded.class));
  }

  @Test
  void countsWhatAllNamesOfAUrlStandFor() {
    String many = "n-card:".repeat(1_500) + "w-1";

    assertThat(ImageKitCases.read("tr:" + many.replace("card", "media_card") + "/img.jpg"))
        .startsWith("LimitExceeded");
  }

  private static Optional<String> problemOf(String chain) {
    return ImageKitDialect.problemOf(
        "card",
        new ImageKitSettings(Map.of("card", chain, "other", "w-1:w-2", "loop", "n-card"), false));
  }
}
