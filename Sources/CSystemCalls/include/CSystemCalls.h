/// The system calls this program makes on files, each with its flags already chosen.
///
/// Swift's Glibc module lacks `renameat2`, `getrandom` and `prctl`, cannot call the variadic
/// `openat`, and leaves `errno` to be read in time. So every call is wrapped here, once: the safe
/// flags cannot be forgotten by a caller, interrupted calls (EINTR) are repeated, and an error
/// comes back as the result, as a negative `errno`.
///
/// A `folder` argument is an open descriptor of a folder, or ``system_here`` for the working
/// folder of the process.

#ifndef C_SYSTEM_CALLS_H
#define C_SYSTEM_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Stands for the working folder where a folder's descriptor is asked for (`AT_FDCWD`).
extern const int system_here;

// Swift sees a closed enum under the name given here.
#define SYSTEM_ENUM(name) enum __attribute__((enum_extensibility(closed), swift_name(name)))

/// What is at a name.
SYSTEM_ENUM("SystemKind") system_kind {
  system_kind_nothing,
  system_kind_file,
  system_kind_folder,
  system_kind_link,
  system_kind_fifo,
  system_kind_socket,
  system_kind_device,
};

/// What the system knows of a file, a folder, or whatever is at a name.
struct __attribute__((swift_name("SystemFacts"))) system_facts {
  /// 0, or a negative `errno`; then the other fields are zero.
  int error;
  enum system_kind kind;
  /// Permission bits (0777), with the set-id and sticky bits (07000).
  uint32_t mode;
  /// User id of the owner.
  uint32_t owner;
  /// Bytes.
  int64_t size;
  uint64_t device;
  uint64_t inode;
  /// Time of last change of content or facts (ctime), since 1970.
  int64_t changed_seconds;
  int64_t changed_nanoseconds;
};

/// What an error means to a writer or reader of files, whatever its number here.
SYSTEM_ENUM("SystemAnswer") system_answer {
  /// Something else; the error's words say what.
  system_answer_other,
  /// ENOENT.
  system_answer_missing,
  /// EEXIST, ENOTEMPTY.
  system_answer_exists,
  /// ELOOP: a link where none is followed.
  system_answer_link,
  /// ENOTDIR: a part of the path is no folder.
  system_answer_not_a_folder,
  /// EACCES, EPERM, EROFS, ENAMETOOLONG, EISDIR, EBUSY, EXDEV: the place does not suit.
  system_answer_unsuitable,
  /// EWOULDBLOCK: another process holds the lock.
  system_answer_locked,
  /// EPIPE: the reading end is closed.
  system_answer_broken_pipe,
  /// EINVAL, ENOSYS, ENOTSUP: this file system or kernel cannot do that.
  system_answer_cannot,
};

/// The meaning of an error that a function of this header gave.
enum system_answer system_meaning(int error);

/// The system's English words for such an error; never NULL.
const char *system_words(int error);

/// Opens what may be a regular file, for reading. Follows no link, and does not wait for the other
/// end of a fifo. The caller asks ``system_facts_of`` what it has got.
int system_open_input(int folder, const char *name);

/// Makes a file that was not there, mode 0600 whatever the umask, for writing.
int system_create(int folder, const char *name);

/// Makes a file without a name in a folder, for writing and reading, mode 0600 or less. It is gone
/// with its last descriptor, whatever becomes of the process.
int system_open_nameless(int folder);

/// The same where the file system has no such files: made under a random hidden name, which is
/// taken away before anything is written.
int system_open_unlinked(int folder);

/// The folder for temporary files: `TMPDIR`, else `/tmp`; never NULL.
const char *system_temporary_folder(void);

/// Opens a file for a lock, and makes it (0600) if it is not there. Follows no link.
int system_open_lock(int folder, const char *name);

/// Opens a folder; `follow` says whether the last part of the path may be a link.
int system_open_folder(int folder, const char *path, bool follow);

/// Makes a folder, mode 0700 whatever the umask.
int system_make_folder(int folder, const char *name);

/// Sets the mode of an open file or folder.
int system_set_mode(int descriptor, uint32_t mode);

/// Another descriptor of the same open file, with the same position.
int system_duplicate(int descriptor);

/// Closes. The descriptor is gone even when the result is an error.
int system_close(int descriptor);

/// Reads on; fewer bytes than asked for only at the end. `offset` below 0: at the reading position.
int64_t system_read(int descriptor, void *bytes, size_t count, int64_t offset);

/// Writes all bytes, or gives the error. Waits where a pipe or terminal is not ready.
int system_write(int descriptor, const void *bytes, size_t count);

/// Tells the kernel to begin to write to disk, without waiting for it. An error is left to
/// ``system_sync``.
void system_begin_sync(int descriptor);

/// Waits until a file or folder is on disk (`fsync`).
int system_sync(int descriptor);

/// Waits until the whole file system of an open file or folder is on disk (`syncfs`); tells of what
/// went wrong since it was opened (Linux 5.8).
int system_sync_all(int descriptor);

/// What a descriptor is open on.
struct system_facts system_facts_of(int descriptor);

/// Writes the path of the current folder and a final zero; 0, or a negative `errno`.
int system_current_folder(char *buffer, size_t size);

/// What is at a name; a link is a link.
struct system_facts system_facts_at(int folder, const char *name);

/// Removes a name that is not a folder.
int system_remove(int folder, const char *name);

/// Removes an empty folder.
int system_remove_folder(int folder, const char *name);

/// Removes whatever is at a name: a folder with all that is in it, a link but not what it
/// points to. Missing is no error.
int system_remove_tree(int folder, const char *name);

/// Renames within a folder. A file takes the place of a file, a folder that of an empty folder.
int system_rename(int folder, const char *from, const char *to);

/// Renames within a folder, unless something is at `to` (EEXIST). On a file system without
/// that call it looks first; then the rename still replaces no more than ``system_rename`` would.
int system_rename_new(int folder, const char *from, const char *to);

/// Swaps two names of a folder in one step.
int system_exchange(int folder, const char *one, const char *other);

/// Takes the exclusive lock of an open file or folder (`flock`), trying for at most that long.
int system_lock(int descriptor, int milliseconds);

/// A walk through the names of a folder.
struct system_list;

/// Begins a walk. NULL: `error` says why.
struct system_list *system_list_open(int folder, int *error);

/// The next name but `.` and `..`, good until the next call; NULL at the end, or when `error` is
/// not 0.
const char *system_list_next(struct system_list *list, int *error);

/// Ends a walk.
void system_list_close(struct system_list *list);

/// Fills `bytes` from the kernel's random numbers; `count` is at most 256.
int system_random(void *bytes, size_t count);

/// The whole path of what is at `path`, its links followed, in `place`, which has room for
/// `system_path_length` bytes with the final zero.
int system_whole_path(const char *path, char *place);

/// The most bytes of a path, with its final zero.
extern const size_t system_path_length;

/// The user id whose rights the process has.
uint32_t system_user(void);

/// How many processors there are to run on, at least 1.
long system_processors(void);

/// No core dump of this process: limit 0, not dumpable.
int system_forbid_core_dumps(void);

/// Large blocks of memory go back to the system when they are freed, whatever was freed before.
///
/// Left alone, glibc takes a large block that is freed for a sign that more of that size come, and
/// from then on keeps blocks up to that size (at last 32 MiB) in its heaps, where they stay.
void system_return_memory(void);

/// Whether a crash of this process might leave a core dump.
bool system_may_dump_core(void);

/// A write to a pipe whose reading end is closed gives an error instead of ending the process.
void system_ignore_broken_pipes(void);

#endif
