package io.tintype.font;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something to write with.
 *
 * @param family name by which fontconfig finds it; no other font has it
 * @param coverage what can be written with it
 * @param file the font file, if it is not among those fontconfig knows from the start
 */
public record Typeface(String family, Coverage coverage, Optional<Path> file) {}
