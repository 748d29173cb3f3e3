/* Reading files: line ends, encodings, gzip and what can go wrong with them. */
#include "read/input.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buffer.h"
#include "support.h"

/* All lines, each with "|" behind it; "!" and the message where reading has failed. */
static void read_lines(input *in, buffer *lines) {
  text line;
  error e;
  while (input_line(in, &line)) {
    buffer_add(lines, line);
    buffer_put(lines, "|");
  }
  if (input_error(in, &e)) buffer_printf(lines, "!%s", e.message);
  input_close(in);
}

static void assert_lines(input *in, const char *expected) {
  ck_assert_ptr_nonnull(in);
  buffer lines = {0};
  read_lines(in, &lines);
  assert_text(buffer_text(&lines), expected);
  buffer_finish(&lines);
}

static input *input_on(text bytes) {
  error e;
  return input_of_text(bytes, "test", &e);
}

START_TEST(lines_and_encodings) {
  static const struct {
    text bytes;
    const char *lines;
  } cases[] = {
      {TEXT_STATIC(""), ""},
      {TEXT_STATIC("\n"), "|"},
      {TEXT_STATIC("a"), "a|"},
      {TEXT_STATIC("a\nb\n"), "a|b|"},
      {TEXT_STATIC("a\r\nb\r\n\r\nc"), "a|b||c|"},
      {TEXT_STATIC("a\rb\r\rc\r"), "a|b||c|"},
      {TEXT_STATIC("a\n\rb\r\n\n"), "a||b||"},
      {TEXT_STATIC("\xEF\xBB\xBF"), ""},
      {TEXT_STATIC("\xEF\xBB\xBF"
                   "a\xEF\xBB\xBF"),
       "a\xEF\xBB\xBF|"},
      {TEXT_STATIC("\xEF\xBB"), "\u00EF\u00BB|"},
      {TEXT_STATIC("caf\xE9\ncaf\xC3\xA9\n\x93quoted\x94"),
       "caf\u00E9|caf\u00E9|\u201Cquoted\u201D|"},
      {TEXT_STATIC("a\0b\n\0\nc"), "a\uFFFDb|\uFFFD|c|"},
      {TEXT_STATIC("\xE9\0\n"), "\u00E9\uFFFD|"},
      {TEXT_STATIC("\xFF\xFE"
                   "a\0\r\0\n\0\xE9\0"),
       "a|\u00E9|"},
      {TEXT_STATIC("\xFE\xFF\0a\0\n\x03\xB1"), "a|\u03B1|"},
      {TEXT_STATIC("\xFF\xFE"), ""},
      {TEXT_STATIC("\xFE\xFF\xD8\x3D\xDE\x00"), "\U0001F600|"},
      {TEXT_STATIC("\xFE\xFF\xD8\x3D\0a\xDE\x00"), "\uFFFDa\uFFFD|"},
      {TEXT_STATIC("\xFE\xFF\0a\xD8\x3D"), "a\uFFFD|"},
      {TEXT_STATIC("\xFE\xFF\0a\0"), "a\uFFFD|"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_lines(input_on(cases[i].bytes), cases[i].lines);
}
END_TEST

/* Lines of every length around the end of each chunk, with every kind of line end. */
START_TEST(lines_across_chunks) {
  static const text ends[] = {TEXT_STATIC("\n"), TEXT_STATIC("\r\n"), TEXT_STATIC("\r")};
  for (size_t k = 0; k < 3; k++) {
    buffer bytes = {0};
    size_t count = 0;
    while (bytes.size < 600 * 1000) {
      for (size_t i = 0; i < count % 53 + 1; i++) buffer_put(&bytes, "x");
      buffer_add(&bytes, ends[k]);
      count++;
    }
    input *in = input_on(buffer_text(&bytes));
    text line;
    for (size_t i = 0; i < count; i++) {
      ck_assert(input_line(in, &line));
      ck_assert_uint_eq(line.size, i % 53 + 1);
    }
    ck_assert(!input_line(in, &line));
    ck_assert_uint_eq(input_line_number(in), count);
    input_close(in);
    buffer_finish(&bytes);
  }
}
END_TEST

START_TEST(heads_and_peeks_take_nothing) {
  error e;
  text line;
  input *in = input_on(TEXT("one\ntwo\n"));
  assert_text(input_head(in), "one\ntwo\n");
  ck_assert(input_peek_line(in, &line));
  ck_assert_uint_eq(input_line_number(in), 0);
  ck_assert(input_line(in, &line));
  assert_text(line, "one");
  ck_assert_uint_eq(input_line_number(in), 1);
  ck_assert(input_peek_line(in, &line) && input_peek_line(in, &line));
  assert_text(line, "two");
  ck_assert(input_line(in, &line));
  ck_assert(!input_peek_line(in, &line) && !input_line(in, &line) && !input_error(in, &e));
  ck_assert_uint_eq(input_line_number(in), 2);
  assert_text(text_of(input_name(in)), "test");
  input_close(in);
}
END_TEST

START_TEST(a_line_without_end_is_refused) {
  size_t size = (size_t)INPUT_LONGEST_LINE + 1;
  char *bytes = malloc(size);
  memset(bytes, 'x', size);
  assert_lines(input_on((text){bytes, size}), "!a line is longer than 64 MiB");
  free(bytes);
}
END_TEST

/* Adds one gzip member. */
static void add_gzip(buffer *out, text bytes) {
  z_stream stream = {.next_in = (Bytef *)(size_t)bytes.data, .avail_in = (uInt)bytes.size};
  ck_assert_int_eq(deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
  size_t room = deflateBound(&stream, bytes.size);
  ck_assert(buffer_reserve(out, room));
  stream.next_out = (Bytef *)out->data + out->size;
  stream.avail_out = (uInt)room;
  ck_assert_int_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out->size += room - stream.avail_out;
  deflateEnd(&stream);
}

START_TEST(gzip_is_inflated) {
  buffer packed = {0};
  add_gzip(&packed, TEXT("\xEF\xBB\xBFone\ntw"));
  add_gzip(&packed, TEXT(""));
  add_gzip(&packed, TEXT("o\nthree"));
  assert_lines(input_on(buffer_text(&packed)), "one|two|three|");
  buffer_add(&packed, TEXT("\0\0\0\0"));
  assert_lines(input_on(buffer_text(&packed)), "one|two|three|");
  buffer_put(&packed, "rest");
  assert_lines(input_on(buffer_text(&packed)), "one|two|!other data follows its gzip data");
  buffer_clear(&packed);
  add_gzip(&packed, TEXT("\xFF\xFE"
                         "a\0\n\0b\0"));
  assert_lines(input_on(buffer_text(&packed)), "a|b|");
  buffer_finish(&packed);
}
END_TEST

/* Wherever a gzip file is cut, that is said, and no line is made of the torn end. */
START_TEST(cut_gzip_is_an_error) {
  buffer packed = {0}, lines = {0};
  add_gzip(&packed, TEXT("first line\nsecond line\n"));
  for (size_t size = 3; size < packed.size; size++) {
    buffer_clear(&lines);
    read_lines(input_on(text_slice(buffer_text(&packed), 0, size)), &lines);
    text got = buffer_text(&lines);
    ck_assert_msg(text_ends(got, TEXT("!the gzip data is cut off")), "%zu: %.*s", size,
                  TEXT_ARG(got));
    text before = text_slice(got, 0, text_find_byte(got, '!'));
    ck_assert(!before.size || text_equal(before, TEXT("first line|")) ||
              text_equal(before, TEXT("first line|second line|")));
  }
  buffer_finish(&packed);
  buffer_finish(&lines);
}
END_TEST

START_TEST(damaged_gzip_is_an_error) {
  buffer packed = {0}, lines = {0};
  add_gzip(&packed, TEXT("first line\nsecond line\n"));
  packed.data[packed.size - 6] ^= 1; /* in the checksum */
  read_lines(input_on(buffer_text(&packed)), &lines);
  ck_assert(text_find(buffer_text(&lines), TEXT("!incorrect data check")) != TEXT_NONE);
  buffer_finish(&packed);
  buffer_finish(&lines);
}
END_TEST

/* Files: each test works in a new folder of its own. */

static void enter_new_folder(void) { ck_assert_int_eq(chdir(test_folder()), 0); }

static void write_file(const char *path, text bytes) {
  FILE *file = fopen(path, "wb");
  ck_assert_ptr_nonnull(file);
  ck_assert_uint_eq(fwrite(bytes.data, 1, bytes.size, file), bytes.size);
  ck_assert_int_eq(fclose(file), 0);
}

START_TEST(what_is_no_file_is_refused) {
  static const struct {
    const char *path, *message;
  } cases[] = {
      {"/", "is a directory"},
      {"/dev/null", "is a device, not a file"},
      {"/nowhere/at/all", "cannot open: No such file or directory"},
      {"", "cannot open: No such file or directory"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    error e;
    error_clear(&e);
    ck_assert_ptr_null(input_open(cases[i].path, &e));
    assert_text(text_of(e.message), cases[i].message);
    assert_text(text_of(e.file), cases[i].path);
    ck_assert_int_eq(e.kind, ERROR_SYSTEM);
  }
}
END_TEST

START_TEST(files_fifos_and_standard_input) {
  error e;
  long long taken, size;
  enter_new_folder();
  write_file("plain", TEXT("a\nb\n"));
  input *in = input_open("plain", &e);
  input_progress(in, &taken, &size);
  ck_assert_int_eq(taken, 4);
  ck_assert_int_eq(size, 4);
  assert_lines(in, "a|b|");
  ck_assert_int_eq(mkfifo("fifo", 0600), 0);
  if (fork() == 0) {
    write_file("fifo", TEXT("from a fifo\n"));
    _exit(0);
  }
  assert_lines(input_open("fifo", &e), "from a fifo|");
  int file = open("plain", O_RDONLY);
  ck_assert_int_eq(dup2(file, STDIN_FILENO), STDIN_FILENO);
  close(file);
  assert_lines(input_open("-", &e), "a|b|");
  file = open("/", O_RDONLY);
  ck_assert_int_eq(dup2(file, STDIN_FILENO), STDIN_FILENO);
  close(file);
  assert_lines(input_open("-", &e), "!Is a directory");
  unlink("plain");
  unlink("fifo");
}
END_TEST

/* A pipe may give one byte at a time, even of a magic number. */
START_TEST(bytes_that_come_one_by_one) {
  int ends[2];
  error e;
  buffer packed = {0};
  add_gzip(&packed, TEXT("one\r\ntwo\r\n"));
  ck_assert_int_eq(pipe(ends), 0);
  if (fork() == 0) {
    for (size_t i = 0; i < packed.size; i++) {
      if (write(ends[1], packed.data + i, 1) != 1) _exit(1);
      usleep(500);
    }
    _exit(0);
  }
  close(ends[1]);
  ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
  close(ends[0]);
  assert_lines(input_open("-", &e), "one|two|");
  buffer_finish(&packed);
}
END_TEST

START_TEST(bytes_are_given_as_they_are) {
  char bytes[3];
  buffer all = {0};
  input *in =
      input_on(TEXT("\xEF\xBB\xBF"
                    "caf\xE9\r\nb"));
  size_t got;
  assert_text(input_head(in), "caf\xE9\r\nb");
  while ((got = input_read(in, bytes, sizeof bytes))) buffer_add(&all, (text){bytes, got});
  assert_text(buffer_text(&all), "caf\xE9\r\nb");
  input_close(in);
  buffer_finish(&all);
}
END_TEST

START_TEST(real_files_inflate_whole) {
  const char *path = shared_data("pubmed-xml/net-synergy/pubmed21n0001.xml.gz");
  if (!path) return;
  error e;
  text line, last = {0};
  size_t records = 0;
  input *in = input_open(path, &e);
  ck_assert_ptr_nonnull(in);
  ck_assert_uint_eq(input_head(in).size, INPUT_HEAD);
  while (input_line(in, &line)) {
    last = text_trim(line);
    if (text_equal(last, TEXT("<PubmedArticle>"))) records++;
  }
  ck_assert(!input_error(in, &e));
  assert_text(last, "</PubmedArticleSet>");
  ck_assert_uint_eq(records, 49);
  input_close(in);
}
END_TEST

SUITE("read/input", lines_and_encodings, lines_across_chunks, heads_and_peeks_take_nothing,
      a_line_without_end_is_refused, gzip_is_inflated, cut_gzip_is_an_error,
      damaged_gzip_is_an_error, what_is_no_file_is_refused, files_fifos_and_standard_input,
      bytes_that_come_one_by_one, bytes_are_given_as_they_are, real_files_inflate_whole)
