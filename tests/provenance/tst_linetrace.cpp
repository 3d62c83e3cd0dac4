// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WorkBranch.h"

#include <QTest>

#include <random>

using namespace countersign;
using countersign::test::claude;
using countersign::test::runs;
using countersign::test::WorkBranch;

namespace
{

/// Every line names its author, so that the lines themselves say what has to be found.
class WanderingHistory
{
public:
    explicit WanderingHistory(unsigned seed)
        : m_random(seed)
    {
        m_fixture.builder.git({QStringLiteral("branch"), QStringLiteral("side"), QStringLiteral("main")});
        for (int commits = 0; commits < 16; ++commits)
            write(chance(4) ? "side" : "work");
        merge();
        for (int commits = 0; commits < 4; ++commits)
            write("work");
    }

    [[nodiscard]] Provenance found() const { return m_fixture.find(); }

    /// What runs() has to say of the file.
    [[nodiscard]] std::string expected() const
    {
        const std::map<char, std::string> words{
            {'h', "unknown"}, {'c', "asserted claude-code AI"}, {'x', "agent codex AI"}, {'o', ""}};
        std::string text;
        const Lines lines = whole();
        for (std::size_t first = 0; first < lines.size();) {
            std::size_t end = first;
            while (end < lines.size() && lines[end].front() == lines[first].front())
                ++end;
            if (lines[first].front() != 'o') {
                text += text.empty() ? "" : ", ";
                text += std::to_string(first + 1) + (end > first + 1 ? "-" + std::to_string(end) : "");
                text += " " + words.at(lines[first].front());
            }
            first = end;
        }
        return text;
    }

private:
    using Lines = std::vector<std::string>;

    bool chance(unsigned oneIn) { return m_random() % oneIn == 0; }

    static std::string text(const Lines &upper, const Lines &lower)
    {
        std::string all;
        for (const Lines *part : {&upper, &lower}) {
            for (const std::string &line : *part)
                all += line + "\n";
        }
        return all;
    }

    Lines whole() const
    {
        Lines lines = m_upper;
        lines.insert(lines.end(), m_lower.begin(), m_lower.end());
        return lines;
    }

    /// The side branch changes the lower half, the other one the upper half, so that they can always be merged.
    void write(const std::string &branch)
    {
        const char author = "hhccx"[m_random() % 5];
        Lines &lines = branch == "side" ? m_lower : m_upper;
        for (int edits = 0; edits < 3; ++edits) {
            const auto at = static_cast<std::ptrdiff_t>(m_random() % lines.size());
            if (chance(3) && lines.size() > 4 && at > 0)
                lines.erase(lines.begin() + at);
            else
                lines.insert(lines.begin() + at, std::string(1, author) + std::to_string(++m_count));
        }
        const std::string content =
            branch == "side" ? text(m_startUpper, m_lower) : text(m_upper, m_isMerged ? m_lower : m_startLower);
        m_fixture.builder.commit({.branch = branch,
                                  .files = {{"a.txt", content}},
                                  .message = "Change" + (author == 'c' ? claude : std::string()),
                                  .author = author == 'x' ? "Codex <codex@openai.com>" : "Ann Author <ann@example.com>"});
    }

    void merge()
    {
        m_fixture.builder.commit(
            {.branch = "work", .files = {{"a.txt", text(m_upper, m_lower)}}, .message = "Merge side", .merges = {"side"}});
        m_isMerged = true;
    }

    std::mt19937 m_random;
    const Lines m_startUpper{"o1", "o2", "o3", "o4", "o5"};
    const Lines m_startLower{"o6", "o7", "o8", "o9"};
    Lines m_upper = m_startUpper;
    Lines m_lower = m_startLower;
    int m_count = 10;
    bool m_isMerged = false;
    WorkBranch m_fixture{{{"a.txt", text(m_startUpper, m_startLower)}}};
};

} // namespace

class LineTraceTest : public QObject
{
    Q_OBJECT

private slots:
    void linesOfAnyHistoryGoToTheirAuthors();
    void lineThatComesAndGoesAmongEqualCommitsIsGone();
};

void LineTraceTest::linesOfAnyHistoryGoToTheirAuthors()
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const WanderingHistory history(seed);
        QCOMPARE(runs(history.found(), "a.txt"), history.expected());
    }
}

void LineTraceTest::lineThatComesAndGoesAmongEqualCommitsIsGone()
{
    WorkBranch fixture;
    fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\n"}}, "By tool" + claude);
    fixture.commit({{"a.txt", "one\nthree\nfour\n"}}, "By hand");
    fixture.commit({{"a.txt", "one\nthree\nfour\nfive\n"}}, "By hand");
    fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\nfive\n"}}, "By hand"); // what the file had before
    fixture.commit({{"a.txt", "one\ntwo\nthree\nfour\nfive\nsix\n"}}, "By tool" + claude);
    QCOMPARE(runs(fixture.find(), "a.txt"), "4 asserted claude-code AI, 5 unknown, 6 asserted claude-code AI");
}

QTEST_GUILESS_MAIN(LineTraceTest)
#include "tst_linetrace.moc"
