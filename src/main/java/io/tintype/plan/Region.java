package io.tintype.plan;

/** A part of a picture in pixels, at least one wide and high. */
public record Region(int left, int top, int width, int height) {}
