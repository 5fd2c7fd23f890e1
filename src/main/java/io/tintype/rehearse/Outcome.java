package io.tintype.rehearse;

/** What would become of a request here, best first. */
public enum Outcome {
  NATIVE("native", "native", "made here, with nothing left out"),
  PASSED_THROUGH("passedThrough", "passed through", "handed over as it is stored"),
  REPORTED("reported", "reported", "made here; what is left out is named in x-tintype-ignored"),
  FALLTHROUGH("fallthrough", "fallthrough", "fetched from the old vendor, already transformed"),
  REFUSED("refused", "refused", "answered with an error"),
  ELSEWHERE("elsewhere", "elsewhere", "for no endpoint of the configuration");

  private final String key;
  private final String label;
  private final String meaning;

  Outcome(String key, String label, String meaning) {
    this.key = key;
    this.label = label;
    this.meaning = meaning;
  }

  /** Its name in JSON. */
  String key() {
    return key;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  /** In words that follow «is». */
  String meaning() {
    return meaning;
  }

  /** Whether everything that was asked for is delivered without anybody else. */
  boolean isCovered() {
    return switch (this) {
      case NATIVE, PASSED_THROUGH -> true;
      case REPORTED, FALLTHROUGH, REFUSED, ELSEWHERE -> false;
    };
  }
}
