#include "git/call.hpp"

#include <array>
#include <utility>

#include "git/process.hpp"

namespace kam {

namespace {

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
