package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.LogSetup;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of Cloudinary's Admin API, and what becomes of them. */
class ImportCommandTest {
  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private final StringWriter out = terminal.out();
  private final StringWriter err = terminal.err();

  @AfterEach
  void quiet() {
    LogSetup.ofProcess().quiet();
  }

  @Test
  void printsABlockOfTheConfiguration() throws IOException {
    Path one =
        write(
            """
            {"name": "t_card", "named": true, "used": true, "allowed_for_strict": false,
             "info": [{"width": 300, "height": 200, "crop": "fill", "gravity": "auto"},
                      {"quality": "auto", "fetch_format": "auto"}],
             "derived": []}
            """);
    Path two = write("{\"name\": \"t_plain\", \"named\": true, \"info\": \"c_fit,w_64\"}");

    assertThat(run(one, two)).as(err.toString()).isEqualTo(ExitCode.FINE);
    assertThat(out)
        .hasToString(
            """
            transformations:
              "card": "cloudinary:c_fill,g_auto,h_200,w_300/f_auto,q_auto"
              "plain": "cloudinary:c_fit,w_64"
            """);
  }

  @Test
  void printsWhatCheckFindsFine() throws IOException {
    run(write("{\"name\": \"t_card\", \"info\": [{\"width\": 0.5, \"radius\": [10, 20]}]}"));
    Path config =
        write(
            "origins: { s: { type: folder, path: . } }\nendpoints: { e: { origins: [s] } }\n"
                + out);

    assertThat(run("check", "--config", config.toString())).as(err.toString()).isZero();
  }

