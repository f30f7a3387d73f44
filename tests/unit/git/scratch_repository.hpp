#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>  // setenv is POSIX's

#include <string>
#include <string_view>
#include <vector>

#include "git/call.hpp"
#include "kam/git/repository.hpp"
#include "kam/git/run.hpp"
#include "support/scratch_directory.hpp"

// An environment variable that has another value as long as this lives.
class ChangedVariable {
 public:
  ChangedVariable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = ::getenv(name)) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  ~ChangedVariable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }
  ChangedVariable(const ChangedVariable&) = delete;
  ChangedVariable& operator=(const ChangedVariable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

// A git repository in a directory of the test's own; no configuration of the machine counts.
class ScratchRepository {
 public:
  explicit ScratchRepository(const std::string& directory = "repository")
      : global_("GIT_CONFIG_GLOBAL", "/dev/null"),
        system_("GIT_CONFIG_NOSYSTEM", "1"),
        directory_(directory) {
    std::filesystem::create_directories(path());
    git({"init", "-q", "-b", "main"});
    git({"config", "user.name", "Jörg"});
    git({"config", "user.email", "j@example.org"});
  }

  std::filesystem::path path() const { return scratch_.path() / directory_; }
  std::filesystem::path beside(const std::string& name) const { return scratch_.path() / name; }
  kam::Repository open(const std::string& below = ".") const { return kam::open_repository(path() / below); }

  // As a person would call it there: with hooks, and whatever repository git finds.
  std::string git(const std::vector<std::string>& arguments) const {
    const auto result = kam::run_call({words_in(path(), arguments), {"LC_ALL=C"}});
    REQUIRE_MESSAGE(result.status == 0, result.err);
    return result.out;
  }
  void put(const std::string& name, std::string_view content) const {
    scratch_.put(directory_ + "/" + name, content);
  }
  // Commits everything that lies there; the new commit's id.
  std::string commit(const std::string& subject, const std::string& day = "2026-01-31") const {
    const ChangedVariable committed("GIT_COMMITTER_DATE", day + "T12:00:00+0000");
    const ChangedVariable written("GIT_AUTHOR_DATE", "2025-12-24T12:00:00+0000");
    git({"add", "-A"});
    git({"commit", "-q", "--allow-empty", "-m", subject});
    return id("HEAD");
  }
  std::string id(const std::string& revision) const {
    auto text = git({"rev-parse", revision});
    text.pop_back();
    return text;
  }

 private:
  static std::vector<std::string> words_in(const std::filesystem::path& directory,
                                           const std::vector<std::string>& arguments) {
    std::vector<std::string> words{"-C", directory.native()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
  }

  ScratchDirectory scratch_;
  ChangedVariable global_;
  ChangedVariable system_;
  std::string directory_;
};
