package io.tintype.bus;

import io.tintype.telemetry.MetricsSnapshot;
import io.vertx.core.Vertx;

/** The stages of the pipeline, and the codecs that let their messages pass by reference. */
public final class Pipeline {
  /** Reads a source from the origins of an endpoint, in order of preference. */
  public static final Stage<FetchRequest, Fetched> FETCH = new Stage<>("tintype.fetch");

  /** Renders one picture on a worker thread. */
  public static final Stage<TransformRequest, Rendered> TRANSFORM =
      new Stage<>("tintype.transform");

  /** Looks at one picture on a worker thread. */
  public static final Stage<InspectRequest, Inspected> INSPECT = new Stage<>("tintype.inspect");

  /**
   * Renders one picture when there is nothing else to render, and as carefully as that allows; is
   * refused at once if too much waits for such a moment already.
   */
  public static final Stage<TransformRequest, Rendered> SPARE = new Stage<>("tintype.spare");

  private Pipeline() {}

  /** Must be called once for every Vert.x, before any verticle is deployed. */
  public static void register(Vertx vertx) {
    register(vertx, FetchRequest.class);
    register(vertx, Fetched.Whole.class);
    register(vertx, Fetched.File.class);
    register(vertx, Fetched.Streaming.class);
    register(vertx, Fetched.Unchanged.class);
    register(vertx, TransformRequest.class);
    register(vertx, Rendered.class);
    register(vertx, InspectRequest.class);
    register(vertx, Inspected.class);
    register(vertx, Measurements.Ask.class);
    register(vertx, MetricsSnapshot.class);
    register(vertx, Lifecycle.Draining.class);
  }

  private static <T> void register(Vertx vertx, Class<T> type) {
    vertx.eventBus().registerDefaultCodec(type, new LocalCodec<>(type));
  }
}
