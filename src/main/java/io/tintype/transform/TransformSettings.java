package io.tintype.transform;

/**
 * How much may be rendered at once.
 *
 * @param threads render threads, at least 1
 * @param maxQueued most jobs that wait for a thread or for memory, at least 0
 * @param memoryBudget bytes of native memory all running jobs together may be expected to take
 */
public record TransformSettings(int threads, int maxQueued, long memoryBudget) {
  public TransformSettings {
    if (threads < 1 || maxQueued < 0 || memoryBudget < 1) {
      throw new IllegalArgumentException(
          "threads %d, queue %d, memory %d".formatted(threads, maxQueued, memoryBudget));
    }
  }
}
