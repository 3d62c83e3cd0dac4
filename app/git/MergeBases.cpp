// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MergeBases.h"

#include "LibGit.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

namespace countersign::git
{

namespace
{

constexpr std::size_t bitsOfAWord = 64;

using Words = std::vector<std::uint64_t>;
using SetId = std::uint32_t; ///< of a set of heads
using Node = std::uint32_t; ///< of a commit that was seen

/// Sets of heads, each kept once.
class HeadSets
{
public:
    explicit HeadSets(std::size_t headCount)
        : m_words((headCount + bitsOfAWord - 1) / bitsOfAWord)
    {
    }

    SetId single(std::size_t head)
    {
        Words words(m_words);
        words[head / bitsOfAWord] = std::uint64_t{1} << (head % bitsOfAWord);
        return idOf(std::move(words));
    }

    SetId joined(SetId a, SetId b)
    {
        if (a == b)
            return a;
        const auto [known, isNew] = m_joined.try_emplace(std::minmax(a, b));
        if (isNew) {
            Words words = m_sets[a];
            for (std::size_t i = 0; i < m_words; ++i)
                words[i] |= m_sets[b][i];
            known->second = idOf(std::move(words));
        }
        return known->second;
    }

    [[nodiscard]] const Words &words(SetId set) const { return m_sets[set]; }
    [[nodiscard]] std::size_t count() const { return m_sets.size(); }

private:
    SetId idOf(Words words)
    {
        const auto [known, isNew] = m_ids.try_emplace(words, static_cast<SetId>(m_sets.size()));
        if (isNew)
            m_sets.push_back(std::move(words));
        return known->second;
    }

    std::size_t m_words;
    std::vector<Words> m_sets;
    std::map<Words, SetId> m_ids;
    std::map<std::pair<SetId, SetId>, SetId> m_joined;
};

/// The commits that were seen, and which heads have each. Sets run down from the heads to the parents, newest commits first;
/// where a clock was wrong, a commit is visited once more.
class Walk
{
public:
    Walk(const Repository &repository, std::size_t headCount)
        : m_repository(repository)
        , m_sets(headCount)
    {
    }

    void start(std::size_t number, const Oid &head)
    {
        if (const auto node = nodeOf(head))
            reach(*node, m_sets.single(number));
    }

    Result<void> run(const std::stop_token &stop)
    {
        while (!m_queue.empty() && !isOver()) {
            if (stop.stop_requested())
                return cancelled();
            visit(pop());
        }
        return {};
    }

    [[nodiscard]] const HeadSets &sets() const { return m_sets; }

    /// Calls @p use with every commit that was seen, children before parents.
    template<class Use>
    void eachDownwards(const Use &use)
    {
        std::vector<std::uint32_t> children(m_commits.size());
        for (const Seen &commit : m_commits) {
            for (const Node parent : commit.parents)
                ++children[parent];
        }
        std::priority_queue<Turn> ready;
        const auto offer = [&](Node node) { ready.push({m_commits[node].time, node}); };
        for (Node node = 0; node < m_commits.size(); ++node) {
            if (children[node] == 0)
                offer(node);
        }
        while (!ready.empty()) {
            const Node node = ready.top().node;
            ready.pop();
            use(m_commits[node].id, m_commits[node].heads);
            for (const Node parent : m_commits[node].parents) {
                if (--children[parent] == 0)
                    offer(parent);
            }
        }
    }

private:
    struct Seen {
        Oid id;
        std::int64_t time = 0;
        SetId heads = 0; ///< once it was reached
        std::vector<Oid> parentIds; ///< until it is visited
        std::vector<Node> parents; ///< from then on
        bool isReached = false;
        bool isQueued = false;
    };
    /// Newest first; of the same second those that were seen first.
    struct Turn {
        std::int64_t time = 0;
        Node node = 0;
        friend bool operator<(const Turn &a, const Turn &b) { return std::tuple(a.time, b.node) < std::tuple(b.time, a.node); }
    };

