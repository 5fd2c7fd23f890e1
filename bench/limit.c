/*
 * libvips alone: threads that make the same picture from the same bytes again and again, with no
 * server, no fetch and no cache around it. What this costs, no gateway on libvips can undercut.
 *
 *   limit FILE WIDTH HEIGHT WAY SUFFIX THREADS MILLIS [RESULT]
 *
 * HEIGHT 0 = as the width says; both given = the middle of what covers them.
 * WAY    plain   leaves loading to vips_thumbnail
 *        shrink  lets a JPEG decoder shrink as far as the result allows, which vips_thumbnail does
 *                only to half of it
 *        whole   as plain, with all frames of an animation
 * SUFFIX a saver and its options, such as ".webp[Q=80]"
 * RESULT a file to write one result to
 *
 * Prints {"perSecond":…,"cpuMillis":…,"bytes":…,"peakMiB":…}.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <vips/vips.h>

#define MOST_THREADS 64
#define ANY_HEIGHT 10000000

typedef struct {
  void *source;
  size_t length;
  int width;
  int height;
  const char *way;
  const char *suffix;
} Task;

static Task task;
static atomic_bool stopping;
static atomic_long made;

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, vips_error_buffer());
  exit(1);
}

/* The power of two, up to 8, by which the decoder may shrink so that the result is not enlarged. */
static int shrink_of(void) {
  VipsImage *header = vips_image_new_from_buffer(task.source, task.length, "", NULL);
  if (!header) fail("header");
  double across = (double) header->Xsize / task.width;
  double down = task.height ? (double) header->Ysize / task.height : across;
  g_object_unref(header);
  double factor = VIPS_MIN(across, down);
  int shrink = 1;
  while (shrink < 8 && shrink * 2 <= factor) shrink *= 2;
  return shrink;
}

static int shrunk(VipsImage **out) {
  char options[32];
  snprintf(options, sizeof options, "shrink=%d", shrink_of());
  VipsImage *loaded = vips_image_new_from_buffer(
      task.source, task.length, options, "access", VIPS_ACCESS_SEQUENTIAL, NULL);
  if (!loaded) return -1;
  int failed = vips_thumbnail_image(
      loaded, out, task.width,
      "height", task.height ? task.height : ANY_HEIGHT,
      "size", VIPS_SIZE_DOWN,
      "crop", task.height ? VIPS_INTERESTING_CENTRE : VIPS_INTERESTING_NONE, NULL);
  g_object_unref(loaded);
  return failed;
}

static int plain(VipsImage **out) {
  return vips_thumbnail_buffer(
      task.source, task.length, out, task.width,
      "height", task.height ? task.height : ANY_HEIGHT,
      "size", VIPS_SIZE_DOWN,
      "crop", task.height ? VIPS_INTERESTING_CENTRE : VIPS_INTERESTING_NONE,
      "option_string", strcmp(task.way, "whole") ? "" : "n=-1", NULL);
}

static void *make_one(size_t *length) {
  VipsImage *picture = NULL;
  void *result = NULL;
  if (strcmp(task.way, "shrink") ? plain(&picture) : shrunk(&picture)) fail("resize");
  if (vips_image_write_to_buffer(picture, task.suffix, &result, length, NULL)) fail("save");
  g_object_unref(picture);
  return result;
}

static void *work(void *unused) {
  (void) unused;
  while (!atomic_load_explicit(&stopping, memory_order_relaxed)) {
    size_t length;
    g_free(make_one(&length));
    atomic_fetch_add(&made, 1);
  }
  vips_thread_shutdown();
  return NULL;
}

static double wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static double cpu(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec +
         (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static void measure(int threads, long millis, size_t bytes) {
  pthread_t running[MOST_THREADS];
  double wall_before = wall();
  double cpu_before = cpu();
  for (int i = 0; i < threads; i++) pthread_create(&running[i], NULL, work, NULL);
  struct timespec time = {millis / 1000, millis % 1000 * 1000000};
  nanosleep(&time, NULL);
  atomic_store(&stopping, 1);
  for (int i = 0; i < threads; i++) pthread_join(running[i], NULL);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  long count = atomic_load(&made);
  printf("{\"perSecond\":%.3f,\"cpuMillis\":%.4f,\"bytes\":%zu,\"peakMiB\":%.1f}\n",
         count / (wall() - wall_before), (cpu() - cpu_before) * 1000 / count, bytes,
         used.ru_maxrss / 1024.0);
}

int main(int count, char **words) {
  if (count < 8) {
    fprintf(stderr, "usage: limit FILE WIDTH HEIGHT WAY SUFFIX THREADS MILLIS [RESULT]\n");
    return 2;
  }
  if (VIPS_INIT(words[0])) fail("init");
  task = (Task){.width = atoi(words[2]), .height = atoi(words[3]), .way = words[4], .suffix = words[5]};
  if (!g_file_get_contents(words[1], (char **) &task.source, &task.length, NULL)) fail(words[1]);
  int threads = VIPS_MIN(atoi(words[6]), MOST_THREADS);
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  size_t bytes;
  void *first = make_one(&bytes); /* also warms up */
  if (count > 8 && *words[8]) g_file_set_contents(words[8], first, bytes, NULL);
  g_free(first);
  measure(threads, atol(words[7]), bytes);
  return 0;
}
