package io.tintype.origin.s3;

import io.tintype.origin.GuardedClient;
import io.tintype.origin.OriginConfig.Bucket;
import io.tintype.origin.OriginConfig.Timeouts;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * What S3 origins share.
 *
 * @param client the way to the network
 * @param workers threads that may block, for looking up credentials
 * @param defaultCredentials makes the provider of origins without keys of their own
 */
public record S3Connection(
    GuardedClient client,
    WorkerExecutor workers,
    Supplier<AwsCredentialsProvider> defaultCredentials) {
  /** With AWS's default credential chain. */
  public static S3Connection of(GuardedClient client, WorkerExecutor workers) {
    return new S3Connection(client, workers, () -> DefaultCredentialsProvider.builder().build());
  }

  S3Client to(Bucket bucket, Timeouts timeouts) {
    CredentialSource credentials =
        bucket
            .keys()
            .map(CredentialSource::fixed)
            .orElseGet(
                () ->
                    CredentialSource.lookedUp(
                        defaultCredentials.get(), workers, Clock.systemUTC()));
    return new S3Client(bucket, client, credentials, timeouts.connect());
  }
}