    /// Nothing: the commit cannot be read.
    std::optional<Node> nodeOf(const Oid &id)
    {
        if (const auto known = m_nodes.find(id); known != m_nodes.end())
            return known->second;
        Handle<git_commit> raw;
        const git_oid oid = toGit(id);
        if (git_commit_lookup(raw.out(), m_repository.d().repository, &oid) < 0)
            return std::nullopt;
        Seen seen;
        seen.id = id;
        seen.time = git_commit_time(raw);
        for (unsigned i = 0; i < git_commit_parentcount(raw); ++i)
            seen.parentIds.push_back(fromGit(git_commit_parent_id(raw, i)));
        const Node node = static_cast<Node>(m_commits.size());
        m_commits.push_back(std::move(seen));
        m_nodes.emplace(id, node);
        return node;
    }

    void reach(Node node, SetId heads)
    {
        Seen &commit = m_commits[node];
        const SetId all = commit.isReached ? m_sets.joined(commit.heads, heads) : heads;
        if (commit.isReached && all == commit.heads)
            return;
        if (commit.isQueued)
            uncount(commit.heads);
        commit.heads = all;
        commit.isReached = true;
        ++m_queued[all];
        if (!std::exchange(commit.isQueued, true))
            m_queue.push({commit.time, node});
    }

    Node pop()
    {
        const Node node = m_queue.top().node;
        m_queue.pop();
        m_commits[node].isQueued = false;
        if (m_queued.size() > 1)
            m_oldestDivided = std::min(m_oldestDivided, m_commits[node].time);
        uncount(m_commits[node].heads);
        return node;
    }

    void visit(Node node)
    {
        for (const Oid &id : std::exchange(m_commits[node].parentIds, {})) {
            if (const auto parent = nodeOf(id))
                m_commits[node].parents.push_back(*parent);
        }
        const Seen &commit = m_commits[node];
        for (const Node parent : commit.parents)
            reach(parent, commit.heads);
    }

    void uncount(SetId heads)
    {
        const auto queued = m_queued.find(heads);
        if (--queued->second == 0)
            m_queued.erase(queued);
    }

    /// What is left is common to the same heads, so that nothing below tells any two of them apart.
    [[nodiscard]] bool isOver() const
    {
        constexpr std::int64_t clockSlack = 31L * 86400; // seconds
        return m_queued.size() == 1 && m_queue.top().time < m_oldestDivided - clockSlack;
    }

    const Repository &m_repository;
    HeadSets m_sets;
    std::vector<Seen> m_commits;
    std::unordered_map<Oid, Node> m_nodes;
    std::priority_queue<Turn> m_queue;
    std::unordered_map<SetId, std::size_t> m_queued; ///< how many commits of the queue each set of heads has
    std::int64_t m_oldestDivided = INT64_MAX; ///< of the visited ones
};

} // namespace

Result<MergeBases> MergeBases::of(const Repository &repository, std::span<const Oid> heads, std::stop_token stop)
{
    MergeBases bases;
    std::vector<Oid> different;
    for (const Oid &head : heads) {
        if (!head.isNull() && bases.m_heads.try_emplace(head, different.size()).second)
            different.push_back(head);
    }
    Walk walk(repository, different.size());
    for (std::size_t i = 0; i < different.size(); ++i)
        walk.start(i, different[i]);
    if (const auto done = walk.run(stop); !done)
        return std::unexpected(done.error());
    std::vector<bool> isKnown(walk.sets().count());
    walk.eachDownwards([&](const Oid &id, SetId set) {
        if (!isKnown[set])
            bases.m_ancestors.push_back({id, walk.sets().words(set)});
        isKnown[set] = true;
    });
    return bases;
}

std::optional<Oid> MergeBases::between(const Oid &a, const Oid &b) const
{
    const auto one = m_heads.find(a);
    const auto other = m_heads.find(b);
    if (one == m_heads.end() || other == m_heads.end())
        return std::nullopt;
    const auto has = [](const Ancestor &ancestor, std::size_t head) {
        return (ancestor.heads[head / bitsOfAWord] >> (head % bitsOfAWord) & 1U) != 0;
    };
    const auto found = std::ranges::find_if(
        m_ancestors, [&](const Ancestor &ancestor) { return has(ancestor, one->second) && has(ancestor, other->second); });
    return found == m_ancestors.end() ? std::nullopt : std::optional(found->id);
}

} // namespace countersign::git
