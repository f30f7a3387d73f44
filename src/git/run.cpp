#include "kam/git/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "git/process.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace {

constexpr int kSignalled = 128;

// The command as a person would look for it: `log` of `--literal-pathspecs log -z`.
std::string_view name_of(const std::vector<std::string>& arguments) {
  for (const auto& argument : arguments)
    if (!argument.starts_with('-')) return argument;
  return "";
}

}  // namespace

GitResult run_git(const std::filesystem::path& directory, const std::vector<std::string>& arguments,
                  std::string_view input) {
  using Input = GitProcess::Input;
  GitProcess git(directory, arguments, input.empty() ? Input::none : Input::sent);
  while (git.exchange(input))
    if (input.empty()) git.close_input();
  const int status = git.wait();
  return {status, std::move(git.out), std::move(git.err)};
}

std::string ask_git(const std::filesystem::path& directory, const std::vector<std::string>& arguments,
                    std::string_view input) {
  auto result = run_git(directory, arguments, input);
  if (result.status == 0) return std::move(result.out);
  const auto reason = git_reason(result.err);
  if (!reason.empty()) throw Error(fmt::format("`git {}` says: {}", name_of(arguments), reason));
  throw Error(
      fmt::format("`git {}` ended with status {} and says nothing", name_of(arguments), result.status),
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

}  // namespace kam
