package io.tintype.bench.bar;

import io.tintype.bench.Rig;
import io.tintype.bench.report.Section;

/** Something Tintype has to reach. */
public interface Bar {
  int number();

  String title();

  /** Measures, and writes into the section what came out. */
  void measure(Rig rig, Section section);
}
