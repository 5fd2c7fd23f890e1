package io.tintype.config;

import io.vertx.config.spi.ConfigProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * Lets Vert.x Config read files through {@link YamlDocument}; found by service loading. A file that
 * is no YAML is a result like any other, so that reading again notices when it has been mended.
 */
public final class YamlFormat implements ConfigProcessor {
  /** Format name for Vert.x Config; its own module has taken {@code yaml}. */
  static final String NAME = "tintype-yaml";

  /** For the service loader. */
  public YamlFormat() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Future<JsonObject> process(Vertx vertx, JsonObject options, Buffer text) {
    return Future.succeededFuture(YamlDocument.read(text.toString()));
  }
}
