package io.tintype.bench.server;

/** Where sources are read from. */
public interface Origin extends AutoCloseable {
  int port();

  /** Requests for this file so far. */
  long fetches(String file);

  @Override
  void close();
}
