package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real URLs of Cloudinary's customers, through the whole gateway, from an origin that has all. */
class CorpusIT {
  private static final Pattern URL = Pattern.compile("https?://([^/?#]+)/?([^#]*)(?:#.*)?");
  private static final Pattern SHARED =
      Pattern.compile(
          "(?:www\\.)?res(?:-[s1-5])?\\.cloudinary\\.com|cloudinary-a\\.akamaihd\\.net"
              + "|d3jpl91pxevbkh\\.cloudfront\\.net");
  private static final Pattern ODD =
      Pattern.compile("[^\\x21-\\x7e]|[\\[\\]{}|\\\\^`\"<>]|%(?![0-9a-fA-F]{2})");
  private static final Pattern BY_EXTENSION =
      Pattern.compile(".*/image/upload/.*\\.(png|webp|gif)(?:\\?.*)?");
  private static final byte[] JPEG = Pictures.jpeg(64, 48);
  private static final byte[] PNG = Pictures.transparentPng(64, 48);
  private static final int AT_ONCE = 6;
  private static final int BROKEN = 500;

  @Test
  void areAllAnswered() throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(CorpusIT::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    try (RunningGateway gateway = RunningGateway.start(configuration(server.actualPort()))) {
      List<String> wrong = ask(gateway, urls());

      assertThat(wrong).isEmpty();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  private static List<String> ask(RunningGateway gateway, List<String> paths) throws Exception {
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    Semaphore places = new Semaphore(AT_ONCE);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (String path : paths) {
      places.acquire();
      all.add(
          gateway
              .getAsync(path)
              .whenComplete(
                  (answer, failure) -> {
                    places.release();
                    String problem = failure == null ? problemOf(path, answer) : failure.toString();
                    if (!problem.isEmpty()) {
                      wrong.add(path + ": " + problem);
                    }
                  }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).exceptionally(_ -> null).join();
    return List.copyOf(wrong);
  }

  private static String problemOf(String path, HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= BROKEN) {
      return answer.statusCode() + answer.headers().firstValue("x-cld-error").orElse("");
    }
    if (answer.statusCode() != 200) {
      return "";
    }
    Matcher asked = BY_EXTENSION.matcher(path);
    boolean plain = asked.matches() && !path.contains("f_") && !path.contains("t_");
    String type = answer.headers().firstValue("content-type").orElse("");
    return plain && path.contains("/w_") && !type.equals("image/" + asked.group(1))
        ? "is " + type
        : "";
  }

  /** Whatever is asked for is there: a JPEG by name, else a PNG with transparency. */
  private static void answer(HttpServerRequest request) {
    String path = request.path().toLowerCase(Locale.ROOT);
    boolean jpeg = path.endsWith(".jpg") || path.endsWith(".jpeg");
    request
        .response()
        .putHeader("content-type", jpeg ? "image/jpeg" : "image/png")
        .end(Buffer.buffer(jpeg ? JPEG : PNG));
  }

  private static String configuration(int port) {
    return """
    network: { allow: [127.0.0.1/32] }
    log: { access: false }
    limits: { fetchTime: 25s, queueTime: 25s, renderTime: 25s }
    origins:
      web: { type: web-server, baseUrl: "http://127.0.0.1:%d" }
    endpoints:
      shared: { origins: [web], rewriter: cloudinary, cloud: "*" }
      own: { origins: [web], rewriter: cloudinary }
    """
        .formatted(port);
  }

  private static List<String> urls() throws Exception {
    var file = Objects.requireNonNull(CorpusIT.class.getResource("/cases/cloudinary-urls.txt"));
    List<String> paths = new ArrayList<>();
    for (String url : Files.readAllLines(Path.of(file.toURI()))) {
      Matcher parts = URL.matcher(url);
      assertThat(parts.matches()).as(url).isTrue();
      String endpoint = SHARED.matcher(parts.group(1)).matches() ? "/shared/" : "/own/";
      paths.add(endpoint + encoded(parts.group(2)));
    }
    return paths;
  }

  /** Java's client sends no URL that is not well-formed. */
  private static String encoded(String raw) {
    return ODD.matcher(raw)
        .replaceAll(odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8));
  }
}
