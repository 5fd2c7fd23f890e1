package io.tintype.origin;

/** What came of asking one origin. */
public sealed interface FetchOutcome {
  /** The origin has it. */
  record Found(SourceInfo info, SourceBody body) implements FetchOutcome {}

  /** The origin has it, and the validators that were sent still hold. */
  record NotModified(SourceInfo info) implements FetchOutcome {}

  /** The origin does not have it. */
  record Absent(String reason) implements FetchOutcome {}

  /** The origin, or a rule of ours, does not hand it out. */
  record Denied(String reason) implements FetchOutcome {}

  /** The origin could not answer; {@code cause} tells the ways apart. */
  record Broken(Cause cause, String reason) implements FetchOutcome {}

  /** Why an origin could not answer. */
  enum Cause {
    /** Refused, reset, not resolvable, TLS failure, server error. */
    UNAVAILABLE,
    /** Slower than its time limit. */
    TIMEOUT,
    /** Our credentials are wrong. */
    CREDENTIALS
  }
}
