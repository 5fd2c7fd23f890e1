package io.tintype;

import io.tintype.config.ConfigProblem;
import io.tintype.config.ConfigText;
import io.tintype.config.ConfigWatcher;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.tintype.settings.GatewayConfig;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a changed configuration means: a good one takes effect, except for what only a
 * restart can change; a bad one is refused whole, and the old one stays. Confined to the thread of
 * the {@link ConfigWatcher} that tells it.
 */
public final class Reload implements ConfigWatcher.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final ConfigReader reader;
  private final Listener listener;
  private GatewayConfig current;
  private GatewayConfig lastRead;
  private List<ConfigProblem> refused = List.of();

  /**
   * Starts from the configuration the gateway runs with.
   *
   * @param listener learns of the changes that take effect, and of refusals
   */
  public Reload(ConfigReader reader, GatewayConfig running, Listener listener) {
    this.reader = reader;
    this.listener = listener;
    this.current = running;
    this.lastRead = running;
  }

  @Override
  public void read(ConfigText text) {
    switch (reader.read(text)) {
      case ConfigResult.Fine(var next) -> accept(next);
      case ConfigResult.Wrong(var problems) -> refuse(problems);
    }
  }

  @Override
  public void unreadable(Throwable cause) {
    refuse(List.of(new ConfigProblem("", 0, null, "cannot be read: " + cause.getMessage())));
  }

  private void accept(GatewayConfig next) {
    boolean mended = !refused.isEmpty();
    refused = List.of();
    if (next.equals(lastRead)) {
      if (mended) {
        LOG.info("the configuration is fine again");
      }
      return;
    }
    lastRead = next;
    List<String> restart = current.restartNeededFor(next);
    if (!restart.isEmpty()) {
      LOG.atWarn().addKeyValue("keys", String.join(",", restart)).log("restart needed");
    }
    GatewayConfig effective = current.reloadedFrom(next);
    if (!effective.equals(current)) {
      current = effective;
      LOG.atInfo()
          .addKeyValue("endpoints", effective.endpoints().size())
          .addKeyValue("origins", effective.origins().size())
          .log("configuration reloaded");
      listener.changed(effective);
    }
  }

  private void refuse(List<ConfigProblem> problems) {
    if (problems.equals(refused)) {
      return; // said already
    }
    refused = problems;
    for (ConfigProblem problem : problems) {
      LOG.atError()
          .addKeyValue("path", problem.path())
          .addKeyValue("line", problem.line())
          .log(problem.text());
    }
    LOG.atError()
        .addKeyValue("problems", problems.size())
        .log("the changed configuration is refused; the old one stays");
    listener.refused(problems);
  }

  /** Learns what a reload brings, on the watcher's thread. */
  public interface Listener {
    /** Endpoints, origins, transformations, limits or log have changed to these. */
    void changed(GatewayConfig config);

    /** A changed file was refused; told once for each different list of problems. */
    void refused(List<ConfigProblem> problems);
  }
}
