package io.tintype.bytes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one request must give back: closed once, when its response has ended or its client is
 * gone. A stage adopts its result before it replies, so that a reply nobody receives any more leaks
 * nothing. Safe for use by several threads.
 */
public final class RequestScope implements AutoCloseable {
  /** What a hit adopts: the bytes. */
  private static final int MOSTLY = 1;

  private final List<AutoCloseable> adopted = new ArrayList<>(MOSTLY);
  private boolean closed;

  /** Takes over the duty to close; if the scope is closed already, closes at once. */
  public <T extends AutoCloseable> T adopt(T resource) {
    synchronized (adopted) {
      if (!closed) {
        adopted.add(resource);
        return resource;
      }
    }
    close(resource);
    return resource;
  }

  /** Whether the request is over. */
  public boolean isClosed() {
    synchronized (adopted) {
      return closed;
    }
  }

  /** Closes everything adopted, latest first; a second call does nothing. */
  @Override
  public void close() {
    AutoCloseable latest = surrender();
    while (latest != null) {
      close(latest);
      latest = surrender();
    }
  }

  private @Nullable AutoCloseable surrender() {
    synchronized (adopted) {
      closed = true;
      return adopted.isEmpty() ? null : adopted.removeLast();
    }
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception broken) {
      throw new IllegalStateException("a resource of a request cannot be closed", broken);
    }
  }
}
