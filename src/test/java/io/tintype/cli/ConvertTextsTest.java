package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs in texts, in the other language. */
class ConvertTextsTest extends ConvertCalls {
  /** What stands in a text, and what will; «§» is where URLs of the shop begin. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<img src=\"§w_9/b.png?_a=1&amp;x=2\"> | <img src=\"$tr:w-9,f-png/b.png\">",
        "srcset='§w_1,h_2/b.png 1x, §w_2,h_4/b.png 2x' | srcset='$tr:w-1,h-2,c-force,f-png/b.png"
            + " 1x, $tr:w-2,h-4,c-force,f-png/b.png 2x'",
        "§w_1,h_2/b.png,§w_3/b.png | $tr:w-1,h-2,c-force,f-png/b.png,$tr:w-3,f-png/b.png",
        "a{background:url(§w_9/b_(1).png)} | a{background:url($tr:w-9,f-png/b_(1).png)}",
        "style=\"url(&quot;§w_9/b.png&quot;)\" | style=\"url(&quot;$tr:w-9,f-png/b.png&quot;)\"",
        "![b](§w_9/b.png). See §w_9/b.png. | ![b]($tr:w-9,f-png/b.png). See $tr:w-9,f-png/b.png.",
        "'//img.example.com/acme/image/upload/w_9/b' | '//img.example.com/tr:w-9,f-orig/b'",
        "{\"u\":\"https:\\/\\/img.example.com\\/acme\\/image\\/upload\\/w_9\\/b\"}"
            + " | {\"u\":\"https:\\/\\/img.example.com\\/tr:w-9,f-orig\\/b\"}",
        "猫§w_9/猫.png。 | 猫$tr:w-9,f-png/%E7%8C%AB.png。",
        "nothing at https://img.example.com/ | nothing at https://img.example.com/",
        "https://other.com/§w_9/b https://img.example.com.evil.com/acme/image/upload/w_9/b"
            + " | https://other.com/$tr:w-9,f-orig/b"
            + " https://img.example.com.evil.com/acme/image/upload/w_9/b",
      })
  void convertsTextsOfAnyKind(String before, String after) throws IOException {
    Path file = text(filled(before).getBytes(StandardCharsets.UTF_8));

    run("--text", file.toString());
    assertThat(out).hasToString(filled(after));
  }

  /** URLs in programs and templates that are not whole. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'§w_9/' + id",
        "'§w_' + width + '/b.png'",
        "'§w_9,' + more",
        "`§w_${width}/b.png`",
        "f'§w_{width}/b.png'",
        "\"§w_\\(width)/b.png\"",
        "\"§w_$width/b.png\"",
        "§w_9/{{ id }}.png",
        "§w_<%= width %>/b.png",
      })
  void leavesUrlsAloneThatAreFilledInLater(String text) throws IOException {
    Path file = text(filled(text).getBytes(StandardCharsets.UTF_8));

    assertThat(run("--text", file.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(out).hasToString(filled(text));
  }

  @Test
  void keepsEveryOtherByteOfAFile() throws IOException {
    byte[] odd = {'\n', (byte) 0xff, (byte) 0xe9, '\r', '\n', 0, (byte) 0x80};
    String url = SHOP + "w_9/b.png";
    Path file = text(joined(odd, url.getBytes(StandardCharsets.US_ASCII), odd));

    assertThat(run("--to", "imagekit", "--in-place", "--text", file.toString()))
        .isEqualTo(ExitCode.FINE);

    assertThat(Files.readAllBytes(file))
        .isEqualTo(
            joined(
                odd,
                "https://img.example.com/tr:w-9,f-png/b.png".getBytes(StandardCharsets.US_ASCII),
                odd));
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(file + ":3: " + url);
  }

  @Test
  void changesWhatALinkLeadsToAndKeepsItsRights() throws IOException {
    Path file = text((SHOP + "w_9/b.png").getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    Path link = Files.createSymbolicLink(directory.resolve("link.html"), file.getFileName());

    assertThat(run("--to", "imagekit", "--in-place", "--text", link.toString()))
        .isEqualTo(ExitCode.FINE);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("https://img.example.com/tr:w-9,f-png/b.png");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x--x");
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void changesNothingIfAFileCannotBeRead() throws IOException {
    byte[] bytes = (SHOP + "w_9/b.png").getBytes(StandardCharsets.UTF_8);
    Path file = text(bytes);
    String missing = directory.resolve("missing.html").toString();

    assertThat(run("--to", "imagekit", "--in-place", "--text", file.toString(), "--text", missing))
        .isEqualTo(ExitCode.USAGE);

    assertThat(file).hasBinaryContent(bytes);
    assertThat(err.toString()).contains("There is no file " + missing);
  }

  @Test
  void keepsAFileWhoseReplacementIsDropped() throws IOException {
    Path file = text("before".getBytes(StandardCharsets.UTF_8));

    Replacement replacement =
        Replacement.prepare(file.toString(), "behind".getBytes(StandardCharsets.UTF_8));
    assertThat(file).hasContent("before");
    replacement.drop();

    assertThat(file).hasContent("before");
    assertThat(replacement.fresh()).doesNotExist();
    assertThatThrownBy(replacement::carryOut).hasMessageContaining("it is as it was");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
  void refusesUtf16(String charset) throws IOException {
    Path file = text((SHOP + "w_9/b.png").getBytes(Charset.forName(charset)));

    assertThat(run("--text", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(file + " is UTF-16: convert it to UTF-8 first.");
  }

  @Test
  void printsNotesAsJson() throws IOException {
    Path file =
        text((SHOP + "w_9/b.png\n\n" + SHOP + "e_sepia/b").getBytes(StandardCharsets.UTF_8));

    assertThat(run("--json", "--text", file.toString())).isEqualTo(ExitCode.FINDINGS);

    JsonArray notes = new JsonArray(out.toString());
    assertThat(notes.getJsonObject(0).getMap())
        .containsEntry("url", SHOP + "w_9/b.png")
        .containsEntry("converted", "https://img.example.com/tr:w-9,f-png/b.png")
        .containsEntry("verdict", "exact")
        .containsEntry("line", 1)
        .containsEntry("file", file.toString());
    assertThat(notes.getJsonObject(1).getMap())
        .containsEntry("verdict", "kept")
        .containsEntry("converted", null)
        .containsEntry("line", 3);
  }

  private static String filled(String text) {
    return text.replace("§", SHOP).replace("$tr:", "https://img.example.com/tr:");
  }

  private static byte[] joined(byte[] one, byte[] two, byte[] three) {
    byte[] all = new byte[one.length + two.length + three.length];
    System.arraycopy(one, 0, all, 0, one.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    System.arraycopy(three, 0, all, one.length + two.length, three.length);
    return all;
  }

  private Path text(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("page.html"), bytes);
  }
}
