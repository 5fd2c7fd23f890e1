package io.tintype.origin.file;

import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.OriginContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Real files. */
class FolderOriginContractTest extends OriginContract {
  @TempDir Path directory;

  @Override
  protected void startStorage() throws Exception {
    Files.createDirectory(directory.resolve("root"));
    Files.writeString(directory.resolve("secret.txt"), "secret");
  }

  @Override
  protected void stopStorage() {}

  @Override
  protected void store(String path, byte[] content) throws Exception {
    Path file = directory.resolve("root").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  @Override
  protected Origin newOrigin() {
    return new FolderOrigin(
        new OriginConfig.Folder(new OriginId("files"), Optional.empty(), directory.resolve("root")),
        vertx);
  }
}
