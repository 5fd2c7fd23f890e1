package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import io.tintype.model.AllowedSizes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeKeepingTest {
  private static final List<Integer> SIDES = List.of(800, 200, 400);
  private static final Dialect GRAMMAR =
      new ImageKitDialect(new ImageKitSettings(Map.of("card", "w-123"), false, false, false));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w-390            | w-400                | w-390",
        "w-1              | w-200                | w-1",
        "w-401            | w-800                | w-401",
        "w-9000           | w-800                | w-9000",
        "w-100,dpr-2      | w-200,dpr-2          | -",
        "w-400            | w-400                | -",
        "w-150,dpr-2      | w-400                | w-150",
        "w-390,h-195      | w-400,h-200          | w-390",
        "w-100,h-50,dpr-3 | w-400,h-200          | w-100",
        "h-777            | h-777                | -",
        "w-390,ar-2-1     | w-400,ar-2-1         | w-390",
        "rt-90:w-390      | rt-90:w-400          | w-390",
        "w-390,cm-extract | w-400,cm-extract     | w-390",
        "w-390,cm-pad_resize,h-195 | w-400,cm-pad_resize,h-200 | w-390",
        "if-w_gt_9,w-390,if-end | if-w_gt_9,w-400,if-end | w-390",
        "bl-3             | bl-3                 | -",
      })
  void takesTheNextLargerWidthAndKeepsTheShape(String asked, String same, String reported) {
    AllowedSizes widths = new AllowedSizes(SIDES, List.of(), true);

    DeliveryRequest kept = SizeKeeping.kept(read(asked), widths);

    assertThat(kept.transformation().canonical())
        .isEqualTo(canonical(same.equals("w-200,dpr-2") ? asked : same));
    assertThat(String.join(",", kept.unhonoured(List.of())))
        .isEqualTo(reported.equals("-") ? "" : reported);
  }

  @Test
  void takesEachSideFromItsOwnList() {
    AllowedSizes both = new AllowedSizes(SIDES, List.of(100, 300), true);

    DeliveryRequest kept = SizeKeeping.kept(read("w-390,h-101"), both);

    assertThat(kept.transformation().canonical()).isEqualTo(canonical("w-400,h-300"));
    assertThat(kept.unhonoured(List.of())).containsExactly("w-390", "h-101");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"w-200", "w-100,dpr-2", "h-123", "n-card", "bl-3", "l-image,i-a.png,w-17,l-end"})
  void letsThroughWhatIsAllowed(String chain) {
    DeliveryRequest request = read(chain);

    assertThat(SizeKeeping.kept(request, new AllowedSizes(SIDES, List.of(), false)))
        .isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w-390 | A side of 390 pixels is not one of the allowed widths: 200, 400, 800.",
        "w-200,dpr-3 | A side of 600 pixels is not one of the allowed widths: 200, 400, 800.",
        "w-0.5 | A side that follows from the picture is not one of the allowed widths: 200, 400,"
            + " 800.",
        "w-iw_div_2 | A side that follows from the picture is not one of the allowed widths: 200,"
            + " 400, 800.",
        "w-200,h-0.5 | A side that follows from the picture is not one of the allowed heights: 9.",
        "n-card:w-200 | A side of 123 pixels is not one of the allowed widths: 200, 400, 800.",
      })
  void refusesOtherSidesAndNamesTheAllowedOnes(String chain, String sentence) {
    AllowedSizes sizes = new AllowedSizes(SIDES, List.of(9), false);

    assertThatThrownBy(() -> SizeKeeping.kept(read(chain), sizes))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault().message()).isEqualTo(sentence));
  }

  private static String canonical(String chain) {
    return read(chain).transformation().canonical();
  }

  private static DeliveryRequest read(String chain) {
    return GRAMMAR.parse(new RawRequest("tr:" + chain + "/a.jpg", ""));
  }
}
