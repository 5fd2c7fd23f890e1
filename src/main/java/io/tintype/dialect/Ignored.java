package io.tintype.dialect;

/**
 * A part of a URL that was not honoured.
 *
 * @param raw the part as the URL has it, percent-encoding removed, for example {@code bl-10}
 * @param reason why, in words that follow the part, for example {@code is not supported yet}
 */
public record Ignored(String raw, String reason) {}
