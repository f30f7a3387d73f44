#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "kam/disk/write.hpp"
#include "kam/git/run.hpp"
#include "kam/merge/merge.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string base;
  std::string ours;
  std::string theirs;
  std::string path;
  std::string base_label;
  std::string our_label;
  std::string their_label;
  std::string marker_size = "7";
};

bool is_of_portfolio(const std::filesystem::path& path) {
  return path.filename() == "kam.yaml" ||
         (path.extension() == ".yaml" && path.parent_path().filename() == "accounts");
}

// What goes into our file, and whether it has conflicts.
struct Merged {
  std::string text;
  bool conflict = false;
};

// A label of git's, or the usual one: a git that has none for its drivers leaves the sign, such as `%X`.
std::string label_or(const std::string& given, const char* sign, std::string usual) {
  if (given.empty() || given == sign) return usual;
  return given.substr(0, given.find_first_of("\r\n"));
}

// A git without labels for its drivers tells those that it merges by `GITHEAD_ID=NAME`: of one other commit
// the name of it.
std::string name_of_their_commit(const std::vector<std::string>& heads) {
  return heads.size() == 1 ? heads.front() : "theirs";
}

MergeMarks choose_marks(const Options& options, const Context& context) {
  // Longer marks help nobody, and a conflict-marker-size is whatever somebody wrote into .gitattributes.
  constexpr std::size_t kLongestMark = 1000;
  MergeMarks marks;
  marks.size = std::min(parse_count(options.marker_size, "--marker-size"), kLongestMark);
  marks.base = label_or(options.base_label, "%S", marks.base);
  const bool named = context.merged_heads.size() == 1;
  marks.ours = label_or(options.our_label, "%X", named ? "HEAD" : marks.ours);
  marks.theirs = label_or(options.their_label, "%Y", name_of_their_commit(context.merged_heads));
  return marks;
}

// As git shows conflicts here.
ConflictStyle read_conflict_style() {
  try {
    const auto found =
        run_git(open_repository(std::filesystem::current_path()), {"config", "--get", "merge.conflictStyle"});
    if (found.out == "diff3\n") return ConflictStyle::diff3;
    if (found.out == "zdiff3\n") return ConflictStyle::zdiff3;
  } catch (const Error&) {
    // no git, or no repository: the usual style
  }
  return ConflictStyle::merge;
}

// All of both, where even git cannot help.
Merged set_against(const MergeSides& sides, const MergeMarks& marks) {
  const auto lines = [](std::string_view text) {
    return std::string(text) + (text.empty() || text.ends_with('\n') ? "" : "\n");
  };
  std::string text = std::string(marks.size, '<') + " " + marks.ours + "\n" + lines(sides.ours);
  text += std::string(marks.size, '=') + "\n" + lines(sides.theirs);
  return {text + std::string(marks.size, '>') + " " + marks.theirs + "\n", true};
}

// As git does it without kam. Of files that are no text it leaves ours, as a conflict.
Merged merge_by_lines(const Options& options, const MergeSides& sides, const MergeMarks& marks,
                      Context& context) {
  constexpr int kMostConflicts = 127;
  try {
    std::vector<std::string> arguments{"merge-file", "-p", "-q", fmt::format("--marker-size={}", marks.size)};
    if (marks.style != ConflictStyle::merge)
      arguments.emplace_back(marks.style == ConflictStyle::diff3 ? "--diff3" : "--zdiff3");
    for (const auto& label : {marks.ours, marks.base, marks.theirs}) {
      arguments.emplace_back("-L");
      arguments.push_back(label);
    }
    arguments.insert(arguments.end(), {"--", options.ours, options.base, options.theirs});
    auto result = run_git_alone(arguments);
    if (result.status <= kMostConflicts) return {std::move(result.out), result.status != 0};
    context.err += fmt::format("{}: git cannot merge it: {}\n", escape_controls(options.path),
                               escape_controls(git_reason(result.err)));
  } catch (const Error& error) {
    context.err += fmt::format("{}: {}\n", escape_controls(options.path), escape_controls(error.what()));
  }
  if (sides.ours.find('\0') != std::string_view::npos || sides.theirs.find('\0') != std::string_view::npos)
    return {std::string(sides.ours), true};
  return set_against(sides, marks);
}

// The lines at which conflicts begin.
std::vector<int> find_marks(std::string_view text, std::size_t size) {
  const auto mark = std::string(size, '<') + " ";
  std::vector<int> lines;
  int number = 1;
  for (std::size_t start = 0; start < text.size(); ++number) {
    if (text.substr(start).starts_with(mark)) lines.push_back(number);
    start = text.find('\n', start);
    if (start != std::string_view::npos) ++start;
  }
  return lines;
}

Merged merge(const Options& options, const MergeSides& sides, const MergeMarks& marks, Context& context) {
  auto result = is_of_portfolio(options.path) ? merge_documents(sides, marks)
                                              : MergeResult{{}, 0, "it is no file of a portfolio"};
  if (!result.refusal.empty()) {
    context.remark(fmt::format("{}: merged by lines, as without kam: {}.", options.path, result.refusal));
    return merge_by_lines(options, sides, marks, context);
  }
  if (result.conflicts == 0) return {std::move(result.text), false};
  const auto lines = find_marks(result.text, marks.size);
  context.remark(fmt::format("{}: {} changed on both sides; see {} {}.", options.path,
                             lines.size() == 1 ? "one fact was" : fmt::format("{} facts were", lines.size()),
                             lines.size() == 1 ? "line" : "lines", fmt::join(lines, ", ")));
  return {std::move(result.text), true};
}

Exit run_merge_driver(const Options& options, Context& context) {
  auto marks = choose_marks(options, context);
  const auto base = read_file(options.base);
  const auto ours = read_file(options.ours);
  const auto theirs = read_file(options.theirs);
  if (ours != base && theirs != base && ours != theirs) marks.style = read_conflict_style();
  const auto merged = merge(options, {base, ours, theirs}, marks, context);
  const auto directory = std::filesystem::path(options.ours).parent_path();
  const DirectoryLock lock(directory.empty() ? "." : directory);  // also takes away what a killed one left
  if (merged.text != ours) replace_file(options.ours, ours, merged.text);
  return merged.conflict ? Exit::answer_is_no : Exit::done;
}

}  // namespace

Run add_merge_driver(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  constexpr auto kRequired = Arguments::Need::required;
  arguments.argument("BASE", options->base, "The version that both sides began with (%O)", kRequired);
  arguments.argument("OURS", options->ours, "Our version; the result is written to it (%A)", kRequired);
  arguments.argument("THEIRS", options->theirs, "Their version (%B)", kRequired);
  arguments.argument("PATH", options->path, "The name of the file in the repository (%P)", kRequired);
  arguments.argument("BASE-LABEL", options->base_label,
                     "What git calls the version that both began with (%S)");
  arguments.argument("OUR-LABEL", options->our_label, "What git calls ours (%X)");
  arguments.argument("THEIR-LABEL", options->their_label, "What git calls theirs (%Y)");
  arguments.option("--marker-size", options->marker_size, "N",
                   "How many signs the marks of a conflict begin with (%L; default: 7)");
  return [options](Context& context) {
    try {
      return run_merge_driver(*options, context);
    } catch (const UsageError&) {
      throw;
    } catch (const Error& error) {
      throw Error(fmt::format("{}: {}", options->path, error.what()), error.hint());
    }
  };
}

}  // namespace kam::cli
