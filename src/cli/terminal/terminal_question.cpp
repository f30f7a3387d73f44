#include "cli/terminal/terminal_question.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>

namespace kam::cli {

namespace {

volatile std::sig_atomic_t question_interrupted = 0;

void note_interruption(int /*signal*/) {
  question_interrupted = 1;
}

// Has SIGINT noted instead of ending kam, and delivered only while `wait_for_input` waits, so that none comes
// between looking and waiting.
class NotedInterruption {
 public:
  NotedInterruption() {
    question_interrupted = 0;
    struct sigaction note = {};
    note.sa_handler = note_interruption;
    ::sigaction(SIGINT, &note, &action_before_);
    sigset_t held;
    ::sigemptyset(&held);
    ::sigaddset(&held, SIGINT);
    ::sigprocmask(SIG_BLOCK, &held, &mask_before_);
  }
  ~NotedInterruption() {
    ::sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    ::sigaction(SIGINT, &action_before_, nullptr);
  }
  NotedInterruption(const NotedInterruption&) = delete;
  NotedInterruption& operator=(const NotedInterruption&) = delete;

  // False where it was interrupted.
  bool wait_for_input() const {
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    while (::ppoll(&input, 1, nullptr, &mask_before_) < 0 && errno == EINTR)
      if (question_interrupted != 0) return false;
    return true;
  }

 private:
  struct sigaction action_before_ = {};
  sigset_t mask_before_ = {};
};

void show_question(std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;  // the terminal is gone, and reading will say so
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

TypedLine ask_on_terminal(const std::string& question) {
  const NotedInterruption guard;
  show_question(question);
  TypedLine answer;
  while (true) {
    if (!guard.wait_for_input()) {
      answer.end = TypedLine::End::interrupted;
      break;
    }
    char byte = 0;
    const auto count = ::read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      answer.end = TypedLine::End::end_of_input;
      break;
    }
    if (byte == '\n') return answer;
    answer.text.push_back(byte);
  }
  show_question("\n");  // the cursor still stands behind the question
  return answer;
}

}  // namespace kam::cli
