package io.tintype.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.routing.Endpoints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of all formats; what is read shows in the requests that no endpoint answers for. */
class LogFileTest {
  private static final Endpoints NONE = new Endpoints(List.of());

  @Test
  void readsLogsOfWebServers() throws IOException {
    Report report = read("combined.log", false);

    assertThat(report.elsewhere())
        .containsExactly(
            "https://front.example.com/acme/image/upload/c_fill,w_300/a.jpg",
            "https://front.example.com/acme/image/upload/w_10/caf%C3%A9%20%22b%22.jpg?_a=X",
            "https://img.example.com/acme/image/upload/w_20/a.jpg",
            "https://other.example.com/acme/image/upload/a.jpg");
    assertThat(report.reading())
        .isEqualTo(
            new Report.Reading(4, 2, 2, List.of("combined.log line 9", "combined.log line 10")));
  }

  @Test
  void readsLogsOfCloudFront() throws IOException {
    Report report = read("cloudfront.log", false);

    assertThat(report.elsewhere())
        .containsExactly(
            "https://img.example.com/acme/image/upload/c_fill,w_300/a%20b.jpg?_a=X&amp=***",
            "https://img.example.com/acme/image/upload/l_text:Arial_40:a%252Cb/a.jpg",
            "https://d111111abcdef8.cloudfront.net/acme/image/upload/w_10/%22x%22.jpg");
    assertThat(report.reading())
        .isEqualTo(new Report.Reading(3, 2, 1, List.of("cloudfront.log line 8")));
  }

  @Test
  void readsCloudFrontsColumnsInWhateverOrder() throws IOException {
    Report report =
        read(
            """
            #Fields: cs-uri-stem sc-status x-host-header cs-method
            /a.jpg\t200\timg.example.com\tGET
            #Fields: sc-status cs-method cs-uri-stem
            200\tGET\t/b.jpg
            """
                .getBytes(StandardCharsets.UTF_8),
            false);

    assertThat(report.elsewhere())
        .containsExactly("https://img.example.com/a.jpg", "https://front.example.com/b.jpg");
  }

  @Test
  void readsLists() throws IOException {
    Report report = read("urls.txt", false);

    assertThat(report.elsewhere())
        .containsExactly(
            "https://img.example.com/acme/image/upload/c_fill,w_300/a.jpg",
            "https://img.example.com/acme/image/upload/w_10/a.jpg",
            "https://front.example.com/acme/image/upload/w_20/a.jpg?x=1");
    assertThat(report.reading())
        .isEqualTo(new Report.Reading(124, 0, 2, List.of("urls.txt line 7", "urls.txt line 8")));
  }

  @Test
  void readsRecordingsOfBrowsers() throws IOException {
    Report report = read("page.har", false);

    assertThat(report.elsewhere())
        .containsExactly(
            "https://img.example.com/acme/image/upload/c_fill,w_300/a.jpg?_a=X",
            "https://img.example.com/acme/image/upload/w_10/b.jpg");
    assertThat(report.reading())
        .isEqualTo(new Report.Reading(2, 2, 2, List.of("page.har entry 6", "page.har entry 7")));
  }

  @ParameterizedTest
  @CsvSource({"combined.log,6", "cloudfront.log,5", "urls.txt,124", "page.har,4"})
  void countsFailuresAndWritesIfTold(String file, long hits) throws IOException {
    assertThat(read(file, true).reading().hits()).isEqualTo(hits);
    assertThat(read(file, true).reading().leftOut()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"combined.log", "cloudfront.log", "urls.txt", "page.har"})
  void readsWhatIsCompressedInSeveralPieces(String file) throws IOException {
    byte[] plain = bytes(file);
    int half = plain.length / 2;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(gzip(Arrays.copyOfRange(plain, 0, half)));
    packed.writeBytes(gzip(Arrays.copyOfRange(plain, half, plain.length)));

    assertThat(read(packed.toByteArray(), false).elsewhere())
        .isEqualTo(read(plain, false).elsewhere());
  }

  @Test
  void failsWhereACompressedFileIsCut() throws IOException {
    byte[] packed = gzip(bytes("combined.log"));

    assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length - 20), false))
        .isInstanceOf(IOException.class)
        .hasMessage("what gzip has made of it is cut off");
  }

  @Test
  void skipsLinesBeyondMeasure() throws IOException {
    byte[] head = "/a.jpg\n/".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(head, 3 * LineSource.LONGEST);
    Arrays.fill(bytes, head.length, bytes.length - 7, (byte) 'x');
    System.arraycopy("\n/b.jpg".getBytes(StandardCharsets.UTF_8), 0, bytes, bytes.length - 7, 7);

    Report report = read(bytes, false);
    assertThat(report.elsewhere())
        .containsExactly("https://front.example.com/a.jpg", "https://front.example.com/b.jpg");
    assertThat(report.reading().unreadablePlaces()).containsExactly("log line 2");
  }

  @Test
  void readsWindowsLinesAMarkAndLatin1() throws IOException {
    byte[] marked = "\uFEFF/a.jpg\r\n/b.jpg\r\n".getBytes(StandardCharsets.UTF_8);

    assertThat(read(marked, false).elsewhere())
        .containsExactly("https://front.example.com/a.jpg", "https://front.example.com/b.jpg");
    assertThat(read("/caf\u00e9.jpg".getBytes(StandardCharsets.ISO_8859_1), false).elsewhere())
        .containsExactly("https://front.example.com/caf%C3%A9.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\0\1\2", "{}", "[]", "<html>\n</html>"})
  void findsNothingWhereThereIsNothing(String text) throws IOException {
    Report report = read(text.getBytes(StandardCharsets.UTF_8), false);

    assertThat(report.reading().hits()).isZero();
    assertThat(new Goal(0, true).isMetBy(report)).isFalse();
  }

  private static Report read(String name, boolean all) throws IOException {
    return read(name, bytes(name), all);
  }

  private static Report read(byte[] bytes, boolean all) throws IOException {
    return read("log", bytes, all);
  }

  private static Report read(String name, byte[] bytes, boolean all) throws IOException {
    Rehearsal rehearsal =
        new Rehearsal(
            new Judge(NONE, Instant.EPOCH), new Rehearsal.Rules("front.example.com", all, 100));
    new LogFile(name, Optional.empty()).read(new ByteArrayInputStream(bytes), rehearsal);
    return rehearsal.report();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = LogFileTest.class.getResourceAsStream("/logs/" + name)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
