package io.tintype.vips.jna;

/**
 * What a process may do to itself on Linux. Bound by {@link NativeLibraries#bindProcess}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/setrlimit.2.html">setrlimit(2)</a>
 */
public final class LibProcess {
  /** Seconds of processor time ({@code RLIMIT_CPU} of bits/resource.h, as all that follow). */
  public static final int RLIMIT_CPU = 0;

  /** Bytes of a file that is written. */
  public static final int RLIMIT_FSIZE = 1;

  /** Bytes of a core dump. */
  public static final int RLIMIT_CORE = 4;

  /** One more than the highest descriptor. */
  public static final int RLIMIT_NOFILE = 7;

  /** Bytes of address space. */
  public static final int RLIMIT_AS = 9;

  /** {@code RLIM_INFINITY}. */
  public static final long UNLIMITED = -1;

  /** Size of a {@code struct rlimit}: two unsigned numbers, the soft limit first. */
  public static final long LIMIT_BYTES = 16;

  /** {@code PR_SET_PDEATHSIG} of sys/prctl.h. */
  public static final int PR_SET_PDEATHSIG = 1;

  /** {@code PR_SET_NO_NEW_PRIVS} of sys/prctl.h. */
  public static final int PR_SET_NO_NEW_PRIVS = 38;

  /** {@code SIGKILL} of signal.h. */
  public static final int SIGKILL = 9;

  /** {@code CLOCK_PROCESS_CPUTIME_ID} of bits/time.h. */
  public static final int CPU_CLOCK = 2;

  /** Size of a {@code struct timespec}: seconds and nanoseconds. */
  public static final long TIME_BYTES = 16;

  private LibProcess() {}

  public static native int getrlimit(int resource, long limit);

  public static native int setrlimit(int resource, long limit);

  public static native int prctl(int option, long second, long third, long fourth, long fifth);

  public static native int clock_gettime(int clock, long time);
}
