#include "cli/revision.hpp"

#include <algorithm>
#include <utility>

namespace kam::cli {

namespace {

Problem no_file(const std::string& file) {
  return {file,
          0,
          0,
          Severity::error,
          "unreadable",
          "is not a regular file in this commit",
          "A link is followed on the disk only."};
}

}  // namespace

Portfolio load_revision(ObjectReader& reader, const Repository& repository, const Commit& commit,
                        const std::string& name) {
  auto files = list_files(reader, repository, commit);
  std::erase_if(files, [](const CommittedFile& file) { return !is_portfolio_file(file.file); });
  std::vector<PortfolioText> texts;
  std::vector<std::string> blobs;
  std::vector<std::size_t> places;  // of the blobs' texts
  for (const auto& file : files) {
    if (file.kind == TreeEntry::Kind::file) {
      blobs.push_back(file.blob);
      places.push_back(texts.size());
      texts.push_back({file.file, std::string()});
    } else {
      texts.push_back({file.file, no_file(file.file)});
    }
  }
  reader.read_each(blobs,
                   [&](std::size_t i, std::string text) { texts[places[i]].content = std::move(text); });
  return read_portfolio(texts, name + ":");
}

}  // namespace kam::cli
