package io.tintype.plan;

/** Width and height of something in pixels, at least 1 each. */
public record Dimensions(int width, int height) {}
