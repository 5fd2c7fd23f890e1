package io.tintype.sandbox;

import io.tintype.bytes.ImageBytes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A process with helpers of its own, to be killed. */
final class SandboxHost {
  private SandboxHost() {}

  /** Prints the numbers of its helpers, and waits for its end. */
  public static void main(String[] arguments) throws IOException {
    try (Sandbox sandbox = Sandboxes.of(1);
        ImageBytes svg = Sandboxes.bytes(Documents.QUARTER);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
      sandbox.measure(svg, () -> {});
      Sandboxes.until(() -> sandbox.idle().size() == 2);
      sandbox.idle().forEach(out::println);
      out.println("ready");
      int _ = System.in.read();
    }
  }
}
