#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kam/change/state.hpp"
#include "kam/yaml/edit.hpp"

namespace kam {

// Every change of accounts goes one way, whoever it comes from: facts or edits, a draft of each file, the
// scores before and after, and then all drafts are written or none.

enum class WriteMode { write, dry_run };

// What an account's file is to become.
struct Draft {
  std::string id;
  std::optional<std::string> before{};  // the bytes as they were read; absent: there is no file yet
  std::string after{};
  Node root{};        // what `after` says
  Account account{};  // what that means
  bool is_changed() const { return before != after; }
};

// The file with planned edits in it; of several plans each sees what those before it left. Throws Error,
// naming file, place and reason, where the editor refuses or the result would not read.
Draft edit_account(const SourceFile& source, std::span<const PlanEdits> plans, const Settings& settings);
Draft edit_account(const SourceFile& source, const PlanEdits& plan, const Settings& settings);

// The file of an account that says `current`, brought to what is given of the facts (kam/format/facts.hpp).
// Throws as `edit_account`.
Draft record_facts(const SourceFile& source, const Account& current, const Account& facts,
                   const Settings& settings);

// A new account's file: the facts, then the handbook's questions. Throws Error where the facts are more than
// a file may hold.
Draft draft_new_account(const std::string& id, const Account& facts, const ScoredPortfolio& state);

// The same portfolio with what the drafts say of accounts that it has, scored.
ScoredPortfolio with_drafts(const ScoredPortfolio& before, std::span<const Draft> drafts);

// Writes those that are changed, one file after the other, each as `replace_file` and `create_file` do.
void write_drafts(const std::filesystem::path& root, std::span<const Draft> drafts);

}  // namespace kam
