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
    constexpr std::size_t mostOnHeap = std::size_t{128} << 20U;
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
        piece = newPiece(bytes);
        if (piece == m_pieces.end())
            return nullptr;
        m_open = piece->first;
    }
    void *place = piece->first + piece->second.used;
    piece->second.used = std::min(piece->second.size, piece->second.used + roundedUp(bytes, alignedTo));
    ++piece->second.users;
    return place;
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
    while (!m_pieces.empty())
        drop(m_pieces.begin());
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
    const std::size_t size = std::max(pieceBytes, roundedUp(bytes, pageBytes));
    // The blocks are taken now: a disk that is full later would end the process when the page is written.
    if (!openFile() || fallocate(m_file, 0, static_cast<off_t>(m_end), static_cast<off_t>(size)) != 0)
        return m_pieces.end();
    void *place = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, m_file, static_cast<off_t>(m_end));
    if (place == MAP_FAILED)
        return m_pieces.end();
    const auto piece = m_pieces.emplace(static_cast<std::byte *>(place), Piece{size, 0, 0, m_end}).first;
    m_end += size;
    m_inFile += size;
    return piece;
}

void Shelf::drop(Pieces::iterator piece)
{
    const auto [place, what] = *piece;
    munmap(place, what.size);
    (void)fallocate(m_file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(what.offset),
                    static_cast<off_t>(what.size));
    m_inFile -= what.size;
    if (m_open == place)
        m_open = nullptr;
    m_pieces.erase(piece);
}

#else

Shelf::~Shelf() = default;

Shelf::Pieces::iterator Shelf::newPiece(std::size_t)
{
    m_hasNoFile = true;
    return m_pieces.end();
}

void Shelf::drop(Pieces::iterator) { }

#endif

} // namespace countersign
