package io.tintype.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Where results are kept on disk, and how many. Keys and defaults: {@code docs/configuration.md}.
 *
 * @param path the directory, for one process alone
 * @param bytes most room all files together may take, at least 1 MiB
 * @param files most files, at least 1
 */
public record DiskConfig(Path path, long bytes, int files) {
  public static final long LEAST_BYTES = 1L << 20;

  public DiskConfig {
    if (bytes < LEAST_BYTES || files < 1) {
      throw new IllegalArgumentException(bytes + " bytes, " + files + " files");
    }
  }

  /** Why others could put files there that are served; empty = only its owner can, if it exists. */
  public Optional<String> exposure() {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(PosixFilePermission.GROUP_WRITE)
              || permissions.contains(PosixFilePermission.OTHERS_WRITE)
          ? Optional.of(path + " can be written by others than its owner")
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }

  /** Why nothing can be written there, as far as can be told without trying; empty = it can. */
  public Optional<String> obstacle() {
    Path there = path.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return Optional.of(there + " is no directory");
    }
    return Files.isWritable(there) && Files.isExecutable(there)
        ? Optional.empty()
        : Optional.of(there + " cannot be written by this user");
  }
}
