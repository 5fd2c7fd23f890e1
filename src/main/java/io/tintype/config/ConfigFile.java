package io.tintype.config;

import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;

/** A configuration file on disk, read through Vert.x Config. */
public final class ConfigFile {
  private final Path path;
  private final ConfigRetriever retriever;

  private ConfigFile(Path path, ConfigRetriever retriever) {
    this.path = path;
    this.retriever = retriever;
  }

  /** Opens a file; whether it is there shows when it is read. */
  public static ConfigFile open(Vertx vertx, Path path) {
    Path absolute = path.toAbsolutePath();
    ConfigStoreOptions store =
        new ConfigStoreOptions()
            .setType("file")
            .setFormat(YamlFormat.NAME)
            .setConfig(new JsonObject().put("path", absolute.toString()));
    // No scan of its own: a scan only sees this file, and secrets stand in others.
    ConfigRetrieverOptions options = new ConfigRetrieverOptions().addStore(store).setScanPeriod(-1);
    return new ConfigFile(absolute, ConfigRetriever.create(vertx, options));
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  /** Reads it as it is now; fails if the file cannot be read. */
  public Future<ConfigText> read() {
    return retriever.getConfig().map(json -> new ConfigText(path, json));
  }
}
