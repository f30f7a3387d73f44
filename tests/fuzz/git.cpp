// What git prints of a stranger's repository, or what looks like it: the first byte chooses whether it is a
// directory, a log, an index or the answers of `cat-file --batch`.

#include <algorithm>
#include <optional>

#include "fuzz.hpp"
#include "git/answers.hpp"
#include "git/log.hpp"
#include "kam/git/objects.hpp"
#include "kam/model/error.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void judge_tree(std::string_view bytes, std::size_t id_digits) {
  const auto entries = parse_tree(bytes, id_digits);
  std::size_t size = 0;
  for (const auto& entry : entries) {
    require(entry.id.size() == id_digits && is_hex(entry.id), "an entry of a directory has an id", bytes,
            entry.id);
    require(entry.name.find('\0') == std::string::npos, "a name has an end", bytes, entry.name);
    size += entry.name.size() + 2 + id_digits / 2;
  }
  require(size <= bytes.size(), "nothing is read that is not there", bytes);
}

void judge_log(std::string_view text) {
  std::size_t fields = 0;
  for (const auto& commit : parse_log(text)) {
    fields += 5;
    auto said = commit.tags;
    said.insert(said.end(), {commit.id, commit.author, commit.subject});
    for (const auto& field : said)
      require(field.find('\0') == std::string::npos && text.find(field) != std::string_view::npos,
              "a commit says what git says", text, field);
    require(!commit.day || commit.day->ok(), "a commit's day is one of the calendar", text);
  }
  require(static_cast<std::size_t>(std::ranges::count(text, '\0')) + 1 >= fields, "no commit is made up",
          text);
}

void judge_index(std::string_view text) {
  for (const auto& file : parse_left_out(text))
    require(text.find("\t" + file.file) != std::string_view::npos &&
                text.find(file.blob) != std::string_view::npos,
            "a file that is left out is in the index", text, file.file);
}

using Objects = std::vector<BatchAnswers::Object>;

// What is taken when the bytes come in pieces of these sizes.
Objects take_all(std::string_view bytes, std::size_t most, Choices pieces) {
  BatchAnswers answers(most);
  Objects objects;
  while (!bytes.empty()) {
    const auto size = std::min(pieces.at_end() ? bytes.size() : pieces.below(64) + 1, bytes.size());
    answers.add(bytes.substr(0, size));
    bytes.remove_prefix(size);
    while (answers.has_next()) objects.push_back(answers.take_next());
  }
  return objects;
}

void judge_answers(std::string_view bytes, std::size_t most, const Choices& pieces) {
  const auto objects = take_all(bytes, most, Choices({}));
  for (const auto& object : objects)
    require(!object || object->size() <= most, "no more is kept than is wanted", bytes);
  require(take_all(bytes, most, pieces) == objects, "it makes no difference in which pieces an answer comes",
          bytes);
}

// Objects of any bytes, answered as git does, are read as they are; a missing one does not hinder the next.
void judge_good_answers(std::string_view bytes, std::size_t most, const Choices& pieces) {
  std::string answers;
  Objects expected;
  for (const auto& content : split(bytes, '\xFF')) {
    const bool missing = content.starts_with('?');
    answers +=
        "0123abcd " + (missing ? std::string("missing") : "blob " + std::to_string(content.size())) + "\n";
    if (!missing) answers += content + "\n";
    expected.push_back(missing ? std::nullopt : std::optional(content.substr(0, most)));
  }
  require(take_all(answers, most, pieces) == expected, "objects are read as they are", answers);
}

void judge(std::string_view bytes) {
  Choices choices(bytes.substr(0, 12));
  const auto rest = bytes.substr(std::min<std::size_t>(bytes.size(), 12));
  const auto most = choices.below(200);
  switch (choices.below(7)) {
    case 0:
      return judge_tree(rest, choices.flag() ? 40 : 64);
    case 1:
      return judge_log(rest);
    case 2:
    case 3:
      return judge_index(rest);
    case 4:
      return judge_answers(rest, most, choices);
    default:
      return judge_good_answers(rest, most, choices);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    judge(as_text(data, size));
  } catch (const Error&) {
    return 0;  // told as what git has that cannot be read
  }
  count_accepted();
  return 0;
}
