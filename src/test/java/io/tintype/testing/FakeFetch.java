package io.tintype.testing;

import io.tintype.bus.FetchRequest;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.bus.Fetched;
import io.tintype.bus.Pipeline;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceBody;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A fetch stage that serves what a test puts into it; streams come from real files. */
public final class FakeFetch extends VerticleBase {
  private static final OriginId ORIGIN = new OriginId("fake");

  private final TrackedBytes bytes;
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final List<FetchRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger openBodies = new AtomicInteger();
  private volatile Optional<String> held = Optional.empty();
  private volatile Promise<Void> gate = Promise.promise();

  public FakeFetch(TrackedBytes bytes) {
    this.bytes = bytes;
    gate.complete();
  }

  /** What there is under one path. */
  public sealed interface Source {
    record Image(String content, String etag, String lastModified) implements Source {}

    record Media(Path file, String type, String etag, Optional<ImageFormat> format)
        implements Source {}

    record Failing(Fault fault) implements Source {}

    record Buggy() implements Source {}

    record Breaking(int chunks) implements Source {}
  }

  public void image(String path, String content) {
    sources.put(path, new Source.Image(content, '"' + content + '"', ""));
  }

  public void put(String path, Source source) {
    sources.put(path, source);
  }

  public void failing(String path, Fault fault) {
    sources.put(path, new Source.Failing(fault));
  }

  /** From now on answers wait until {@link #release}. */
  public void hold() {
    gate = Promise.promise();
  }

  /** From now on answers about one path wait until {@link #release}. */
  public void hold(String path) {
    gate = Promise.promise();
    held = Optional.of(path);
  }

  public void release() {
    gate.complete();
    held = Optional.empty();
  }

  /** How often one path was asked for. */
  public long asked(String path) {
    return requests.stream().filter(request -> pathOf(request).equals(path)).count();
  }

  public List<FetchRequest> requests() {
    return requests;
  }

  public int openBodies() {
    return openBodies.get();
  }

  @Override
  public Future<?> start() {
    return Pipeline.FETCH.serve(
        vertx,
        request -> {
          requests.add(request);
          boolean waits = held.isEmpty() || held.get().equals(pathOf(request));
          return waits ? gate.future().compose(_ -> answer(request)) : answer(request);
        });
  }

  private static String pathOf(FetchRequest request) {
    return ((SourceRef.Named) request.source()).path();
  }

  private Future<Fetched> answer(FetchRequest request) {
    return switch (sources.getOrDefault(
        pathOf(request), new Source.Failing(new Fault.SourceNotFound()))) {
      case Source.Failing(var fault) -> Future.failedFuture(new FaultException(fault));
      case Source.Buggy() -> throw new IllegalStateException("a bug in the stage");
      case Source.Breaking(var chunks) ->
          Future.succeededFuture(
              new Fetched.Streaming(
                  ORIGIN,
                  new SourceInfo(
                      "video/mp4",
                      OptionalLong.of(100),
                      Validators.NONE,
                      "",
                      "",
                      false,
                      Optional.empty()),
                  new SourceBody(new FailingStream(context, chunks), () -> {}),
                  Optional.empty()));
      case Source.Image image -> Future.succeededFuture(image(request, image));
      case Source.Media media -> media(request, media);
    };
  }

  private Fetched image(FetchRequest request, Source.Image image) {
    SourceInfo info =
        new SourceInfo(
            "image/jpeg",
            OptionalLong.of(image.content().length()),
            new Validators(image.etag(), image.lastModified()),
            "",
            "https://www.example.com/" + request.source().text(),
            false,
            Optional.empty());
    if (request.known().validators().equals(info.validators()) && !info.validators().isEmpty()) {
      return new Fetched.Unchanged(ORIGIN, info);
    }
    var content = bytes.of(image.content());
    request.scope().adopt(content);
    return request.mode() == Mode.FILE
        ? new Fetched.File(ORIGIN, info, content)
        : new Fetched.Whole(ORIGIN, info, content, ImageFormat.JPEG);
  }

  private Future<Fetched> media(FetchRequest request, Source.Media media) {
    long size = media.file().toFile().length();
    Validators validators = new Validators(media.etag(), "");
    if (request.mode() == Mode.HEAD) {
      return Future.succeededFuture(
          new Fetched.Streaming(
              ORIGIN,
              new SourceInfo(
                  media.type(), OptionalLong.of(size), validators, "", "", false, Optional.empty()),
              new SourceBody(new FailingStream(context, 0), () -> {}),
              media.format()));
    }
    boolean part = request.range().startsWith("bytes=");
    String[] range =
        part ? request.range().substring("bytes=".length()).split("-", -1) : new String[0];
    long from = part ? Long.parseLong(range[0]) : 0;
    long to = part && range.length > 1 ? Long.parseLong(range[1]) : size - 1;
    SourceInfo info =
        new SourceInfo(
            media.type(),
            OptionalLong.of(to - from + 1),
            validators,
            part ? "bytes " + from + "-" + to + "/" + size : "",
            "",
            false,
            Optional.empty());
    return vertx
        .fileSystem()
        .open(media.file().toString(), new OpenOptions().setRead(true).setWrite(false))
        .map(
            file -> {
              openBodies.incrementAndGet();
              file.pause().setReadPos(from).setReadLength(to - from + 1);
              SourceBody body =
                  request
                      .scope()
                      .adopt(
                          new SourceBody(
                              file,
                              once(
                                  () -> {
                                    openBodies.decrementAndGet();
                                    var _ = file.close();
                                  })));
              return new Fetched.Streaming(ORIGIN, info, body, media.format());
            });
  }

  private static Runnable once(Runnable action) {
    AtomicInteger times = new AtomicInteger();
    return () -> {
      if (times.getAndIncrement() == 0) {
        action.run();
      }
    };
  }

  /** Writes a file of so many bytes, for {@link Source.Media}. */
  public static Path file(Path directory, int size) throws java.io.IOException {
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) (i * 31 + i / 251);
    }
    return Files.write(Files.createTempFile(directory, "media", ""), content);
  }
}
