package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every URL that the README shows works with the configuration and pictures that come along. */
class DemoIT {
  private static final Pattern PREFIX = Pattern.compile("behind `http://localhost:8080(/[^`]*)`");
  private static final Pattern ROW = Pattern.compile("\\| `([^` ]+\\.[a-z]+)` \\|.*");
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Path conf = Path.of("conf").toAbsolutePath();
    gateway =
        RunningGateway.start(
            Files.readString(conf.resolve("tintype.yaml"))
                .replaceAll("(?ms)^(?:delivery|management):$.*?(?=^\\S)", "")
                .replace("path: samples", "path: \"" + conf.resolve("samples") + "\""));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @MethodSource("urls")
  void servesWhatTheReadmeShows(String url) {
    HttpResponse<byte[]> response =
        gateway.get(url.replace("%", "%25"), "Accept", "image/webp,*/*");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-tintype-ignored")).isEmpty();
    assertThat(response.body()).isNotEmpty();
  }

  static List<String> urls() throws IOException {
    List<String> urls = new ArrayList<>();
    String prefix = "";
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher behind = PREFIX.matcher(line);
      if (behind.find()) {
        prefix = behind.group(1);
      }
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        urls.add(prefix + row.group(1));
      }
    }
    assertThat(urls).hasSizeGreaterThan(15);
    return urls;
  }
}
