package io.tintype.bench.report;

/** Whether a target was reached. */
public enum Verdict {
  MET("met"),
  NOT_MET("not met"),
  NOT_MEASURED("not measured");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
