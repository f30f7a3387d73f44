#include "yaml/read/events.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <new>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace kam {

namespace {

struct LimitReached {
  ByteProblem finding;
};

class Collector : public YAML::EventHandler {
 public:
  explicit Collector(std::size_t mark_size) : mark_size_(mark_size) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { add(Event::Kind::null, mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { add(Event::Kind::alias, mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    add(Event::Kind::scalar, mark).value = value;
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    open(Event::Kind::list, mark, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value style) override {
    open(Event::Kind::map, mark, style);
  }
  void OnMapEnd() override { close(); }

  std::size_t offset_of(const YAML::Mark& mark) const {
    return mark.pos < 0 ? mark_size_ : mark_size_ + static_cast<std::size_t>(mark.pos);
  }
  std::vector<Event> take() { return std::move(events_); }

 private:
  Event& add(Event::Kind kind, const YAML::Mark& mark) {
    if (++nodes_ > kMaxNodes)
      throw LimitReached{{offset_of(mark), "too-many-values",
                          "the file holds more than 100,000 keys and values",
                          "Take out the oldest entries, such as assessments; git keeps them."}};
    events_.push_back({kind, offset_of(mark), false, {}});
    return events_.back();
  }

  void open(Event::Kind kind, const YAML::Mark& mark, YAML::EmitterStyle::value style) {
    if (++depth_ > kMaxDepth)
      throw LimitReached{{offset_of(mark), "too-deep", "lists and maps are nested more than 64 levels deep",
                          "Look for brackets or dashes that were repeated by mistake."}};
    add(kind, mark).flow = style == YAML::EmitterStyle::Flow;
  }

  void close() {
    --depth_;
    events_.push_back({Event::Kind::end, 0, false, {}});
  }

  std::size_t mark_size_;
  std::vector<Event> events_;
  std::size_t nodes_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

EventStream parse_events(std::string_view text) {
  const auto mark_size = size_of_mark(text);
  Collector collector(mark_size);
  EventStream stream;
  try {
    // A missing last line end must make no difference, not even to a block scalar at the file's end.
    std::istringstream input{std::string(text.substr(mark_size)) + (text.ends_with('\n') ? "" : "\n")};
    YAML::Parser parser(input);
    parser.HandleNextDocument(collector);
  } catch (LimitReached& reached) {
    stream.limit = std::move(reached.finding);
  } catch (const YAML::Exception& exception) {
    stream.failure = Failure{collector.offset_of(exception.mark), exception.msg};
  } catch (const std::bad_alloc&) {
    throw;  // no fault of the file
  } catch (const std::length_error&) {
    throw;
  } catch (const std::exception& exception) {
    stream.failure = Failure{text.size(), exception.what()};
  }
  stream.events = collector.take();
  return stream;
}

}  // namespace kam
