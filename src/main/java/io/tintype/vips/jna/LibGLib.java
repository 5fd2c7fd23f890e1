package io.tintype.vips.jna;

/** Functions of GLib itself. Bound by {@link NativeLibraries#bind}. */
public final class LibGLib {
  private LibGLib() {}

  public static native void g_free(long memory);

  /** Sets a variable for native code; Java does not see it. */
  public static native int g_setenv(long name, long value, int overwrite);
}
