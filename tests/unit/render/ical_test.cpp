#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "kam/render/render.hpp"
#include "nasty.hpp"

using namespace kam;

namespace {

Date day(int year, unsigned month, unsigned date) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{date}};
}

CalendarEntry todo(std::string summary) {
  CalendarEntry entry;
  entry.domain = "acme";
  entry.key = summary;
  entry.summary = std::move(summary);
  return entry;
}

std::string render(std::vector<CalendarEntry> entries) {
  return render_ical({day(2026, 11, 24), std::move(entries)});
}

// The lines without their ends; each has to have one.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = text.find("\r\n", from);
    REQUIRE(end != std::string::npos);
    lines.push_back(text.substr(from, end - from));
    from = end + 2;
  }
  return lines;
}

// The value of SUMMARY, unfolded.
std::string summary_of(const std::string& title) {
  std::string value;
  bool inside = false;
  for (const std::string& line : lines_of(render({todo(title)}))) {
    inside = line.starts_with("SUMMARY:") || (inside && line.starts_with(" "));
    if (inside) value += line.substr(line.starts_with(" ") ? 1 : 8);
  }
  return value;
}

std::string uid_of(const CalendarEntry& entry) {
  for (const std::string& line : lines_of(render({entry})))
    if (line.starts_with("UID:")) return line.substr(4);
  return {};
}

}  // namespace

TEST_CASE("ical: a calendar without entries") {
  CHECK(render({}) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kam//agenda//"
        "EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("ical: things to do have a due date, or none; events have their day") {
  CalendarEntry entry{CalendarEntry::Kind::todo, "acme", "k", "Call", "", "Bo", "Action", day(2027, 1, 2)};
  const auto due = lines_of(render({entry}));
  CHECK(std::vector(due.begin() + 4, due.end()) ==
        std::vector<std::string>{"BEGIN:VTODO", "UID:" + uid_of(entry), "DTSTAMP:20261124T000000Z",
                                 "DUE;VALUE=DATE:20270102", "SUMMARY:Call", "CONTACT:Bo", "CATEGORIES:Action",
                                 "STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR"});
  entry.kind = CalendarEntry::Kind::event;
  const auto event = lines_of(render({entry}));
  CHECK(event[4] == "BEGIN:VEVENT");
  CHECK(event[7] == "DTSTART;VALUE=DATE:20270102");
  CHECK(std::vector(event.end() - 4, event.end()) ==
        std::vector<std::string>{"STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"});
  CHECK(render({todo("x")}).find("DUE") == std::string::npos);
}

TEST_CASE("ical: texts are escaped, and no control character gets through") {
  CHECK(summary_of("a, b; c\\d") == "a\\, b\\; c\\\\d");
  CHECK(summary_of("a\nb\r\nc\rd\n") == "a\\nb\\nc\\nd\\n");
  CHECK(summary_of("\\n") == "\\\\n");
  CHECK(summary_of("a\x1b[31m\tb") == "a\\\\u{1b}[31m\\\\u{9}b");
  CHECK(summary_of("\xE2\x80\xAE") == "\\\\u{202e}");
}

TEST_CASE("ical: lines have at most 75 octets and cut no character") {
  for (const std::string character : {"x", "ä", "日", "👩", "\\", "\n"}) {
    for (int count = 0; count < 200; ++count) {
      std::string title;
      for (int i = 0; i < count; ++i) title += character;
      for (const std::string& line : lines_of(render({todo(title)}))) {
        REQUIRE(line.size() <= 75);
        REQUIRE((static_cast<unsigned char>(line[line.starts_with(" ") ? 1 : 0]) & 0xC0U) != 0x80);
      }
      if (character == "x" || character == "ä" || character == "日") REQUIRE(summary_of(title) == title);
    }
  }
  CHECK(lines_of(render({todo(std::string(67, 'x'))}))[7] == "SUMMARY:" + std::string(67, 'x'));
  CHECK(lines_of(render({todo(std::string(68, 'x'))}))[8] == " x");
  for (const std::string& text : test::nasty_texts())
    for (const std::string& line : lines_of(render({todo(text)}))) {
      CHECK(line.size() <= 75);
      CHECK(line.find_first_of("\r\n\x1b\t") == std::string::npos);
    }
}

TEST_CASE("ical: a UID depends on domain and key alone") {
  CalendarEntry entry = todo("Call");
  const std::string uid = uid_of(entry);
  CHECK(uid.size() == 32 + std::string("@acme.kam").size());
  CHECK(uid.ends_with("@acme.kam"));
  entry.summary = "Something else";
  entry.day = day(2027, 1, 2);
  entry.contact = "Bo";
  CHECK(uid_of(entry) == uid);
  entry.key = "call";
  CHECK(uid_of(entry) != uid);
  entry.key = "Call";
  entry.domain = "acme-2";
  CHECK(uid_of(entry) != uid);
}
