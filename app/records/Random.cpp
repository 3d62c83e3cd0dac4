// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Random.h"

#include <openssl/rand.h>

namespace countersign::records
{

Result<std::string> SystemRandom::bytes(std::size_t count)
{
    std::string out(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(out.data()), static_cast<int>(count)) != 1)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The machine gives no random numbers.")));
    return out;
}

} // namespace countersign::records
