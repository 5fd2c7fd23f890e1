package io.tintype.origin;

import java.time.Duration;

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

  /**
   * The origin could not answer.
   *
   * @param cause tells the ways apart
   * @param retryAfter how long the origin wants to be left alone; zero = it does not say
   */
  record Broken(Cause cause, String reason, Duration retryAfter) implements FetchOutcome {
    /** Of an origin that names no time. */
    public Broken(Cause cause, String reason) {
      this(cause, reason, Duration.ZERO);
    }
  }

  /** Why an origin could not answer. */
  enum Cause {
    /** Refused, reset, broken off, an error of the kind that passes: another try may help. */
    UNAVAILABLE,
    /** Not resolvable, TLS failure, any other server error: another try would not help. */
    FAILING,
    /** Works, and answers to this question what we cannot use. */
    UNUSABLE,
    /** Slower than its time limit. */
    TIMEOUT,
    /** Our credentials are wrong. */
    CREDENTIALS,
    /** Not asked: it has lately failed every time. */
    CIRCUIT_OPEN,
    /** Not asked: it has lately been too slow every time. */
    CIRCUIT_OPEN_TIMEOUT,
    /** Not asked: as many requests as may occupy it do, and too many wait, or for too long. */
    BUSY
  }
}
