package io.tintype.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A helper process. One thread at a time talks with it; any may kill it, which ends whatever is
 * waited for with an {@link IOException}.
 */
final class DrawingProcess {
  /** Nothing of the gateway's, which may hold secrets; malloc is not to take room for threads. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("MALLOC_ARENA_MAX", "1", "LC_ALL", "C.UTF-8");

  /** How long the kernel may take to end a process. */
  private static final long END_SECONDS = 2;

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private volatile boolean ready;
  private int orders;

  private DrawingProcess(Process process) {
    this.process = process;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /** Starts one; the process dies with the calling thread. */
  static DrawingProcess start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    return new DrawingProcess(builder.start());
  }

  /** Waits until it has confined itself and may be given work. */
  void awaitReady() throws IOException {
    if (in.readInt() != Wire.READY) {
      throw new NonsenseException("greeting");
    }
    ready = true;
  }

  boolean isReady() {
    return ready;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Where orders go. */
  DataOutputStream out() {
    orders++;
    return out;
  }

  DataInputStream in() {
    return in;
  }

  /** How much it has been asked for. */
  int orders() {
    return orders;
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Runs something when the process is gone. */
  void whenGone(Runnable then) {
    var _ = process.onExit().thenRun(then);
  }

  /** How it ended by itself; one that does not end says nothing. */
  Death death() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
        return Death.BY_ITSELF;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Death.BY_ITSELF;
    }
    return Death.of(process.exitValue());
  }

  /** Why a process ended that nobody here has killed. */
  enum Death {
    /** It was told to by somebody else: an operator, or a kernel that is out of memory. */
    FROM_OUTSIDE,
    /** The kernel found that it had worked for too long. */
    OUT_OF_TIME,
    /** It failed, most likely for want of memory. */
    BY_ITSELF;

    /** What Java adds to the number of a signal that ended a process. */
    private static final int SIGNAL = 128;

    private static final int KILL = SIGNAL + 9;
    private static final int TERMINATE = SIGNAL + 15;
    private static final int PROCESSOR_TIME = SIGNAL + 24;

    static Death of(int status) {
      return switch (status) {
        case KILL, TERMINATE -> FROM_OUTSIDE;
        case PROCESSOR_TIME -> OUT_OF_TIME;
        default -> BY_ITSELF;
      };
    }
  }
}
