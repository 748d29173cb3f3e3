/* Output files: gzip by zlib, or as it is. */
#include "synth_file.h"

#include <errno.h>
#include <string.h>

enum { LEVEL = 6, GZIP_WINDOW = 15 + 16, MEMORY_LEVEL = 8, CHUNK = 64 * 1024 };

bool synth_file_open(synth_file *f, const char *path, bool packed, error *e) {
  *f = (synth_file){.path = path, .packed = packed};
  if (packed && deflateInit2(&f->stream, LEVEL, Z_DEFLATED, GZIP_WINDOW, MEMORY_LEVEL,
                             Z_DEFAULT_STRATEGY) != Z_OK)
    return error_memory(e);
  f->file = fopen(path, "wb");
  if (f->file) return true;
  error_set(e, ERROR_SYSTEM, "cannot write %s: %s", path, strerror(errno));
  if (packed) deflateEnd(&f->stream);
  return false;
}

static void deflate_run(synth_file *f, int flush) {
  Bytef chunk[CHUNK];
  do {
    f->stream.next_out = chunk;
    f->stream.avail_out = CHUNK;
    f->failed |= deflate(&f->stream, flush) == Z_STREAM_ERROR;
    size_t size = CHUNK - f->stream.avail_out;
    f->failed |= fwrite(chunk, 1, size, f->file) != size;
  } while (f->stream.avail_out == 0 && !f->failed);
}

void synth_file_add(synth_file *f, text piece) {
  if (f->failed) return;
  if (!f->packed) {
    f->failed = fwrite(piece.data, 1, piece.size, f->file) != piece.size;
    return;
  }
  f->stream.next_in = (const Bytef *)piece.data;
  f->stream.avail_in = (uInt)piece.size;
  deflate_run(f, Z_NO_FLUSH);
}

bool synth_file_close(synth_file *f, error *e) {
  if (f->packed) {
    f->stream.avail_in = 0;
    if (!f->failed) deflate_run(f, Z_FINISH);
    deflateEnd(&f->stream);
  }
  f->failed |= fclose(f->file) != 0;
  return f->failed ? error_set(e, ERROR_SYSTEM, "cannot write all of %s", f->path) : true;
}
