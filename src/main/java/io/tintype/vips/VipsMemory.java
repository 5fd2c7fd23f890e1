package io.tintype.vips;

/**
 * What libvips has allocated for pixels; codecs allocate on their own.
 *
 * @param bytes in use now
 * @param highWater most bytes ever in use at once
 * @param allocations blocks in use now
 */
public record VipsMemory(long bytes, long highWater, int allocations) {}
