package io.tintype.cache.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the tier: a lock file, 256 directories of variants, and one for files that are
 * being written. All methods block; {@link #open}, {@link #write} and {@link #close} are confined
 * to one thread at a time.
 */
class DiskDirectory implements AutoCloseable {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final FileAttribute<?>[] DIRECTORY = ownerOnly("rwx------");
  private static final FileAttribute<?>[] FILE = ownerOnly("rw-------");
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final HexFormat HEX = HexFormat.of();

  private final Path root;
  private final Path lockFile;
  private final Path unfinished;
  private @Nullable FileChannel lock;

  DiskDirectory(Path root) {
    this.root = root;
    this.lockFile = root.resolve("lock");
    this.unfinished = root.resolve("unfinished");
  }

  Path root() {
    return root;
  }

  Path file(FileName name) {
    return shard(name.shard()).resolve(name.text());
  }

  /**
   * Creates what is missing and takes the directory for this process, if it has not got it already.
   *
   * @return false if another process has it
   */
  boolean open() throws IOException {
    Files.createDirectories(ours(unfinished), DIRECTORY);
    if (lock != null && Files.exists(lockFile)) {
      return true;
    }
    close();
    FileChannel channel =
        FileChannel.open(
            lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE);
    if (locked(channel)) {
      lock = channel;
      return true;
    }
    channel.close();
    return false;
  }

  /** Writes a file under another name and renames it: whoever looks sees all of it or nothing. */
  void write(FileName name, ByteBuffer head, ByteBuffer body) throws IOException {
    Path draft = unfinished.resolve(name.text());
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel = FileChannel.open(draft, NEW, FILE)) {
        ByteBuffer[] parts = {head, body};
        while (head.hasRemaining() || body.hasRemaining()) {
          channel.write(parts);
        }
      }
      publish(draft, name);
    } catch (IOException failed) {
      Files.deleteIfExists(draft);
      throw failed;
    }
  }

  /** Whether there was such a file. */
  boolean delete(FileName name) throws IOException {
    return Files.deleteIfExists(ours(shard(name.shard())).resolve(name.text()));
  }

  /** Remembers when a file was used last, where a later process finds it. */
  void mark(FileName name, Instant now) throws IOException {
    Files.setLastModifiedTime(file(name), FileTime.from(now));
  }

  /** Removes what a process has left that ended while it wrote. */
  void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(ours(unfinished))) {
      for (Path draft : drafts) {
        if (FileName.parse(draft.getFileName().toString()).isPresent()) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
  }

  /** Enters all files of a shard into the ledger. */
  void count(int shard, Ledger ledger) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(ours(shard(shard)))) {
      for (Path file : files) {
        FileName.parse(file.getFileName().toString())
            .filter(name -> name.shard() == shard)
            .ifPresent(name -> enter(name, file, ledger));
      }
    } catch (NoSuchFileException _) {
      // Nothing has been written there yet.
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  private void publish(Path draft, FileName name) throws IOException {
    try {
      move(draft, name);
    } catch (NoSuchFileException _) {
      Files.createDirectories(shard(name.shard()), DIRECTORY);
      move(draft, name);
    }
  }

  private void move(Path draft, FileName name) throws IOException {
    Path shard = ours(shard(name.shard()));
    Files.move(draft, shard.resolve(name.text()), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path shard(int number) {
    return root.resolve(HEX.toHexDigits((byte) number));
  }

  /** A link might lead to where files are that are none of ours. */
  private static Path ours(Path directory) throws IOException {
    if (Files.isSymbolicLink(directory)) {
      throw new IOException(directory + " is a symbolic link");
    }
    return directory;
  }

  /** What cannot be looked at is not there. */
  private static void enter(FileName name, Path file, Ledger ledger) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      ledger.found(name, attributes.size(), attributes.lastModifiedTime().toInstant());
    } catch (IOException gone) {
      ledger.gone(name);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    } catch (IOException broken) {
      channel.close();
      throw broken;
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
