#include "cli/terminal/editor.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"

namespace kam::cli {

namespace {

bool is_in_path(const std::string& program, std::string_view search_path) {
  while (!search_path.empty()) {
    const auto directory = search_path.substr(0, search_path.find(':'));
    search_path.remove_prefix(std::min(directory.size() + 1, search_path.size()));
    const auto file = std::filesystem::path(directory) / program;
    if (!directory.empty() && ::access(file.c_str(), X_OK) == 0) return true;
  }
  return false;
}

// Ignores a signal as long as it lives.
class IgnoredSignal {
 public:
  explicit IgnoredSignal(int signal) : signal_(signal) {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(signal_, &ignore, &before_);
  }
  ~IgnoredSignal() { ::sigaction(signal_, &before_, nullptr); }
  IgnoredSignal(const IgnoredSignal&) = delete;
  IgnoredSignal& operator=(const IgnoredSignal&) = delete;

  int signal() const { return signal_; }
  bool was_ignored() const { return before_.sa_handler == SIG_IGN; }

 private:
  int signal_;
  struct sigaction before_ = {};
};

// Starts the program with the signals as kam found them; its process id, or an error number.
int start(const char* program, char* const* arguments, const std::array<const IgnoredSignal*, 2>& signals,
          pid_t& process) {
  sigset_t restored;
  ::sigemptyset(&restored);
  for (const auto* signal : signals)
    if (!signal->was_ignored()) ::sigaddset(&restored, signal->signal());
  posix_spawnattr_t attributes;
  if (const int error = ::posix_spawnattr_init(&attributes); error != 0) return error;
  ::posix_spawnattr_setsigdefault(&attributes, &restored);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int error = ::posix_spawn(&process, program, nullptr, &attributes, arguments, environ);
  ::posix_spawnattr_destroy(&attributes);
  return error;
}

}  // namespace

std::string choose_editor(const EditorSettings& settings) {
  if (!settings.visual.empty() && !settings.dumb_terminal) return settings.visual;
  if (!settings.editor.empty()) return settings.editor;
  if (settings.dumb_terminal)
    throw Error("EDITOR is not set, and the terminal is dumb (TERM)",
                "Set EDITOR to an editor that works here, as in `EDITOR=ed`.");
  for (const auto* fallback : {"editor", "vi"})
    if (is_in_path(fallback, settings.search_path)) return fallback;
  throw Error(
      "there is no editor: neither VISUAL nor EDITOR is set",
      "Set VISUAL to the editor of your choice, as in `export VISUAL=nano` or `VISUAL='code --wait'`.");
}

std::optional<std::string> run_editor(const std::string& editor, const std::filesystem::path& file) {
  // The shell splits the editor's words; the file is an argument of its own, so that no name can break it.
  std::string shell = "sh";
  std::string option = "-c";
  std::string command = editor + " \"$@\"";
  std::string name = editor;
  std::string path = file.native();
  const std::array<char*, 6> arguments{shell.data(), option.data(), command.data(),
                                       name.data(),  path.data(),   nullptr};
  const IgnoredSignal interrupt(SIGINT);
  const IgnoredSignal quit(SIGQUIT);
  pid_t process = 0;
  if (const int error = start("/bin/sh", arguments.data(), {&interrupt, &quit}, process); error != 0)
    return fmt::format("cannot be started: {}", system_reason(error));
  int status = 0;
  while (::waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return fmt::format("cannot be waited for: {}", system_reason(errno));
  if (WIFSIGNALED(status))
    return fmt::format("was ended by signal {} ({})", WTERMSIG(status), ::strsignal(WTERMSIG(status)));
  if (WEXITSTATUS(status) != 0) return fmt::format("ended with status {}", WEXITSTATUS(status));
  return std::nullopt;
}

}  // namespace kam::cli
