#pragma once

#include <filesystem>
#include <string>

#include "cli/context.hpp"
#include "kam/document/document.hpp"
#include "kam/model/problem.hpp"

namespace kam::cli {

// An account's file that a user edits by hand, as text.
struct HandEdit {
  std::filesystem::path root;
  std::string id;
  std::string file;  // `accounts/ID.yaml`
  std::string base;  // the file's bytes that the user's text comes from
};

// What became of the user's text.
struct Saving {
  enum class Outcome {
    saved,
    faulty,    // it does not read, or kam.yaml does not
    overtaken  // the file is no longer `base`
  };
  Outcome outcome = Outcome::faulty;
  Problems problems;   // of the text
  std::string theirs;  // overtaken: what the file says now
  Document change;  // saved: what it changed in the ratings and scores; no blocks where nothing, or unknown
};

// Puts `text` in the file's place if it reads and the file is still `base`, under the portfolio's lock, and
// by today's kam.yaml: the editor may have been open for hours. Throws Error where it cannot be written.
Saving save(const HandEdit& edit, const std::string& text, Context& context);

}  // namespace kam::cli
