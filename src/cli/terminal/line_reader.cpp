#include "cli/terminal/line_reader.hpp"

#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <fcntl.h>

#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <string_view>

namespace kam::cli {

namespace {

// Ctrl-C since the last line. The pipe wakes the reader up wherever the signal finds it.
volatile std::sig_atomic_t interrupted = 0;
std::array<int, 2> wake_pipe{-1, -1};

extern "C" void note_interrupt(int /*signal*/) {
  const int error = errno;
  interrupted = 1;
  [[maybe_unused]] const auto written = write(wake_pipe[1], "", 1);
  errno = error;
}

void catch_interrupts() {
  if (pipe2(wake_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) wake_pipe = {-1, -1};
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

void drain_wake_pipe() {
  std::array<char, 16> drained{};
  while (wake_pipe[0] != -1 && read(wake_pipe[0], drained.data(), drained.size()) > 0) continue;
}

TypedLine without_line(TypedLine::End end) {
  drain_wake_pipe();
  interrupted = 0;
  return {end, {}};
}

constexpr std::size_t kLongestLine = 65536;

// As it is, unless it is longer than any answer.
TypedLine as_line(std::string line) {
  if (line.size() > kLongestLine) return {TypedLine::End::too_long, {}};
  return {TypedLine::End::line, std::move(line)};
}

enum class Woken { by_input, by_interrupt, by_other_signal };

// Waits until standard input has something to read, which may be its end, or a signal has come.
Woken wait_for_input() {
  for (;;) {
    std::array<pollfd, 2> sources{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{wake_pipe[0], POLLIN, 0}};
    const int ready = poll(sources.data(), sources.size(), -1);
    const int error = errno;
    if (interrupted != 0) return Woken::by_interrupt;
    if (ready < 0 && error == EINTR) return Woken::by_other_signal;
    if (ready < 0 || sources[0].revents != 0) return Woken::by_input;
    drain_wake_pipe();
  }
}

ssize_t read_input(char* bytes, std::size_t size) {
  for (;;) {
    const auto count = read(STDIN_FILENO, bytes, size);
    if (count >= 0 || errno != EINTR) return count;
  }
}

void write_text(std::string_view text) {
  while (!text.empty()) {
    const auto written = write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Lines as read(2) gives them: of a pipe, a file, or a terminal in its own line mode.
class PlainReader : public LineReader {
 public:
  enum class Prompt { hidden, shown };
  explicit PlainReader(Prompt prompt) : prompt_(prompt) {}

  TypedLine read(const std::string& prompt) override {
    if (prompt_ == Prompt::shown) write_text(prompt);
    for (;;) {
      if (interrupted != 0) return leave(TypedLine::End::interrupted);
      const auto end = pending_.find('\n');
      if (end == std::string::npos && pending_.size() > kLongestLine) {
        is_too_long_ = true;
        pending_.clear();  // the rest of the line goes after it
      }
      if (end != std::string::npos) {
        auto line = finish(pending_.substr(0, end));
        pending_.erase(0, end + 1);
        return line;
      }
      if (wait_for_input() != Woken::by_input) continue;
      std::array<char, 4096> buffer{};
      const auto count = read_input(buffer.data(), buffer.size());
      if (count > 0) {
        pending_.append(buffer.data(), static_cast<std::size_t>(count));
        continue;
      }
      if (pending_.empty() && !is_too_long_) return leave(TypedLine::End::end_of_input);
      return finish(std::exchange(pending_, {}));
    }
  }

 private:
  TypedLine finish(std::string line) {
    if (std::exchange(is_too_long_, false)) return {TypedLine::End::too_long, {}};
    return as_line(std::move(line));
  }

  TypedLine leave(TypedLine::End end) {
    pending_.clear();
    if (prompt_ == Prompt::shown) write_text("\n");
    return without_line(end);
  }

  Prompt prompt_;
  std::string pending_;
  bool is_too_long_ = false;  // what of the line was read already
};

// libedit asks the locale how to read UTF-8. The program's is never set; this one holds in its scope.
class Utf8Scope {
 public:
  explicit Utf8Scope(locale_t locale) : before_(uselocale(locale)) {}
  ~Utf8Scope() { uselocale(before_); }
  Utf8Scope(const Utf8Scope&) = delete;
  Utf8Scope& operator=(const Utf8Scope&) = delete;

 private:
  locale_t before_;
};

class EditedReader : public LineReader {
 public:
  EditedReader()
      : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), silence_(std::fopen("/dev/null", "w")) {
    if (utf8_ == nullptr || silence_ == nullptr) return;
    const Utf8Scope scope(utf8_);
    line_ = el_init("kam", stdin, stderr, silence_);
    history_ = history_init();
    if (line_ == nullptr || history_ == nullptr) return;
    HistEvent event{};
    constexpr int kRemembered = 500;
    history(history_, &event, H_SETSIZE, kRemembered);
    el_set(line_, EL_CLIENTDATA, this);
    el_set(line_, EL_EDITOR, "emacs");
    el_set(line_, EL_SIGNAL, 1);  // the terminal is put right before a signal ends or stops the program
    el_set(line_, EL_PROMPT, &EditedReader::prompt_of);
    el_set(line_, EL_GETCFN, &EditedReader::read_character);
    el_set(line_, EL_HIST, history, history_);
  }
  ~EditedReader() override {
    if (utf8_ != nullptr) {
      const Utf8Scope scope(utf8_);
      if (line_ != nullptr) el_end(line_);
      if (history_ != nullptr) history_end(history_);
    }
    if (silence_ != nullptr) std::fclose(silence_);
    if (utf8_ != nullptr) freelocale(utf8_);
  }
  EditedReader(const EditedReader&) = delete;
  EditedReader& operator=(const EditedReader&) = delete;

  bool is_usable() const { return line_ != nullptr && history_ != nullptr; }

  TypedLine read(const std::string& prompt) override {
    if (interrupted != 0) return without_line(TypedLine::End::interrupted);
    const Utf8Scope scope(utf8_);
    prompt_ = prompt;
    is_utf8_ = true;
    int count = 0;
    el_set(line_, EL_PREP_TERM, 1);  // before the prompt, so that no key is taken by the terminal's own mode
    const char* typed = el_gets(line_, &count);
    if (typed == nullptr || count <= 0) {
      write_text("\n");
      return without_line(interrupted != 0 ? TypedLine::End::interrupted : TypedLine::End::end_of_input);
    }
    std::string text(typed, static_cast<std::size_t>(count));
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    if (text.size() > 1) {  // signs and digits are typed faster than found
      HistEvent event{};
      history(history_, &event, H_ENTER, text.c_str());
    }
    if (!is_utf8_) text += '\xFF';  // what libedit cannot hold is not passed over
    return as_line(std::move(text));
  }

 private:
  static int read_character(EditLine* line, wchar_t* character) {
    EditedReader* self = nullptr;
    el_get(line, EL_CLIENTDATA, &self);
    std::mbstate_t state{};
    for (;;) {
      const auto woken = wait_for_input();
      if (woken == Woken::by_interrupt) return -1;
      if (woken == Woken::by_other_signal) {
        el_set(line, EL_REFRESH);  // back from Ctrl-Z, or in a window of another size
        continue;
      }
      char byte = 0;
      const auto count = read_input(&byte, 1);
      if (count <= 0) return static_cast<int>(count);
      const auto length = std::mbrtowc(character, &byte, 1, &state);
      if (length == static_cast<std::size_t>(-2)) continue;  // there is more of it to come
      if (length == static_cast<std::size_t>(-1)) {
        self->is_utf8_ = false;
        *character = L'\uFFFD';
      }
      return 1;
    }
  }

  static char* prompt_of(EditLine* line) {
    EditedReader* self = nullptr;
    el_get(line, EL_CLIENTDATA, &self);
    return self->prompt_.data();
  }

  locale_t utf8_;
  std::FILE* silence_;  // for what libedit says of terminals that it does not know
  EditLine* line_ = nullptr;
  History* history_ = nullptr;
  std::string prompt_;
  bool is_utf8_ = true;
};

// Whether the terminal can move its cursor.
bool can_edit() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && *terminal != '\0' && std::string_view(terminal) != "dumb";
}

}  // namespace

std::unique_ptr<LineReader> read_terminal() {
  catch_interrupts();
  if (can_edit())
    if (auto reader = std::make_unique<EditedReader>(); reader->is_usable()) return reader;
  return std::make_unique<PlainReader>(PlainReader::Prompt::shown);
}

std::unique_ptr<LineReader> read_stream() {
  return std::make_unique<PlainReader>(PlainReader::Prompt::hidden);
}

}  // namespace kam::cli
