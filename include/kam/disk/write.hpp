#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace kam {

// A kernel advisory lock on a directory in which kam writes, a portfolio's or a report's, held until
// destruction; it leaves no file behind. Waits at most `wait`, then throws Error naming the directory. Taking
// it also removes temporary files that a killed writer left there, in a portfolio also in accounts/ and
// .kam/. What somebody saved in an editor as that one was killed is put back in its place, or, where that has
// been changed since, beside it under a name of its own, which an Error tells.
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

// Replaces the content of an existing file: temporary file beside it, fsync, exchange of the two, a look at
// what came out, fsync of the directory. Mode, owner, group, access control list and extended attributes are
// kept. Throws Error, the old content in place, where anything fails; where the file is a symbolic link, has
// other names (hard links) or no permission to be written; where what hangs on it cannot be kept; where its
// bytes are no longer `expected` (somebody saved it meanwhile, up to the end of the exchange), and where
// somebody has it open for writing.
void replace_file(const std::filesystem::path& file, std::string_view expected, std::string_view content);

// Throws Error where `replace_file` is sure to refuse: `file` is missing, a link, no regular file, one of
// several names, not to be written, or in a directory that cannot be written.
void check_replaceable(const std::filesystem::path& file);

// Removes a file that holds `expected`, and as carefully.
void remove_file(const std::filesystem::path& file, std::string_view expected);

// Makes a directory, and those above it, where they are not there. Throws Error with its name and the
// system's reason.
void make_directories(const std::filesystem::path& directory);

// Creates a file that must not be there yet, as durably; never replaces one, not even one that appears
// meanwhile.
void create_file(const std::filesystem::path& file, std::string_view content);

// Writes a file that may or may not be there, over whatever stands in it (reports). As durable, and a save
// that comes meanwhile is kept as by `replace_file`.
void put_file(const std::filesystem::path& file, std::string_view content);

// Removes what is only on its way to become a file, where kam ends on the spot. Asks for no memory.
void abandon_writes() noexcept;

}  // namespace kam
