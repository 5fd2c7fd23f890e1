package io.tintype.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bus.Deadline;
import io.tintype.bus.FetchRequest;
import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bus.Measurements;
import io.tintype.bus.Pipeline;
import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.RequestScope;
import io.tintype.config.Live;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.origin.OriginSettings;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stage over the real local bus. */
class FetchVerticleTest {
  private static final OriginId FILES = new OriginId("files");
  private static final OriginId WEB = new OriginId("web");
  private static final byte[] JPEG = jpeg(5_000);

  @TempDir Path folder;
  private Vertx vertx;
  private OriginProbe probe;
  private HttpServer server;
  private Live<OriginSettings> settings;
  private final ByteBudget budget = new ByteBudget("sources", 100_000);
  private final RequestScope scope = new RequestScope();

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    probe = new OriginProbe(vertx);
    Pipeline.register(vertx);
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    settings = new Live<>(new OriginSettings(List.of(files(), web())));
    vertx
        .deployVerticle(
            new FetchVerticle(
                settings,
                TestNetwork.LOOPBACK,
                TestNetwork.standings(),
                budget,
                new Measurements()))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  @AfterEach
  void stop() {
    scope.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    var response = request.response();
    switch (request.path()) {
      case "/b.jpg" -> response.end(Buffer.buffer(JPEG));
      case "/breaks.jpg" -> {
        response.putHeader("content-length", "40000").write(Buffer.buffer(JPEG));
        vertx.setTimer(20, _ -> request.connection().close());
      }
      case "/stalls.jpg" ->
          response.putHeader("content-length", "99999").write(Buffer.buffer(JPEG));
      case "/endless.jpg" -> {
        response.setChunked(true);
        vertx.setPeriodic(1, id -> endless(request, id));
      }
      default -> response.setStatusCode(404).end();
    }
  }

  private void endless(HttpServerRequest request, long timer) {
    if (request.response().closed()) {
      vertx.cancelTimer(timer);
    } else {
      request.response().write(Buffer.buffer(JPEG));
    }
  }

