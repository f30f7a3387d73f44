#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kam/model/problem.hpp"

namespace kam {

// Reading files that somebody else may have put there. Where something else than a regular file stands, it is
// told without waiting for it or touching it; where a file lies is asked of the opened file and not of its
// name.

inline constexpr std::size_t kLargestRead = std::size_t{64} << 20U;

// Whether kam.yaml may be a link that leads out of its surroundings: only where a person said so.
enum class Follow { no, yes };

// Beyond which directory nothing leads that came with what lies in it: the top of the git working tree around
// it; where there is none, the portfolio, else the directory itself. Absolute, links resolved.
struct Surroundings {
  enum class Kind { working_tree, portfolio, directory };
  Kind kind = Kind::directory;
  std::filesystem::path directory;
};
Surroundings find_surroundings(const std::filesystem::path& directory);
// `the working tree`, `the portfolio`, `the directory`
std::string_view name_of(Surroundings::Kind kind);

// A file of a portfolio, by its name below the root: `kam.yaml`, `accounts/weserguss.yaml`, `.gitattributes`.
// Its bytes, or the problem that keeps it from being read. It may be a link to a file in the portfolio;
// kam.yaml also to one in its surroundings, and with `Follow::yes` to any.
std::variant<std::string, Problem> read_portfolio_file(const std::filesystem::path& root,
                                                       const std::string& file, Follow follow = Follow::no);
// The same, with the problem as an Error.
std::string need_portfolio_file(const std::filesystem::path& root, const std::string& file,
                                Follow follow = Follow::no);
// The same of a file that need not be there: nothing where it is not.
std::optional<std::string> find_portfolio_file(const std::filesystem::path& root, const std::string& file);

// Throws Error where a pipe, socket, device or directory stands in the place of a file of the portfolio:
// called before a command that writes waits for the lock. What is not there is none.
void refuse_special_files(const std::filesystem::path& root);

// Throws Error where something else than a regular file stands in the place of a file that is to be written;
// a link is none.
void check_target(const std::filesystem::path& file);
// The bytes of a regular file; nothing where there is none, or something else.
std::optional<std::string> read_regular_file(const std::filesystem::path& file);

// A file that a person names, which may be a pipe or device as well, and is waited for: a list or a sheet.
// Throws Error where it cannot be read, is larger than `limit`, or where a link that came with the
// surroundings of `here` leads out of them.
std::string read_named_file(const std::filesystem::path& file, const std::filesystem::path& here,
                            std::size_t limit = kLargestRead);
// The same of a small regular file, which is not waited for: its first bytes, at most `most` of them.
std::string read_named_beginning(const std::filesystem::path& file, const std::filesystem::path& here,
                                 std::size_t most);

// What comes from an open stream, such as standard input, up to its end; `name` is what errors call it.
std::string read_stream(int stream, const std::string& name, std::size_t limit = kLargestRead);

}  // namespace kam
