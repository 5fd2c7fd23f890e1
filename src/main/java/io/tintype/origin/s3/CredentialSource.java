package io.tintype.origin.s3;

import io.tintype.config.Secret;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.OriginConfig.Keys;
import io.tintype.origin.OriginFailure;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The keys a bucket is read with: fixed ones, or those the AWS default chain finds (environment,
 * profile, web identity, container, instance). The chain reads files and asks the network, so it
 * runs on a worker thread; its answer is used for a while. Confined to one event loop.
 */
final class CredentialSource {
  /** The chain renews temporary keys some minutes before they end; we ask it this often. */
  private static final Duration KEPT = Duration.ofSeconds(60);

  private final AwsCredentialsProvider provider;
  private final @Nullable WorkerExecutor workers;
  private final Clock clock;
  private @Nullable AwsCredentialsIdentity known;
  private Instant until = Instant.MIN;
  private @Nullable Future<AwsCredentialsIdentity> pending;

  private CredentialSource(
      AwsCredentialsProvider provider, @Nullable WorkerExecutor workers, Clock clock) {
    this.provider = provider;
    this.workers = workers;
    this.clock = clock;
  }

  /** Keys of the configuration. */
  static CredentialSource fixed(Keys keys) {
    String secret = keys.secretKey().reveal();
    AwsCredentials credentials =
        keys.sessionToken()
            .map(Secret::reveal)
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(keys.accessKey(), secret, token))
            .orElseGet(() -> AwsBasicCredentials.create(keys.accessKey(), secret));
    return new CredentialSource(() -> credentials, null, Clock.systemUTC());
  }

  /** Keys a provider looks for. */
  static CredentialSource lookedUp(
      AwsCredentialsProvider provider, WorkerExecutor workers, Clock clock) {
    return new CredentialSource(provider, workers, clock);
  }

  /** The keys to sign with now; fails with {@link OriginFailure} if there are none. */
  Future<AwsCredentialsIdentity> current() {
    if (workers == null) {
      return Future.succeededFuture(provider.resolveCredentials());
    }
    if (known != null && clock.instant().isBefore(until)) {
      return Future.succeededFuture(known);
    }
    if (pending == null) {
      pending = lookUp(workers);
    }
    return pending;
  }

  void close() {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }

  private Future<AwsCredentialsIdentity> lookUp(WorkerExecutor threads) {
    return threads
        .<AwsCredentialsIdentity>executeBlocking(provider::resolveCredentials, false)
        .map(found -> Objects.requireNonNull(found))
        .onSuccess(this::remember)
        .onComplete(_ -> pending = null)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof SdkException none
                        ? new OriginFailure(
                            new Broken(
                                Cause.CREDENTIALS, "no AWS credentials: " + none.getMessage()))
                        : failure));
  }

  private void remember(AwsCredentialsIdentity found) {
    known = found;
    Instant soon = clock.instant().plus(KEPT);
    Optional<Instant> end = found.expirationTime();
    until = end.filter(soon::isAfter).orElse(soon);
  }
}
