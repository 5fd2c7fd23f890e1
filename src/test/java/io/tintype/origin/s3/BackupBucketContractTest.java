package io.tintype.origin.s3;

import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import java.time.Duration;
import java.util.Optional;

/** A backup bucket that just mirrors the paths of URLs. */
class BackupBucketContractTest extends S3OriginContractTest {
  @Override
  protected Origin newOrigin() {
    return new CloudinaryBackupOrigin(
        new OriginConfig.CloudinaryBackup(
            new OriginId("backup"),
            Optional.empty(),
            bucket(),
            "image/upload",
            Duration.ofMinutes(5),
            OriginConfig.Timeouts.DEFAULT),
        connection(),
        _ -> {});
  }
}
