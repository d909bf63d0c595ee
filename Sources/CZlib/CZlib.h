// The part of zlib that this program uses: inflating and deflating through buffers, and CRC-32.
// Everything here is `static`, so the room has no object file of its own.
//
// zlib keeps a pointer from its state back to the `z_stream`, so a stream may not move: it is
// allocated here, and Swift holds its address alone.

#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

#include <limits.h>
#include <stddef.h>
#include <stdlib.h>

/// What one call did.
typedef struct {
  /// zlib's answer: `Z_OK`, `Z_STREAM_END`, or an error.
  int answer;
  /// Bytes of input that it took.
  size_t taken;
  /// Bytes of output that it gave; also before an error.
  size_t given;
} zlib_step;

static inline void zlib_lend(
    z_stream *stream, const unsigned char *in, size_t in_count, unsigned char *out,
    size_t out_count) {
  stream->next_in = (unsigned char *)in;
  stream->avail_in = in_count > UINT_MAX ? UINT_MAX : (unsigned)in_count;
  stream->next_out = out;
  stream->avail_out = out_count > UINT_MAX ? UINT_MAX : (unsigned)out_count;
}

static inline zlib_step zlib_done(
    z_stream *stream, int answer, const unsigned char *in, unsigned char *out) {
  zlib_step step = {answer, (size_t)(stream->next_in - in), (size_t)(stream->next_out - out)};
  stream->next_in = NULL;
  stream->next_out = NULL;
  return step;
}

/// A stream to inflate: of raw deflate data (RFC 1951), or with `gzip` in their wrapping (RFC 1952),
/// whose header and checksums zlib then checks. NULL when out of memory.
static inline z_stream *zlib_inflater(int gzip) {
  z_stream *stream = calloc(1, sizeof *stream);
  if (stream && inflateInit2(stream, gzip ? 15 + 16 : -15) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

/// Begins a further stream.
static inline void zlib_inflater_reset(z_stream *stream) { (void)inflateReset(stream); }

static inline zlib_step zlib_inflate(
    z_stream *stream, const unsigned char *in, size_t in_count, unsigned char *out,
    size_t out_count) {
  zlib_lend(stream, in, in_count, out, out_count);
  return zlib_done(stream, inflate(stream, Z_NO_FLUSH), in, out);
}

static inline void zlib_inflater_free(z_stream *stream) {
  inflateEnd(stream);
  free(stream);
}

/// A stream to deflate, at zlib's own level (6). The gzip header that zlib writes has no time, no
/// name, and names Unix. NULL when out of memory.
static inline z_stream *zlib_deflater(int gzip) {
  z_stream *stream = calloc(1, sizeof *stream);
  if (stream && deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip ? 15 + 16 : -15, 8,
                             Z_DEFAULT_STRATEGY) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

/// Takes input in; with `last` it is the last, and calls go on until `Z_STREAM_END`.
static inline zlib_step zlib_deflate(
    z_stream *stream, const unsigned char *in, size_t in_count, unsigned char *out,
    size_t out_count, int last) {
  zlib_lend(stream, in, in_count, out, out_count);
  return zlib_done(stream, deflate(stream, last ? Z_FINISH : Z_NO_FLUSH), in, out);
}

static inline void zlib_deflater_free(z_stream *stream) {
  deflateEnd(stream);
  free(stream);
}

/// The CRC-32 of what `crc` is of, and `bytes` after it; 0 is that of nothing.
static inline unsigned zlib_crc(unsigned crc, const unsigned char *bytes, size_t count) {
  return (unsigned)crc32_z(crc, bytes, count);
}

#endif
