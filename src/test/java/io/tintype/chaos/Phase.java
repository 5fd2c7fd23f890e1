package io.tintype.chaos;

/** One kind of trouble. */
interface Phase {
  /** In a few words. */
  String name();

  /** Makes trouble, and writes down what became of it. */
  void run(Arena arena, Protocol protocol) throws Exception;

  /** A phase that is a method. */
  static Phase of(String name, Action action) {
    return new Phase() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(Arena arena, Protocol protocol) throws Exception {
        action.run(arena, protocol);
      }
    };
  }

  /** What a phase does. */
  interface Action {
    void run(Arena arena, Protocol protocol) throws Exception;
  }
}
