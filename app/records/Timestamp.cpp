// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Timestamp.h"

#include "OpenSslHandle.h"

#include "core/Hex.h"
#include "core/Sha256.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <ctime>
#include <memory>
#include <optional>

namespace countersign::records
{

namespace
{

using Request = OpenSslHandle<TS_REQ, TS_REQ_free>;
using Response = OpenSslHandle<TS_RESP, TS_RESP_free>;
using Imprint = OpenSslHandle<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using Algorithm = OpenSslHandle<X509_ALGOR, X509_ALGOR_free>;
using Integer = OpenSslHandle<ASN1_INTEGER, ASN1_INTEGER_free>;
using Memory = OpenSslHandle<BIO, BIO_free_all>;
using CertificateStore = OpenSslHandle<X509_STORE, X509_STORE_free>;
using Certificate = OpenSslHandle<X509, X509_free>;
using VerifyContext = OpenSslHandle<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;

constexpr std::array imprintDigests{NID_sha256, NID_sha384, NID_sha512};

std::unexpected<Problem> invalid(Message what)
{
    ERR_clear_error();
    return refuse(Failure::TimestampInvalid, std::move(what));
}

std::unexpected<Problem> malformed()
{
    return invalid(Message(QT_TRANSLATE_NOOP("app", "This is not one granted response of a time-stamp authority (RFC 3161).")));
}

Memory memoryOf(std::string_view bytes)
{
    return Memory(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

/// The whole of @p bytes as one response.
Response parse(std::string_view bytes)
{
    if (bytes.size() > mostTimestampBytes)
        return {};
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *end = at + bytes.size();
    Response response(d2i_TS_RESP(nullptr, &at, static_cast<long>(bytes.size())));
    return at == end ? std::move(response) : Response();
}

std::optional<std::string> digestOf(int nid, std::string_view data)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr, OBJ_nid2sn(nid), nullptr, data.data(), data.size(), out.data(), &size) != 1)
        return std::nullopt;
    return std::string(reinterpret_cast<const char *>(out.data()), size);
}

bool isAbout(TS_TST_INFO *info, std::string_view data)
{
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    ASN1_OCTET_STRING *digest = TS_MSG_IMPRINT_get_msg(imprint);
    const std::string_view bytes(reinterpret_cast<const char *>(ASN1_STRING_get0_data(digest)),
                                 static_cast<std::size_t>(ASN1_STRING_length(digest)));
    for (const int nid : imprintDigests) {
        if (OBJ_obj2nid(algorithm) == nid)
            return digestOf(nid, data) == bytes;
    }
    return false;
}

std::optional<std::int64_t> timeOf(TS_TST_INFO *info)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1)
        return std::nullopt;
    return timegm(&parts);
}

std::string serialOf(TS_TST_INFO *info)
{
    const Number number(ASN1_INTEGER_to_BN(TS_TST_INFO_get_serial(info), nullptr));
    std::string bytes(number ? static_cast<std::size_t>(BN_num_bytes(number.get())) : 0, '\0');
    if (number)
        BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return toHex(bytes);
}

/// The certificates of a PEM text, trusted as of @p time. Null: there is none.
CertificateStore storeOf(std::string_view authorities, std::int64_t time)
{
    CertificateStore store(X509_STORE_new());
    const Memory text = memoryOf(authorities);
    bool isEmpty = true;
    while (Certificate certificate{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) {
        isEmpty = false;
        X509_STORE_add_cert(store.get(), certificate.get());
    }
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), time);
    return isEmpty ? CertificateStore() : std::move(store);
}

VerifyContext contextFor(CertificateStore store, Memory data)
{
    VerifyContext context(TS_VERIFY_CTX_new());
    TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_DATA);
#if OPENSSL_VERSION_NUMBER >= 0x30400000L
    TS_VERIFY_CTX_set0_data(context.get(), data.release());
    TS_VERIFY_CTX_set0_store(context.get(), store.release());
#else
    TS_VERIFY_CTX_set_data(context.get(), data.release());
    TS_VERIFY_CTX_set_store(context.get(), store.release());
#endif
    return context;
}

} // namespace

Result<std::string> timestampQuery(std::string_view data, Random &random)
{
    constexpr std::size_t nonceBytes = 16;
    auto nonce = random.bytes(nonceBytes);
    if (!nonce)
        return std::unexpected(nonce.error());
    const auto digest = sha256(data);
    const Algorithm algorithm(X509_ALGOR_new());
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    const Imprint imprint(TS_MSG_IMPRINT_new());
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(const_cast<char *>(digest.data())),
                           static_cast<int>(digest.size()));
    const Number number(BN_bin2bn(reinterpret_cast<const unsigned char *>(nonce->data()), nonceBytes, nullptr));
    const Integer integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
    const Request request(TS_REQ_new());
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), imprint.get());
    TS_REQ_set_nonce(request.get(), integer.get());
    TS_REQ_set_cert_req(request.get(), 1);
    unsigned char *der = nullptr;
    const int size = i2d_TS_REQ(request.get(), &der);
    if (size <= 0)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The time-stamp request cannot be made.")));
    std::string out(reinterpret_cast<const char *>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return out;
}

Checked<Timestamp> readTimestamp(std::string_view response, std::string_view data)
{
    constexpr long granted = 0;
    constexpr long grantedWithChanges = 1;
    const Response parsed = parse(response);
    if (!parsed)
        return malformed();
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(parsed.get())));
    TS_TST_INFO *info = TS_RESP_get_tst_info(parsed.get());
    if ((status != granted && status != grantedWithChanges) || !info)
        return malformed();
    if (!isAbout(info, data))
        return invalid(Message(QT_TRANSLATE_NOOP("app", "The time stamp is about something else than this checkpoint.")));
    const auto time = timeOf(info);
    if (!time)
        return malformed();
    return Timestamp{*time, serialOf(info)};
}

Checked<Timestamp> verifyTimestamp(std::string_view response, std::string_view data, std::string_view authorities)
{
    auto read = readTimestamp(response, data);
    if (!read)
        return read;
    CertificateStore store = storeOf(authorities, read->time);
    if (!store)
        return invalid(Message(QT_TRANSLATE_NOOP("app", "There is no certificate of a time-stamp authority to check with.")));
    const VerifyContext context = contextFor(std::move(store), memoryOf(data));
    const Response parsed = parse(response);
    if (TS_RESP_verify_response(context.get(), parsed.get()) != 1)
        return invalid(Message(
            QT_TRANSLATE_NOOP("app", "The time stamp was not signed by one of the time-stamp authorities that are trusted.")));
    ERR_clear_error();
    return read;
}

} // namespace countersign::records
