package io.tintype.vips;

import io.tintype.bytes.ImageBytes;
import io.tintype.vips.jna.LibGObject;
import io.tintype.vips.jna.LibVips;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * One call of a libvips operation: arguments, then exactly one of the ending methods. The only
 * class that knows GValues, references of operations, and how they fail (<a
 * href="https://www.libvips.org/API/current/binding.html">how to write bindings</a>).
 */
public final class Operation {
  private final VipsScope scope;
  private final String nickname;
  private final long operation;

  Operation(VipsScope scope, String nickname) {
    this.scope = scope;
    this.nickname = nickname;
    this.operation = LibVips.vips_operation_new(name(nickname));
    if (operation == 0) {
      throw failed();
    }
  }

  public Operation image(String argument, VipsImage image) {
    long value = value(LibVips.vips_image_get_type());
    LibGObject.g_value_set_object(value, image.address());
    return set(argument, value);
  }

  public Operation images(String argument, List<VipsImage> images) {
    long[] addresses = images.stream().mapToLong(VipsImage::address).toArray();
    long array =
        LibVips.vips_array_image_new(
            scope.arena().allocateFrom(ValueLayout.JAVA_LONG, addresses).address(),
            addresses.length);
    return area(argument, LibVips.vips_array_image_get_type(), array);
  }

  public Operation integer(String argument, int number) {
    long value = value(LibGObject.TYPE_INT);
    LibGObject.g_value_set_int(value, number);
    return set(argument, value);
  }

  public Operation number(String argument, double number) {
    long value = value(LibGObject.TYPE_DOUBLE);
    LibGObject.g_value_set_double(value, number);
    return set(argument, value);
  }

  public Operation numbers(String argument, double... numbers) {
    long array =
        LibVips.vips_array_double_new(
            scope.arena().allocateFrom(ValueLayout.JAVA_DOUBLE, numbers).address(), numbers.length);
    return area(argument, LibVips.vips_array_double_get_type(), array);
  }

  public Operation flag(String argument, boolean state) {
    long value = value(LibGObject.TYPE_BOOLEAN);
    LibGObject.g_value_set_boolean(value, state ? 1 : 0);
    return set(argument, value);
  }

  /** Sets an enumeration, flags or text by the name of a value; the name is a constant of ours. */
  public Operation choice(String argument, String choice) {
    int refused =
        LibVips.vips_object_set_argument_from_string(operation, name(argument), name(choice));
    if (refused != 0) {
      throw abandoned();
    }
    return this;
  }

  /**
   * Lets the operation read encoded bytes, without a copy; the scope holds them until it closes.
   */
  public Operation bytes(String argument, ImageBytes bytes) {
    try {
      scope.hold(bytes);
    } catch (VipsException gone) {
      LibGObject.g_object_unref(operation);
      throw gone;
    }
    long blob = LibVips.vips_blob_new(0, bytes.address(), bytes.size());
    return area(argument, LibVips.vips_blob_get_type(), blob);
  }

  /** Runs the operation; its image is evaluated lazily. */
  public VipsImage toImage() {
    return toImage("out");
  }

  /** The same, for an operation whose image has another name. */
  public VipsImage toImage(String output) {
    long built = build();
    long value = value(LibVips.vips_image_get_type());
    LibGObject.g_object_get_property(built, name(output), value);
    long image = LibGObject.g_object_ref(LibGObject.g_value_get_object(value));
    LibGObject.g_value_unset(value);
    release(built);
    return scope.adopt(image);
  }

  /** Runs the operation to its end, and hands out what it wrote, without a copy. */
  public ImageBytes toBytes() {
    long built = build();
    long value = value(LibVips.vips_blob_get_type());
    LibGObject.g_object_get_property(built, name("buffer"), value);
    long blob = LibVips.vips_area_copy(LibGObject.g_value_get_boxed(value));
    LibGObject.g_value_unset(value);
    release(built);
    long address = LibVips.vips_blob_get(blob, scope.numberSlot());
    long size = scope.scratch().get(ValueLayout.JAVA_LONG, VipsScope.NUMBER_OFFSET);
    return ImageBytes.owning(address, Math.toIntExact(size), () -> LibVips.vips_area_unref(blob));
  }

  /** Runs the operation to its end, and returns the number it found. */
  public double toNumber() {
    long built = build();
    long value = value(LibGObject.TYPE_DOUBLE);
    LibGObject.g_object_get_property(built, name("out"), value);
    double number = LibGObject.g_value_get_double(value);
    LibGObject.g_value_unset(value);
    release(built);
    return number;
  }

  /** Runs the operation to its end, and returns the whole numbers it found, in this order. */
  public int[] toIntegers(String... outputs) {
    long built = build();
    int[] numbers = new int[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      long value = value(LibGObject.TYPE_INT);
      LibGObject.g_object_get_property(built, name(outputs[i]), value);
      numbers[i] = LibGObject.g_value_get_int(value);
      LibGObject.g_value_unset(value);
    }
    release(built);
    return numbers;
  }

  /** Sets a text of any content, which ends at its first NUL. */
  public Operation text(String argument, String content) {
    long value = value(LibGObject.TYPE_STRING);
    LibGObject.g_value_set_string(value, scope.arena().allocateFrom(content).address());
    return set(argument, value);
  }

  private long build() {
    long built = LibVips.vips_cache_operation_build(operation);
    if (built == 0) {
      throw abandoned();
    }
    LibGObject.g_object_unref(operation);
    return built;
  }

  private static void release(long built) {
    LibVips.vips_object_unref_outputs(built);
    LibGObject.g_object_unref(built);
  }

  private VipsException abandoned() {
    release(operation);
    return failed();
  }

  private VipsException failed() {
    return new VipsException(nickname, Vips.takeErrorText());
  }

  private long value(long type) {
    return LibGObject.g_value_init(scope.value(), type);
  }

  private Operation area(String argument, long type, long area) {
    long value = value(type);
    LibGObject.g_value_set_boxed(value, area);
    LibVips.vips_area_unref(area);
    return set(argument, value);
  }

  private Operation set(String argument, long value) {
    LibGObject.g_object_set_property(operation, name(argument), value);
    LibGObject.g_value_unset(value);
    return this;
  }

  private long name(String constant) {
    return scope.vips().name(constant);
  }
}
