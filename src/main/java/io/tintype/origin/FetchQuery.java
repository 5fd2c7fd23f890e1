package io.tintype.origin;

import io.tintype.model.SourceRef;
import java.time.Duration;

/**
 * One question to one origin.
 *
 * @param source what is wanted
 * @param validators of a state we have already; {@link Validators#NONE} = none
 * @param range value of the client's {@code Range} header; empty = the whole source
 * @param headOnly whether only the info is wanted: the body of {@link FetchOutcome.Found} is empty
 * @param version version of the source that the URL asks for, of origins that keep several; 0 =
 *     none
 * @param publicHost host the client asked for, for origins that forward it
 * @param timeLimit how long the answer's head may take, redirects and listings included
 * @param errand the try that the question is part of
 */
public record FetchQuery(
    SourceRef source,
    Validators validators,
    String range,
    boolean headOnly,
    long version,
    String publicHost,
    Duration timeLimit,
    Errand errand) {
  /** A question of its own. */
  public FetchQuery(
      SourceRef source,
      Validators validators,
      String range,
      boolean headOnly,
      long version,
      String publicHost,
      Duration timeLimit) {
    this(source, validators, range, headOnly, version, publicHost, timeLimit, Errand.first());
  }

  /** The same question about what an asset is called in a store. */
  public FetchQuery naming(SourceRef.Named named) {
    return new FetchQuery(
        named, validators, range, headOnly, version, publicHost, timeLimit, errand);
  }

  /** The same question for a range; empty = the whole source. */
  public FetchQuery withRange(String wanted) {
    return new FetchQuery(
        source, validators, wanted, headOnly, version, publicHost, timeLimit, errand);
  }

  /** The same question with another limit. */
  public FetchQuery withTimeLimit(Duration limit) {
    return new FetchQuery(source, validators, range, headOnly, version, publicHost, limit, errand);
  }

  /** The same question without validators: the answer is the source itself. */
  public FetchQuery withoutValidators() {
    return new FetchQuery(
        source, Validators.NONE, range, headOnly, version, publicHost, timeLimit, errand);
  }
}
