package io.tintype.config;

import java.nio.file.Path;

/**
 * What reading needs besides the text.
 *
 * @param directory where relative paths start
 */
record Surroundings(Problems problems, Path directory) {}
