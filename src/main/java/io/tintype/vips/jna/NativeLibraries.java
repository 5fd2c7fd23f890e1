package io.tintype.vips.jna;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Binds the classes of this package to the symbols of a shared library. */
public final class NativeLibraries {
  /**
   * Every thread gets a malloc arena of its own by default, and what was freed in one is never used
   * by another: resident memory doubles within minutes. Two arenas cost one or two per cent.
   */
  private static final int ARENAS = 2;

  /** The kernel's weight of it is 110, that of the usual 0 is 1024 (sched_prio_to_weight). */
  private static final int NICE = 10;

  private static volatile boolean libcBound;

  /**
   * Bytes from which a block is mapped alone, and given back to the system when it is freed. By
   * itself malloc raises this to 32 MiB as soon as such blocks are freed, and the pixels of
   * pictures of many sizes then leave holes that nothing fits into (docs/decisions/0017).
   */
  private static final int MAPPED_FROM = 1 << 20;

  /** Free bytes at the end of an arena from which they are given back. */
  private static final int TRIMMED_FROM = 1 << 20;

  /**
   * {@code RTLD_NOW} of dlfcn.h without {@code RTLD_GLOBAL}, JNA's default: the prebuilt library
   * brings a GLib of its own, which must not be mixed up with the system's.
   */
  private static final int RTLD_NOW = 2;

  private NativeLibraries() {}

  /**
   * Binds libvips, and the GLib it is linked with.
   *
   * @param file absolute path of the shared library
   * @throws UnsatisfiedLinkError if it cannot be loaded, or lacks a function
   */
  public static void bind(Path file) {
    NativeLibrary library =
        NativeLibrary.getInstance(file.toString(), Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW));
    Native.register(LibGLib.class, library);
    Native.register(LibGObject.class, library);
    Native.register(LibVips.class, library);
  }

  /**
   * Keeps glibc's malloc from holding on to what is free; false where the C library is another one.
   */
  public static boolean limitMalloc() {
    if (!Platform.isLinux()) {
      return false;
    }
    try {
      Native.register(LibC.class, NativeLibrary.getInstance(Platform.C_LIBRARY_NAME));
      libcBound = true;
      return LibC.mallopt(LibC.M_ARENA_MAX, ARENAS) != 0
          && LibC.mallopt(LibC.M_MMAP_THRESHOLD, MAPPED_FROM) != 0
          && LibC.mallopt(LibC.M_TRIM_THRESHOLD, TRIMMED_FROM) != 0;
    } catch (UnsatisfiedLinkError _) {
      return false;
    }
  }

  /** Binds what a process may do to itself; false where that is done in another way, or not. */
  public static boolean bindProcess() {
    if (!Platform.isLinux() || !Platform.is64Bit()) {
      return false;
    }
    try {
      Native.register(
          LibProcess.class, NativeLibrary.getInstance(Platform.C_LIBRARY_NAME, Map.of()));
      return true;
    } catch (UnsatisfiedLinkError _) {
      return false;
    }
  }

  /**
   * Makes the calling thread wait for threads that have little to do, as those that serve requests;
   * it gets a ninth of what one of them gets if there is too little for both. Without effect where
   * threads have no priorities of their own, or this one is lower already.
   */
  public static void giveWay() {
    if (libcBound && LibC.getpriority(LibC.PRIO_PROCESS, LibC.SELF) < NICE) {
      int _ = LibC.setpriority(LibC.PRIO_PROCESS, LibC.SELF, NICE);
    }
  }

  /** This machine as npm packages name it, best first, for example {@code linux-x64}. */
  public static List<String> npmPlatforms() {
    String processor = Platform.isARM() ? "arm64" : "x64";
    if (Platform.isMac()) {
      return List.of("darwin-" + processor);
    }
    return List.of("linux-" + processor, "linuxmusl-" + processor);
  }
}
