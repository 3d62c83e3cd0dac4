// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace countersign
{

/// Memory for what is many, large and seldom looked at again: the texts and rows of changed files. The first bytes come from the
/// heap; what is in use beyond them lies in a mapped file without a name, whose pages the system drops when it needs memory, and
/// reads again when they are looked at. So the texts and rows of many files bind no more of the heap than those of some. Where no
/// such file can be had (a full disk, another system than Linux), the heap serves for everything. Any thread.
class Shelf
{
public:
    /// The one of this process, with a file in the user's cache. It lives as long as the process.
    [[nodiscard]] static Shelf &ofProcess();

    /// @param mostOnHeap bytes that come from the heap
    explicit Shelf(std::filesystem::path folder, std::size_t mostOnHeap);
    /// Nothing that came from it may be in use.
    ~Shelf();
    Shelf(const Shelf &) = delete;
    Shelf &operator=(const Shelf &) = delete;

    /// Aligned for everything that has no alignment of its own. Throws std::bad_alloc.
    [[nodiscard]] void *allocate(std::size_t bytes);
    /// @param bytes as many as were asked for
    void deallocate(void *pointer, std::size_t bytes);
    /// Counts @p bytes that are on the heap already. False: they should be moved here.
    [[nodiscard]] bool takeRoom(std::size_t bytes);
    void giveRoom(std::size_t bytes);
    /// Bytes of the file that are in use, in whole pieces.
    [[nodiscard]] std::size_t bytesInFile() const;

private:
    struct Piece {
        std::size_t size = 0;
        std::size_t used = 0; ///< bytes from its start on that were given away
        std::size_t users = 0;
    };
    using Pieces = std::map<std::byte *, Piece, std::greater<>>; ///< by their first byte

    [[nodiscard]] void *fromFile(std::size_t bytes);
    [[nodiscard]] Pieces::iterator newPiece(std::size_t bytes);
    [[nodiscard]] Pieces::iterator pieceWith(void *pointer);
    void drop(Pieces::iterator piece);
    [[nodiscard]] bool openFile();

    const std::filesystem::path m_folder;
    const std::size_t m_mostOnHeap;
    mutable std::mutex m_mutex; ///< what follows
    std::size_t m_onHeap = 0;
    std::size_t m_inFile = 0;
    int m_file = -1;
    bool m_hasNoFile = false; ///< it was tried in vain
    std::size_t m_end = 0; ///< of the file
    Pieces m_pieces;
    std::byte *m_open = nullptr; ///< the piece that is being given away
};

/// Puts a container on the shelf of the process.
template<class T>
struct ShelfAllocator {
    using value_type = T;
    static_assert(alignof(T) <= alignof(std::max_align_t));

    ShelfAllocator() = default;
    template<class Other>
    ShelfAllocator(const ShelfAllocator<Other> &) // NOLINT(google-explicit-constructor): containers rebind their allocator
    {
    }
    [[nodiscard]] T *allocate(std::size_t count) { return static_cast<T *>(Shelf::ofProcess().allocate(count * sizeof(T))); }
    void deallocate(T *pointer, std::size_t count) { Shelf::ofProcess().deallocate(pointer, count * sizeof(T)); }
    friend bool operator==(const ShelfAllocator &, const ShelfAllocator &) { return true; }
};

template<class T>
using ShelfVector = std::vector<T, ShelfAllocator<T>>;

} // namespace countersign
