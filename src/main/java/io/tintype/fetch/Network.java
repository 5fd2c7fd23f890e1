package io.tintype.fetch;

import io.tintype.origin.AddressGuard;
import io.tintype.origin.AddressRules;
import io.tintype.origin.GuardedClient;
import io.tintype.origin.HostResolver;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginEvents;
import io.tintype.origin.SystemResolver;
import io.tintype.origin.file.FolderOrigin;
import io.tintype.origin.s3.CloudinaryBackupOrigin;
import io.tintype.origin.s3.S3Connection;
import io.tintype.origin.s3.S3Origin;
import io.tintype.origin.web.WebProxyOrigin;
import io.tintype.origin.web.WebServerOrigin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.ClientSSLOptions;

/** What the origins of one fetch verticle share: connections, resolver, threads that may block. */
final class Network {
  /** Threads for resolving names and looking up credentials, shared by all fetch verticles. */
  private static final int THREADS = 8;

  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final GuardedClient client;
  private final S3Connection s3;

  Network(Vertx vertx, AddressRules allow) {
    this.vertx = vertx;
    this.workers = vertx.createSharedWorkerExecutor("tintype-origins", THREADS);
    HostResolver resolver = new SystemResolver(workers);
    this.client =
        new GuardedClient(
            vertx,
            new AddressGuard(resolver, allow),
            new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS"));
    this.s3 = S3Connection.of(client, workers);
  }

  /** Makes the origin some settings describe. */
  Origin origin(OriginConfig config, OriginEvents events) {
    return switch (config) {
      case OriginConfig.WebServer web -> new WebServerOrigin(web, client);
      case OriginConfig.WebProxy proxy -> new WebProxyOrigin(proxy, client);
      case OriginConfig.S3 bucket -> new S3Origin(bucket, s3);
      case OriginConfig.CloudinaryBackup backup -> new CloudinaryBackupOrigin(backup, s3, events);
      case OriginConfig.Folder folder -> new FolderOrigin(folder, vertx);
    };
  }

  Future<Void> close() {
    return client.close().eventually(workers::close);
  }
}
