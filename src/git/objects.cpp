#include "kam/git/objects.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "git/answers.hpp"
#include "git/log.hpp"
#include "git/process.hpp"
#include "kam/git/index.hpp"
#include "kam/git/run.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace {

// A mode may begin with zeros that git itself does not write.
TreeEntry::Kind kind_of(std::string_view mode) {
  mode.remove_prefix(std::min(mode.find_first_not_of('0'), mode.size()));
  if (mode.starts_with("100")) return TreeEntry::Kind::file;
  if (mode == "120000") return TreeEntry::Kind::link;
  return mode == "40000" ? TreeEntry::Kind::directory : TreeEntry::Kind::other;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char byte : bytes) {
    text += kDigits[static_cast<unsigned char>(byte) >> 4U];
    text += kDigits[static_cast<unsigned char>(byte) & 0xFU];
  }
  return text;
}

const TreeEntry* find_entry(const std::vector<TreeEntry>& entries, std::string_view name,
                            TreeEntry::Kind kind) {
  const auto found = std::ranges::find_if(
      entries, [&](const TreeEntry& entry) { return entry.name == name && entry.kind == kind; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::vector<TreeEntry> parse_tree(std::string_view content, std::size_t id_digits) {
  const std::size_t id_bytes = id_digits / 2;
  std::vector<TreeEntry> entries;
  while (!content.empty()) {
    const auto blank = content.find(' ');
    const auto end = content.find('\0');
    if (blank == std::string_view::npos || end == std::string_view::npos || blank > end ||
        content.size() < end + 1 + id_bytes)
      throw Error("git has a directory that cannot be read", "`git fsck` looks for what is broken.");
    entries.push_back({std::string(content.substr(blank + 1, end - blank - 1)),
                       hex(content.substr(end + 1, id_bytes)), kind_of(content.substr(0, blank))});
    content.remove_prefix(end + 1 + id_bytes);
  }
  return entries;
}

// What goes to git and what comes back.
struct ObjectReader::Stream {
  using Content = ObjectReader::Content;

  Stream(const Repository& repository, std::size_t most_bytes)
      : git(call_on(repository, {"cat-file", "--batch"}), GitProcess::Input::sent),
        root(repository.root),
        depth(repository.depth),
        answers(most_bytes) {}

  void ask(std::string_view id) {
    requests.append(id);
    requests += '\n';
  }

  // Thrown where git has ended: what it was asked last it could not read.
  struct Ended {};

  // Goes on until something came; what is not sent yet of `requests` is sent meanwhile.
  void wait_for_more() {
    auto unsent = std::string_view(requests).substr(sent);
    const bool open = git.exchange(unsent);
    sent = requests.size() - unsent.size();
    if (unsent.empty()) {
      requests.clear();
      sent = 0;
    }
    answers.add(git.out);
    git.out.clear();
    if (open || answers.has_next()) return;
    throw_if_without_memory(git.err);
    throw Ended{};
  }

  Error missing(const std::string& id) const {
    return Error(
        fmt::format("the repository {} lacks the object {}", root.native(), id),
        depth == Repository::Depth::shallow
            ? "It is a shallow clone: `git fetch --unshallow` gets the whole history."
            : "`git fsck` looks for what is broken; in a partial clone `git fetch --refetch` gets it.");
  }

  Content take_object(const std::string& id) {
    while (!answers.has_next()) wait_for_more();
    auto object = answers.take_next();
    if (!object) return missing(id);
    return *std::move(object);
  }

  GitProcess git;
  std::filesystem::path root;
  Repository::Depth depth;
  BatchAnswers answers;
  std::string requests;
  std::size_t sent = 0;  // of them
};

ObjectReader::ObjectReader(Repository repository, std::size_t most)
    : repository_(std::move(repository)), most_(most) {}

ObjectReader::~ObjectReader() = default;

std::string ObjectReader::read(const std::string& id) {
  std::string content;
  read_each({&id, 1}, [&](std::size_t, Content bytes) {
    if (auto* error = std::get_if<Error>(&bytes)) throw std::move(*error);
    content = std::get<std::string>(std::move(bytes));
  });
  return content;
}

void ObjectReader::start(std::span<const std::string> ids, std::size_t from) {
  if (!stream_) stream_ = std::make_unique<Stream>(repository_, most_);
  for (const auto& id : ids.subspan(from)) stream_->ask(id);
}

void ObjectReader::read_each(std::span<const std::string> ids,
                             const std::function<void(std::size_t, Content)>& take) {
  start(ids, 0);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto answer = [&]() -> Content {
      try {
        return stream_->take_object(ids[i]);
      } catch (const Stream::Ended&) {
        auto error =
            Error(fmt::format("git cannot read the object {}: {}", ids[i], git_reason(stream_->git.err)),
                  "`git fsck` looks for what is broken.");
        stream_.reset();
        start(ids, i + 1);
        return error;
      }
    };
    take(i, answer());
  }
}

const std::vector<TreeEntry>& ObjectReader::read_tree(const std::string& id) {
  if (const auto known = trees_.find(id); known != trees_.end()) return known->second;
  return trees_.emplace(id, parse_tree(read(id + "^{tree}"), std::min(id.find('^'), id.size())))
      .first->second;
}

std::vector<TreeEntry> find_directory(ObjectReader& reader, const Repository& repository,
                                      const std::string& commit) {
  const auto* directory = &reader.read_tree(commit);
  for (std::string_view below = repository.prefix; !below.empty(); below.remove_prefix(below.find('/') + 1)) {
    const auto* inner = find_entry(*directory, below.substr(0, below.find('/')), TreeEntry::Kind::directory);
    if (inner == nullptr) return {};
    directory = &reader.read_tree(inner->id);
  }
  return *directory;
}

std::vector<CommittedFile> list_files(ObjectReader& reader, const Repository& repository,
                                      const Commit& commit) {
  std::vector<CommittedFile> files;
  for (const auto& entry : find_directory(reader, repository, commit.id)) {
    if (entry.name == "kam.yaml") files.push_back({entry.name, entry.id, entry.kind});
    if (entry.name != "accounts" || entry.kind != TreeEntry::Kind::directory) continue;
    for (const auto& account : reader.read_tree(entry.id))
      files.push_back({"accounts/" + account.name, account.id, account.kind});
  }
  return files;
}

std::vector<CommittedFile> list_not_checked_out(const Repository& repository) {
  const auto& prefix = repository.prefix;
  auto files = parse_left_out(
      ask_git(repository, {"ls-files", "-z", "-t", "-s", "--", prefix + "kam.yaml", prefix + "accounts"}));
  std::error_code error;
  std::erase_if(
      files, [&](const auto& file) { return std::filesystem::exists(repository.root / file.file, error); });
  for (auto& file : files) file.file.erase(0, prefix.size());
  return files;
}

}  // namespace kam
