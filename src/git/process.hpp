#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "git/call.hpp"

namespace kam {

// A `git` that runs beside kam. Its streams are served together, so that neither can wait for the other, and
// writing to a git that has ended does not end kam.
class GitProcess {
 public:
  enum class Input { none, sent };

  // Throws Error where git is not installed or cannot be started.
  GitProcess(const GitCall& call, Input input);
  ~GitProcess();
  GitProcess(const GitProcess&) = delete;
  GitProcess& operator=(const GitProcess&) = delete;

  // Waits until something can be sent or has come, and does it: takes what was sent away from the beginning
  // of `unsent`, adds what came to `out` and `err`. False once git has closed both.
  bool exchange(std::string_view& unsent);
  void close_input();
  // Waits for git's end; its status as GitResult has it.
  int wait();

  std::string out;
  std::string err;

 private:
  void send(std::string_view& unsent);
  void close_streams();

  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
  int errors_ = -1;
};

}  // namespace kam
