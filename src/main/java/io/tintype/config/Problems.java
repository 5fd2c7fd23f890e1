package io.tintype.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a configuration, so that it can be shown at once. */
public final class Problems {
  private final List<ConfigProblem> found = new ArrayList<>();

  /** Reports something at a place of the file. */
  public void report(Node node, String expectation) {
    report(node.path(), node.line(), node.shown(), expectation);
  }

  /** Reports something; the value must not be a secret. */
  public void report(String path, int line, @Nullable String value, String expectation) {
    ConfigProblem problem = new ConfigProblem(path, line, value, expectation);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order of the file. */
  public List<ConfigProblem> list() {
    return found.stream().sorted(Comparator.comparingInt(ConfigProblem::line)).toList();
  }
}
