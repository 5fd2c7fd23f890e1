package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SDKs of Cloudinary make of their options is served as asked for. */
class SdkCloudinaryIT {
  private static final String SECRET = "a-test-secret";
  private static final int AT_ONCE = 6;
  private static final Pattern URL = Pattern.compile("https?://([^/]+)(/.*)");
  private static final Pattern SIGNATURE = Pattern.compile("(?<=/s--)[^/]+(?=--/)");

  @TempDir static Path folder;
  private static Vertx vertx;
  private static RunningGateway gateway;
  private static List<Case> cases = List.of();

  @BeforeAll
  static void start() throws Exception {
    byte[] photo = Pictures.jpeg(640, 480);
    for (String type : List.of("upload", "private", "authenticated")) {
      Path pictures = Files.createDirectories(folder.resolve("image/" + type));
      for (String name : List.of("folder/photo", "ünï cödé/a+b (1)", "c_1/h_photo")) {
        Files.createDirectories(pictures.resolve(name).getParent());
        Files.write(pictures.resolve(name), photo);
      }
      for (String name : List.of("clear", "folder/clear")) {
        Files.write(pictures.resolve(name), Pictures.transparentPng(120, 90));
      }
    }
    vertx = Vertx.vertx();
    HttpServer remote =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(Buffer.buffer(photo)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    cases = cases("http://127.0.0.1:" + remote.actualPort() + "/photo.jpg");
    gateway = RunningGateway.start(configuration(remote.actualPort()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (gateway != null) {
      gateway.close();
    }
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  @Test
  void servesWhatTheyAskFor() throws Exception {
    assertThat(cases).hasSizeGreaterThan(900);
    List<String> wrong = wrong(cases, Case::target, SdkCloudinaryIT::problemOf);

    assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void refusesWhatIsSignedOtherwise() throws Exception {
    List<Case> signed = cases.stream().filter(Case::signed).toList();

    assertThat(signed).hasSizeGreaterThan(300);
    assertThat(
            wrong(
                signed,
                Case::tampered,
                (_, answer) -> answer.statusCode() == 401 ? "" : "is " + answer.statusCode()))
        .isEmpty();
  }

  private static String configuration(int remotePort) {
    return """
    network: { allow: [127.0.0.1/32] }
    log: { access: false }
    limits: { fetchTime: 25s, queueTime: 25s, renderTime: 25s }
    origins:
      files: { type: folder, path: "%1$s" }
      remote: { type: web-proxy, allowedHosts: ["127.0.0.1:%3$d"] }
    transformations: { card: "cloudinary:c_scale,w_80" }
    endpoints:
      shared: { origins: [files, remote], rewriter: cloudinary, cloud: acme, cloudinarySecrets: [%2$s] }
      own: { origins: [files, remote], rewriter: cloudinary, cloudinarySecrets: [%2$s] }
    """
        .formatted(folder, SECRET, remotePort);
  }

  /** What is wrong with an answer; empty = nothing. */
  private interface Check {
    String problem(Case one, HttpResponse<byte[]> answer);
  }

  /** Where in the gateway a case is asked for. */
  private interface Target {
    String of(Case one);
  }

  private static List<String> wrong(List<Case> cases, Target target, Check check)
      throws InterruptedException {
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    Semaphore places = new Semaphore(AT_ONCE);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (Case one : cases) {
      places.acquire();
      all.add(
          gateway
              .getAsync(target.of(one))
              .handle(
                  (answer, failure) -> {
                    places.release();
                    String problem =
                        failure == null ? check.problem(one, answer) : failure.toString();
                    return problem.isEmpty() || wrong.add(one + ": " + problem);
                  }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    return List.copyOf(wrong);
  }

  private static String problemOf(Case one, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      return answer.statusCode() + " " + header(answer, "x-cld-error");
    }
    String ignored = header(answer, "x-tintype-ignored");
    if (!ignored.equals(one.ignored())) {
      return "ignores " + ignored + " instead of " + one.ignored();
    }
    String type = header(answer, "content-type");
    if (!one.type().isEmpty() && !type.equals(one.type())) {
      return "is " + type;
    }
    Optional<String> size = one.size().isEmpty() ? Optional.empty() : sizeOf(answer);
    return size.filter(actual -> !actual.equals(one.size()))
        .map(actual -> "is " + actual + " instead of " + one.size())
        .orElse("");
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Of a picture in a format that Java reads. */
  private static Optional<String> sizeOf(HttpResponse<byte[]> answer) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
      return Optional.ofNullable(image).map(some -> some.getWidth() + "x" + some.getHeight());
    } catch (IOException broken) {
      return Optional.of(broken.toString());
    }
  }

  private static List<Case> cases(String remote) throws Exception {
    Path peer = Path.of(System.getProperty("tintype.peer"));
    assumeTrue(Files.isDirectory(peer.resolve("node_modules/cloudinary")), "no SDK is installed");
    Path script = Path.of("src/test/resources/peer/cloudinary-urls.mjs");
    Path out = folder.resolve("urls.json");
    Process node =
        new ProcessBuilder(
                "node", script.toString(), peer.toAbsolutePath().toString(), "acme", SECRET, remote)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(out);
    assertThat(node.exitValue()).as(String.join("\n", lines)).isZero();
    return lines.stream().map(JsonObject::new).map(Case::of).toList();
  }

  /**
   * A URL, and what it gets.
   *
   * @param target of the gateway
   * @param size of the result; empty = whatever
   * @param ignored what is reported, as the header has it
   * @param type media type; empty = whatever
   */
  record Case(
      String sdk,
      String option,
      String target,
      String size,
      String ignored,
      String type,
      boolean signed) {
    static Case of(JsonObject json) {
      Matcher url = URL.matcher(json.getString("url"));
      assertThat(url.matches()).as(json.encode()).isTrue();
      boolean shared = url.group(1).matches("res(?:-[1-5])?\\.cloudinary\\.com");
      List<String> ignored =
          json.getJsonArray("ignored", new JsonArray()).stream().map(Object::toString).toList();
      return new Case(
          json.getString("sdk"),
          json.getString("option"),
          (shared ? "/shared" : "/own") + url.group(2),
          json.getString("size", ""),
          String.join(",", ignored),
          json.getString("type", ""),
          json.getBoolean("signed"));
    }

    /** The same with another signature. */
    String tampered() {
      return SIGNATURE
          .matcher(target)
          .replaceFirst(
              hash -> (hash.group().charAt(0) == 'a' ? 'b' : 'a') + hash.group().substring(1));
    }

    @Override
    public String toString() {
      return sdk + " " + option + " " + target;
    }
  }
}
