#include "kam/git/objects.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>

#include "scratch_repository.hpp"
#include "support/error_text.hpp"

using namespace kam;

namespace {

using Texts = std::vector<std::string>;

std::string bytes_of(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(count, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

Texts names_of(const std::vector<CommittedFile>& files) {
  Texts names;
  for (const auto& file : files) names.push_back(file.file);
  return names;
}

std::string blob_of(const std::vector<CommittedFile>& files, const std::string& name) {
  for (const auto& file : files)
    if (file.file == name) return file.blob;
  FAIL("not listed: " << name);
  return {};
}

}  // namespace

TEST_CASE("objects come back byte for byte, one by one or many at once") {
  const ScratchRepository repository;
  Texts contents{"", "\n", "no line end", bytes_of(3'000'000, 1), "x blob 3\n", bytes_of(70'000, 2)};
  for (unsigned i = 0; i < 300; ++i) contents.push_back(bytes_of(i * 7, i + 3));
  Texts ids;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    repository.put(fmt::format("accounts/{}.yaml", i), contents[i]);
  }
  repository.commit("All");
  ObjectReader reader(repository.open());
  const auto files = list_files(reader, repository.open(), find_commit(repository.open(), "HEAD"));
  for (std::size_t i = 0; i < contents.size(); ++i)
    ids.push_back(blob_of(files, fmt::format("accounts/{}.yaml", i)));
  Texts read(ids.size());
  reader.read_each(ids, [&](std::size_t i, ObjectReader::Content content) {
    read[i] = std::get<std::string>(std::move(content));
  });
  CHECK((read == contents));
  CHECK((reader.read(ids[3]) == contents[3]));
  CHECK(reader.read(ids[2]) == "no line end");
}

TEST_CASE("of a large object only the beginning is kept") {
  const ScratchRepository repository;
  repository.put("kam.yaml", std::string(100, 'a') + std::string(200'000, 'b'));
  repository.put("small", "small");
  repository.commit("All");
  ObjectReader reader(repository.open(), 101);
  CHECK(reader.read("HEAD:kam.yaml") == std::string(100, 'a') + "b");
  CHECK(reader.read("HEAD:small") == "small");
}

TEST_CASE("the portfolio's files of a commit, whatever they are called") {
  const ScratchRepository repository("Kunden Süd");
  repository.put("Vertrieb Süd/kam/kam.yaml", "kam: 1\n");
  for (const auto* name : {"a", "Müller & Söhne", "with\nbreak", "\"quoted\"", ".hidden"})
    repository.put(fmt::format("Vertrieb Süd/kam/accounts/{}.yaml", name), name);
  repository.put("Vertrieb Süd/kam/accounts/old/b.yaml", "b");
  repository.put("Vertrieb Süd/kam/README.md", "-");
  repository.put("kam.yaml", "another");
  std::filesystem::create_symlink("a.yaml", repository.path() / "Vertrieb Süd/kam/accounts/link.yaml");
  repository.commit("All");
  const auto opened = repository.open("Vertrieb Süd/kam");
  ObjectReader reader(opened);
  const auto files = list_files(reader, opened, find_commit(opened, "HEAD"));
  CHECK(names_of(files) == Texts{"accounts/\"quoted\".yaml", "accounts/.hidden.yaml",
                                 "accounts/Müller & Söhne.yaml", "accounts/a.yaml", "accounts/link.yaml",
                                 "accounts/old", "accounts/with\nbreak.yaml", "kam.yaml"});
  CHECK(reader.read(blob_of(files, "accounts/Müller & Söhne.yaml")) == "Müller & Söhne");
  CHECK(files[3].kind == TreeEntry::Kind::file);
  CHECK(files[4].kind == TreeEntry::Kind::link);
  CHECK(files[5].kind == TreeEntry::Kind::directory);
}

TEST_CASE("a commit from before the portfolio has no files of it") {
  const ScratchRepository repository;
  repository.put("sales", "a file, not yet a directory");
  repository.commit("Before");
  std::filesystem::remove(repository.path() / "sales");
  repository.put("sales/kam.yaml", "kam: 1\n");
  repository.commit("Begin");
  const auto opened = repository.open("sales");
  ObjectReader reader(opened);
  CHECK(list_files(reader, opened, find_commit(opened, "HEAD~1")).empty());
  CHECK(names_of(list_files(reader, opened, find_commit(opened, "HEAD"))) == Texts{"kam.yaml"});
}

TEST_CASE("a repository with SHA-256 reads alike") {
  const ScratchRepository other;
  const auto path = other.beside("sha256");
  other.git({"init", "-q", "--object-format=sha256", path.native()});
  std::filesystem::create_directories(path / "accounts");
  const auto git = [&](const std::vector<std::string>& arguments) {
    return ask_git(open_repository(path), arguments);
  };
  git({"config", "user.name", "J"});
  git({"config", "user.email", "j@example.org"});
  git({"commit", "-q", "--allow-empty", "-m", "Begin"});
  git({"update-index", "--add", "--cacheinfo",
       "100644," +
           ask_git(open_repository(path), {"hash-object", "-w", "--stdin"}, "sixty-four").substr(0, 64) +
           ",accounts/a.yaml"});
  git({"commit", "-q", "-m", "An account"});
  const auto opened = open_repository(path);
  ObjectReader reader(opened);
  const auto files = list_files(reader, opened, find_commit(opened, "HEAD"));
  CHECK(names_of(files) == Texts{"accounts/a.yaml"});
  CHECK(reader.read(files.at(0).blob) == "sixty-four");
}

TEST_CASE("a missing object is an error") {
  const ScratchRepository repository;
  repository.commit("Begin");
  ObjectReader reader(repository.open());
  const std::string id(40, '1');
  CHECK(error_text([&] { reader.read(id); }) ==
        "the repository " + repository.path().native() + " lacks the object " + id +
            " | `git fsck` looks for what is broken; in a partial clone `git fetch --refetch` gets it.");
}

TEST_CASE("one object that git cannot read leaves the others to be read") {
  const ScratchRepository repository;
  repository.put("kam.yaml", "kam: 1\n");
  repository.put("accounts/a.yaml", "a");
  repository.put("accounts/b.yaml", "b");
  repository.commit("All");
  ObjectReader reader(repository.open());
  const std::vector<std::string> ids{repository.id("HEAD:kam.yaml"), repository.id("HEAD:accounts/a.yaml"),
                                     std::string(40, '1'), repository.id("HEAD:accounts/b.yaml")};
  const auto broken = repository.path() / ".git/objects" / ids[1].substr(0, 2) / ids[1].substr(2);
  std::filesystem::remove(broken);
  repository.put(".git/objects/" + ids[1].substr(0, 2) + "/" + ids[1].substr(2), "no object");
  Texts read;
  reader.read_each(ids, [&](std::size_t, ObjectReader::Content content) {
    const auto* error = std::get_if<Error>(&content);
    read.push_back(error == nullptr ? std::get<std::string>(content) : "!");
  });
  CHECK(read == Texts{"kam: 1\n", "!", "!", "b"});
  CHECK(reader.read(ids[3]) == "b");
}

TEST_CASE("a tree that is cut off is an error") {
  const std::string id(20, '\x1f');
  CHECK(parse_tree("", 40).empty());
  const auto entries = parse_tree(std::string("100644 a b") + '\0' + id, 40);
  REQUIRE(entries.size() == 1);
  for (const auto* mode : {"040000", "40000", "0000040000"})
    CHECK(parse_tree(mode + std::string(" a b") + '\0' + id, 40).at(0).kind == TreeEntry::Kind::directory);
  CHECK(entries[0].name == "a b");
  CHECK(entries[0].id == std::string("1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f"));
  CHECK(error_text([&] { parse_tree(std::string("100644 a b") + '\0' + id.substr(1), 40); }) ==
        "git has a directory that cannot be read | `git fsck` looks for what is broken.");
}
