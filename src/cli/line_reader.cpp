#include "cli/line_reader.hpp"

#include <histedit.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace kam::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interrupt(int /*signal*/) {
  interrupted = 1;
}

// Ctrl-C makes a read fail instead of ending the program.
void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

TypedLine without_line(TypedLine::End end) {
  interrupted = 0;
  return {end, {}};
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
      if (const auto end = pending_.find('\n'); end != std::string::npos) {
        TypedLine line{TypedLine::End::line, pending_.substr(0, end)};
        pending_.erase(0, end + 1);
        return line;
      }
      if (interrupted != 0) return leave(TypedLine::End::interrupted);
      std::array<char, 4096> buffer{};
      const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count > 0) {
        pending_.append(buffer.data(), static_cast<std::size_t>(count));
        continue;
      }
      if (pending_.empty()) return leave(TypedLine::End::end_of_input);
      return {TypedLine::End::line, std::exchange(pending_, {})};
    }
  }

 private:
  TypedLine leave(TypedLine::End end) {
    pending_.clear();
    if (prompt_ == Prompt::shown) write_text("\n");
    return without_line(end);
  }

  Prompt prompt_;
  std::string pending_;
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
    int count = 0;
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
    return {TypedLine::End::line, std::move(text)};
  }

 private:
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
