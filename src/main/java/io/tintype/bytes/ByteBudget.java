package io.tintype.bytes;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** How many bytes of one kind may be in use in the whole process; refuses at once, never waits. */
public final class ByteBudget {
  private final String name;
  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private volatile BooleanSupplier relief = () -> false;

  /**
   * Creates an unused budget.
   *
   * @param name what the bytes are for, as metrics and log call it
   * @param limit most bytes in use at once
   */
  public ByteBudget(String name, long limit) {
    this.name = name;
    this.limit = limit;
  }

  /**
   * Lets somebody who holds bytes only for later give way to those who need them now.
   *
   * @param giveUp gives up some of what is held, on any thread; false = there was nothing. Bytes
   *     that are still read come back later
   */
  public void relieveBy(BooleanSupplier giveUp) {
    relief = giveUp;
  }

  /** Takes bytes if there are enough left, or enough that somebody gives up. */
  public boolean tryReserve(long bytes) {
    if (bytes > limit) {
      return false;
    }
    while (!take(bytes)) {
      if (!relief.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  private boolean take(long bytes) {
    long seen = used.get();
    while (seen + bytes <= limit) {
      if (used.compareAndSet(seen, seen + bytes)) {
        return true;
      }
      seen = used.get();
    }
    return false;
  }

  /**
   * Takes bytes.
   *
   * @throws FaultException with {@link Fault.Overloaded} if not enough are left
   */
  public void reserve(long bytes) {
    if (!tryReserve(bytes)) {
      throw new FaultException(new Fault.Overloaded(name));
    }
  }

  /** Gives bytes back. */
  public void release(long bytes) {
    if (used.addAndGet(-bytes) < 0) {
      throw new IllegalStateException("released more than reserved: " + name);
    }
  }

  public long used() {
    return used.get();
  }

  public long limit() {
    return limit;
  }
}
