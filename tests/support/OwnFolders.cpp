// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QByteArray>

namespace
{

/// Part of every test program, and done before main(): what a test reads of repositories is not kept in the cache of whoever runs
/// it. A test that wants a cache names a folder of its own.
[[maybe_unused]] const bool keepsNothing = qputenv("COUNTERSIGN_CACHE", QByteArray());

} // namespace
