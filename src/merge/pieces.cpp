#include "merge/pieces.hpp"

#include <algorithm>
#include <utility>

#include "kam/yaml/lines.hpp"

namespace kam {

namespace {

// The length of the whole lines that both begin with.
std::size_t common_front(std::string_view a, std::string_view b) {
  std::size_t front = 0;
  while (front < a.size() && front < b.size()) {
    const auto end = start_of_next_line(a, front);
    if (end != start_of_next_line(b, front) || a.substr(front, end - front) != b.substr(front, end - front))
      break;
    front = end;
  }
  return front;
}

std::size_t common_back(std::string_view a, std::string_view b) {
  std::size_t back = 0;
  while (back < a.size() && back < b.size()) {
    const auto start = start_of_line(a, a.size() - back - 1);
    const auto size = a.size() - back - start;
    if (back + size > b.size()) break;
    const auto other = b.size() - back - size;
    if (a.substr(start, size) != b.substr(other, size) || (other > 0 && b[other - 1] != '\n')) break;
    back += size;
  }
  return back;
}

}  // namespace

void add_text(MergePieces& pieces, const std::string& lines) {
  if (lines.empty()) return;
  if (pieces.empty() || pieces.back().is_conflict()) pieces.emplace_back();
  pieces.back().ours += lines;
  pieces.back().theirs += lines;
}

void add_conflict(MergePieces& pieces, std::string ours, std::string theirs, std::string base) {
  const auto front = common_front(ours, theirs);
  add_text(pieces, ours.substr(0, front));
  base.erase(0, common_front(base, std::string_view(ours).substr(0, front)));
  ours.erase(0, front);
  theirs.erase(0, front);
  const auto back = common_back(ours, theirs);
  const auto rest = ours.substr(ours.size() - back);
  ours.resize(ours.size() - back);
  theirs.resize(theirs.size() - back);
  base.resize(base.size() - common_back(base, rest));
  if (ours != theirs) pieces.push_back({std::move(ours), std::move(theirs), std::move(base)});
  add_text(pieces, rest);
}

void add_pieces(MergePieces& pieces, MergePieces more) {
  for (auto& piece : more) {
    if (piece.is_conflict())
      pieces.push_back(std::move(piece));
    else
      add_text(pieces, piece.ours);
  }
}

std::string resolve(const MergePieces& pieces, Preference preference) {
  std::string text;
  for (const auto& piece : pieces) text += preference == Preference::ours ? piece.ours : piece.theirs;
  return text;
}

std::string mark_conflicts(const MergePieces& pieces, const MergeMarks& marks) {
  std::string text;
  for (const auto& piece : pieces) {
    if (!piece.is_conflict()) {
      text += piece.ours;
      continue;
    }
    text.append(marks.size, '<').append(" ").append(marks.ours).append("\n").append(piece.ours);
    if (marks.style != ConflictStyle::merge)
      text.append(marks.size, '|').append(" ").append(marks.base).append("\n").append(piece.base);
    text.append(marks.size, '=').append("\n").append(piece.theirs);
    text.append(marks.size, '>').append(" ").append(marks.theirs).append("\n");
  }
  return text;
}

std::size_t count_conflicts(const MergePieces& pieces) {
  return static_cast<std::size_t>(std::ranges::count_if(pieces, &MergePiece::is_conflict));
}

}  // namespace kam
