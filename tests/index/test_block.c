/* Blocks of terms: what goes in is found, and damage is never read beyond. */
#include "support.h"

#include <string.h>

#include "index/block.h"

static const char *const keys[] = {
    ":a",          ":aspirin", ":aspirins", ":resist",    "au:smith", "au:smith ja",
    "au:smith jb", "mh:eye",   "mh:eye d",  "mh:eyelids", "ta:bmj",
};
enum { KEYS = sizeof keys / sizeof *keys, APART = 3 };

/* Entry i has i + 1 postings; one list stands apart. */
static void make_block(buffer *block) {
  char bytes[64];
  text before = {"", 0};
  memset(bytes, 7, sizeof bytes);
  for (uint32_t i = 0; i < KEYS; i++) {
    text key = text_of(keys[i]);
    block_entry entry = {.count = i + 1, .apart = i == APART, .number = 300};
    entry.list = (text){bytes, postings_size(i + 1, block_key_is_word(key))};
    block_add(block, before, key, &entry);
    before = key;
  }
  ck_assert(!block->failed);
}

static const char *const absent[] = {
    "",          ":",    ":aa", ":aspiri", ":aspirinss", "au:smith j", "au:smith jaa",
    "mh:eyelid", "mh:z", "zz",  ":z"};

START_TEST(every_key_is_found_and_no_other) {
  buffer block = {0};
  block_entry found;
  make_block(&block);
  for (uint32_t i = 0; i < KEYS; i++) {
    ck_assert_msg(block_find(buffer_text(&block), text_of(keys[i]), &found), "%s", keys[i]);
    ck_assert_uint_eq(found.count, i + 1);
    ck_assert_int_eq(found.apart, i == APART);
    if (found.apart) ck_assert_uint_eq(found.number, 300);
    else
      ck_assert_uint_eq(found.list.size, postings_size(i + 1, block_key_is_word(text_of(keys[i]))));
  }
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    ck_assert_msg(!block_find(buffer_text(&block), text_of(absent[i]), &found), "%s", absent[i]);
  buffer_finish(&block);
}
END_TEST

START_TEST(a_walk_gives_all_in_order) {
  buffer block = {0};
  block_entry entry;
  make_block(&block);
  block_walk walk = {.rest = buffer_text(&block)};
  for (uint32_t i = 0; i < KEYS; i++) {
    ck_assert(block_step(&walk, &entry));
    assert_text(buffer_text(&walk.key), keys[i]);
    ck_assert_uint_eq(entry.count, i + 1);
  }
  ck_assert(!block_step(&walk, &entry));
  buffer_finish(&walk.key);
  buffer_finish(&block);
}
END_TEST

/* What stands from there on, which is what a walk over all gives but for smaller keys. */
static void check_from(text block, const char *from) {
  block_entry entry;
  block_walk walk = {.rest = block};
  bool there = block_seek(&walk, text_of(from), &entry);
  for (uint32_t i = 0; i < KEYS; i++) {
    if (strcmp(keys[i], from) < 0) continue;
    ck_assert_msg(there, "%s from %s", keys[i], from);
    assert_text(buffer_text(&walk.key), keys[i]);
    ck_assert_uint_eq(entry.count, i + 1);
    there = block_step(&walk, &entry);
  }
  ck_assert(!there && !walk.rest.size);
  buffer_finish(&walk.key);
}

START_TEST(a_walk_begins_at_any_key) {
  buffer block = {0};
  make_block(&block);
  for (uint32_t i = 0; i < KEYS; i++) check_from(buffer_text(&block), keys[i]);
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    check_from(buffer_text(&block), absent[i]);
  buffer_finish(&block);
}
END_TEST

/* Each byte of a block is changed in turn and the block is cut there, in memory of just its size.
 */
START_TEST(damage_is_not_read_beyond) {
  buffer block = {0};
  block_entry entry;
  make_block(&block);
  for (size_t at = 0; at < block.size; at++) {
    for (int way = 0; way < 3; way++) {
      size_t size = way == 2 ? at : block.size;
      char *copy = malloc(size + !size);
      memcpy(copy, block.data, size);
      if (way < 2) copy[at] = way ? (char)0xFF : 0;
      block_walk walk = {.rest = {copy, size}};
      while (block_step(&walk, &entry)) continue;
      walk.rest = (text){copy, size};
      for (bool there = block_seek(&walk, TEXT("au:"), &entry); there;)
        there = block_step(&walk, &entry);
      for (size_t i = 0; i < KEYS; i++) block_find((text){copy, size}, text_of(keys[i]), &entry);
      buffer_finish(&walk.key);
      free(copy);
    }
  }
  buffer_finish(&block);
}
END_TEST

SUITE("index/block", every_key_is_found_and_no_other, a_walk_gives_all_in_order,
      a_walk_begins_at_any_key, damage_is_not_read_beyond)
