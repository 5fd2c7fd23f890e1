package io.tintype.dialect;

/**
 * A parameter as a URL has it.
 *
 * @param position in the URL, to tell findings in order
 * @param raw the whole of it, percent-encoding removed
 * @param key the name, as written
 * @param value the text behind the name
 */
public record Argument(int position, String raw, String key, String value) {}
