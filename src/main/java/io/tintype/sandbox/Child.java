package io.tintype.sandbox;

import io.tintype.vips.ProcessLimits;
import io.tintype.vips.Vips;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Where a helper process begins. It reads orders from its standard input until that ends, and
 * answers on its standard output; it opens no connection, and from its first order on no more than
 * a few files. Before it reads one, it gives up everything that drawing does not need.
 */
public final class Child {
  /** A font or two at a time; classes and libraries are open. */
  private static final int MORE_DESCRIPTORS = 16;

  /** What the JVM compiles and collects meanwhile is no work of the document's. */
  private static final Duration BESIDES = Duration.ofSeconds(1);

  /** What Linux says of this process. */
  private static final Path SELF = Path.of("/proc/self");

  private static final long PAGE = 4096;

  private Child() {}

  /**
   * Draws what it is told to.
   *
   * @param arguments the library, the directory of fonts, the bytes of memory and the milliseconds
   *     of each order
   */
  public static void main(String[] arguments) throws IOException {
    ProcessLimits limits = new ProcessLimits();
    limits.dieWithParent();
    limits.keepRights();
    Vips vips = Vips.openToDraw(Path.of(arguments[0]), Path.of(arguments[1]));
    vips.giveWay();
    Draughtsman draughtsman = new Draughtsman(vips);
    draughtsman.practise();
    confine(limits, Long.parseLong(arguments[2]));
    Duration time = Duration.ofMillis(Long.parseLong(arguments[3])).plus(BESIDES);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    out.writeInt(Wire.READY);
    out.flush();
    for (int kind = in.read(); kind >= 0; kind = in.read()) {
      limits.processorTime(time);
      try (Arena arena = Arena.ofConfined()) {
        Order order = Order.read(kind, in);
        draughtsman.follow(order, Order.document(in, arena), out);
      }
      out.flush();
    }
  }

  private static void confine(ProcessLimits limits, long memory) throws IOException {
    if (!Files.exists(SELF)) {
      return;
    }
    limits.noFiles();
    limits.descriptors(openDescriptors() + MORE_DESCRIPTORS);
    String pages = Files.readString(SELF.resolve("statm")).split(" ", 2)[0];
    limits.addressSpace(Long.parseLong(pages) * PAGE + memory);
  }

  /** One more than the highest that is open. */
  private static int openDescriptors() throws IOException {
    try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
      return 1
          + open.mapToInt(file -> Integer.parseInt(file.getFileName().toString())).max().orElse(0);
    }
  }
}
