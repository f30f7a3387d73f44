#include "cli/git/revision.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace kam::cli {

namespace {

// What is no regular file has a key that is no blob's.
constexpr std::string_view kNoFile = "no-file:";

Problem no_regular_file() {
  return {"",
          0,
          0,
          Severity::error,
          "unreadable",
          "is not a regular file in this commit",
          "A link is followed on the disk only."};
}

void fetch_blobs(ObjectReader& objects, std::span<const std::string> keys, const StateReader::Take& take) {
  std::vector<std::string> blobs;
  std::vector<std::size_t> places;  // of the blobs among the keys
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].starts_with(kNoFile)) {
      take(i, no_regular_file());
    } else {
      blobs.push_back(keys[i]);
      places.push_back(i);
    }
  }
  objects.read_each(blobs, [&](std::size_t i, ObjectReader::Content content) {
    if (const auto* error = std::get_if<Error>(&content))
      take(places[i], Problem{"", 0, 0, Severity::error, "unreadable", error->what(), error->hint()});
    else
      take(places[i], std::get<std::string>(std::move(content)));
  });
}

}  // namespace

RevisionReader::RevisionReader(ObjectReader& objects, const Repository& repository)
    : objects_(objects),
      repository_(repository),
      states_([this](std::span<const std::string> keys, const StateReader::Take& take) {
        fetch_blobs(objects_, keys, take);
      }) {}

std::vector<CommittedFile> RevisionReader::list(const Commit& commit) {
  auto files = list_files(objects_, repository_, commit);
  std::erase_if(files, [](const CommittedFile& file) { return !is_portfolio_file(file.file); });
  return files;
}

Portfolio RevisionReader::load(const Commit& commit, const std::string& name) {
  return load(list(commit), name);
}

Portfolio RevisionReader::load(const std::vector<CommittedFile>& files, const std::string& name) {
  std::vector<StateFile> state;
  for (const auto& file : files)
    state.push_back(
        {file.file, (file.kind == TreeEntry::Kind::file ? "" : std::string(kNoFile)) + file.blob});
  return states_.read(state, name + ":");
}

Portfolio load_revision(ObjectReader& reader, const Repository& repository, const Commit& commit,
                        const std::string& name) {
  return RevisionReader(reader, repository).load(commit, name);
}

TextOfFile text_of_revision(ObjectReader& reader, const Repository& repository, const Commit& commit,
                            const std::string& name) {
  return [&, name](const std::string& file) -> std::optional<std::string> {
    for (const auto& committed : list_files(reader, repository, commit))
      if (committed.kind == TreeEntry::Kind::file && name + ":" + committed.file == file)
        return reader.read(committed.blob);
    return std::nullopt;
  };
}

Repository open_portfolio_repository() {
  const auto here = current_directory();
  if (const auto root = find_enclosing_portfolio(here)) return open_repository(*root);
  if (auto bare = open_bare_repository(here)) return *std::move(bare);
  return open_repository(find_portfolio(here));
}

}  // namespace kam::cli
