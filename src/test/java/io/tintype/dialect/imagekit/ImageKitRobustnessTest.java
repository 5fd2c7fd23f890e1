package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageKitRobustnessTest {
  private static final int ROUNDS = 10_000;
  private static final int LENGTH = 30_000;

  /** Characters; the longest chain of which reading is promised to be quick. */
  private static final int JUNK = 16_384;

  /** Bytes; a heap hands out a gigabyte and more in a second. */
  private static final long MOST_WORK = 1_500_000;

  /** Pieces of the language that have nothing odd about them. */
  private static final String[] PLAIN =
      """
      w-iw_div_2 _mul_ _pow_ iw bw idu auto h-0.5 b-5_red r-max r-1_2_3_4 bl-5 t-true o-50
      fl-h_v z-2 pg-2_4- pr-true dn-idn e-shadow- bl-1_st-2 e-gradient- ld-top_left_ sp-ih
      e-distort-p-1_1_9_1_9_9_1_9 e-distort-a-N5 e-colorize-co-red cr-red_5 e-sharpen-9
      bg-blurred_5_N5 bg-gradient_dominant_4 fo-face fo-dog_cat l-text i- ie- aWtfY2FudmFz
      i-ik_canvas lx-N5 lap-top lm-displace al-5 ff-Lato ff-a.ttf pa-1_2 tg-b_i if-w_gt_1
      _and_ _or_ ar_lte_4-3 oi-a.png ot-hi obg-red ox-1 f-blurhash w-auto dpr-auto
      """
          .strip()
          .split("\\s+", -1);

  private static final String[] PIECES = {
    "tr:",
    "tr=",
    "w-",
    "h-",
    "ar-",
    "c-at_max",
    "cm-extract",
    "fo-",
    "x-",
    "yc-",
    "dpr-",
    "rt-",
    "rt-N",
    "q-",
    "f-",
    "bg-",
    "bg-F0",
    "n-media_card",
    "n-loop_a",
    "orig-true",
    "di-",
    "@@",
    "l-",
    "l-image",
    "l-end",
    "if-",
    "if-else",
    "if-end",
    "e-",
    "e-usm",
    ",",
    ":",
    "-",
    "_",
    ".",
    "/",
    "//",
    "?",
    "&",
    "=",
    "%",
    "%2",
    "%2F",
    "%3A",
    "%00",
    "%FF",
    "%C3%A4",
    "ä",
    "\uD800",
    "\u0000",
    "+",
    " ",
    "1",
    "0",
    "0.5",
    "1.0",
    "99999999999999999999",
    "-1",
    "1e9",
    "NaN",
    "ik-seo/",
    "ik-s=",
    "ik-attachment=true",
    "ik-thumbnail.jpg",
    "https://",
    "https%3A%2F%2F",
    "http:/",
    "#",
    "example.com",
    "img.jpg",
    "..",
    "[",
    "]",
    "\"",
    "\\",
    "@",
    "v12/"
  };

  private final ImageKitDialect lenient =
      new ImageKitDialect(new ImageKitSettings(ImageKitCases.TRANSFORMATIONS, false, true, true));
  private final ImageKitDialect strict =
      new ImageKitDialect(new ImageKitSettings(ImageKitCases.TRANSFORMATIONS, true));

  @Test
  void throwsNothingButFaultsForAnyInput() throws Exception {
    List<String> seeds = new ArrayList<>();
    ImageKitTableTest.lines()
        .forEach(line -> seeds.add(ImageKitCases.url(line.split(" ⇒ ", 2)[0])));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String url = round % 2 == 0 ? invented(random) : mutated(random, seeds);

      assertThatCode(() -> readBoth(url))
          .as("seed %d, url <%s>", seed, url)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w-1:",
        "w-1,",
        "l-",
        "l-image,",
        "if-a,",
        "l-image,l-end:",
        "n-nowhere:",
        ":",
        ",",
        "-",
        "e-",
        "%2C",
        "w-1,l-image,l-end:",
        "bg-red,",
        "9",
        "a-"
      })
  void readsAbsurdlyLongChainsInTime(String piece) {
    String url = "tr:" + piece.repeat(LENGTH) + "/img.jpg";

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(url));
  }

  /** What the heap is asked for tells how much was done, on whatever machine and however busy. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "w-1:",
        "w-1,",
        "l-image,",
        "l-image,i-a,l-end,",
        "if-w_gt_1,w-1,if-end:",
        "l-text,i-a,l-end,",
        "iw_add_",
        "w-iw_add_1_",
        "e-gradient-ld-_",
        "e-shadow-bl-1_",
        "r-1_",
        "pg-1_",
        "fo-dog_",
        "l-text,ie-YQ",
        "l-image,i-..@@",
        "n-turned:",
        "oi-a,",
        "_",
        "%2C",
        "%252C"
      })
  void doesLittleForALotOfJunk(String piece) {
    String small = "tr:" + piece.repeat(JUNK / piece.length()) + "/img.jpg";
    String large = "tr:" + piece.repeat(4 * JUNK / piece.length()) + "/img.jpg";
    read(small);

    assertThat(allocated(() -> read(small))).isLessThan(MOST_WORK);
    assertThat(allocated(() -> read(large))).isLessThan(4 * MOST_WORK);
  }

  private static long allocated(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "a/", "%2F", "../", "tr:/", "https:/", "&", "=", "?", "ik-s=&", "tr=&"})
  void readsAbsurdlyLongUrlsInTime(String piece) {
    String text = piece.repeat(LENGTH);

    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          read(text + "a");
          read("a?" + text);
        });
  }

  private void read(String url) {
    try {
      assertThat(lenient.parse(ImageKitCases.request(url))).isNotNull();
    } catch (FaultException refused) {
      assertThat(refused.fault().message()).isNotBlank();
    }
  }

  /** Reads a URL, and checks what every reading must keep. */
  private void readBoth(String url) {
    RawRequest request = ImageKitCases.request(url);
    try {
      check(lenient.parse(request));
    } catch (FaultException refused) {
      assertThat(refused.fault().message()).isNotBlank();
    }
    try {
      check(strict.parse(request));
    } catch (FaultException refused) {
      assertThat(refused.fault().message()).isNotBlank();
    }
  }

  private static void check(DeliveryRequest read) {
    assertThat(read.transformation().canonical()).startsWith("v1 ");
    for (Ignored ignored : read.ignored()) {
      assertThat(ignored.raw().chars().noneMatch(Character::isISOControl)).isTrue();
    }
    switch (read.source()) {
      case SourceRef.Named named -> {
        assertThat(named.path()).isNotEmpty().doesNotStartWith("/");
        assertThat(named.segments()).doesNotContain(".", "..");
        assertThat(URI.create("http://h/" + named.text()).getRawPath())
            .isEqualTo("/" + named.rawPath());
        named.versioned().ifPresent(version -> assertThat(version.rest().path()).isNotEmpty());
      }
      case SourceRef.Asset asset -> throw new AssertionError(asset);
      case SourceRef.Vendor vendor -> throw new AssertionError(vendor);
      case SourceRef.Remote(var url) ->
          assertThat(URI.create(url)).satisfies(uri -> assertThat(uri.getRawUserInfo()).isNull());
    }
  }

  private static String invented(Random random) {
    StringBuilder url = new StringBuilder(random.nextBoolean() ? "tr:" : "");
    for (int i = random.nextInt(12); i >= 0; i--) {
      url.append(piece(random));
    }
    return url.append(random.nextBoolean() ? "/img.jpg" : "").toString();
  }

  private static String mutated(Random random, List<String> seeds) {
    StringBuilder url = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(url.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> url.insert(at, piece(random));
        case 1 -> url.delete(at, Math.min(url.length(), at + random.nextInt(4)));
        default -> url.insert(at, (char) random.nextInt(0x180));
      }
    }
    return url.toString();
  }

  private static String piece(Random random) {
    return random.nextBoolean()
        ? PIECES[random.nextInt(PIECES.length)]
        : PLAIN[random.nextInt(PLAIN.length)];
  }
}
