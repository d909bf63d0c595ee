#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// From <linux/fs.h>, which does not go together with every libc's headers.
#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE 1
#endif
#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE 2
#endif

const int system_here = AT_FDCWD;

// The result of a call that gives -1 and errno: repeated while interrupted, then value or -errno.
#define ANSWER(call)                                  \
  do {                                                \
    for (;;) {                                        \
      long answer = (call);                           \
      if (answer >= 0) return (int)answer;            \
      if (errno != EINTR) return -errno;              \
    }                                                 \
  } while (0)

enum system_answer system_meaning(int error) {
  switch (-error) {
    case ENOENT: return system_answer_missing;
    case EEXIST:
    case ENOTEMPTY: return system_answer_exists;
    case ELOOP: return system_answer_link;
    case ENOTDIR: return system_answer_not_a_folder;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENAMETOOLONG:
    case EISDIR:
    case EBUSY:
    case EXDEV: return system_answer_unsuitable;
    case EWOULDBLOCK: return system_answer_locked;
    case EPIPE: return system_answer_broken_pipe;
    case EINVAL:
    case ENOSYS:
    case ENOTSUP: return system_answer_cannot;
    default: return system_answer_other;
  }
}

const char *system_words(int error) {
#ifdef __GLIBC__
  const char *words = strerrordesc_np(-error);  // unlike strerror: never translated
#else
  const char *words = strerror(-error);
#endif
  return words ? words : "unknown error";
}

static int open_in(int folder, const char *name, int flags) {
  ANSWER(openat(folder, name, flags | O_CLOEXEC | O_NOCTTY, 0600));
}

int system_open_input(int folder, const char *name) {
  return open_in(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
}

// The mode given to openat keeps others out from the first moment; the umask can only take from
// it, and fchmod gives that back.
int system_create(int folder, const char *name) {
  int file = open_in(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
  if (file < 0) return file;
  int error = system_set_mode(file, 0600);
  if (error == 0) return file;
  system_close(file);
  system_remove(folder, name);
  return error;
}

int system_open_nameless(int folder) {
#ifdef O_TMPFILE
  // With O_EXCL nobody can give it a name later either (linkat).
  int file = open_in(folder, ".", O_RDWR | O_TMPFILE | O_EXCL);
  // Kernels and file systems that cannot: EOPNOTSUPP, EISDIR, EINVAL, on old ones ENOENT.
  if (file >= 0 || file == -EACCES || file == -ENOSPC || file == -EMFILE) return file;
#endif
  return system_open_unlinked(folder);
}

int system_open_unlinked(int folder) {
  unsigned char chance[8];
  int error = system_random(chance, sizeof chance);
  if (error != 0) return error;
  char name[32] = ".spool-";
  for (size_t index = 0; index < sizeof chance; index++) {
    snprintf(name + strlen(name), 3, "%02x", chance[index]);
  }
  int file = open_in(folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW);
  if (file < 0) return file;
  error = system_remove(folder, name);
  if (error == 0) return file;
  system_close(file);
  return error;
}

const char *system_temporary_folder(void) {
  const char *folder = secure_getenv("TMPDIR");
  return folder && *folder ? folder : "/tmp";
}

int system_open_lock(int folder, const char *name) {
  return open_in(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK);
}

int system_current_folder(char *buffer, size_t size) { return getcwd(buffer, size) ? 0 : -errno; }

int system_open_folder(int folder, const char *path, bool follow) {
  return open_in(folder, path, O_RDONLY | O_DIRECTORY | (follow ? 0 : O_NOFOLLOW));
}

static int make_folder(int folder, const char *name) { ANSWER(mkdirat(folder, name, 0700)); }

// What the umask took is given back by name: without it, even the owner could not open the folder.
int system_make_folder(int folder, const char *name) {
  int error = make_folder(folder, name);
  if (error != 0) return error;
  struct system_facts made = system_facts_at(folder, name);
  if (made.error == 0 && (made.mode & 0777) == 0700) return 0;
  error = made.error;
  if (error == 0 && fchmodat(folder, name, 0700, AT_SYMLINK_NOFOLLOW) != 0) error = -errno;
  if (error != 0) system_remove_folder(folder, name);
  return error;
}

int system_set_mode(int descriptor, uint32_t mode) { ANSWER(fchmod(descriptor, mode)); }

// Not repeated when interrupted: Linux has released the descriptor by then, and another thread
// may own its number. EINTR itself loses nothing, since whoever cares has synced before.
int system_duplicate(int descriptor) { ANSWER(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)); }

int system_close(int descriptor) {
  return close(descriptor) == 0 || errno == EINTR ? 0 : -errno;
}

int64_t system_read(int descriptor, void *bytes, size_t count, int64_t offset) {
  size_t done = 0;
  while (done < count) {
    char *rest = (char *)bytes + done;
    ssize_t got = offset < 0 ? read(descriptor, rest, count - done)
                             : pread(descriptor, rest, count - done, offset + (int64_t)done);
    if (got == 0) break;
    if (got > 0) {
      done += (size_t)got;
    } else if (errno != EINTR) {
      return -errno;
    }
  }
  return (int64_t)done;
}

int system_write(int descriptor, const void *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t put = write(descriptor, (const char *)bytes + done, count - done);
    if (put > 0) {
      done += (size_t)put;
    } else if (put == 0) {
      return -EIO;  // no file does that; without this the loop might never end
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
      if (poll(&ready, 1, -1) < 0 && errno != EINTR) return -errno;
    } else if (errno != EINTR) {
      return -errno;
    }
  }
  return 0;
}

void system_begin_sync(int descriptor) {
#ifdef SYNC_FILE_RANGE_WRITE
  (void)sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
  (void)descriptor;
#endif
}

