package io.tintype.config;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A setting that a reload may replace as a whole. Readers take {@link #current()} once per request
 * and stay with it.
 */
public final class Live<T> {
  private final AtomicReference<T> value;

  public Live(T first) {
    this.value = new AtomicReference<>(first);
  }

  public T current() {
    return value.get();
  }

  public void replace(T next) {
    value.set(next);
  }
}
