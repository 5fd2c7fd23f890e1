package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.RealUrl;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Real URLs of Cloudinary's customers, through the whole gateway: every chain of a picture that the
 * origin has, every name and form.
 */
class CorpusIT {
  private static final Pattern ODD =
      Pattern.compile("[^\\x21-\\x7e]|[\\[\\]{}|\\\\^`\"<>]|%(?![0-9a-fA-F]{2})");
  private static final Pattern BY_EXTENSION =
      Pattern.compile(".*/image/upload/.*\\.(png|webp|gif)(?:\\?.*)?");
  private static final Pattern TRANSPARENT = Pattern.compile("(?i).*\\.(?:png|webp|gif|svg)");
  private static final Pattern COMPONENT = Pattern.compile("[a-z]{1,3}_|\\$|%24");
  private static final String WITHOUT = "/without/";
  private static final int NOT_FOUND = 404;
  private static final byte[] JPEG = Pictures.jpeg(480, 360);
  private static final byte[] PNG = Pictures.transparentPng(160, 120);
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

  /** Has a picture of every name: with transparency where the name promises it, else a photo. */
  private static void answer(HttpServerRequest request) {
    if (request.path().startsWith(WITHOUT)) {
      request.response().setStatusCode(NOT_FOUND).end();
      return;
    }
    boolean clear = TRANSPARENT.matcher(request.path()).matches();
    request
        .response()
        .putHeader("content-type", clear ? "image/png" : "image/jpeg")
        .end(Buffer.buffer(clear ? PNG : JPEG));
  }

  private static String configuration(int port) {
    return """
    network: { allow: [127.0.0.1/32] }
    log: { access: false }
    limits: { fetchTime: 25s, queueTime: 25s, renderTime: 25s }
    origins:
      web: { type: web-server, baseUrl: "http://127.0.0.1:%1$d" }
      empty: { type: web-server, baseUrl: "http://127.0.0.1:%1$d/without" }
    endpoints:
      shared: { origins: [web], rewriter: cloudinary, cloud: "*" }
      own: { origins: [web], rewriter: cloudinary }
      shared-again: { origins: [empty], rewriter: cloudinary, cloud: "*" }
      own-again: { origins: [empty], rewriter: cloudinary }
    """
        .formatted(port);
  }

  /** What has been asked for of another picture goes where no picture is: it is only looked for. */
  private static List<String> urls() {
    Set<String> chains = new HashSet<>();
    return RealUrl.all().stream()
        .map(
            url -> {
              boolean first = chains.add(chainOf(url.path()));
              String endpoint = (url.shared() ? "/shared" : "/own") + (first ? "/" : "-again/");
              return endpoint + encoded(url.target());
            })
        .toList();
  }

  /** What makes one picture differ from another of the same source. */
  private static String chainOf(String path) {
    String chain =
        Arrays.stream(path.split("/"))
            .filter(segment -> COMPONENT.matcher(segment).lookingAt())
            .collect(Collectors.joining("/"));
    return chain.isEmpty() ? path : chain + path.replaceFirst(".*(?=\\.[A-Za-z]{3,4}$)|.*", "");
  }

  /** Java's client sends no URL that is not well-formed. */
  private static String encoded(String raw) {
    return ODD.matcher(raw)
        .replaceAll(odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8));
  }
}
