/* carrel: the program. */
#include "cli/commands.h"

int main(int count, char **arguments) {
  if (count < 1 || !terminal_prepare()) return STATUS_FAILURE;
  return commands_main(arguments + 1, (size_t)count - 1);
}
