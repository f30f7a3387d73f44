#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "kam/interview/interview.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

enum class TalkMode {
  real,    // asks whether to save
  dry_run  // shows what would be written
};

// The dialogue of `kam assess -i`: shows what the interview says, reads what is answered, and saves.
class Talk {
 public:
  Talk(Context& context, std::filesystem::path root, const Briefing& briefing, TalkMode mode);

  // Throws Error, nothing written, where a script's line is no answer or the script ends before the last
  // question, and where the answers cannot be saved; then they are shown, to be taken over.
  Exit run();

 private:
  const Answers& answers() const { return interview_.answers(); }
  const Briefing& briefing() const { return answers().briefing(); }
  void tell(const std::string& text) const { context_.conversation.tell(text); }
  std::string render(std::vector<Block> blocks, const TextOptions& options) const;
  void show(const Turn& turn) const;
  Table score_changes(const Known& before, const Known& after) const;
  void show_list(const BulletList& list) const;
  void show_remark(const std::string& remark) const;
  void show_score_changes();  // since they were last shown
  Turn hear(const Turn& turn);
  Error ended_early() const;
  Exit finish(Turn::Next next);
  void save();
  void show_result(const Known& before, const Known& after);

  Context& context_;
  std::filesystem::path root_;
  Interview interview_;
  Known shown_;
  TalkMode mode_;
  int lines_ = 0;  // read
  bool interrupted_ = false;
};

}  // namespace kam::cli
