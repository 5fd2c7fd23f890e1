package io.tintype.model;

/**
 * What a picture is like.
 *
 * @param format of its bytes
 * @param width pixels, as it is stored
 * @param height pixels of one frame
 * @param bytes of its file
 */
public record PictureFacts(ImageFormat format, int width, int height, long bytes) {}
