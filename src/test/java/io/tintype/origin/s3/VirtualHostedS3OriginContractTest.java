package io.tintype.origin.s3;

import io.tintype.origin.OriginConfig;
import io.tintype.origin.testing.S3Server;

/** A real S3 server, the bucket's name in the host. */
class VirtualHostedS3OriginContractTest extends S3OriginContractTest {
  @Override
  S3Server newServer() throws Exception {
    return new S3Server("s3.test");
  }

  @Override
  OriginConfig.Bucket bucket() {
    return Buckets.at(server.port()).virtualHosted().withFolder("some/folder/").config();
  }
}
