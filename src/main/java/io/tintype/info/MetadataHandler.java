package io.tintype.info;

import io.tintype.bytes.RequestScope;
import io.tintype.config.Live;
import io.tintype.fault.Blame;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.routing.Endpoints;
import io.tintype.routing.FaultStatus;
import io.tintype.routing.RequestId;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code GET /v1/metadata?url=…} in JSON; authorisation has happened before. */
public final class MetadataHandler implements Handler<RoutingContext> {
  public static final String PATH = "/v1/metadata";

  private static final Logger LOG = LoggerFactory.getLogger(MetadataHandler.class);
  private static final int OK = 200;
  private static final String RETRY_SECONDS = "1";

  private final MetadataFlow flow;

  /**
   * Creates the handler.
   *
   * @param endpoints replaced by a reload
   */
  public MetadataHandler(Vertx vertx, Live<Endpoints> endpoints) {
    this.flow = new MetadataFlow(vertx, endpoints);
  }

  @Override
  public void handle(RoutingContext call) {
    HttpServerRequest request = call.request();
    RequestScope scope = new RequestScope();
    call.addEndHandler(_ -> scope.close());
    String id = RequestId.of(request.getHeader(RequestId.HEADER));
    call.response().putHeader(RequestId.HEADER, id);
    describe(call, scope, id)
        .onSuccess(json -> send(call, OK, json))
        .onFailure(failure -> refuse(call, id, failure));
  }

  private Future<JsonObject> describe(RoutingContext call, RequestScope scope, String id) {
    try {
      String accept = call.request().getHeader("Accept");
      return flow.describe(
          AskedUrl.of(url(call)), Accepts.ofHeader(accept == null ? "" : accept), scope, id);
    } catch (FaultException refused) {
      return Future.failedFuture(refused);
    }
  }

  private static String url(RoutingContext call) {
    List<String> given;
    try {
      given = call.queryParam("url");
    } catch (HttpException undecodable) {
      throw new FaultException(
          new Fault.MalformedUrl("The query of this call is not percent-encoded properly."));
    }
    if (given.size() != 1 || given.getFirst().isEmpty()) {
      throw new FaultException(
          new Fault.MalformedUrl("This call needs exactly one parameter url."));
    }
    return given.getFirst();
  }

  private static void refuse(RoutingContext call, String id, Throwable failure) {
    if (!(failure instanceof FaultException)) {
      LOG.atError().addKeyValue("request", id).setCause(failure).log("bug while describing");
    }
    Fault fault = FaultException.faultOf(failure);
    FaultStatus status = FaultStatus.of(fault);
    if (status.retryable()) {
      call.response().putHeader("Retry-After", RETRY_SECONDS);
    }
    send(
        call,
        status.status(),
        new JsonObject().put("message", fault.message()).put("help", help(fault)));
  }

  private static String help(Fault fault) {
    return switch (Blame.of(fault)) {
      case CALLER ->
          "Pass a URL that this gateway delivers as a picture, percent-encoded: absolute, or its"
              + " path from the first slash.";
      case ORIGIN -> "The log says under this x-request-id how each origin answered.";
      case CAPACITY -> "Ask again in a moment; nothing was changed.";
      case US -> "This is a bug; please report what the log says under this x-request-id.";
    };
  }

  private static void send(RoutingContext call, int status, JsonObject json) {
    if (call.response().ended() || call.response().closed()) {
      return;
    }
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(json.encode() + "\n");
  }
}
