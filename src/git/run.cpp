#include "kam/git/run.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "git/call.hpp"
#include "git/process.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace {

constexpr int kSignalled = 128;

// git believes a broken object's size: `malloc failed (tried to allocate 18446744073709551545 bytes)`.
bool wants_what_no_machine_has(std::string_view err) {
  constexpr std::string_view kWanted = "tried to allocate ";
  constexpr std::size_t kDigits = 15;  // a hundred terabytes
  const auto found = err.find(kWanted);
  if (found == std::string_view::npos) return false;
  const auto digits = err.substr(found + kWanted.size());
  return std::min(digits.find_first_not_of("0123456789"), digits.size()) >= kDigits;
}

// What holds for every call, whatever the user's or the repository's configuration says: no programs but git
// itself. Nor does reading end in a repository that packs itself.
constexpr std::array kFixed{"--no-pager", "--literal-pathspecs",    "-c", "safe.bareRepository=explicit",
                            "-c",         "core.fsmonitor=false",   "-c", "core.hooksPath=/dev/null",
                            "-c",         "maintenance.auto=false", "-c", "gc.auto=0"};

GitCall make_call(std::vector<std::string> words, const std::vector<std::string>& arguments) {
  words.insert(words.end(), kFixed.begin(), kFixed.end());
  words.insert(words.end(), arguments.begin(), arguments.end());
  return {std::move(words), {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"}};
}

}  // namespace

GitResult run_git(const Repository& repository, const std::vector<std::string>& arguments,
                  std::string_view input) {
  return run_call(call_on(repository, arguments), input);
}

GitResult run_git_alone(const std::vector<std::string>& arguments, std::string_view input) {
  return run_call(call_alone(arguments), input);
}

void throw_if_without_memory(std::string_view err) {
  // git's own words, the system's, those of its loader, and of a thread that found no room.
  constexpr std::array<std::string_view, 4> kSigns{"ut of memory", "annot allocate memory",
                                                   "failed to map segment", "unable to create thread"};
  const auto has = [&](std::string_view sign) { return err.find(sign) != std::string_view::npos; };
  if (std::ranges::any_of(kSigns, has) && !wants_what_no_machine_has(err)) throw std::bad_alloc();
}

std::string ask_git(const Repository& repository, const std::vector<std::string>& arguments,
                    std::string_view input) {
  auto result = run_git(repository, arguments, input);
  if (result.status == 0) return std::move(result.out);
  const auto reason = git_reason(result.err);
  if (!reason.empty()) throw Error(fmt::format("`git {}` says: {}", arguments.front(), reason));
  throw Error(fmt::format("`git {}` ended with status {} and says nothing", arguments.front(), result.status),
              result.status > kSignalled ? "A signal ended it." : "");
}

std::string git_reason(std::string_view err) {
  std::string_view first;
  while (!err.empty()) {
    auto line = err.substr(0, err.find('\n'));
    err.remove_prefix(std::min(line.size() + 1, err.size()));
    for (const std::string_view mark : {"fatal: ", "error: "})
      if (line.starts_with(mark)) return std::string(line.substr(mark.size()));
    if (first.empty()) first = line;
  }
  return std::string(first);
}

GitCall call_on(const Repository& repository, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"-C", repository.root.native(), "--git-dir=" + repository.git_dir.native()};
  if (repository.kind == Repository::Kind::work_tree)
    words.push_back("--work-tree=" + repository.root.native());
  return make_call(std::move(words), arguments);
}

GitCall call_alone(const std::vector<std::string>& arguments) {
  return make_call({"--git-dir=/dev/null"}, arguments);
}

GitCall call_in(const std::filesystem::path& directory, const std::vector<std::string>& arguments) {
  auto call = make_call({"-C", directory.native()}, arguments);
  call.variables.push_back("GIT_CEILING_DIRECTORIES=" + directory.parent_path().native());
  return call;
}

GitResult run_call(const GitCall& call, std::string_view input) {
  using Input = GitProcess::Input;
  GitProcess git(call, input.empty() ? Input::none : Input::sent);
  while (git.exchange(input))
    if (input.empty()) git.close_input();
  const int status = git.wait();
  if (status != 0) throw_if_without_memory(git.err);
  return {status, std::move(git.out), std::move(git.err)};
}

}  // namespace kam
