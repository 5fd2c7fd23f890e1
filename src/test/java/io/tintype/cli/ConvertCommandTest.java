package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.ConfigTexts;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Meaning;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs in the other language. */
class ConvertCommandTest extends ConvertCalls {
  private static final Pattern SETTINGS =
      Pattern.compile("^(?:(?:strict|legacy|any|detector|save|dpr=[0-9.]+|width=-?[0-9]+) )+");

  /** Behind the host, with «s:» for the shop's and «t:» for that with typed paths. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s/acme/image/upload/c_fill,g_auto,w_3,h_2/q_70,f_auto/v1/a/b.jpg"
            + " | s/tr:w-3,h-2,fo-auto,f-auto,q-70/a/b.jpg",
        "s/acme/image/upload/w_0.5/b.png | s/tr:w-0.5,f-png/b.png",
        "s/shop/acme/image/upload/w_20/b | s/shop/tr:w-20,f-orig/b",
        "s/acme/image/upload/c_limit,w_9/b.jpg | s/tr:w-9,c-at_max:bg-FFFFFF,f-jpg/b.jpg",
        "s/acme/image/upload/w_9,pg_2/b | s/tr:w-9,f-orig,pg-2/b/ik-thumbnail.jpg",
        "s/acme/image/upload/t_card/b | s/tr:w-300,h-200,f-orig/b",
        "s/acme/image/upload/t_modern/b | s/tr:n-modern/b",
        "s/acme/image/upload/t_banner/b.png | s/tr:w-900,f-png/b.png",
        "s/tr:n-card/b.jpg | s/acme/image/upload/t_card/f_auto/b.jpg",
        "s/tr:w-300,h-300,fo-top/a/b.jpg"
            + " | s/acme/image/upload/c_fill,g_north,w_300,h_300/f_auto/a/b.jpg",
        "s/tr:w-9/w_10/b.jpg | s/acme/image/upload/c_scale,w_9/f_auto/v1/w_10/b.jpg",
        "s/tr:orig-true/b.jpg | s/acme/image/upload/fl_original/b.jpg",
        "s/tr:w-9,di-a@@b.png/x.jpg?ik-attachment=true"
            + " | s/acme/image/upload/c_scale,w_9/f_auto,fl_attachment:x.jpg,d_a:b.png/x.jpg",
        "t/image/upload/w_9,d_a:b.png,fl_attachment:c/a/b.png"
            + " | t/tr:w-9,f-png,di-image@@upload@@a@@b.png/image/upload/a/b.png"
            + "?ik-attachment=true&ik-attachment-filename=c.png",
        "t/image/private/w_9/b.png | t/tr:w-9,f-png/image/private/b.png",
        "t/tr:w-9/image/upload/b.png | t/image/upload/c_scale,w_9/f_auto/b.png",
        "t/image/fetch/w_9,f_auto/https://x.com/b.jpg?c=d |"
            + " t/tr:w-9,f-auto/https://x.com/b.jpg?c=d",
        "t/tr:w-9/https://x.com/b.jpg | t/image/fetch/c_scale,w_9/f_auto/https://x.com/b.jpg",
        "o/image/upload/w_9/b.png | o/tr:w-9,f-png/image/upload/b",
      })
  void convertsExactly(String url, String expected) {
    assertThat(run(host(url))).as(err.toString()).isEqualTo(ExitCode.FINE);

    assertThat(out.toString().strip()).isEqualTo(host(expected));
    assertThat(err.toString()).contains("\n  exact");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s/acme/image/upload/b.jpg | differs: a file of another format than its name says",
        "s/acme/image/upload/c_fill,g_face,w_9,h_9,f_auto/b.jpg | differs: faces are not looked"
            + " for",
        "s/acme/image/upload/w_9,q_auto/b | differs: the quality is the same for all pictures",
        "s/acme/image/upload/r_9,w_9/b | differs: what is transparent becomes black in a JPEG",
        "s/acme/image/upload/e_art:zorro,w_9/b | differs: e_art:zorro is left out, since it is",
        "s/acme/image/upload/s--12345678--/w_9/b | differs: its signature is left out",
        "s/acme/image/upload/e_sepia/b | not converted: ImageKit's language has no words for"
            + " matrix",
        "s/acme/image/upload/t_nowhere/b | not converted: it is refused: ",
        "s/acme/image/upload/w_auto/b | not converted: it depends on what the client says",
        "s/acme/image/upload/w_9,f_gif/b | differs: only GIFs are delivered as GIFs",
        "s/acme/image/upload/w_9/b.heic | differs: .heic is left out, since it is a format",
        "s/acme/image/upload/w_9,f_tiff/b | not converted: ImageKit's language has no words for",
        "s/acme/image/upload/f_png,fl_apng/b | not converted: ImageKit's language has no words for",
        "s/tr:w-9,f-gif/b.jpg | differs: what is no GIF becomes one, too",
        "s/tr:w-9,f-orig/b.gif | differs: it is image/gif whatever the file is",
        "s/tr:w-9,f-orig/b.jpg | differs: it is image/jpeg whatever the file is",
        "s/tr:w-9,h-9,cm-pad_resize/b.jpg | differs: what is transparent in the picture gets",
        "s/tr:w-9,h-9,c-at_least/b.jpg | not converted: Cloudinary's language has no words for res",
        "t/tr:w-9/b.jpg | not converted: the other language has no name for its source",
        "p/tr:w-9/b.jpg | not converted: its endpoint 'plain' reads none of Cloudinary's URLs",
      })
  void saysWhatIsNotExact(String url, String note) {
    assertThat(run(host(url))).isEqualTo(ExitCode.FINDINGS);

    assertThat(err.toString()).contains("\n  " + note);
    boolean kept = note.startsWith("not");
    assertThat(out.toString().strip().equals(host(url))).isEqualTo(kept);
  }

  @Test
  void mentionsAVersionThatIsLeftOut() {
    assertThat(run(SHOP + "w_9/v1612345678/b.png")).isEqualTo(ExitCode.FINE);
    assertThat(err.toString()).contains("exact (version 1612345678 is left out)");
  }

  @Test
  void leavesUrlsInTheWishedForLanguageAlone() {
    String url = "https://img.example.com/tr:w-9/b.jpg";

    assertThat(run("--to", "imagekit", url)).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString().strip()).isEqualTo(url);
    assertThat(err.toString()).contains("it is in ImageKit's language already");
  }

  @Test
  void writesUrlsOfTheSharedHostForTheEndpoint() {
    String url = "https://res.cloudinary.com/acme/image/upload/w_9/b.png";

    run(url);
    run("--base", "https://cdn.example.org/pictures/", url);

    assertThat(out)
        .hasToString(
            """
            https://img.example.com/shop/tr:w-9,f-png/b.png
            https://cdn.example.org/pictures/tr:w-9,f-png/b.png
            """);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(run("--in-place")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--text", "a.html", "/shop/b")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--text", "absent.html")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--in-place", "--text", "a.html")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--to", "imgix", "/shop/b")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--base", "//img.example.com", "/shop/b")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--base", "img.example.com", "/shop/b")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--base", "javascript:x", "/shop/b")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--base", "https://res.cloudinary.com/acme", "/shop/b"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("--base has to be a URL of your own")
        .contains("--in-place needs --to imagekit or --to cloudinary")
        .contains("'--to': it has to be imagekit or cloudinary, not 'imgix'");
  }

  /** All lines of all tables, on an endpoint that reads both languages. */
  @Test
  void isReadAsBeforeIfItSaysSo() throws IOException {
    GatewayConfig gateway = gateway();
    Addresses addresses = new Addresses(gateway, Optional.empty());
    UrlConverter converter = new UrlConverter(gateway, addresses, Optional.empty(), Instant.EPOCH);
    List<String> urls = new ArrayList<>();
    for (String line :
        CaseTable.lines(CaseTable.named("cloudinary(?:-(?!parse|urls)[a-z-]+)?\\.txt"))) {
      String url = SETTINGS.matcher(CaseTable.input(line)).replaceFirst("");
      urls.add(
          "https://typed.example.com"
              + (url.startsWith("/") ? url : "/image/upload/" + url + "/sample"));
    }
    for (String line : CaseTable.lines(CaseTable.named("imagekit(?:-[a-z]+)?\\.txt"))) {
      String url = SETTINGS.matcher(CaseTable.input(line)).replaceFirst("");
      urls.add("https://img.example.com/" + url);
    }
    int exact = 0;
    for (String url : urls) {
      Conversion conversion = converter.convert(url);
      if (conversion.isExact()) {
        exact++;
        assertThat(meaning(addresses, conversion.converted()))
            .as("%s -> %s", url, conversion.converted())
            .isEqualTo(meaning(addresses, url));
      }
    }
    assertThat(exact).isGreaterThan(urls.size() * 3 / 10);
  }

  private GatewayConfig gateway() {
    ConfigResult result = new ConfigReader(Map.of()).read(ConfigTexts.in(directory, CONFIG));
    assertThat(result).isInstanceOf(ConfigResult.Fine.class);
    return ((ConfigResult.Fine) result).config();
  }

  private static String meaning(Addresses addresses, String url) {
    Addresses.Address address = addresses.of(url).orElseThrow();
    DeliveryRequest read = address.endpoint().read(address.request());
    return read.disposition().original()
        ? "original"
        : Meaning.of(read.transformation()).canonical();
  }

  private static String host(String url) {
    String host =
        switch (url.charAt(0)) {
          case 's' -> "img";
          case 't' -> "typed";
          case 'o' -> "old";
          default -> "plain";
        };
    return "https://" + host + ".example.com" + url.substring(1);
  }
}
