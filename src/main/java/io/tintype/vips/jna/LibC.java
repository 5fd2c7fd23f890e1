package io.tintype.vips.jna;

/** The few functions of glibc we need. Bound by {@link NativeLibraries#limitMalloc}. */
final class LibC {
  /** {@code M_ARENA_MAX} of malloc.h. */
  static final int M_ARENA_MAX = -8;

  /** {@code M_MMAP_THRESHOLD} of malloc.h. */
  static final int M_MMAP_THRESHOLD = -3;

  /** {@code M_TRIM_THRESHOLD} of malloc.h. */
  static final int M_TRIM_THRESHOLD = -1;

  /** {@code PRIO_PROCESS} of sys/resource.h: on Linux, one thread. */
  static final int PRIO_PROCESS = 0;

  /** Whoever calls. */
  static final int SELF = 0;

  private LibC() {}

  /** Returns 0 on error. */
  static native int mallopt(int parameter, int value);

  /** The nice value of a thread; -1 may be an error. */
  static native int getpriority(int which, int who);

  /** Returns -1 on error. */
  static native int setpriority(int which, int who, int nice);
}
