package io.tintype.info;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import java.util.List;

/**
 * The picture a URL delivers.
 *
 * @param bytes encoded, owned by the request's scope
 * @param format what it is encoded in
 * @param ignored what the URL asked for and the picture does not show, in URL order
 */
record Picture(ImageBytes bytes, ImageFormat format, List<String> ignored) {}
