package io.tintype.vips.jna;

/**
 * Functions of GLib's object system. A {@code GValue} is {@link #VALUE_BYTES} bytes of zeroed
 * native memory. Bound by {@link NativeLibraries#bind}.
 *
 * @see <a href="https://docs.gtk.org/gobject/">GObject reference</a>
 */
public final class LibGObject {
  /** Size of a {@code GValue} on 64-bit machines. */
  public static final long VALUE_BYTES = 24;

  /** Fundamental types are numbered in steps of four (gtype.h). */
  public static final long TYPE_BOOLEAN = 5 << 2;

  public static final long TYPE_INT = 6 << 2;
  public static final long TYPE_DOUBLE = 15 << 2;
  public static final long TYPE_STRING = 16 << 2;

  private LibGObject() {}

  public static native long g_object_ref(long object);

  public static native void g_object_unref(long object);

  public static native void g_object_set_property(long object, long name, long value);

  public static native void g_object_get_property(long object, long name, long value);

  public static native long g_value_init(long value, long type);

  public static native void g_value_unset(long value);

  public static native void g_value_set_boolean(long value, int content);

  public static native void g_value_set_int(long value, int content);

  public static native void g_value_set_double(long value, double content);

  /** Takes a reference of its own. */
  public static native void g_value_set_object(long value, long object);

  /** The object stays the value's. */
  public static native long g_value_get_object(long value);

  /** Makes a copy of its own; of a reference-counted type that is one more reference. */
  public static native void g_value_set_boxed(long value, long boxed);

  /** The content stays the value's. */
  public static native long g_value_get_boxed(long value);

  public static native int g_value_get_int(long value);

  public static native double g_value_get_double(long value);

  /** Makes a copy of its own. */
  public static native void g_value_set_string(long value, long text);
}
