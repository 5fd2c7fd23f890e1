package io.tintype.vips.jna;

/** The one function of glibc we need. Bound by {@link NativeLibraries#limitMallocArenas}. */
final class LibC {
  /** {@code M_ARENA_MAX} of malloc.h. */
  static final int M_ARENA_MAX = -8;

  private LibC() {}

  /** Returns 0 on error. */
  static native int mallopt(int parameter, int value);
}
