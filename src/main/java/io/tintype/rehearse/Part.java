package io.tintype.rehearse;

/**
 * A part of URLs and what becomes of it.
 *
 * @param parameter its name, with the word behind it where that is half of the name
 * @param reason in words that follow «it», or a sentence; empty = it is honoured
 */
record Part(String parameter, Outcome outcome, String reason) {
  static Part honoured(String parameter) {
    return new Part(parameter, Outcome.NATIVE, "");
  }

  /** Stands for all parts that are too many to be kept apart. */
  static Part other(Outcome outcome) {
    return new Part("other", outcome, "");
  }
}
