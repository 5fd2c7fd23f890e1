package io.tintype.origin;

import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.io.IOException;
import java.io.Serial;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Carries the outcome of a question that went wrong, where Java wants an exception. */
public final class OriginFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient FetchOutcome outcome;

  public OriginFailure(FetchOutcome outcome) {
    super(outcome.toString(), null, false, false);
    this.outcome = outcome;
  }

  /** The failure that a limit of time has passed. */
  public static OriginFailure timeout(String what) {
    return new OriginFailure(new Broken(Cause.TIMEOUT, what));
  }

  /** The failure that an origin could not be reached, or broke off. */
  public static OriginFailure unavailable(String what) {
    return new OriginFailure(new Broken(Cause.UNAVAILABLE, what));
  }

  /** The failure that an origin answers to one question what we cannot use. */
  public static OriginFailure unusable(String what) {
    return new OriginFailure(new Broken(Cause.UNUSABLE, what));
  }

  /**
   * What a failure says of the origin.
   *
   * @throws RuntimeException the failure itself if it is a bug of ours
   */
  public static FetchOutcome outcomeOf(Throwable failure) {
    return switch (failure) {
      case OriginFailure known -> known.outcome;
      case TimeoutException _ -> new Broken(Cause.TIMEOUT, "no answer in time");
      case UnknownHostException host ->
          new Broken(Cause.FAILING, "host cannot be resolved: " + host.getMessage());
      case ConnectionPoolTooBusyException _ ->
          new Broken(Cause.BUSY, "too many requests wait for a connection");
      case SSLException tls -> new Broken(Cause.FAILING, "TLS failed: " + tls.getMessage());
      case IOException network -> new Broken(Cause.UNAVAILABLE, textOf(network));
      // Closed connections, broken HTTP and the like.
      case VertxException network -> new Broken(Cause.UNAVAILABLE, textOf(network));
      case RuntimeException bug -> throw bug;
      case Error bug -> throw bug;
      default -> throw new IllegalStateException(failure);
    };
  }

  private static String textOf(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
