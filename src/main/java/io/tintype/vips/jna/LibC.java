package io.tintype.vips.jna;

/** The one function of glibc we need. Bound by {@link NativeLibraries#limitMalloc}. */
final class LibC {
  /** {@code M_ARENA_MAX} of malloc.h. */
  static final int M_ARENA_MAX = -8;

  /** {@code M_MMAP_THRESHOLD} of malloc.h. */
  static final int M_MMAP_THRESHOLD = -3;

  /** {@code M_TRIM_THRESHOLD} of malloc.h. */
  static final int M_TRIM_THRESHOLD = -1;

  private LibC() {}

  /** Returns 0 on error. */
  static native int mallopt(int parameter, int value);
}
