package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where URLs begin and end in texts. In the texts «§» is where URLs begin. */
class TextConverterTest {
  private static final String FRONT = "https://a.com/c/image/upload/";

  private final TextConverter converter =
      new TextConverter(
          Set.of("a.com"),
          url -> new Conversion(url, "<" + url + ">", Conversion.Verdict.EXACT, List.of()));

  /** The text, and what is found in it behind «§», separated by spaces. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '^',
      value = {
        "§w_5/a.jpg ¦ w_5/a.jpg",
        "See §w_5/a.jpg. Or §w_5/b, or **§w_5/c**! ¦ w_5/a.jpg w_5/b w_5/c",
        "\"§w_5/a\" '§w_5/b' `§w_5/c` “§w_5/d” «§w_5/e» ¦ w_5/a w_5/b w_5/c w_5/d w_5/e",
        "{\"a\":\"<img src=\\\"§w_5/a\\\">\\n\"} ¦ w_5/a",
        "url(§w_5/a) url('§w_5/b') url(&quot;§w_5/c&quot;) (§w_5/d_(1)) ¦ w_5/a w_5/b w_5/c"
            + " w_5/d_(1)",
        "[x](§w_5/a.jpg \"Title\") <§w_5/b> [§w_5/c](§w_5/d) ¦ w_5/a.jpg w_5/b w_5/c w_5/d",
        "\\includegraphics{§w_5/a} ¦ w_5/a",
        "<a href=§w_5/a>§w_5/b</a><br>§w_5/c<br> ¦ w_5/a w_5/b w_5/c",
        "srcset=\"§w_5/a 1x, §w_6/a 2x\" ¦ w_5/a w_6/a",
        "srcset=\"§w_5/a 500w,§w_6,h_2/a, §w_7/a 2x\" ¦ w_5/a w_6,h_2/a w_7/a",
        "§w_5/a,§w_6/a;§w_7/a|§w_8/a ¦ w_5/a w_6/a w_7/a w_8/a",
        "§w_5/Beurre_Monte\u0301.jpg §w_5/😀.jpg §w_5/1€ ¦ w_5/Beurre_Monte\u0301.jpg w_5/😀.jpg"
            + " w_5/1€",
        "猫§w_9/猫.png。次§w_9/犬.png ¦ w_9/猫.png w_9/犬.png",
        "<%= image_tag \"§w_5/a\" %> {% img '§w_5/b' %} ¦ w_5/a w_5/b",
        "f(\"§w_5/a\", id) [\"§w_5/b\"] \"§w_5/c\"; ¦ w_5/a w_5/b w_5/c",
        "§w_5,$x_4/r_$x/a.jpg ¦ w_5,$x_4/r_$x/a.jpg",
      })
  void findsWholeUrls(String text, String found) {
    TextConverter.Result result = converter.convert(text.replace("§", FRONT), true);

    assertThat(result.found())
        .allMatch(one -> one.conversion().isExact(), "whole")
        .extracting(one -> one.conversion().url().substring(FRONT.length()))
        .containsExactly(found.split(" "));
  }

  @Test
  void takesLinesOfQuotedUrlsForAList() {
    String text = "\"%sw_5/a\"\n\"%1$sw_5/b\"".formatted(FRONT);

    assertThat(converter.convert(text, true).found())
        .hasSize(2)
        .allMatch(one -> one.conversion().isExact(), "whole");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=\"§w_5/l_text:Arial_40:it's/shop.jpg\">",
        "<img src='§w_5/l_text:Arial_40:it's/shop.jpg'>",
        "§w_5/it's.jpg",
        "“§w_5/it’s.jpg”",
        "<img src=\"§w_5/my photo.jpg\">",
        "§w_5/my photo.jpg",
        "<img src=\"§w_5/l_text:Arial_40:Big Sale/shop.jpg\">",
        "§w_5/l_text:Arial_40:Big Sale/shop.jpg",
        "url(§w_5/my photo.jpg)",
        "<§w_5/my photo.jpg>",
        "<§w_5/a|label>",
        "§w_5/a—b.jpg",
        "§w_5/猫。犬.jpg",
        "§w_5/a^b.jpg",
        "§w_5/a\\u00e9.jpg",
        "§w_5/caf&eacute;.jpg",
        "\"§w_5/a\" + \".jpg\"",
        "\"§w_5/a\"+i",
        "'§w_5/a.'\n  + format",
        "'§w_5/a' . $extension",
        "'§w_5/a'.$extension",
        "\"§w_5/a\".replace('a', id)",
        "\"§w_5/a\" ~ id",
        "{{ \"§w_5/a\" | append: '.jpg' }}",
        "\"§w_5/%s.jpg\" % id",
        "\"§w_5/a\" & A1",
        "\"§w_5/a\" <> id",
        "\"§w_5/a\"\n\".jpg\"",
        "§w_5/<id>.jpg",
        "§w_5/[id].jpg",
        "§w_5/[...path]",
        "§w_5/$id.jpg",
        "§$id/a.jpg",
        "§w_5/shirt-$id/a.jpg",
        "§w_5/:id.jpg",
        "§:id/a.jpg",
        "§w_5/__ID__.jpg",
        "§w_5/*.jpg",
        "§w_5/a...",
        "§w_5/%{id}.jpg",
        "§w_5/#{id}",
      })
  void leavesUrlsAloneThatMayGoOn(String text) {
    String filled = text.replace("§", FRONT);
    TextConverter.Result result = converter.convert(filled, true);

    assertThat(result.text()).isEqualTo(filled);
    assertThat(result.found())
        .extracting(one -> one.conversion().verdict())
        .containsExactly(Conversion.Verdict.KEPT);
  }

  @Test
  void knowsNoLettersBeyondAsciiWithoutUnicode() {
    String text = FRONT + "w_5/caf\u00e9.jpg " + FRONT + "w_5/a.jpg";

    assertThat(converter.convert(text, false).text())
        .isEqualTo(FRONT + "w_5/caf\u00e9.jpg <" + FRONT + "w_5/a.jpg>");
  }
}
