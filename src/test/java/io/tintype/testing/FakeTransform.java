package io.tintype.testing;

import io.tintype.bus.Ingredient;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Ingredients;
import io.tintype.model.Medium;
import io.tintype.model.PictureFacts;
import io.tintype.model.SourceRef;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A transform stage whose pictures are texts: what was asked for, and the source. What it makes of
 * the source {@code hasty} is provisional; with patience it makes everything small, but for {@code
 * stubborn}.
 */
public final class FakeTransform extends VerticleBase {
  private final TrackedBytes bytes;
  private final List<TransformRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Promise<Void> gate = Promise.promise();
  private volatile boolean busy;
  private volatile Promise<Void> spareGate = Promise.promise();
  private final List<TransformRequest> held = new CopyOnWriteArrayList<>();

  public FakeTransform(TrackedBytes bytes) {
    this.bytes = bytes;
    gate.complete();
    spareGate.complete();
  }

  /** From now on answers wait until {@link #release}. */
  public void hold() {
    gate = Promise.promise();
  }

  public void release() {
    gate.complete();
  }

  /** From now on what nobody waits for is not done until {@link #releaseSpare}. */
  public void holdSpare() {
    spareGate = Promise.promise();
  }

  public void releaseSpare() {
    spareGate.complete();
  }

  /** How many were held. */
  public int held() {
    return held.size();
  }

  /** Whether everybody who asked for what is held has given it up. */
  public boolean heldScopesClosed() {
    return held.stream().allMatch(request -> request.scope().isClosed());
  }

  /** Whether it has no time for anything that nobody waits for. */
  public void busy(boolean now) {
    busy = now;
  }

  public List<TransformRequest> requests() {
    return requests;
  }

  @Override
  public Future<?> start() {
    return Pipeline.TRANSFORM
        .serve(
            vertx,
            request -> {
              requests.add(request);
              if (!request.tryRetain()) {
                throw new FaultException(new Fault.ClientGone());
              }
              return gate.future().map(_ -> render(request)).onComplete(_ -> request.release());
            })
        .compose(_ -> Pipeline.SPARE.serve(vertx, this::better));
  }

  private Future<Rendered> better(TransformRequest request) {
    if (busy) {
      return Future.failedFuture(new FaultException(new Fault.Overloaded("spare transform")));
    }
    if (!spareGate.future().isComplete()) {
      held.add(request);
    }
    return spareGate
        .future()
        .map(
            _ ->
                request.rules().encoders().patient()
                    ? refined(request)
                    : rendered(request, "better " + text(request.source()), false));
  }

  private Rendered refined(TransformRequest request) {
    return text(request.source()).equals("stubborn")
        ? render(request)
        : rendered(request, "small", false);
  }

  private Rendered render(TransformRequest request) {
    String source = text(request.source());
    if (source.equals("corrupt")) {
      throw new FaultException(new Fault.CorruptSource());
    }
    String shown = source + " " + request.transformation().canonical() + ingredients(request);
    return rendered(request, shown, source.equals("hasty"));
  }

  private Rendered rendered(TransformRequest request, String shown, boolean provisional) {
    var content = bytes.of(shown);
    request.scope().adopt(content);
    boolean tooLarge = text(request.source()).equals("too large");
    List<String> unmet = tooLarge ? List.of("f-avif") : List.of();
    return new Rendered(
        content,
        new Medium.Picture(format(request)),
        1,
        1,
        1,
        new PictureFacts(ImageFormat.PNG, 1, 1, 1),
        unmet,
        Optional.empty(),
        provisional,
        new Rendered.Timings(1, 2, 3));
  }

  /** What layers show, in the order of their sources. */
  private static String ingredients(TransformRequest request) {
    Ingredients needed = request.transformation().ingredients();
    StringBuilder shown = new StringBuilder();
    Stream.concat(needed.pictures().stream(), needed.fonts().stream())
        .sorted(Comparator.comparing(SourceRef::text))
        .forEach(
            source ->
                shown.append(
                    switch (request.ingredients().get(source)) {
                      case Ingredient.Picture(var picture, _, _) -> " +" + text(picture);
                      case Ingredient.Font(var font) -> " font " + text(font);
                      case Ingredient.Missing(var why) -> {
                        if (needed.pictures().contains(source)) {
                          throw new FaultException(why);
                        }
                        yield " default font";
                      }
                      case null -> throw new IllegalStateException("not given: " + source);
                    }));
    return shown.toString();
  }

  private static String text(ImageBytes bytes) {
    return StandardCharsets.UTF_8.decode(bytes.memory().asByteBuffer()).toString();
  }

  private static ImageFormat format(TransformRequest request) {
    return format(request, request.transformation().output().format());
  }

  private static ImageFormat format(TransformRequest request, FormatChoice wish) {
    return switch (wish) {
      case FormatChoice.JpegIfOpaque(var otherwise) -> format(request, otherwise);
      case FormatChoice.Exactly(var exact) -> exact;
      case FormatChoice.Special(var form) -> form.format();
      case FormatChoice.OfSource _, FormatChoice.Placeholder _ -> request.format();
      case FormatChoice.Automatic() ->
          request.accepts().avif()
              ? ImageFormat.AVIF
              : request.accepts().webp() ? ImageFormat.WEBP : request.format();
    };
  }
}