int system_sync(int descriptor) { ANSWER(fsync(descriptor)); }

int system_sync_all(int descriptor) { ANSWER(syncfs(descriptor)); }

static struct system_facts facts(int error, const struct stat *found) {
  struct system_facts result = {.error = error};
  if (error != 0) return result;
  switch (found->st_mode & S_IFMT) {
    case S_IFREG: result.kind = system_kind_file; break;
    case S_IFDIR: result.kind = system_kind_folder; break;
    case S_IFLNK: result.kind = system_kind_link; break;
    case S_IFIFO: result.kind = system_kind_fifo; break;
    case S_IFSOCK: result.kind = system_kind_socket; break;
    default: result.kind = system_kind_device; break;
  }
  result.mode = found->st_mode & 07777;
  result.owner = found->st_uid;
  result.size = found->st_size;
  result.device = found->st_dev;
  result.inode = found->st_ino;
  result.changed_seconds = found->st_ctim.tv_sec;
  result.changed_nanoseconds = found->st_ctim.tv_nsec;
  return result;
}

struct system_facts system_facts_of(int descriptor) {
  struct stat found;
  return facts(fstat(descriptor, &found) == 0 ? 0 : -errno, &found);
}

struct system_facts system_facts_at(int folder, const char *name) {
  struct stat found;
  return facts(fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : -errno, &found);
}

int system_remove(int folder, const char *name) { ANSWER(unlinkat(folder, name, 0)); }

int system_remove_folder(int folder, const char *name) {
  ANSWER(unlinkat(folder, name, AT_REMOVEDIR));
}

static int remove_all_in(int folder) {
  int error;
  struct system_list *list = system_list_open(folder, &error);
  if (!list) return error;
  const char *name;
  while (error == 0 && (name = system_list_next(list, &error))) {
    error = system_remove_tree(folder, name);
  }
  system_list_close(list);
  return error;
}

int system_remove_tree(int folder, const char *name) {
  int error = system_remove(folder, name);
  if (error == 0 || error == -ENOENT) return 0;
  // Linux says EISDIR for a folder, POSIX allows EPERM.
  if (error != -EISDIR && error != -EPERM) return error;
  int inside = system_open_folder(folder, name, false);
  if (inside < 0) return inside == -ENOTDIR || inside == -ELOOP ? error : inside;
  // A name removed during the walk may make a file system pass over another: look again.
  for (int round = 0; round < 3; round++) {
    error = remove_all_in(inside);
    if (error == 0) error = system_remove_folder(folder, name);
    if (error != -ENOTEMPTY && error != -EEXIST) break;
  }
  system_close(inside);
  return error == -ENOENT ? 0 : error;
}

int system_rename(int folder, const char *from, const char *to) {
  ANSWER(renameat(folder, from, folder, to));
}

// musl has no renameat2, so the call goes by its number.
static int rename_with(int folder, const char *from, const char *to, unsigned flags) {
  ANSWER(syscall(SYS_renameat2, folder, from, folder, to, flags));
}

int system_rename_new(int folder, const char *from, const char *to) {
  int error = rename_with(folder, from, to, RENAME_NOREPLACE);
  if (error == 0 || system_meaning(error) != system_answer_cannot) return error;
  struct stat found;
  if (fstatat(folder, to, &found, AT_SYMLINK_NOFOLLOW) == 0) return -EEXIST;
  return errno == ENOENT ? system_rename(folder, from, to) : -errno;
}

int system_exchange(int folder, const char *one, const char *other) {
  return rename_with(folder, one, other, RENAME_EXCHANGE);
}

static int try_lock(int descriptor) { ANSWER(flock(descriptor, LOCK_EX | LOCK_NB)); }

int system_lock(int descriptor, int milliseconds) {
  const int step = 5;
  for (;;) {
    int error = try_lock(descriptor);
    if (error != -EWOULDBLOCK || milliseconds <= 0) return error;
    (void)poll(NULL, 0, step);
    milliseconds -= step;
  }
}

struct system_list {
  DIR *stream;
};

// A descriptor of its own: closing the walk must not close the caller's folder, and dup would
// share its reading position.
struct system_list *system_list_open(int folder, int *error) {
  struct system_list *list = malloc(sizeof *list);
  int own = list ? system_open_folder(folder, ".", false) : -ENOMEM;
  if (own < 0) {
    *error = own;
    free(list);
    return NULL;
  }
  list->stream = fdopendir(own);
  if (!list->stream) {
    *error = -errno;
    close(own);
    free(list);
    return NULL;
  }
  *error = 0;
  return list;
}

const char *system_list_next(struct system_list *list, int *error) {
  for (;;) {
    errno = 0;
    const struct dirent *entry = readdir(list->stream);
    *error = entry ? 0 : -errno;
    if (!entry) return NULL;
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) return entry->d_name;
  }
}

void system_list_close(struct system_list *list) {
  closedir(list->stream);
  free(list);
}

static int random_bytes(void *bytes, size_t count) { ANSWER(getrandom(bytes, count, 0)); }

int system_random(void *bytes, size_t count) {
  int got = random_bytes(bytes, count);
  if (got < 0) return got;
  return (size_t)got == count ? 0 : -EIO;
}

uint32_t system_user(void) { return geteuid(); }

long system_processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count;
}

int system_forbid_core_dumps(void) {
  struct rlimit none = {.rlim_cur = 0, .rlim_max = 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -errno;
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno;
}

void system_return_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
#endif
}

bool system_may_dump_core(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_max != 0
      || prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
}

void system_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }

const size_t system_path_length = PATH_MAX;

int system_whole_path(const char *path, char *place) {
  return realpath(path, place) == NULL ? -errno : 0;
}
