package io.tintype.info;

import io.tintype.bus.Deadline;
import io.tintype.bus.FetchRequest;
import io.tintype.bus.Fetched;
import io.tintype.bus.Ingredient;
import io.tintype.bus.InspectRequest;
import io.tintype.bus.Inspected;
import io.tintype.bus.Pipeline;
import io.tintype.bus.Rendered;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.RequestScope;
import io.tintype.config.Live;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Ingredients;
import io.tintype.model.Limits;
import io.tintype.model.Medium;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Endpoints;
import io.tintype.routing.Need;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The story of a question about a picture: from its URL, by way of the stages every delivery takes,
 * to what is said of it. Caches are neither asked nor filled.
 */
final class MetadataFlow {
  private final Vertx vertx;
  private final Live<Endpoints> endpoints;

  MetadataFlow(Vertx vertx, Live<Endpoints> endpoints) {
    this.vertx = vertx;
    this.endpoints = endpoints;
  }

  /** One question: a URL understood, and on whose behalf. */
  private record Question(
      EndpointConfig endpoint,
      DeliveryRequest request,
      Accepts accepts,
      String host,
      Account account) {}

  /**
   * Describes the picture a URL delivers.
   *
   * @param accepts what the client of the delivery would take
   * @param scope adopts everything that is read and made
   * @throws FaultException if the URL is none of ours, or cannot be read
   */
  Future<JsonObject> describe(AskedUrl url, Accepts accepts, RequestScope scope, String requestId) {
    Endpoints.Resolved resolved = endpoints.current().resolve(url.host(), url.path());
    EndpointConfig endpoint = resolved.endpoint().config();
    Question question =
        new Question(
            endpoint,
            resolved.endpoint().read(new RawRequest(resolved.rest(), url.query())),
            accepts,
            url.host(),
            new Account(scope, Deadline.after(budget(endpoint.limits())), requestId));
    return source(question)
        .compose(
            source -> transforms(question, source) ? transformed(question, source) : as(source))
        .compose(
            picture -> inspected(question, picture).map(seen -> Description.json(picture, seen)));
  }

  /** One fetch, and each of two renderings with its time in the queue. */
  private static Duration budget(Limits limits) {
    return limits.fetchTime().plus(limits.queueTime().plus(limits.renderTime()).multipliedBy(2));
  }

  /** Without a transformation the original is meant, as it lies at its origin; so of a drawing. */
  private static boolean transforms(Question question, Fetched.Whole source) {
    Transformation wanted = question.request().transformation();
    boolean staysDrawing =
        source.format() == ImageFormat.SVG && !FormatChoice.isNamed(wanted.output().format());
    return !question.request().disposition().original()
        && !wanted.equals(Transformation.NONE)
        && !staysDrawing;
  }

  private Future<Fetched.Whole> source(Question question) {
    return fetch(question, question.request().source(), FetchRequest.Mode.DRAW)
        .compose(
            fetched ->
                switch (fetched) {
                  case Fetched.Whole whole -> Future.succeededFuture(whole);
                  case Fetched.Streaming _, Fetched.Unchanged _, Fetched.File _ ->
                      Future.failedFuture(
                          new FaultException(
                              new Fault.UnsupportedSource(
                                  "The source is no picture that this gateway decodes.")));
                });
  }

  private Future<Fetched> fetch(Question question, SourceRef source, FetchRequest.Mode mode) {
    Account account = question.account();
    Limits limits = question.endpoint().limits();
    return Pipeline.FETCH.request(
        vertx,
        new FetchRequest(
            account.scope(),
            account.deadline().orAfter(limits.fetchTime()),
            account.requestId(),
            source,
            question.endpoint().origins(),
            FetchRequest.Known.NOTHING,
            mode,
            "",
            question.host(),
            limits.sourceBytes()));
  }

  /** What layers need; something missing is for the rendering to judge. */
  private Future<Map<SourceRef, Ingredient>> ingredients(Question question, Fetched.Whole source) {
    SourceRef name = question.request().source();
    Ingredients needed = question.request().transformation().ingredients();
    List<Need> needs = Need.of(needed, name);
    Optional<Fault> excess = Need.excess(needs, question.endpoint().limits().layers());
    if (excess.isPresent()) {
      return Future.failedFuture(new FaultException(excess.get()));
    }
    Map<SourceRef, Ingredient> found = new HashMap<>();
    if (needed.pictures().contains(name)) {
      Ingredient.of(source).ifPresent(self -> found.put(name, self));
    }
    return Future.all(
            needs.stream()
                .map(
                    need ->
                        ingredient(question, need)
                            .onSuccess(ingredient -> found.put(need.source(), ingredient)))
                .toList())
        .map(_ -> found);
  }

  private Future<Ingredient> ingredient(Question question, Need need) {
    return fetch(question, need.source(), need.kind().mode())
        .map(MetadataFlow::ingredient)
        .recover(failure -> Future.succeededFuture(missing(FaultException.faultOf(failure))));
  }

  private static Ingredient ingredient(Fetched fetched) {
    return Ingredient.of(fetched)
        .orElseGet(
            () ->
                missing(
                    new Fault.UnsupportedSource(
                        "The source is no picture that this gateway decodes.")));
  }

  private static Ingredient missing(Fault why) {
    return new Ingredient.Missing(new Fault.LayerUnavailable(why));
  }

  private static Future<Picture> as(Fetched.Whole source) {
    return Future.succeededFuture(
        new Picture(source.bytes(), source.format(), source.info().focus(), List.of()));
  }

  private Future<Picture> transformed(Question question, Fetched.Whole source) {
    Account account = question.account();
    return ingredients(question, source)
        .compose(
            ingredients ->
                Pipeline.TRANSFORM.request(
                    vertx,
                    new TransformRequest(
                        account.scope(),
                        account.deadline(),
                        account.requestId(),
                        source.bytes(),
                        source.format(),
                        source.info().focus(),
                        ingredients,
                        question.request().transformation(),
                        question.accepts(),
                        question.endpoint().output(),
                        question.endpoint().limits())))
        .map(
            rendered ->
                new Picture(
                    rendered.bytes(),
                    formatOf(rendered.medium()),
                    Optional.empty(),
                    unhonoured(question, rendered)));
  }

  private static ImageFormat formatOf(Medium medium) {
    return switch (medium) {
      case Medium.Picture(var format) -> format;
      case Medium.Placeholder _ ->
          throw new FaultException(
              new Fault.UnsupportedSource("A placeholder is no picture that could be described."));
    };
  }

  private static List<String> unhonoured(Question question, Rendered rendered) {
    return question.request().unhonoured(rendered.unmet());
  }

  private Future<Inspected> inspected(Question question, Picture picture) {
    Account account = question.account();
    return Pipeline.INSPECT.request(
        vertx,
        new InspectRequest(
            account.scope(),
            account.deadline(),
            account.requestId(),
            picture.bytes(),
            picture.format(),
            question.endpoint().output(),
            question.endpoint().limits()));
  }
}
