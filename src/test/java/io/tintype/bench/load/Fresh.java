package io.tintype.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Paths of which no two are equal: a parameter of the query counts on, which is part of the key
 * wherever results are kept. So nothing is served from memory and no two requests share a
 * rendering.
 */
public final class Fresh implements Supplier<String> {
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  private final String prefix;

  public Fresh(String path) {
    this.prefix = path + (path.indexOf('?') < 0 ? "?" : "&") + "x=";
  }

  @Override
  public String get() {
    return prefix + NUMBERS.incrementAndGet();
  }
}
