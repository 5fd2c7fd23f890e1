package io.tintype;

import io.tintype.model.ImageFormat;
import io.tintype.render.Renderer;
import io.tintype.vips.Vips;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which formats this libvips can write, by writing them. On a thread that gives way, and
 * then ends: libvips keeps the threads it makes on the way, which go before or after others as
 * whoever made them, and the first must not be faster than the rest.
 */
final class FormatTrial {
  private FormatTrial() {}

  static Future<@Nullable Set<ImageFormat>> on(Vertx vertx, Vips vips) {
    WorkerExecutor trial = vertx.createSharedWorkerExecutor("vips-trial", 1);
    Callable<Set<ImageFormat>> tried =
        () -> {
          Renderer renderer = new Renderer(vips);
          renderer.giveWay();
          try {
            return renderer.writableFormats();
          } finally {
            renderer.endThread();
          }
        };
    return trial.executeBlocking(tried, false).eventually(trial::close);
  }
}
