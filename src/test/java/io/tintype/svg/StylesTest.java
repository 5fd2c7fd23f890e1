package io.tintype.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StylesTest {
  private static final int LONG = 1_000_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".a>b:not(.c){fill:red} | .a>b:not(.c){fill:red}",
        "@supports (a:b){c{d:e}}f{g:h} | f{g:h}",
        "@font-face{font-family:a;src:url(http://e)}f{g:h} | f{g:h}",
        "@media print{c{d:e}} | @media print{c{d:e}}",
        "@MEDIA (min-width:9px){c{d:e}}f{g:h} | @MEDIA (min-width:9px){c{d:e}}f{g:h}",
        "@media print{@import 'x';c{d:url(x)}} | @media print{;c{}}",
        "@media-x{c{d:e}}f{g:h} | f{g:h}",
        "@\\6dedia x{c{d:e}}f{g:h} | f{g:h}",
        "@import 'a;b{c:d}';f{g:h} | f{g:h}",
        "@namespace a url(http://e);f{g:h} | f{g:h}",
        "a[b='}{;']{c:d} | a[b='}{;']{c:d}",
        "a[b='\\'{c:d}f{g:h}']{i:j} | ``",
        "a[b='\\n'}f{g:h} | ``",
        "a(url(x)){c:d}f{g:h} | f{g:h}",
        "a{b:url(#c) url('#d') url( \"#e\" )} | a{b:url(#c) url('#d') url( \"#e\" )}",
        "a{b:url(#c 'd');e:url(\"#f\" g);h:i} | a{;;h:i}",
        "a{b:url(http://e/;c:d}f{g:h});i:j} | a{;i:j}",
        "a{b:url(/*x*/#c);d:e/*;}*/f} | a{;d:e f}",
        "a{b:c;d:expression(e);f:javascript} | a{b:c;;f:javascript}",
        "a{behavior:url(#b);c:d} | a{;c:d}",
        "a{b:rgb(1;c:d}e{f:g} | a{;c:d}e{f:g}",
        "a{b:c | a{b:c}",
        "a{b:c}/* d{e:f} | a{b:c}",
        "}a{b:c}} | a{b:c}",
        "{a:b}c{d:e} | c{d:e}",
        "a{b:'//c'} | a{b:'//c'}",
        "a{b:'<'}c{d:e} | a{}c{d:e}",
        "<!-- a{b:c} | ``",
      })
  void leavesWholeRulesOfASheet(String sheet, String left) {
    String text = sheet.replace("\\n", "\n");

    String kept = Styles.sheet(text).orElse("");

    assertThat(kept).isEqualTo(left);
    assertThat(Styles.sheet(kept).orElse("")).isEqualTo(kept);
  }

  @Test
  void leavesRulesOutThatAreNestedTooDeeply() {
    String deep = "a{".repeat(17) + "b:c" + "}".repeat(17);

    assertThat(Styles.sheet(deep + "d{e:f}")).contains("a{".repeat(16) + "}".repeat(16) + "d{e:f}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{b:c}",
        "a{b:url(http://e)}",
        "@a:b",
        "b:'",
        "b:rgb(1",
        "b:rgb(1]",
        "b:/*",
        "b:\\63"
      })
  void leavesOutWhatIsNoDeclarationOfAnElement(String style) {
    assertThat(Styles.declarations(style)).isEmpty();
    assertThat(Styles.declarations(style + ";d:url(#e)").orElse("")).isIn("", "d:url(#e)");
  }

  static List<String> beginnings() {
    return List.of(
        "@",
        "/*",
        "/* ",
        "\\",
        "(",
        "[",
        "{",
        "a{",
        "@media a{",
        ")",
        "'",
        "\"\n",
        "url(",
        "url('",
        "url( ",
        "a(",
        "a",
        "-",
        ";",
        "@a;",
        "a:b;",
        "\u00e9",
        "url",
        "*/",
        " ",
        "<!--",
        "a{b:c}");
  }

  @ParameterizedTest
  @MethodSource("beginnings")
  @Timeout(10)
  void endsSoonWhateverIsRepeated(String part) {
    for (int length : new int[] {Styles.MOST_CHARACTERS, LONG}) {
      String text = part.repeat(length / part.length());
      String suspicious = "(" + text;

      assertThat(Styles.sheet(text).orElse("")).hasSizeLessThanOrEqualTo(2 * text.length());
      assertThat(Styles.declarations(text).orElse("")).hasSizeLessThanOrEqualTo(text.length());
      assertThat(Styles.isHarmless(suspicious)).isFalse();
    }
    // Nothing is looked at twice, however long it is.
    StylePieces pieces = new StylePieces(part.repeat(LONG / part.length()), ";{}");
    int taken = 0;
    while (pieces.hasNext()) {
      taken += pieces.next().text().length();
    }
    assertThat(taken).isLessThanOrEqualTo(LONG);
  }
}
