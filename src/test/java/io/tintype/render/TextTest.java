package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.fault.Fault;
import io.tintype.model.Color;
import io.tintype.model.Text.Alignment;
import io.tintype.model.Text.Style;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsMemory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static VipsMemory before;

  @BeforeAll
  static void remember() {
    before = TestVips.memoryAtRest();
  }

  @AfterAll
  static void leavesNoPixelBehind() {
    VipsMemory after = TestVips.memorySettledAt(before);
    assertThat(after.bytes()).isEqualTo(before.bytes());
    assertThat(after.allocations()).isEqualTo(before.allocations());
  }

  /** Open Sans has capitals of 1462 units of an em of 2048 (its OS/2 table). */
  @ParameterizedTest
  @ValueSource(ints = {10, 45, 100, 400})
  void measuresLettersInPixels(int size) {
    Decoded box = Words.of("H").size(size).scene().decoded();

    assertThat((double) box.height()).isCloseTo(size * 1462 / 2048.0, within(1.5));
  }

  @Test
  void trimsTheBoxToTheInk() {
    Decoded box = Words.of("  jolly  gypsy ").scene().decoded();

    Ink ink = Ink.of(box);
    assertThat(ink.left()).isLessThanOrEqualTo(1);
    assertThat(ink.top()).isLessThanOrEqualTo(1);
    assertThat(ink.right()).isGreaterThanOrEqualTo(box.width() - 2);
    assertThat(ink.bottom()).isGreaterThanOrEqualTo(box.height() - 2);
  }

  @Test
  void putsPaddingAroundTheInk() {
    Decoded bare = Words.of("Tintype").scene().decoded();
    Decoded box =
        Words.of("Tintype")
            .padding(1, 20, 300, 4000)
            .on(new Color(255, 255, 0, 1))
            .scene()
            .decoded();

    assertThat(box.width()).isEqualTo(bare.width() + 4020);
    assertThat(box.height()).isEqualTo(bare.height() + 301);
    assertThat(box.color(0, 0)).isEqualTo("#ffff00ff");
    for (int y = 0; y < bare.height(); y++) {
      for (int x = 0; x < bare.width(); x++) {
        int light = 255 - bare.at(x, y, 3);
        assertThat(box.isAbout(4000 + x, 1 + y, 1, light, light, 0, 255)).isTrue();
      }
    }
  }

  @Test
  void writesInTheColourAndItsOpacity() {
    Decoded half = Words.of("MMM").color(new Color(200, 10, 30, 0.5)).scene().decoded();
    Decoded full = Words.of("MMM").scene().decoded();

    assertThat(half.width()).isEqualTo(full.width());
    for (int y = 0; y < full.height(); y++) {
      for (int x = 0; x < full.width(); x++) {
        assertThat((double) half.at(x, y, 3)).isCloseTo(full.at(x, y, 3) * 0.5, within(1.01));
        if (half.at(x, y, 3) > 100) {
          assertThat(half.isAbout(x, y, 2, 200, 10, 30)).as(half.color(x, y)).isTrue();
        }
      }
    }
  }

  @Test
  void wrapsAtWordsAndThenAtLetters() {
    Decoded one = Words.of("several words that").scene().decoded();
    Decoded wrapped = Words.of("several words that").width(one.width() - 5).scene().decoded();
    Decoded letters = Words.of("Donaudampfschiff").width(120).scene().decoded();

    assertThat(wrapped.width()).isLessThan(one.width() - 5);
    assertThat(wrapped.height()).isGreaterThan(one.height() + 30);
    assertThat(letters.width()).isLessThanOrEqualTo(122);
    assertThat(letters.height()).isGreaterThan(120);
  }

  /** Ten pixels more than the ink hold its side bearings, but no other letter and no hyphen. */
  @Test
  void breaksLongWordsWithoutHyphens() {
    String eight = "I".repeat(8);
    Decoded lines = Words.of(eight + '\n' + eight).scene().decoded();
    Decoded broken = Words.of(eight + eight).width(lines.width() + 10).scene().decoded();

    assertThat(broken.height()).isEqualTo(lines.height());
    assertThat(Ink.of(broken).amount()).isEqualTo(Ink.of(lines).amount());
  }

  @ParameterizedTest
  @EnumSource
  void alignsShorterLines(Alignment alignment) {
    assertLastLineAligned("wide words here\nl", 20, alignment);
  }

  @ParameterizedTest
  @EnumSource
  void alignsHebrewJustSo(Alignment alignment) {
    assertLastLineAligned("שלום עולם רחב\nו", 15, alignment);
  }

  private static void assertLastLineAligned(String text, int lineHeight, Alignment alignment) {
    Decoded box = Words.of(text).align(alignment).scene().decoded();

    Ink last = Ink.of(box, box.height() - lineHeight, box.height());
    int free = box.width() - 1 - (last.right() - last.left());
    int expected =
        switch (alignment) {
          case LEFT -> 0;
          case CENTER -> free / 2;
          case RIGHT -> free;
        };
    assertThat(last.left()).isCloseTo(expected, within(6));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 45, 60, 120})
  void putsBaselinesAsFarApartAsAskedFor(int lineHeight) {
    Decoded one = Words.of("H").scene().decoded();
    Decoded three = Words.of("H\nH\nH").lineHeight(lineHeight).scene().decoded();

    assertThat(three.height() - one.height()).isCloseTo(2 * lineHeight, within(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Open Sans", "Lobster", "Monoton", "Roboto", "PT Mono"})
  void drawsBoldFatterAndItalicOtherwise(String family) {
    Decoded plain = Words.of("Hill").family(family).scene().decoded();
    Decoded bold = Words.of("Hill").family(family).style(Style.BOLD).scene().decoded();
    Decoded italic = Words.of("Hill").family(family).style(Style.ITALIC).scene().decoded();

    assertThat(Ink.of(bold).amount()).isGreaterThan((long) (Ink.of(plain).amount() * 1.05));
    assertThat(italic.pixels()).isNotEqualTo(plain.pixels());
  }

  @Test
  void drawsLinesUnderAndThroughWords() {
    Decoded plain = Words.of("nnn").scene().decoded();
    Decoded under = Words.of("nnn").style(Style.UNDERLINE).scene().decoded();
    Decoded through = Words.of("nnn").style(Style.STRIKETHROUGH).scene().decoded();

    assertThat(under.height()).isGreaterThan(plain.height() + 2);
    assertThat(Ink.of(under, under.height() - 1, under.height()).left()).isLessThan(3);
    assertThat(Ink.of(through).amount()).isGreaterThan(Ink.of(plain).amount());
  }

  @ParameterizedTest
  @CsvSource({
    "AbrilFatFace", "Amaranth", "Arvo", "Audiowide", "Chivo", "Crimson Text", "exo", "Fredoka One",
    "Gravitas One", "Kanit", "Lato", "Lobster", "Lora", "Monoton", "Montserrat", "PT Mono",
    "PT_Serif", "Roboto", "Old Standard", "Ubuntu", "Vollkorn"
  })
  void everyFamilyLooksDifferent(String family) {
    Scene scene = Words.of("Hamburgefonts").family(family).scene();
    Decoded own = scene.decoded();

    assertThat(scene.unmet()).isEmpty();
    assertThat(own.pixels()).isNotEqualTo(Words.of("Hamburgefonts").scene().decoded().pixels());
  }

  /** DejaVu Sans is what a machine has whose fonts are looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"DejaVu Sans", "Comic Sans", "sans-serif", "Open Sans, Lobster", "<b>"})
  void writesWithTheDefaultInsteadOfAnUnknownFamilyAndSaysSo(String family) {
    Scene scene = Words.of("Hamburgefonts").family(family).scene();
    Decoded own = scene.decoded();

    assertThat(scene.unmet()).containsExactly("ff-" + family);
    assertThat(own.pixels()).isEqualTo(Words.of("Hamburgefonts").scene().decoded().pixels());
  }

  @Test
  void writesMarkupAsItIs() {
    Decoded box = Words.of("<b>&amp;</b> \"'").scene().decoded();
    Decoded letters = Words.of("b&").scene().decoded();

    assertThat(box.width()).isGreaterThan(letters.width() * 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مرحبا بالعالم",
        "שלום עולם",
        "你好，世界",
        "こんにちは世界",
        "안녕하세요",
        "Ελληνικά и русский",
        "e\u0301\u0323\u0302\u0302\u0302",
        "mixed שלום 123 مرحبا 世界",
        "😀 👨‍👩‍👧 \ud83d",
        "\u202eright to left\u202c",
        "tab\tand\u0000nul\u0007bell"
      })
  void writesEveryScript(String text) {
    Decoded box = Words.of(text).scene().decoded();

    assertThat(Ink.of(box).amount()).isGreaterThan(5000);
    assertThat(box.height()).isBetween(15, 120);
  }

  @Test
  void joinsArabicLetters() {
    Decoded joined = Words.of("بببب").scene().decoded();
    Decoded apart = Words.of("ب\u200cب\u200cب\u200cب").scene().decoded();

    assertThat(joined.width()).isLessThan(apart.width() * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\u00a0", "\u200b\u200b", "\u0007"})
  void leavesABoxWithoutInkEmpty(String text) {
    Decoded box = Words.of(text).padding(3, 4, 5, 6).on(Color.BLACK).scene().decoded();

    assertThat(List.of(box.width(), box.height())).containsExactly(10, 8);
    assertThat(box.color(5, 5)).isEqualTo("#000000ff");
  }

  @Test
  void refusesWhatIsTooLargeBeforeItIsWritten() {
    long peak = TestVips.open().memory().highWater();

    assertThat(Words.of("W".repeat(2000)).size(300).scene().fault())
        .isInstanceOf(Fault.LimitExceeded.class);
    assertThat(Words.of("W").size(40_000).scene().fault()).isInstanceOf(Fault.LimitExceeded.class);
    assertThat(Words.of("﷽".repeat(2500)).size(45).scene().fault())
        .isInstanceOf(Fault.LimitExceeded.class);
    assertThat(Words.of("W ".repeat(1000)).size(900).width(9000).scene().fault())
        .isInstanceOf(Fault.LimitExceeded.class);
    assertThat(Words.of("a").padding(0, 16_383, 0, 0).scene().fault())
        .isInstanceOf(Fault.LimitExceeded.class);
    assertThat(Words.of("a".repeat(6000)).size(1).scene().fault())
        .isInstanceOf(Fault.LimitExceeded.class);
    assertThat(TestVips.open().memory().highWater()).isLessThan(peak + 150_000_000);
  }

  /** Each of these took Pango, which cannot be stopped, seconds to minutes. */
  @ParameterizedTest
  @CsvSource({"ب, 1, 1", "ب, 30, 1", "ب, 70, 300", "﷽, 1, 10", "क, 10, 10", "a, 40, 40"})
  void refusesWhatBreaksTooOftenBeforeItIsWritten(String letters, int size, int width) {
    Fault fault = Words.of(letters.repeat(2500)).size(size).width(width).scene().fault();

    assertThat(fault)
        .isInstanceOfSatisfying(
            Fault.LimitExceeded.class,
            limit -> assertThat(limit.message()).contains("lines of " + width + " pixels"));
  }

  @Test
  void breaksShortTextsAsOftenAsAsked() {
    Decoded column = Words.of("بيت".repeat(20)).size(20).width(1).scene().decoded();

    assertThat(column.height()).isGreaterThan(60 * 15);
  }

  @Test
  void writesLongTextsThatFit() {
    Decoded box = Words.of("All work. ".repeat(200)).size(20).width(1000).scene().decoded();

    assertThat(box.width()).isBetween(900, 1001);
    assertThat(box.height()).isBetween(350, 900);
  }

  @Test
  void repeatsItself() {
    byte[] once = Words.of("Once upon a time").scene().decoded().pixels().array();
    byte[] twice = Words.of("Once upon a time").scene().decoded().pixels().array();

    assertThat(Arrays.equals(once, twice)).isTrue();
  }
}
