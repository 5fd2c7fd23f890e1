package io.tintype.bus;

import io.tintype.plan.SourceHeader;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * What can be said of a picture; failures are faults.
 *
 * @param header what its header says
 * @param profile whether it carries a colour profile
 * @param density pixels per inch; empty = the file does not say
 * @param pixels a copy of {@link InspectRequest#SIDE} pixels each way, in sRGB, upright: red,
 *     green, blue and opacity of each pixel, row by row
 * @param exif the EXIF block as it stands in the file; empty = none, or beyond 64 KiB
 */
public record Inspected(
    SourceHeader header,
    boolean profile,
    OptionalInt density,
    ByteBuffer pixels,
    ByteBuffer exif) {}
