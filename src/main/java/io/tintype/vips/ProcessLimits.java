package io.tintype.vips;

import io.tintype.vips.jna.LibProcess;
import io.tintype.vips.jna.NativeLibraries;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;

/**
 * Limits that a process sets for itself and the kernel keeps. Without effect where there is no
 * Linux. Safe for use by one thread.
 */
public final class ProcessLimits {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final boolean there = NativeLibraries.bindProcess();

  /** Has the process killed when the thread that made it ends, as with its own process. */
  public void dieWithParent() {
    if (there) {
      int _ = LibProcess.prctl(LibProcess.PR_SET_PDEATHSIG, LibProcess.SIGKILL, 0, 0, 0);
    }
  }

  /** Lets no program that it might start have more rights than it. */
  public void keepRights() {
    if (there) {
      int _ = LibProcess.prctl(LibProcess.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    }
  }

  /** Bytes of address space, for good. */
  public void addressSpace(long bytes) {
    set(LibProcess.RLIMIT_AS, bytes, bytes);
  }

  /** Lets nothing be written to files, and no core dump, for good. */
  public void noFiles() {
    set(LibProcess.RLIMIT_FSIZE, 0, 0);
    set(LibProcess.RLIMIT_CORE, 0, 0);
  }

  /** How many descriptors may be open, for good. */
  public void descriptors(int most) {
    set(LibProcess.RLIMIT_NOFILE, most, most);
  }

  /** Processor time from now until the process is killed, in whole seconds; may be set again. */
  public void processorTime(Duration more) {
    if (there) {
      long until = used().plus(more).plusNanos(NANOS_PER_SECOND - 1).toSeconds();
      set(LibProcess.RLIMIT_CPU, until, LibProcess.UNLIMITED);
    }
  }

  private static Duration used() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(LibProcess.TIME_BYTES, Long.BYTES);
      int _ = LibProcess.clock_gettime(LibProcess.CPU_CLOCK, time.address());
      return Duration.ofSeconds(
          time.get(ValueLayout.JAVA_LONG, 0), time.get(ValueLayout.JAVA_LONG, Long.BYTES));
    }
  }

  private void set(int resource, long soft, long hard) {
    if (!there) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(LibProcess.LIMIT_BYTES, Long.BYTES);
      if (hard == LibProcess.UNLIMITED) {
        int _ = LibProcess.getrlimit(resource, limit.address());
      } else {
        limit.set(ValueLayout.JAVA_LONG, Long.BYTES, hard);
      }
      limit.set(ValueLayout.JAVA_LONG, 0, soft);
      if (LibProcess.setrlimit(resource, limit.address()) != 0) {
        throw new IllegalStateException("limit " + resource + " cannot be set to " + soft);
      }
    }
  }
}
