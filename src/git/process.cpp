#include "git/process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"

namespace kam {

namespace {

[[noreturn]] void fail(std::string_view what, int error_number) {
  throw Error(fmt::format("{}: {}", what, system_reason(error_number)));
}

void close_end(int& end) {
  if (end >= 0) ::close(std::exchange(end, -1));
}

// Two joined ends; whatever is not handed on is closed.
struct Channel {
  int ours = -1;
  int theirs = -1;

  Channel() = default;
  ~Channel() {
    close_end(ours);
    close_end(theirs);
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  void open_from_git() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("cannot make a pipe for git", errno);
    ours = ends[0];
    theirs = ends[1];
  }

  // A socket, since only its writer can ask for an error instead of SIGPIPE.
  void open_to_git() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
      fail("cannot make a pipe for git", errno);
    ours = ends[0];
    theirs = ends[1];
  }
};

// The user's, but for what the call says itself and what names another repository, or what is meant by paths.
std::vector<std::string> make_environment(const std::vector<std::string>& variables) {
  constexpr std::array<std::string_view, 10> kDropped{"GIT_DIR=",
                                                      "GIT_COMMON_DIR=",
                                                      "GIT_WORK_TREE=",
                                                      "GIT_INDEX_FILE=",
                                                      "GIT_PREFIX=",
                                                      "GIT_NAMESPACE=",
                                                      "GIT_LITERAL_PATHSPECS=",
                                                      "GIT_GLOB_PATHSPECS=",
                                                      "GIT_NOGLOB_PATHSPECS=",
                                                      "GIT_ICASE_PATHSPECS="};
  auto environment = variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const auto name = text.substr(0, text.find('=') + 1);
    const bool replaced =
        std::ranges::any_of(variables, [&](const auto& variable) { return variable.starts_with(name); });
    if (!replaced && std::ranges::find(kDropped, name) == kDropped.end()) environment.emplace_back(text);
  }
  return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// What the child does before it becomes git.
class SpawnPlan {
 public:
  SpawnPlan(int input, int output, int errors) {
    // What fails here lacks memory. Passed over, it would let git write to kam's own streams.
    const auto need = [](int error) {
      if (error != 0) fail("git cannot be started", error);
    };
    need(::posix_spawn_file_actions_init(&actions_));
    need(::posix_spawnattr_init(&attributes_));
    if (input < 0) {
      need(::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0));
    } else {
      need(::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO));
    }
    need(::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO));
    need(::posix_spawn_file_actions_adddup2(&actions_, errors, STDERR_FILENO));
    sigset_t restored;
    ::sigemptyset(&restored);
    ::sigaddset(&restored, SIGPIPE);  // so that a git whose reader has gone ends
    ::posix_spawnattr_setsigdefault(&attributes_, &restored);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

// Adds what has come; closes the end where nothing more will.
void receive(int& end, std::string& text) {
  std::array<char, std::size_t{1} << 16U> buffer{};
  const auto count = ::read(end, buffer.data(), buffer.size());
  if (count > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    close_end(end);
  }
}

}  // namespace

GitProcess::GitProcess(const GitCall& call, Input input) {
  Channel to_git;
  Channel from_git;
  Channel errors;
  if (input == Input::sent) to_git.open_to_git();
  from_git.open_from_git();
  errors.open_from_git();
  std::vector<std::string> words{"git"};
  words.insert(words.end(), call.words.begin(), call.words.end());
  auto environment = make_environment(call.variables);
  const SpawnPlan plan(to_git.theirs, from_git.theirs, errors.theirs);
  const int error = ::posix_spawnp(&process_, "git", plan.actions(), plan.attributes(),
                                   pointers_to(words).data(), pointers_to(environment).data());
  if (error == ENOENT)
    throw Error("git is not installed: there is no `git` in any directory of PATH",
                "Install git, as in `apt install git`; everything else in kam works without it.");
  if (error != 0) fail("git cannot be started", error);
  input_ = std::exchange(to_git.ours, -1);
  output_ = std::exchange(from_git.ours, -1);
  errors_ = std::exchange(errors.ours, -1);
}

// With all streams closed git ends by itself.
GitProcess::~GitProcess() {
  close_streams();
  if (process_ < 0) return;
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
}

void GitProcess::close_streams() {
  close_input();
  close_end(output_);
  close_end(errors_);
}

void GitProcess::close_input() {
  close_end(input_);
}

void GitProcess::send(std::string_view& unsent) {
  const auto count = ::send(input_, unsent.data(), unsent.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count >= 0) {
    unsent.remove_prefix(static_cast<std::size_t>(count));
  } else if (errno != EINTR && errno != EAGAIN) {
    close_input();  // git wants no more; why, it says on its other streams
  }
}

bool GitProcess::exchange(std::string_view& unsent) {
  if (output_ < 0 && errors_ < 0) return false;
  const bool sends = input_ >= 0 && !unsent.empty();
  std::array<pollfd, 3> ends{pollfd{output_, POLLIN, 0}, pollfd{errors_, POLLIN, 0},
                             pollfd{sends ? input_ : -1, POLLOUT, 0}};  // poll passes over a negative one
  if (::poll(ends.data(), ends.size(), -1) < 0) {
    if (errno == EINTR) return true;
    fail("cannot wait for git", errno);
  }
  if (ends[0].revents != 0) receive(output_, out);
  if (ends[1].revents != 0) receive(errors_, err);
  if (ends[2].revents != 0) send(unsent);
  return output_ >= 0 || errors_ >= 0;
}

int GitProcess::wait() {
  close_streams();
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0)
    if (errno != EINTR) fail("cannot wait for git", errno);
  process_ = -1;
  constexpr int kSignalled = 128;
  return WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace kam
