package io.tintype.vips;

import io.tintype.vips.jna.LibGLib;
import io.tintype.vips.jna.LibVips;
import io.tintype.vips.jna.NativeLibraries;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The libvips of this process: opened once, never closed. Threads that worked with it call {@link
 * #shutdownThread} before they end.
 */
public final class Vips {
  /** Everything we use is there since 8.14 (December 2022). */
  private static final Version OLDEST = new Version(8, 14, 0);

  /** Savers have {@code keep} since this version, {@code strip} before. */
  private static final Version KEEP = new Version(8, 15, 0);

  /** The type of the loaders of SVG. */
  private static final String VECTOR_LOADER = "VipsForeignLoadSvg";

  private static @Nullable Vips opened;

  private final Path file;
  private final Version version;
  private final Path fonts;

  /** C strings of the names our code uses: a fixed set, kept for good. */
  private final Map<String, Long> names = new ConcurrentHashMap<>();

  private Vips(Path file, Version version, Path fonts) {
    this.file = file;
    this.version = version;
    this.fonts = fonts;
  }

  /**
   * Loads and prepares libvips; later calls return the same one.
   *
   * @param place a shared library, or a {@code node_modules} directory with the prebuilt packages
   *     {@code @img/sharp-libvips-*}
   * @throws VipsException if there is no library that fits this machine, or it is older than 8.14
   */
  public static synchronized Vips open(Path place) {
    if (opened != null) {
      return opened;
    }
    List<Path> candidates = LibraryFiles.in(place);
    if (candidates.isEmpty()) {
      throw new VipsException(
          "open", "no libvips for " + NativeLibraries.npmPlatforms() + " in " + place);
    }
    Path bound = bindFirst(candidates);
    Path fonts = FontSetup.create();
    prepare(FontSetup.configuration(fonts));
    Version version = Version.ofLibrary();
    if (version.compareTo(OLDEST) < 0) {
      throw new VipsException("open", "libvips " + version + " is older than " + OLDEST);
    }
    opened = new Vips(bound, version, fonts);
    return opened;
  }

  /**
   * Loads and prepares a libvips that draws SVG, in a process that does nothing else: everywhere
   * else its loader stays blocked, as all that libvips does not trust.
   *
   * @param file the shared library
   * @param fonts where fonts are found, as {@link #fonts} of another process
   */
  public static synchronized Vips openToDraw(Path file, Path fonts) {
    if (opened != null) {
      throw new IllegalStateException("libvips is open already");
    }
    NativeLibraries.bind(file);
    prepare(FontSetup.configuration(fonts));
    Vips vips = new Vips(file, Version.ofLibrary(), fonts);
    LibVips.vips_operation_block_set(vips.name(VECTOR_LOADER), 0);
    opened = vips;
    return vips;
  }

  /** Lets threads that serve requests go first, for good: called by one that renders. */
  public void giveWay() {
    NativeLibraries.giveWay();
  }

  private static Path bindFirst(List<Path> candidates) {
    StringBuilder reasons = new StringBuilder();
    for (Path candidate : candidates) {
      try {
        NativeLibraries.bind(candidate);
        return candidate;
      } catch (UnsatisfiedLinkError misfit) {
        reasons.append(candidate).append(": ").append(misfit.getMessage()).append("; ");
      }
    }
    throw new VipsException("open", "no libvips could be loaded: " + reasons);
  }

  private static void prepare(Path fontConfiguration) {
    NativeLibraries.limitMalloc();
    try (Arena arena = Arena.ofConfined()) {
      // One damaged picture may write hundreds of warnings to stderr.
      setVariable(arena, "VIPS_WARNING", "1");
      setVariable(arena, "FONTCONFIG_FILE", fontConfiguration.toString());
      if (LibVips.vips_init(arena.allocateFrom("tintype").address()) != 0) {
        throw new VipsException("init", takeErrorText());
      }
    }
    // Throughput comes from many jobs at once, not from many threads in one.
    LibVips.vips_concurrency_set(1);
    // The cache would keep source memory alive and recognise addresses that are in use again.
    LibVips.vips_cache_set_max(0);
    LibVips.vips_block_untrusted_set(1);
  }

  private static void setVariable(Arena arena, String name, String value) {
    LibGLib.g_setenv(
        arena.allocateFrom(name).address(),
        arena.allocateFrom(value).address(),
        /* overwrite= */ 1);
  }

  /** Version of the library, as {@code 8.18.7}. */
  public String version() {
    return version.toString();
  }

  /** The shared library that is in use. */
  public Path file() {
    return file;
  }

  /**
   * Where fonts are found by their families, if they are put there before the first text is
   * written. No other directory is looked at. It goes when the process ends.
   */
  public Path fonts() {
    return fonts;
  }

  /** Whether an operation exists in this build, for example {@code heifsave_buffer}. */
  public boolean has(String operation) {
    return LibVips.vips_type_find(name("VipsOperation"), name(operation)) != 0;
  }

  /** Opens the scope of one job on the calling thread. */
  public VipsScope openScope() {
    return new VipsScope(this);
  }

  /** Frees what libvips keeps for the calling thread; the thread must not use it any more. */
  public void shutdownThread() {
    LibVips.vips_thread_shutdown();
  }

  /** What libvips has allocated for pixels at this moment. */
  public VipsMemory memory() {
    return new VipsMemory(
        LibVips.vips_tracked_get_mem(),
        LibVips.vips_tracked_get_mem_highwater(),
        LibVips.vips_tracked_get_allocs());
  }

  /** Whether savers say what metadata they keep, instead of whether they strip it. */
  boolean saversKeep() {
    return version.compareTo(KEEP) >= 0;
  }

  /** Address of a C string; only for constants of ours, since it is never freed. */
  long name(String constant) {
    return names.computeIfAbsent(constant, text -> Arena.global().allocateFrom(text).address());
  }

  /** Takes the error text of the whole process, perhaps another thread's; may be empty. */
  static String takeErrorText() {
    long text = LibVips.vips_error_buffer_copy();
    if (text == 0) {
      return "";
    }
    try {
      return MemorySegment.ofAddress(text).reinterpret(Long.MAX_VALUE).getString(0).strip();
    } finally {
      LibGLib.g_free(text);
    }
  }

  private record Version(int major, int minor, int micro) implements Comparable<Version> {
    static Version ofLibrary() {
      return new Version(LibVips.vips_version(0), LibVips.vips_version(1), LibVips.vips_version(2));
    }

    @Override
    public int compareTo(Version other) {
      int byMajor = Integer.compare(major, other.major);
      int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
      return byMinor != 0 ? byMinor : Integer.compare(micro, other.micro);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + micro;
    }
  }
}
