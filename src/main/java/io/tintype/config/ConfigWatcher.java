package io.tintype.config;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads a configuration file again and again, and hands over its text every time, on its own
 * thread: to be deployed as a worker, since whoever reads the text looks at other files too.
 *
 * <p>The file is opened by name each time, so the exchange of a symbolic link, as Kubernetes does
 * with a mounted ConfigMap, is seen like any other change. Secrets in files of their own may change
 * while the text stays; so the text is handed over even if it is the same.
 */
public final class ConfigWatcher extends VerticleBase {
  private final Path path;
  private final Duration period;
  private final Listener listener;
  private boolean reading;

  /**
   * A watcher; it starts when it is deployed.
   *
   * @param period time between two looks at the file
   */
  public ConfigWatcher(Path path, Duration period, Listener listener) {
    this.path = path;
    this.period = period;
    this.listener = listener;
  }

  @Override
  public Future<?> start() {
    ConfigFile opened = ConfigFile.open(vertx, path);
    vertx.setPeriodic(period.toMillis(), _ -> look(opened));
    return Future.succeededFuture();
  }

  private void look(ConfigFile opened) {
    if (reading) {
      return;
    }
    reading = true;
    opened
        .read()
        .onComplete(
            read -> {
              reading = false;
              if (read.succeeded()) {
                listener.read(read.result());
              } else {
                listener.unreadable(read.cause());
              }
            });
  }

  /** Learns what the file says, on the watcher's thread. */
  public interface Listener {
    /** The file was read, changed or not. */
    void read(ConfigText text);

    /** The file could not be read. */
    void unreadable(Throwable cause);
  }
}
