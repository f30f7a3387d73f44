#include "kam/disk/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>
#include <vector>

#include "disk/found_file.hpp"
#include "disk/system.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/disk/portfolio_files.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestFile = std::size_t{4} << 20U;  // one byte more, and the reader refuses it

// The content, or its reason behind the name as an Error.
std::string content_or_error(std::variant<std::string, ReadFailure> read, const std::string& name,
                             std::size_t limit) {
  if (const auto* failure = std::get_if<ReadFailure>(&read))
    throw Error(fmt::format("{} {}", name, failure->reason));
  auto& content = std::get<std::string>(read);
  if (content.size() > limit) throw Error(fmt::format("{} is larger than {} bytes", name, limit));
  return std::move(content);
}

// A link that came with the surroundings does not decide what is read; a person who names a place beyond them
// does.
void check_named(const FoundFile& found, const fs::path& file, const fs::path& here) {
  const auto around = find_surroundings(here);
  const auto place = (here / file).lexically_normal();
  if (std::ranges::mismatch(around.directory, place).in1 != around.directory.end()) return;
  const bool out = found.error() == 0 ? !found.lies_in(around.directory) : leads_out(around.directory, place);
  if (out)
    throw Error(fmt::format("{} leads out of {}, by a symbolic link", file.native(), name_of(around.kind)),
                "Name the file itself.");
}

Problem unreadable(const std::string& file, std::string message, std::string hint) {
  return {file, 0, 0, Severity::error, "unreadable", std::move(message), std::move(hint)};
}

Problem not_regular(const std::string& file) {
  return unreadable(file, "is not a regular file", "Put a file there, or take it away.");
}

// The problem of a link that leads out; nothing where the file lies where it may.
std::optional<Problem> leads_too_far(const FoundFile& found, const fs::path& root, const std::string& file,
                                     Follow follow) {
  const auto lies_in = [&](const fs::path& directory) {
    return found.error() == 0 ? found.lies_in(directory) : !leads_out(directory, root / file);
  };
  if (lies_in(root) || (file == kSettingsFile && follow == Follow::yes)) return std::nullopt;
  if (file != kSettingsFile)
    return unreadable(file, "is a symbolic link that leads out of the portfolio",
                      "Put the file itself in the link's place.");
  const auto around = find_surroundings(root);
  if (lies_in(around.directory)) return std::nullopt;
  return unreadable(
      file, fmt::format("is a symbolic link that leads out of {}", name_of(around.kind)),
      "Put the file itself in the link's place; where you trust what it leads to, give --follow.");
}

}  // namespace

Surroundings find_surroundings(const fs::path& directory) {
  std::error_code error;
  const auto origin = fs::weakly_canonical(directory, error);
  const auto find_above = [&](const char* name) -> std::optional<fs::path> {
    for (auto above = origin;; above = above.parent_path()) {
      if (fs::exists(fs::symlink_status(above / name, error))) return above;
      if (above == above.root_path()) return std::nullopt;
    }
  };
  using Kind = Surroundings::Kind;
  if (auto top = find_above(".git")) return {Kind::working_tree, *std::move(top)};
  if (auto root = find_above("kam.yaml")) return {Kind::portfolio, *std::move(root)};
  return {Kind::directory, origin};
}

std::string_view name_of(Surroundings::Kind kind) {
  switch (kind) {
    case Surroundings::Kind::working_tree:
      return "the working tree";
    case Surroundings::Kind::portfolio:
      return "the portfolio";
    case Surroundings::Kind::directory:
      break;
  }
  return "the directory";
}

std::variant<std::string, Problem> read_portfolio_file(const fs::path& root, const std::string& file,
                                                       Follow follow) {
  const FoundFile found(root / file);
  if (auto problem = leads_too_far(found, root, file, follow)) return *std::move(problem);
  if (found.error() == 0 && !found.is_regular()) return not_regular(file);
  auto read = found.read(kLargestFile + 1, Waiting::never);
  if (auto* failure = std::get_if<ReadFailure>(&read))
    return unreadable(file, std::move(failure->reason), "See that it is there and that you may read it.");
  return std::get<std::string>(std::move(read));
}

std::string need_portfolio_file(const fs::path& root, const std::string& file, Follow follow) {
  auto content = read_portfolio_file(root, file, follow);
  if (const auto* problem = std::get_if<Problem>(&content))
    throw Error(fmt::format("{} {}", problem->file, problem->message), problem->hint);
  return std::get<std::string>(std::move(content));
}

std::optional<std::string> find_portfolio_file(const fs::path& root, const std::string& file) {
  if (!fs::exists(fs::symlink_status(root / file))) return std::nullopt;
  return need_portfolio_file(root, file);
}

void refuse_special_files(const fs::path& root) {
  if (const FoundFile schemas(root / ".kam"); schemas.error() == 0 && !schemas.is_directory())
    throw Error(".kam is not a directory", "Take it away: kam makes one for its schemas.");
  std::vector<std::string> files{std::string(kSettingsFile), ".gitattributes", ".kam/account.schema.json",
                                 ".kam/portfolio.schema.json"};
  for (const auto& id : find_account_ids(root)) files.push_back(account_file(id));
  for (const auto& file : files) {
    if (fs::is_regular_file(fs::symlink_status(root / file))) continue;
    const FoundFile found(root / file);
    if (found.error() == 0 && !found.is_regular() && found.lies_in(root)) {  // else reading it tells
      const auto problem = not_regular(file);
      throw Error(fmt::format("{} {}", file, problem.message), problem.hint);
    }
  }
}

void check_target(const fs::path& file) {
  const FoundFile found(file, LastLink::taken);
  if (found.error() == ENOENT || (found.error() == 0 && found.is_regular())) return;
  if (found.error() != 0)
    throw Error(fmt::format("{} cannot be written: {}", file.native(), system_reason(found.error())));
  if (found.is_link())
    throw Error(fmt::format("{} is a symbolic link, and kam does not write through links", file.native()),
                "Put the file itself in the link's place.");
  throw Error(fmt::format("{} is not a regular file", file.native()));
}

std::optional<std::string> read_regular_file(const fs::path& file) {
  const FoundFile found(file, LastLink::taken);
  if (found.error() == ENOENT || (found.error() == 0 && !found.is_regular())) return std::nullopt;
  return content_or_error(found.read(kLargestRead + 1, Waiting::never), file.native(), kLargestRead);
}

std::string read_named_file(const fs::path& file, const fs::path& here, std::size_t limit) {
  const FoundFile found(file);
  check_named(found, file, here);
  return content_or_error(found.read(limit + 1, Waiting::allowed), file.native(), limit);
}

std::string read_named_beginning(const fs::path& file, const fs::path& here, std::size_t most) {
  const FoundFile found(file);
  check_named(found, file, here);
  if (found.error() == 0 && !found.is_regular())
    throw Error(fmt::format("{} is not a regular file", file.native()));
  return content_or_error(found.read(most, Waiting::never), file.native(), most);
}

std::string read_stream(int stream, const std::string& name, std::size_t limit) {
  return content_or_error(read_all(stream, limit + 1), name, limit);
}

}  // namespace kam
