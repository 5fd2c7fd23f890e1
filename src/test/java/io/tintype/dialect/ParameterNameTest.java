package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w_300 | w",
        "w_auto:100 | w_auto",
        "e_gen_fill:prompt_a | e_gen_fill",
        "e_gen_replace:from_x;to_y | e_gen_replace",
        "g_cat | g_cat",
        "g_auto:faces | g_auto",
        "fl_apng.progressive:steep | fl_apng fl_progressive",
        "q_80 | q",
        "q_auto:good | q_auto",
        "b_auto:border | b_auto",
        "b_red | b",
        "b_gen_fill:prompt_sea | b_gen_fill",
        "b_blurred:400:15 | b_blurred",
        "bg-genfill-prompt-sky | bg-genfill",
        "bg-FF0000 | bg",
        "l_text:Arial_40:Hi | l_text",
        "l_secret_campaign | l",
        "t_card-2 | t_card-2",
        "if_w_gt_100 | if",
        "$price_!9! | $",
        "e-bgremove | e-bgremove",
        "w-300 | w",
        "l-image | l-image",
        "n-card | n-card",
        "fo-face | fo-face",
        "orig | orig",
        "<script>_1 | other",
        "e_<script> | e",
        "w_ | w",
      })
  void namesWhatAUrlAsksFor(String raw, String names) {
    assertThat(String.join(" ", ParameterName.of(raw))).isEqualTo(names);
  }
}
