package io.tintype.sandbox;

import io.tintype.bytes.ImageBytes;
import java.io.IOException;

/** A process with helpers of its own, to be killed. */
final class SandboxHost {
  private SandboxHost() {}

  /** Prints the numbers of its helpers, and waits for its end. */
  public static void main(String[] arguments) throws IOException {
    try (Sandbox sandbox = Sandboxes.of(1);
        ImageBytes svg = Sandboxes.bytes(Documents.QUARTER)) {
      sandbox.measure(svg, () -> {});
      Sandboxes.until(() -> sandbox.idle().size() == 2);
      sandbox.idle().forEach(System.out::println);
      System.out.println("ready");
      int _ = System.in.read();
    }
  }
}
