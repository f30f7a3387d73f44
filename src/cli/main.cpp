#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>
#include <pwd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#include "cli/app.hpp"
#include "cli/terminal/line_reader.hpp"
#include "cli/terminal/terminal_question.hpp"
#include "cli/without_memory.hpp"

namespace {

using kam::cli::Context;
using kam::cli::Conversation;
using kam::cli::Exit;
using kam::cli::World;

// With a standard stream closed the next file opened would take its number, and output would land in it.
// Opened for reading only, a write to it fails and is reported.
void guard_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) == -1 && errno == EBADF && open("/dev/null", O_RDONLY) == -1) std::_Exit(3);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

kam::Date local_day() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return kam::Date{std::chrono::year{local.tm_year + 1900},
                   std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                   std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::optional<int> terminal_width(int stream) {
  if (isatty(stream) != 1) return std::nullopt;
  winsize size{};
  return ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// git names the commits that it merges in variables `GITHEAD_ID=NAME`.
std::vector<std::string> read_merged_heads() {
  std::vector<std::string> names;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (text.starts_with("GITHEAD_") && text.find('=') != std::string_view::npos)
      names.emplace_back(text.substr(text.find('=') + 1));
  }
  return names;
}

World read_world(int argc, char** argv) {
  World world;
  for (int i = 1; i < argc; ++i) world.arguments.emplace_back(argv[i]);
  world.kam_lang = environment("KAM_LANG");
  world.kam_follow = environment("KAM_FOLLOW");
  world.source_date_epoch = environment("SOURCE_DATE_EPOCH");
  world.no_color = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  world.today = local_day();
  world.width = terminal_width(STDOUT_FILENO);
  return world;
}

// Writes everything, or returns the error number. A closed pipe ends kam by SIGPIPE.
int write_all(int stream, std::string_view text) {
  while (!text.empty()) {
    const auto written = write(stream, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Conversation::Partner find_partner() {
  using Partner = Conversation::Partner;
  if (isatty(STDIN_FILENO) == 1) return isatty(STDERR_FILENO) == 1 ? Partner::person : Partner::unseen;
  struct stat input {};
  const bool answers = fstat(STDIN_FILENO, &input) == 0 && !S_ISCHR(input.st_mode) && !S_ISDIR(input.st_mode);
  return answers ? Partner::script : Partner::nobody;
}

Conversation open_conversation() {
  Conversation conversation;
  conversation.partner = find_partner();
  conversation.tell = [](const std::string& text) { write_all(STDERR_FILENO, kam::cli::to_stderr(text)); };
  conversation.width = [] { return terminal_width(STDERR_FILENO); };
  const bool edits = conversation.partner == Conversation::Partner::person;
  conversation.read_line =
      [edits, reader = std::shared_ptr<kam::cli::LineReader>()](const std::string& prompt) mutable {
        if (!reader) reader = edits ? kam::cli::read_terminal() : kam::cli::read_stream();
        return reader->read(prompt);
      };
  return conversation;
}

// Where kam keeps what must outlast it: as the XDG base directories have it, which say to ignore a relative
// path.
std::filesystem::path state_directory() {
  const std::filesystem::path chosen = environment("XDG_STATE_HOME");
  if (chosen.is_absolute()) return chosen / "kam";
  std::filesystem::path home = environment("HOME");
  if (!home.is_absolute())
    if (const auto* user = getpwuid(geteuid())) home = user->pw_dir;
  return home.is_absolute() ? home / ".local/state/kam" : std::filesystem::path();
}

// What a command may use while it runs.
void fill_ambient(Context& context) {
  if (isatty(STDERR_FILENO) == 1)
    context.show_progress = [](const std::string& text) { write_all(STDERR_FILENO, "\r\033[K" + text); };
  context.write_err_now = [&context] {
    write_all(STDERR_FILENO, kam::cli::to_stderr(context.err));
    context.err.clear();
  };
  if (isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1)
    context.ask = [&context](const std::string& question) {
      context.write_err_now();
      return kam::cli::ask_on_terminal(question);
    };
  context.conversation = open_conversation();
  context.merged_heads = read_merged_heads();
  const auto terminal = environment("TERM");
  context.editor = {environment("VISUAL"), environment("EDITOR"), environment("PATH"),
                    terminal.empty() || terminal == "dumb"};
  context.state_directory = state_directory();
}

Exit run_kam(int argc, char** argv, Context& context) {
  try {
    fill_ambient(context);
    return kam::cli::run(read_world(argc, argv), context);
  } catch (const std::bad_alloc&) {  // of who asks for memory in another way than by `new`
    kam::cli::end_without_memory();
  } catch (const std::length_error&) {
    kam::cli::end_without_memory();
  } catch (const std::exception& error) {
    context.err += std::string("kam: ") + error.what() + "\n";
    return kam::cli::failure_status();
  }
}

}  // namespace

int main(int argc, char** argv) {
  guard_standard_streams();
  kam::cli::reserve_stack();
  Context context;
  auto status = run_kam(argc, argv, context);
  if (status == Exit::failed) status = kam::cli::failure_status();
  if (const int error = write_all(STDOUT_FILENO, context.out); error != 0) {
    context.err +=
        std::string("kam: cannot write the result to standard output: ") + std::strerror(error) + "\n";
    status = kam::cli::failure_status();
  }
  write_all(STDERR_FILENO, context.err);
  if (status == Exit::interrupted) std::raise(SIGINT);  // so that a calling script sees the Ctrl-C, too
  return static_cast<int>(status);
}
