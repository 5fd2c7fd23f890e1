package io.tintype.origin.s3;

import io.tintype.origin.GuardedClient;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.OriginContract;
import io.tintype.origin.testing.S3Server;
import io.tintype.origin.testing.TestNetwork;
import java.util.Optional;

/** A real S3 server, path style. */
class S3OriginContractTest extends OriginContract {
  S3Server server;

  @Override
  protected void startStorage() throws Exception {
    server = newServer();
    server.put("secret.txt", new byte[] {1});
  }

  @Override
  protected void stopStorage() throws Exception {
    server.close();
  }

  @Override
  protected void store(String path, byte[] content) {
    server.put("some/folder/" + path, content);
  }

  @Override
  protected Origin newOrigin() {
    return new S3Origin(
        new OriginConfig.S3(
            new OriginId("bucket"), Optional.empty(), bucket(), OriginConfig.Timeouts.DEFAULT),
        connection());
  }

  S3Server newServer() throws Exception {
    return new S3Server();
  }

  OriginConfig.Bucket bucket() {
    return Buckets.at(server.port()).withFolder("some/folder/").config();
  }

  S3Connection connection() {
    GuardedClient client = TestNetwork.client(vertx);
    return S3Connection.of(client, vertx.createSharedWorkerExecutor("test", 2));
  }
}
