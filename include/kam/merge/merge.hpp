#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kam {

// The whole bytes of one file in three versions: where the two sides parted, and what each made of it.
struct MergeSides {
  std::string_view base;
  std::string_view ours;
  std::string_view theirs;
};

// How git is told to show conflicts: `merge.conflictStyle`.
enum class ConflictStyle {
  merge,  // both sides
  diff3,  // both sides, and between them what they began with
  zdiff3  // the same; here no different, since what both sides have alike is no part of a conflict
};

struct MergeMarks {
  std::string ours = "ours";
  std::string theirs = "theirs";
  std::size_t size = 7;  // how many signs a line of marks begins with
  std::string base = "base";
  ConflictStyle style = ConflictStyle::merge;
};

struct MergeResult {
  std::string text;           // empty where refused
  std::size_t conflicts = 0;  // left in the text between lines of marks, as git leaves them
  std::string refusal;        // why it cannot be done on the document: a sentence without full stop
};

// Merges fact by fact rather than line by line. An entry is known by its key; an item of a list by what
// people know it by: an assessment by day, perspective and source, a person by name, a potential, objective
// or action by title, a text by itself. Whatever one side alone added, changed, moved or took out is so in
// the result, with that side's bytes: comments, quoting, order, line ends. What both did alike is there once.
// A fact that both changed differently, or that one took out and the other changed, is a conflict around its
// lines alone.
//
// Each way to resolve the conflicts is parsed again and must hold just the intended facts, and every comment
// that a side added; else it is refused, as is a version that does not parse or that has no facts (of a file
// that both sides added there is no base to compare with).
MergeResult merge_documents(const MergeSides& sides, const MergeMarks& marks = {});

}  // namespace kam
