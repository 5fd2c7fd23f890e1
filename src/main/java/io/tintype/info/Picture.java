package io.tintype.info;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.FocusArea;
import io.tintype.model.ImageFormat;
import java.util.List;
import java.util.Optional;

/**
 * The picture a URL delivers.
 *
 * @param bytes encoded, owned by the request's scope
 * @param format what it is encoded in
 * @param focus what the origin has stored with it; empty for what has been transformed
 * @param ignored what the URL asked for and the picture does not show, in URL order
 */
record Picture(
    ImageBytes bytes, ImageFormat format, Optional<FocusArea> focus, List<String> ignored) {}