  @Test
  void readsImagesIntoMemoryThatTheScopeGivesBack() throws Exception {
    Files.write(folder.resolve("a.jpg"), JPEG);

    Fetched fetched = fetch("a.jpg", Mode.DECODE);

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Whole.class,
            whole -> {
              assertThat(whole.format()).isEqualTo(ImageFormat.JPEG);
              assertThat(whole.bytes().size()).isEqualTo(JPEG.length);
              assertThat(whole.origin()).isEqualTo(FILES);
              assertThat(whole.info().canonicalUrl()).isEqualTo("https://example.com/a.jpg");
            });
    assertThat(budget.used()).isEqualTo(JPEG.length);
    scope.close();
    assertThat(budget.used()).isZero();
  }

  @Test
  void goesOnToTheNextOrigin() {
    assertThat(fetch("b.jpg", Mode.DECODE).origin()).isEqualTo(WEB);
  }

  @Test
  void streamsWhatIsNoImageFromItsFirstByte() throws Exception {
    byte[] text = "plain text ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("a.txt"), text);

    Fetched.Streaming streaming = (Fetched.Streaming) fetch("a.txt", Mode.DECODE);

    assertThat(streaming.format()).isEmpty();
    assertThat(probe.on(() -> OriginProbe.read(streaming.body()))).isEqualTo(Buffer.buffer(text));
    assertThat(budget.used()).isZero();
  }

  @Test
  void givesTheRangeOfWhatTurnsOutToBeStreamed() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "0123456789");

    Fetched.Streaming streaming =
        (Fetched.Streaming) fetch(request("a.txt", Mode.DECODE, "bytes=2-4", 50_000, 5_000));

    assertThat(streaming.info().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(probe.on(() -> OriginProbe.read(streaming.body())).toString()).isEqualTo("234");
  }

  @Test
  void streamsImagesWhenAskedTo() throws Exception {
    Files.write(folder.resolve("a.jpg"), JPEG);

    Fetched.Streaming streaming = (Fetched.Streaming) fetch("a.jpg", Mode.STREAM);

    assertThat(streaming.format()).contains(ImageFormat.JPEG);
    assertThat(probe.on(() -> OriginProbe.read(streaming.body()))).isEqualTo(Buffer.buffer(JPEG));
  }

  @Test
  void readsAFileOfAnyKindWhole() throws Exception {
    Files.writeString(folder.resolve("a.ttf"), "anything");

    Fetched fetched = fetch("a.ttf", Mode.FILE);

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.File.class,
            file -> {
              assertThat(file.bytes().size()).isEqualTo("anything".length());
              assertThat(file.origin()).isEqualTo(FILES);
              assertThat(file.info().canonicalUrl()).isEqualTo("https://example.com/a.ttf");
            });
    scope.close();
    assertThat(budget.used()).isZero();
  }

  @Test
  void refusesAFileThatIsTooLarge() throws Exception {
    Files.write(folder.resolve("large.ttf"), new byte[60_000]);

    assertThatThrownBy(() -> fetch("large.ttf", Mode.FILE))
        .satisfies(thrown -> assertThat(fault(thrown)).isInstanceOf(Fault.LimitExceeded.class));
    assertThat(budget.used()).isZero();
  }

  @Test
  void tellsAboutASource() throws Exception {
    Files.write(folder.resolve("a.jpg"), JPEG);

    Fetched.Streaming streaming = (Fetched.Streaming) fetch("a.jpg", Mode.HEAD);

    assertThat(streaming.info().length()).hasValue(JPEG.length);
    assertThat(probe.on(() -> OriginProbe.read(streaming.body())).length()).isZero();
  }

  @Test
  void knowsWhatHasNotChanged() throws Exception {
    Files.write(folder.resolve("a.jpg"), JPEG);
    var validators = fetch("a.jpg", Mode.HEAD).info().validators();
    FetchRequest plain = request("a.jpg", Mode.DECODE, "", 50_000, 5_000);

    Fetched same =
        fetch(
            new FetchRequest(
                scope,
                plain.deadline(),
                "r",
                plain.source(),
                plain.preference(),
                new Known(FILES, validators),
                Mode.DECODE,
                "",
                "",
                50_000));

    assertThat(same).isInstanceOf(Fetched.Unchanged.class);
  }

  @Test
  void saysNotFoundOnlyIfNobodyHasIt() {
    assertFault("missing.jpg", Fault.SourceNotFound.class);
  }

  @Test
  void takesABodyThatBreaksOffForABrokenOrigin() {
    assertFault("breaks.jpg", Fault.OriginUnavailable.class);
    assertThat(budget.used()).isZero();
  }

  @Test
  void takesABodyThatStallsForATimeout() {
    assertThatThrownBy(() -> fetch(request("stalls.jpg", Mode.DECODE, "", 200_000, 400)))
        .satisfies(t -> assertThat(fault(t)).isInstanceOf(Fault.OriginTimeout.class));
    assertThat(budget.used()).isZero();
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    Files.write(folder.resolve("large.jpg"), jpeg(60_000));

    assertFault("large.jpg", Fault.LimitExceeded.class);
    assertFault("endless.jpg", Fault.LimitExceeded.class);
    assertThat(budget.used()).isZero();
  }

  @Test
  void refusesWhatTheProcessHasNoRoomFor() throws Exception {
    Files.write(folder.resolve("a.jpg"), JPEG);
    budget.reserve(99_000);

    assertFault("a.jpg", Fault.Overloaded.class);
    assertThat(budget.used()).isEqualTo(99_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 12, 16, 50})
  void stopsWhenTheClientHasLeft(int millis) {
    vertx.setTimer(millis, _ -> scope.close());

    assertThatThrownBy(() -> fetch(request("stalls.jpg", Mode.DECODE, "", 200_000, 5_000)))
        .satisfies(t -> assertThat(fault(t)).isInstanceOf(Fault.ClientGone.class));
    assertThat(budget.used()).isZero();
  }

  @Test
  void usesNewSettingsFromTheNextRequestOn() throws Exception {
    Files.write(folder.resolve("a.jpg"), JPEG);
    settings.replace(new OriginSettings(List.of(web())));

    assertFault("a.jpg", Fault.OriginUnavailable.class);
    settings.replace(new OriginSettings(List.of(web(), files())));
    assertThat(fetch("a.jpg", Mode.DECODE).origin()).isEqualTo(FILES);
  }

  private void assertFault(String path, Class<? extends Fault> expected) {
    assertThatThrownBy(() -> fetch(path, Mode.DECODE))
        .satisfies(thrown -> assertThat(fault(thrown)).isInstanceOf(expected));
  }

  private static Fault fault(Throwable thrown) {
    return FaultException.faultOf(thrown);
  }

  private Fetched fetch(String path, Mode mode) {
    return fetch(request(path, mode, "", 50_000, 5_000));
  }

  private Fetched fetch(FetchRequest request) {
    return probe.on(() -> Pipeline.FETCH.request(vertx, request));
  }

  private FetchRequest request(String path, Mode mode, String range, long most, long millis) {
    return new FetchRequest(
        scope,
        Deadline.after(Duration.ofMillis(millis)),
        "request",
        new SourceRef.Named(path, ""),
        List.of(FILES, WEB),
        Known.NOTHING,
        mode,
        range,
        "images.example.com",
        most);
  }

  private OriginConfig files() {
    return new OriginConfig.Folder(FILES, Optional.of("https://example.com"), folder);
  }

  private OriginConfig web() {
    return new OriginConfig.WebServer(
        WEB,
        Optional.empty(),
        URI.create("http://127.0.0.1:" + server.actualPort()),
        false,
        Map.of(),
        OriginConfig.FOCUS_HEADER,
        Timeouts.DEFAULT);
  }

  private static byte[] jpeg(int length) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xd8;
    bytes[2] = (byte) 0xff;
    return bytes;
  }
}
