#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace kam {

// A kernel advisory lock on a directory in which kam writes, a portfolio's or a report's, held until
// destruction; it leaves no file behind. Waits at most `wait`, then throws Error naming the directory. Taking
// it also removes temporary files that a killed writer left there, in a portfolio also in accounts/ and
// .kam/.
class DirectoryLock {
 public:
  explicit DirectoryLock(const std::filesystem::path& root,
                         std::chrono::milliseconds wait = std::chrono::minutes(1));
  ~DirectoryLock();
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  int fd_ = -1;
};

// The whole file's bytes. Throws Error with the file's name and the system's reason; larger than `limit`
// bytes is an Error too.
std::string read_file(const std::filesystem::path& file, std::size_t limit = std::size_t{64} << 20U);

// Replaces the content of an existing file: temporary file beside it, fsync, rename, fsync of the directory;
// its mode is kept. Throws Error, the old content intact, where anything fails, where the file is a symbolic
// link (refused by name), and where its bytes are no longer `expected` (somebody saved it meanwhile).
void replace_file(const std::filesystem::path& file, std::string_view expected, std::string_view content);

// Throws Error where `replace_file` is sure to refuse: `file` is missing, a link, no regular file, or in a
// directory that cannot be written.
void check_replaceable(const std::filesystem::path& file);

// Makes a directory, and those above it, where they are not there. Throws Error with its name and the
// system's reason.
void make_directories(const std::filesystem::path& directory);

// Creates a file that must not be there yet, as durably; never replaces one, not even one that appears
// meanwhile.
void create_file(const std::filesystem::path& file, std::string_view content);

// Writes a file that may or may not be there (reports). As durable.
void put_file(const std::filesystem::path& file, std::string_view content);

}  // namespace kam