  /** What options become; in JSON apostrophes are quotation marks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'border': {'width': 4, 'color': '#f00'}} | bo_4px_solid_rgb:f00",
        "{'background': '#ffffff', 'crop': 'pad', 'width': 10} | b_rgb:ffffff,c_pad,w_10",
        "{'flags': ['progressive', 'lossy']} | fl_progressive.lossy",
        "{'angle': ['hflip', 90]} | a_hflip.90",
        "{'aspect_ratio': '16:9', 'width': 100, 'crop': 'fill'} | ar_16:9,c_fill,w_100",
        "{'effect': ['blur', 300]} | e_blur:300",
        "{'raw_transformation': 'w_9,h_9'} | w_9,h_9",
        "{'if': 'w_gt_100', 'width': 100} | if_w_gt_100,w_100",
        "{'variables': [['$a', 10]], 'width': '$a'} | $a_10,w_$a",
        "{'$b': 5, 'height': '$b'} | $b_5,h_$b",
        "{'dpr': 2.0, 'width': 100} | dpr_2,w_100",
      })
  void writesOptionsAsUrlsHaveThem(String options, String chain) throws IOException {
    Path file = write("{\"name\":\"t_x\",\"info\":[" + options.replace('\'', '"') + "]}");

    run(file);
    assertThat(out).hasToString("transformations:\n  \"x\": \"cloudinary:" + chain + "\"\n");
  }

  @Test
  void writesLayers() throws IOException {
    Path file =
        write(
            """
            {"name": "t_x", "info": [
              {"overlay": {"text": "a,b", "font_family": "Arial", "font_size": 40,
                           "font_weight": "bold"}},
              {"underlay": {"public_id": "shop/back", "format": "png"}},
              {"overlay": "logo", "width": 10}]}
            """);

    run(file);
    assertThat(out.toString())
        .contains("cloudinary:l_text:Arial_40_bold:a%252Cb/u_shop:back.png/l_logo,w_10");
  }

  @Test
  void saysWhatIsMissingAndWhatCannotBe() throws IOException {
    Path page =
        write(
            """
            {"transformations": [
               {"name": "t_absent", "named": true, "used": false},
               {"name": "t_odd", "named": true, "info": [{"colour": "red"}]},
               {"name": "t_lost", "named": true, "info": [{"transformation": ["nobody"]}]},
               {"name": "t_a b", "named": true, "info": "w_1"},
               {"name": "w_10,h_10", "named": false},
               {"name": "t_art", "named": true, "info": [{"effect": "gen_restore"}]}],
             "next_cursor": "abc"}
            """);

    assertThat(run(page)).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString())
        .contains("absent has no definition here: ask the API for /transformations/t_absent")
        .contains("odd cannot be translated: option 'colour' is not known")
        .contains("lost is left out: ")
        .contains("a b is left out: a name may have letters")
        .contains("art: e_gen_restore will be left out: it needs a generative model")
        .doesNotContain("w_10");
    assertThat(out).hasToString("transformations:\n  \"art\": \"cloudinary:e_gen_restore\"\n");
  }

  @Test
  void findsDefinitionsOfAPageInOtherFiles() throws IOException {
    Path page = write("{\"transformations\": [{\"name\": \"t_x\", \"named\": true}]}");
    Path one = write("{\"name\": \"t_x\", \"named\": true, \"info\": [{\"width\": 5}]}");

    assertThat(run(page, one)).isEqualTo(ExitCode.FINE);
  }

  @Test
  void readsDocumentsLineByLine() throws IOException {
    Path lines =
        write("{\"name\":\"t_x\",\"info\":\"w_5\"}\n\n{\"name\":\"t_y\",\"info\":\"t_x\"}\n");

    assertThat(run(lines)).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("\"y\": \"cloudinary:t_x\"");
  }

  @Test
  void takesAnythingThatIsJson() throws IOException {
    assertThat(run(write("[1, 2, \"x\", null, {\"name\": \"t_y\", \"named\": null}]")))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(run(write("null"))).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).contains("An entry is no transformation as the Admin API lists");
  }

  @Test
  void takesAByteOrderMark() throws IOException {
    assertThat(run(write("\uFEFF{\"name\": \"t_x\", \"info\": \"w_5\"}"))).isZero();
    assertThat(out.toString()).contains("\"x\": \"cloudinary:w_5\"");
  }

  @Test
  void saysThatANameIsDefinedTwice() throws IOException {
    Path one = write("{\"name\": \"t_x\", \"info\": \"w_5\"}");
    Path two = write("{\"name\": \"t_x\", \"info\": \"w_6\"}");

    assertThat(run(one, one)).isZero();
    assertThat(run(one, two)).isEqualTo(ExitCode.FINDINGS);
    assertThat(err).hasToString("x is defined twice: as w_5, and as w_6, which is taken\n");
  }

  @Test
  void printsEntriesForABlockThatIsThere() throws IOException {
    Path one = write("{\"name\": \"t_x\", \"info\": \"w_5\"}");

    assertThat(run("import-transformations", "--entries", one.toString())).isZero();
    assertThat(out).hasToString("  \"x\": \"cloudinary:w_5\"\n");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Path binary = Files.write(directory.resolve("a.bin"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThat(run(binary)).isEqualTo(ExitCode.USAGE);
    assertThat(run(directory)).isEqualTo(ExitCode.USAGE);
    assertThat(run(directory.resolve("absent"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("a.bin is no text in UTF-8.", " is a folder, not a file.", "There is no file ");
  }

  @Test
  void callsWhatIsNoJsonWrongUsage() throws IOException {
    assertThat(run(write("<html>"))).isEqualTo(ExitCode.USAGE);
    assertThat(run("import-transformations", "absent.json")).isEqualTo(ExitCode.USAGE);
    assertThat(run("import-transformations")).isEqualTo(ExitCode.USAGE);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "a", ".json"), text);
  }

  private int run(Path... files) {
    return terminal.run(
        List.of("import-transformations"),
        Arrays.stream(files).map(Path::toString).toArray(String[]::new));
  }

  private int run(String... arguments) {
    return terminal.run(List.of(arguments));
  }
}
