#pragma once

#include <string>

#include "cli/load.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/git/objects.hpp"
#include "kam/git/repository.hpp"
#include "kam/states/states.hpp"

namespace kam::cli {

// Reads the portfolio in commits. A blob is read and parsed once, however many commits have it.
class RevisionReader {
 public:
  RevisionReader(ObjectReader& objects, const Repository& repository);
  RevisionReader(const RevisionReader&) = delete;
  RevisionReader& operator=(const RevisionReader&) = delete;

  // The portfolio's files in the commit; none where it has no portfolio there.
  std::vector<CommittedFile> list(const Commit& commit);
  // The portfolio as it lies in the commit. Its problems name the files as git does,
  // `HEAD~3:accounts/x.yaml`, with `name` for the commit. A commit without kam.yaml there is a problem of the
  // portfolio, too.
  Portfolio load(const Commit& commit, const std::string& name);
  Portfolio load(const std::vector<CommittedFile>& files, const std::string& name);

 private:
  ObjectReader& objects_;
  const Repository& repository_;
  StateReader states_;
};

// The same of a single commit.
Portfolio load_revision(ObjectReader& reader, const Repository& repository, const Commit& commit,
                        const std::string& name);

// The texts of its files, to show lines of: by the names that its problems give them.
TextOfFile text_of_revision(ObjectReader& reader, const Repository& repository, const Commit& commit,
                            const std::string& name);

// The repository of the portfolio around the current directory, or the bare one that this is.
Repository open_portfolio_repository();

}  // namespace kam::cli
