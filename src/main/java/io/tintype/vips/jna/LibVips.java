package io.tintype.vips.jna;

/**
 * Functions of the libvips C API. Pointers and sizes are {@code long}: an address of 0 is NULL.
 * Names, types and ownership are those of the <a
 * href="https://www.libvips.org/API/current/">libvips reference</a>; none of the functions is
 * variadic. Bound by {@link NativeLibraries#bind}.
 */
public final class LibVips {
  private LibVips() {}

  public static native int vips_init(long programName);

  public static native int vips_version(int part);

  public static native void vips_thread_shutdown();

  public static native void vips_concurrency_set(int threads);

  public static native void vips_cache_set_max(int operations);

  public static native void vips_block_untrusted_set(int state);

  /** Of a class and everything derived from it, by the name of its type. */
  public static native void vips_operation_block_set(long name, int state);

  public static native long vips_tracked_get_mem();

  public static native long vips_tracked_get_mem_highwater();

  public static native int vips_tracked_get_allocs();

  /** Copies and clears the error text of the whole process; the copy is freed with g_free. */
  public static native long vips_error_buffer_copy();

  public static native long vips_type_find(long baseName, long nickname);

  public static native long vips_operation_new(long nickname);

  /** Returns a new reference, or 0. */
  public static native long vips_cache_operation_build(long operation);

  public static native void vips_object_unref_outputs(long object);

  public static native int vips_object_set_argument_from_string(long object, long name, long value);

  public static native long vips_blob_new(long freeFunction, long data, long size);

  public static native long vips_blob_get(long blob, long sizeSlot);

  public static native long vips_area_copy(long area);

  public static native void vips_area_unref(long area);

  public static native long vips_array_double_new(long doubles, int count);

  /** Takes a reference of its own on every image. */
  public static native long vips_array_image_new(long images, int count);

  public static native long vips_blob_get_type();

  public static native long vips_image_get_type();

  public static native long vips_array_double_get_type();

  public static native long vips_array_image_get_type();

  /** Evaluates the image into memory; returns a new reference, or 0. */
  public static native long vips_image_copy_memory(long image);

  /** Makes an image of a copy of pixels; returns a new reference, or 0. */
  public static native long vips_image_new_from_memory_copy(
      long data, long size, int width, int height, int bands, int format);

  /** Makes a matrix of a copy of numbers, row by row; returns a new reference, or 0. */
  public static native long vips_image_new_matrix_from_array(
      int width, int height, long doubles, int count);

  /** Address of the pixels of an image in memory. */
  public static native long vips_image_get_data(long image);

  public static native int vips_image_get_width(long image);

  public static native int vips_image_get_height(long image);

  public static native int vips_image_get_bands(long image);

  /** How far right the image begins in the one it was cut out of, as a number below zero. */
  public static native int vips_image_get_xoffset(long image);

  /** How far down the image begins in the one it was cut out of, as a number below zero. */
  public static native int vips_image_get_yoffset(long image);

  public static native int vips_image_get_format(long image);

  /** Bytes of one sample of a band format. */
  public static native long vips_format_sizeof(int format);

  public static native int vips_image_get_interpretation(long image);

  public static native int vips_image_get_orientation(long image);

  public static native int vips_image_hasalpha(long image);

  /** Pixels per millimetre; 1 if the file does not say. */
  public static native double vips_image_get_xres(long image);

  public static native long vips_image_get_typeof(long image, long field);

  public static native int vips_image_get_int(long image, long field, long slot);

  /** The array stays the image's. */
  public static native int vips_image_get_array_int(
      long image, long field, long arraySlot, long countSlot);

  /** The bytes stay the image's. */
  public static native int vips_image_get_blob(
      long image, long field, long addressSlot, long sizeSlot);

  public static native void vips_image_set_int(long image, long field, int value);

  public static native void vips_image_set_double(long image, long field, double value);

  public static native void vips_image_set_array_int(long image, long field, long array, int count);

  public static native int vips_image_remove(long image, long field);

  public static native void vips_image_set_kill(long image, int kill);
}
