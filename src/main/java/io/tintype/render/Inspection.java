package io.tintype.render;

import io.tintype.plan.SourceHeader;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * What can be said of a picture.
 *
 * @param header what its header says
 * @param profile whether it carries a colour profile
 * @param density pixels per inch; empty = the file does not say
 * @param pixels the picture as planned, in sRGB: red, green, blue and opacity of each pixel
 * @param exif the EXIF block as it stands in the file; empty = none, or too long
 */
public record Inspection(
    SourceHeader header,
    boolean profile,
    OptionalInt density,
    ByteBuffer pixels,
    ByteBuffer exif) {}
