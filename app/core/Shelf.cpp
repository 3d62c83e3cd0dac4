// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Shelf.h"

#include <QStandardPaths>

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

#ifdef __linux__
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace countersign
{

namespace
{

constexpr std::size_t pieceBytes = std::size_t{16} << 20U;
constexpr std::size_t pageBytes = std::size_t{64} << 10U; ///< a multiple of every page size in use
constexpr std::size_t leastBytes = 512; ///< smaller things are not worth a place
constexpr std::size_t alignedTo = alignof(std::max_align_t);

constexpr std::size_t roundedUp(std::size_t bytes, std::size_t to)
{
    return (bytes + to - 1) / to * to;
}

} // namespace

Shelf &Shelf::ofProcess()
{
    constexpr std::size_t mostOnHeap = std::size_t{24} << 20U;
    // Never destroyed: texts may live in other objects that end with the process.
    static auto &shelf = *new Shelf(QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdString(), mostOnHeap);
    return shelf;
}

Shelf::Shelf(std::filesystem::path folder, std::size_t mostOnHeap)
    : m_folder(std::move(folder))
    , m_mostOnHeap(mostOnHeap)
{
}

bool Shelf::takeRoom(std::size_t bytes)
{
    const std::scoped_lock lock(m_mutex);
    if (bytes >= leastBytes && m_onHeap + bytes > m_mostOnHeap && !m_hasNoFile)
        return false;
    m_onHeap += bytes;
    return true;
}

void Shelf::giveRoom(std::size_t bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_onHeap -= bytes;
}

std::size_t Shelf::bytesInFile() const
{
    const std::scoped_lock lock(m_mutex);
    return m_inFile;
}

void *Shelf::allocate(std::size_t bytes)
{
    if (!takeRoom(bytes)) {
        const std::scoped_lock lock(m_mutex);
        if (void *place = fromFile(bytes))
            return place;
        m_onHeap += bytes;
    }
    return ::operator new(bytes);
}

void Shelf::deallocate(void *pointer, std::size_t bytes)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto piece = pieceWith(pointer);
        if (piece != m_pieces.end()) {
            if (--piece->second.users == 0)
                drop(piece);
            return;
        }
        m_onHeap -= bytes;
    }
    ::operator delete(pointer, bytes);
}

void *Shelf::fromFile(std::size_t bytes)
{
    auto piece = m_open ? m_pieces.find(m_open) : m_pieces.end();
    if (piece == m_pieces.end() || piece->second.size - piece->second.used < bytes) {
        piece = std::ranges::find_if(m_pieces,
                                     [bytes](const auto &one) { return one.second.users == 0 && one.second.size >= bytes; });
        if (piece == m_pieces.end())
            piece = newPiece(bytes);
        if (piece == m_pieces.end())
            return nullptr;
        m_open = piece->first;
    }
    if (piece->second.users++ == 0)
        m_inFile += piece->second.size;
    void *place = piece->first + piece->second.used;
    piece->second.used = std::min(piece->second.size, piece->second.used + roundedUp(bytes, alignedTo));
    return place;
}

/// A piece that nobody uses waits for others: to give its blocks back takes a busy disk most of a second, in whatever thread
/// frees the last text. What of it stands in memory is the system's from now on, not the process's.
void Shelf::drop(Pieces::iterator piece)
{
    piece->second.used = 0;
    m_inFile -= piece->second.size;
#ifdef __linux__
    (void)madvise(piece->first, piece->second.size, MADV_DONTNEED);
#endif
}

Shelf::Pieces::iterator Shelf::pieceWith(void *pointer)
{
    auto *const byte = static_cast<std::byte *>(pointer);
    const auto piece = m_pieces.lower_bound(byte); // the last one that does not begin behind it
    return piece != m_pieces.end() && std::less<>()(byte, piece->first + piece->second.size) ? piece : m_pieces.end();
}

#ifdef __linux__

Shelf::~Shelf()
{
    for (const auto &[place, piece] : m_pieces)
        munmap(place, piece.size);
    if (m_file >= 0)
        close(m_file);
}

bool Shelf::openFile()
{
    rlimit limit{};
    if (m_file >= 0 || m_hasNoFile)
        return m_file >= 0;
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    // A limit of the size of files would end the process.
    if (!m_folder.empty() && getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY)
        m_file = open(m_folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    m_hasNoFile = m_file < 0;
    return m_file >= 0;
}

Shelf::Pieces::iterator Shelf::newPiece(std::size_t bytes)
{
    if (!openFile())
        return m_pieces.end();
    const std::size_t size = std::max(pieceBytes, roundedUp(bytes, pageBytes));
    const std::size_t offset = std::exchange(m_end, m_end + size);
    // The disk may take its time, and others are not to wait for it.
    m_mutex.unlock();
    void *place = MAP_FAILED;
    // The blocks are taken now: a disk that is full later would end the process when the page is written.
    if (fallocate(m_file, 0, static_cast<off_t>(offset), static_cast<off_t>(size)) == 0)
        place = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, m_file, static_cast<off_t>(offset));
    m_mutex.lock();
    return place == MAP_FAILED ? m_pieces.end() : m_pieces.emplace(static_cast<std::byte *>(place), Piece{.size = size}).first;
}

#else

Shelf::~Shelf() = default;

Shelf::Pieces::iterator Shelf::newPiece(std::size_t)
{
    m_hasNoFile = true;
    return m_pieces.end();
}

#endif

} // namespace countersign
