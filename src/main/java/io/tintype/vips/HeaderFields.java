package io.tintype.vips;

import io.tintype.vips.jna.LibVips;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalInt;

/** What the header of an image holds by name, for example {@code icc-profile-data}. */
public final class HeaderFields {
  private final VipsScope scope;
  private final long address;

  HeaderFields(VipsScope scope, long address) {
    this.scope = scope;
    this.address = address;
  }

  /** Whether there is a field of this name. */
  public boolean has(String field) {
    return LibVips.vips_image_get_typeof(address, name(field)) != 0;
  }

  /** A number; empty if there is no such field. */
  public OptionalInt integer(String field) {
    boolean found =
        has(field) && LibVips.vips_image_get_int(address, name(field), scope.numberSlot()) == 0;
    return found ? OptionalInt.of(numberSlot()) : OptionalInt.empty();
  }

  /** A row of numbers; empty if there is no such field. */
  public int[] integers(String field) {
    if (!has(field)
        || LibVips.vips_image_get_array_int(
                address, name(field), scope.addressSlot(), scope.numberSlot())
            != 0) {
      return new int[0];
    }
    return MemorySegment.ofAddress(addressSlot())
        .reinterpret((long) numberSlot() * Integer.BYTES)
        .toArray(ValueLayout.JAVA_INT);
  }

  /** A copy of bytes; empty if there is no such field, or it is longer. */
  public byte[] bytes(String field, int atMost) {
    if (!has(field)
        || LibVips.vips_image_get_blob(
                address, name(field), scope.addressSlot(), scope.numberSlot())
            != 0) {
      return new byte[0];
    }
    long size = scope.scratch().get(ValueLayout.JAVA_LONG, VipsScope.NUMBER_OFFSET);
    return size > atMost
        ? new byte[0]
        : MemorySegment.ofAddress(addressSlot()).reinterpret(size).toArray(ValueLayout.JAVA_BYTE);
  }

  private long name(String constant) {
    return scope.vips().name(constant);
  }

  private long addressSlot() {
    return scope.scratch().get(ValueLayout.JAVA_LONG, VipsScope.ADDRESS_OFFSET);
  }

  private int numberSlot() {
    return scope.scratch().get(ValueLayout.JAVA_INT, VipsScope.NUMBER_OFFSET);
  }
}
