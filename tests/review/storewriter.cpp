// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Helper of tst_store and tst_comments. "write PATH FIRST": saves answer after answer and prints the number of each one that is
// confirmed, until it is killed. "type PATH": saves a comment's draft letter by letter, the same way. "as-nobody PATH": opens the
// store without the rights of the superuser and prints what went wrong. "limited PATH FIRST BYTES": writes as above, but no file
// may grow beyond so many bytes. "open PATH": opens it, which brings an older layout up to date.
#include "review/Comments.h"
#include "review/Store.h"

#include <csignal>

#include <cstdio>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

using namespace countersign;

namespace
{

int fault(const Error &error)
{
    std::fprintf(stdout, "%d %s\n", static_cast<int>(error.kind), error.what.english().c_str());
    return 3;
}

int write(review::Store &store, int first)
{
    for (int i = first;; ++i) {
        const std::string number = std::to_string(i);
        const auto saved = store.saveAnswer({"repository", "#1"}, "question-" + number, review::Answer::Yes,
                                            "evidence " + number + " " + std::string(2000, 'x'), "ann@example.com");
        if (!saved)
            return fault(saved.error());
        std::fprintf(stdout, "%d\n", i);
        std::fflush(stdout);
    }
}

/// One draft that grows by a letter each time.
int type(const char *path, const Clock &clock)
{
    auto opened = review::Comments::open(path, clock);
    if (!opened)
        return fault(opened.error());
    const auto anchor = review::makeAnchor(Text("one\ntwo\n"), "a.txt", Side::New, {2, 2}, Oid(), Oid());
    std::string text;
    for (int letters = 1;; ++letters) {
        text += 'x';
        const auto saved = opened->comments.saveDraft({"repository", "#1"}, *anchor, text, "ann@example.com");
        if (!saved)
            return fault(saved.error());
        std::fprintf(stdout, "%d\n", letters);
        std::fflush(stdout);
    }
}

/// A disk with room for @p bytes more in each file.
void limitFiles(const char *bytes)
{
    const rlimit limit{static_cast<rlim_t>(std::stoul(bytes)), static_cast<rlim_t>(std::stoul(bytes))};
    std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const bool asNobody = std::string_view(argv[1]) == "as-nobody";
    if (asNobody && geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 77; // not possible in this container
    if (argc > 4)
        limitFiles(argv[4]);
    const SystemClock clock;
    if (std::string_view(argv[1]) == "type")
        return type(argv[2], clock);
    auto opened = review::Store::open(argv[2], clock);
    if (!opened)
        return fault(opened.error());
    const bool isOpenedOnly = asNobody || std::string_view(argv[1]) == "open";
    return isOpenedOnly ? 0 : write(opened->store, argc > 3 ? std::stoi(argv[3]) : 0);
}
