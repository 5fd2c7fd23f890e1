package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.LogSetup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Logs and a configuration in; what would become of the requests out. */
class RehearseCommandTest {
  private static final String CONFIG =
      """
      origins:
        originals: { type: folder, path: . }
      transformations: { card: "cloudinary:c_fill,w_300,h_200" }
      endpoints:
        shop:
          path: /shop
          hosts: [img.example.com]
          rewriter: cloudinary
          cloud: acme
          origins: [originals]
          keepAssetAndDeliveryTypes: false
          limits: { steps: 3, layers: 1 }
        left:
          path: /left
          rewriter: cloudinary
          cloud: acme
          origins: [originals]
          keepAssetAndDeliveryTypes: false
          unsupported: fallthrough
          oldVendor: https://res.cloudinary.com/acme
        locked:
          path: /locked
          rewriter: cloudinary
          cloud: acme
          origins: [originals]
          keepAssetAndDeliveryTypes: false
          unsupported: strict
          cloudinarySecrets: [a-secret-of-old]
        plain: { path: /plain, origins: [originals], unsupported: strict }
      """;

  @TempDir Path directory;
  private final Terminal terminal = new Terminal();
  private final StringWriter out = terminal.out();
  private final StringWriter err = terminal.err();
  private Path config = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    config = Files.writeString(directory.resolve("my.yaml"), CONFIG);
  }

  @AfterEach
  void quiet() {
    LogSetup.ofProcess().quiet();
  }

  /** Of the parts of a URL, the worst. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/shop/acme/image/upload/c_fill,w_300/f_auto,q_auto/v12/a.jpg | native | w |",
        "/shop/acme/image/upload/t_card/a.jpg | native | c_fill |",
        "/shop/acme/image/upload/v12/a.jpg | passedThrough | |",
        "/shop/acme/raw/upload/a.css | passedThrough | |",
        "/shop/acme/video/upload/a.mp4 | passedThrough | |",
        "/shop/acme/video/upload/w_300/a.mp4 | reported | video | needs a video decoder",
        "/shop/acme/video/upload/a.jpg | reported | video | needs a video decoder",
        "/shop/acme/image/upload/w_9,e_gen_fill:x/a.jpg | reported | e_gen_fill |",
        "/shop/acme/image/upload/c_pad,w_9,b_gen_fill/a.jpg | reported | b_gen_fill"
            + " | needs a generative model",
        "/shop/acme/image/upload/e_gen_fill/a.jpg | reported | e_gen_fill"
            + " | needs a generative model",
        "/shop/acme/image/upload/w_9/w_8/w_7/w_6/a.jpg | refused | URL"
            + " | The transformation has 4 steps, more than the 3 allowed.",
        "/shop/acme/image/upload/l_a/fl_layer_apply/l_b/fl_layer_apply/a.jpg | refused | URL"
            + " | The layers need more than the 1 pictures and fonts allowed.",
        "/shop/acme/image/upload/t_absent/a.jpg | refused | t_absent | is not configured",
        "/shop/acme/image/upload/%zz | refused | URL |",
        "/left/acme/image/upload/w_9/a.jpg | native | w |",
        "/left/acme/image/upload/w_9,e_gen_fill/a.jpg | fallthrough | e_gen_fill |",
        "/left/acme/image/upload/t_absent/a.jpg | fallthrough | t_absent | is not configured",
        "/left/acme/video/upload/w_300/a.mp4 | fallthrough | video | needs a video decoder",
        "/locked/acme/image/upload/s--AbCdEfGh--/w_9/a.jpg | refused | signature |",
        "/locked/acme/image/authenticated/w_9/a.jpg | refused | signature |",
        "/locked/acme/video/upload/w_300/a.mp4 | refused | video | needs a video decoder",
        "/plain/tr:w-300/a.jpg | native | w |",
        "/plain/tr:w-300,e-bgremove/a.jpg | refused | e-bgremove |",
        "/plain/tr:n-absent/a.jpg | refused | n-absent | is not configured",
        "/nowhere/a.jpg | elsewhere | |",
        "https://img.example.com/acme/image/upload/w_9/a.jpg | native | w |",
        "https://img.example.com/favicon.ico | refused | URL |",
      })
  void saysWhatBecomesOfARequest(String url, String outcome, String parameter, String reason)
      throws IOException {
    JsonObject report = json(url);

    assertThat(report.getJsonObject("outcomes").getJsonObject(outcome).getLong("hits"))
        .as(report.encode())
        .isEqualTo(1);
    if (parameter != null) {
      JsonObject row =
          report.getJsonArray("parameters").stream()
              .map(JsonObject.class::cast)
              .filter(one -> one.getString("parameter").equals(parameter))
              .findFirst()
              .orElseThrow(() -> new AssertionError(report.encode()));
      assertThat(row.getString("outcome")).isEqualTo(outcome);
      assertThat(reason == null || row.getString("reason").equals(reason)).isTrue();
      assertThat(row.getJsonArray("examples")).hasSize(1);
    }
  }

  @Test
  void weighsByHits() throws IOException {
    JsonObject report =
        json(
            """
            90 /left/acme/image/upload/w_9/a.jpg
            6 /left/acme/image/upload/w_9/b.jpg
            4 /left/acme/image/upload/w_9,e_gen_fill/b.jpg
            """);

    assertThat(report.getJsonObject("covered"))
        .isEqualTo(new JsonObject().put("hits", 96L).put("of", 100L).put("percent", 96.0));
    assertThat(report.getJsonArray("parameters").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("parameter", "w")
                .put("outcome", "native")
                .putNull("reason")
                .put("hits", 100L)
                .put("percent", 100.0)
                .put("urls", 3L)
                .put("urlsExact", true)
                .put(
                    "examples",
                    new JsonArray()
                        .add("/left/acme/image/upload/w_9/a.jpg")
                        .add("/left/acme/image/upload/w_9/b.jpg")
                        .add("/left/acme/image/upload/w_9,e_gen_fill/b.jpg")));
  }

  @Test
  void hasTheFieldsItIsDocumentedWith() throws IOException {
    JsonObject report = json("/shop/acme/image/upload/w_9/a.jpg");

    assertThat(report.fieldNames())
        .containsExactly(
            "fine",
            "least",
            "covered",
            "hits",
            "leftOut",
            "unreadable",
            "unreadablePlaces",
            "outcomes",
            "endpoints",
            "parameters",
            "elsewhere");
    assertThat(report.getJsonObject("outcomes").fieldNames())
        .containsExactly(
            "native", "passedThrough", "reported", "fallthrough", "refused", "elsewhere");
    assertThat(report.getJsonArray("endpoints").getJsonObject(0).fieldNames())
        .containsExactly("endpoint", "hits", "covered", "percent", "outcomes");
  }

  @ParameterizedTest
  @CsvSource({
    "--least 100, 1",
    "--least 75, 0",
    "--least 75.1, 1",
    "--least 0, 0",
    "--least 100 --only-endpoints, 0",
    "--least 101, 2",
    "--least NaN, 2",
    "--least abc, 2",
    "--log - --log -, 2",
    "--html - --json -, 2",
    "--top 0, 2",
    "--examples -1, 2",
    "--log-format csv, 2",
    "--log absent.log, 2",
  })
  void exitsByWhatIsServedAsAsked(String options, int code) throws IOException {
    Path log = log("3 /plain/tr:w-300/a.jpg\n1 /nowhere/a.jpg\n");

    assertThat(run(log, options.split(" ", -1))).as(err.toString()).isEqualTo(code);
  }

  @Test
  void isNotFineWithoutRequests() throws IOException {
    assertThat(run(log("\n"), "--least", "0")).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("0.00 % of 0 requests");
  }

  @Test
  void printsTables() throws IOException {
    Path log =
        log("1500 /left/acme/image/upload/w_9/a.jpg\n/left/acme/image/upload/e_gen_fill/b\n");

    assertThat(run(log)).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString().lines())
        .contains(
            "1,501 requests",
            "  native                  1,500   99.93 %  made here, with nothing left out",
            "  left                          1,501  99.93 %",
            "      /left/acme/image/upload/e_gen_fill/b",
            "99.93 % of 1,501 requests are delivered as asked without the old vendor; 100 % have to"
                + " be.");
    assertThat(err).hasToString("");
  }

  @Test
  void readsSeveralLogs() throws IOException {
    Path one = log("/plain/tr:w-300/a.jpg\n");
    Path two = log("/plain/tr:w-300/b.jpg\n/plain/tr:w-300/c.jpg\n");

    assertThat(run(one, two.toString(), "--host", "IMG.example.com")).isZero();
    assertThat(out.toString()).startsWith("3 requests\n");
  }

  @Test
  void boundsWhatItTells() throws IOException {
    String many =
        IntStream.range(0, 3_000)
            .mapToObj("/left/acme/image/upload/t_n%d/a.jpg"::formatted)
            .reduce("", (all, url) -> all + url + "\n");

    assertThat(run(log(many), "--top", "2", "--examples", "1")).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("other", "  … and 1,999 more; --json and --html");
    assertThat(out.toString().lines()).hasSizeLessThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/acme/image/upload/w_9/<script>alert(1)</script>.jpg",
        "/shop/acme/image/upload/<img src=x onerror=alert(1)>_9/a.jpg",
        "/plain/tr:<script>-1,%3Cscript%3E-2/a.jpg",
        "/plain/tr:e-\"><script>/a.jpg",
        "https://<script>alert(1)</script>/a.jpg",
      })
  void writesPagesThatRunNothing(String url) throws Exception {
    Path page = directory.resolve("report.html");
    int _ = run(log(url + "\n"), "--html", page.toString());
    String html = Files.readString(page);

    assertThat(html).doesNotContain("<script").contains("default-src 'none'");
    assertThat(elements(html))
        .isSubsetOf(
            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "strong",
            "div", "span", "table", "thead", "tbody", "tr", "th", "td", "i", "code");
  }

  /** Throws where anything that was written into the page is taken for more than text. */
  private static Set<String> elements(String page) throws Exception {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)))
            .getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .map(Node::getNodeName)
        .collect(Collectors.toSet());
  }

  @Test
  void printsThePage() throws IOException {
    assertThat(run(log("/plain/tr:w-300/a.jpg\n"), "--html", "-")).isZero();
    assertThat(out.toString()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void refusesWhatIsLongerThanARequestLine() throws IOException {
    String longest = "/plain/tr:w-300/" + "a".repeat(16 * 1024 - "GET  HTTP/1.1".length() - 16);

    assertThat(run(log(longest + "\n"))).isZero();
    assertThat(run(log(longest + "a\n"))).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("is longer than the 16 KiB of a request line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'log':{'entries':[ | the JSON is cut off",
        "{'log':{'entries': nonsense}} | from line 1 on it is no JSON",
      })
  void saysWhyAHarCannotBeRead(String text, String reason) throws IOException {
    assertThat(run(log(text.replace('\'', '"')))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).endsWith("cannot be read to its end: " + reason + "\n");
  }

  @Test
  void saysThatAFileIsCut() throws IOException {
    Path log = log("/plain/a.jpg\n".repeat(1_000));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(log, gzip);
    }
    byte[] bytes = packed.toByteArray();

    assertThat(run(Files.write(log, Arrays.copyOf(bytes, bytes.length / 2))))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run(Files.write(log, Arrays.copyOf(bytes, 6)))).isEqualTo(ExitCode.USAGE);
    bytes[2] = 1;
    assertThat(run(Files.write(log, bytes))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines().map(line -> line.substring(line.lastIndexOf(": "))))
        .containsExactly(
            ": what gzip has made of it is cut off",
            ": what gzip has made of it is cut off",
            ": what gzip has made of it is damaged");
  }

  private JsonObject json(String urls) throws IOException {
    int _ = run(log(urls + "\n"), "--json", "-");
    return new JsonObject(out.toString());
  }

  private Path log(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "a", ".log"), text);
  }

  private int run(Path log, String... options) {
    return terminal.run(
        List.of("rehearse", "--config", config.toString(), "--log", log.toString()), options);
  }
}
