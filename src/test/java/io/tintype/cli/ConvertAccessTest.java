package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that another one could not stand for. */
class ConvertAccessTest extends ConvertCalls {
  @Override
  String text() {
    return """
    transformations: { card: "cloudinary:c_fill,w_300,h_200/f_auto", modern: "w-9,f-auto" }
    origins: { files: { type: folder, path: "." } }
    endpoints:
      both:
        path: /both
        hosts: [res.cloudinary.com, img.example.com]
        rewriter: cloudinary
        cloud: acme
        origins: [files]
      homeless:
        path: /homeless
        hosts: [other-res.cloudinary.com]
        rewriter: cloudinary
        cloud: other
        origins: [files]
      open: { hosts: [open.example.com], rewriter: cloudinary, origins: [files] }
      strict:
        hosts: [strict.example.com]
        rewriter: cloudinary
        origins: [files]
        cloudinarySecrets: [b]
        strictTransformations: signed-or-named
      named:
        hosts: [named.example.com]
        rewriter: cloudinary
        origins: [files]
        restrictUnnamed: true
      left:
        hosts: [left.example.com]
        rewriter: cloudinary
        cloud: acme
        origins: [files]
        unsupported: fallthrough
        oldVendor: https://res.cloudinary.com/acme
    """;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left.example.com/acme/image/upload/e_gen_restore,w_9/b.png"
            + " | it is left to the old vendor: e_gen_restore",
        "left.example.com/acme/video/upload/w_9/b.mp4 | it is left to the old vendor",
        "open.example.com/image/authenticated/w_9/b.png | it is refused:",
        "open.example.com/image/authenticated/s--xxxxxxxx--/w_9/b.png | it needs its signature",
        "open.example.com/image/private/s--xxxxxxxx--/w_9/b.png | it needs its signature",
        "strict.example.com/image/upload/w_9/b.png | it is refused:",
        "strict.example.com/image/upload/s--2hbrSMPO--/sample.jpg | the new URL would be refused:",
        "named.example.com/image/upload/w_9/b.png | it is refused:",
        "other-res.cloudinary.com/homeless/other/image/upload/w_9/b.png"
            + " | its endpoint 'homeless' has no host of its own; see --base",
        "strict.example.com/image/upload/t_card/b.png | the new URL would be refused:",
      })
  void leavesThemAlone(String url, String reason) {
    assertThat(run("https://" + url)).isEqualTo(ExitCode.FINDINGS);

    assertThat(err.toString()).contains("not converted: " + reason);
    assertThat(out.toString().strip()).isEqualTo("https://" + url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strict.example.com/image/upload/t_modern/b.png"
            + " | strict.example.com/tr:n-modern/image/upload/b.png",
        "left.example.com/acme/image/upload/w_9/b.png"
            + " | left.example.com/tr:w-9,f-png/image/upload/b.png",
        "res.cloudinary.com/both/acme/image/upload/w_9/b.png"
            + " | img.example.com/both/tr:w-9,f-png/image/upload/b.png",
      })
  void convertsWhatIsServedAsBefore(String url, String expected) {
    assertThat(run("https://" + url)).as(err.toString()).isEqualTo(ExitCode.FINE);

    assertThat(out.toString().strip()).isEqualTo("https://" + expected);
  }

  @Test
  void findsAPlaceByBase() {
    String url = "https://other-res.cloudinary.com/homeless/other/image/upload/w_9/b.png";

    assertThat(run("--base", "https://cdn.example.org", url)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().strip())
        .isEqualTo("https://cdn.example.org/tr:w-9,f-png/image/upload/b.png");
  }
}
