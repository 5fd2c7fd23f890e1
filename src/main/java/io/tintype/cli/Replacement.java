package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * New content for a file, on disk beside it. The file has its old content or all of the new one at
 * any moment.
 *
 * @param name of the file as the caller has it
 * @param file behind all symbolic links
 * @param fresh beside it
 */
record Replacement(String name, Path file, Path fresh) {
  /**
   * Writes new content beside a file.
   *
   * @throws WrongUsage if that is not possible
   */
  static Replacement prepare(String name, byte[] content) {
    try {
      Path file = Path.of(name).toRealPath();
      if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
        throw new IOException("not a file that may be changed");
      }
      Path fresh = Files.createTempFile(file.resolveSibling(""), ".tintype-", ".tmp");
      Replacement replacement = new Replacement(name, file, fresh);
      try {
        write(fresh, content);
        copyRights(file, fresh);
      } catch (IOException failed) {
        replacement.drop();
        throw failed;
      }
      return replacement;
    } catch (IOException failed) {
      throw unwritable(name);
    }
  }

  /**
   * Puts it in the place of the old content.
   *
   * @throws WrongUsage if that is not possible
   */
  void carryOut() {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw unwritable(name);
    }
  }

  /** Removes it if it has not been carried out. */
  void drop() {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException stays) {
      fresh.toFile().deleteOnExit();
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** The owner first, since a change of it takes rights away. */
  private static void copyRights(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes before = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes own = view.readAttributes();
    try {
      if (!own.group().equals(before.group())) {
        view.setGroup(before.group());
      }
      if (!own.owner().equals(before.owner())) {
        view.setOwner(before.owner());
      }
    } catch (IOException notAllowed) {
      // Only the superuser gives files away: it belongs to whoever has called.
    }
    view.setPermissions(before.permissions());
  }

  private static WrongUsage unwritable(String name) {
    return new WrongUsage("The file " + name + " cannot be written; it is as it was.");
  }
}
