// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bn.h>

#include <memory>

namespace countersign::records
{

/// Calls a function of OpenSSL that frees what is given to it.
template<auto function>
struct FreeWith {
    template<class T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};

/// Owns an object of OpenSSL that @p function frees.
template<class T, auto function>
using OpenSslHandle = std::unique_ptr<T, FreeWith<function>>;

using Number = OpenSslHandle<BIGNUM, BN_free>;

} // namespace countersign::records
