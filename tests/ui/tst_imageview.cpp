// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diffview/ImageView.h"
#include "ui/style/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBuffer>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace countersign::ui;

namespace
{

QByteArray encoded(const QImage &image, const char *format = "PNG")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QImage plain(QSize size, const QColor &colour)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(colour);
    return image;
}

/// A picture with transparency, as a logo has it.
QImage logo(const QColor &colour, int circle)
{
    QImage image(160, 120, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QLinearGradient gradient(0, 0, 160, 0);
    gradient.setColorAt(0, colour);
    gradient.setColorAt(1, colour.lighter(160));
    painter.setBrush(gradient);
    painter.setPen(Qt::NoPen);
    painter.drawRect(20, 20, 90, 60);
    painter.setBrush(QColor(40, 160, 90));
    painter.drawEllipse(QPoint(100, 70), circle, circle);
    return image;
}

/// A PNG whose header promises any size.
QByteArray pngOfSize(quint32 width, quint32 height)
{
    QByteArray bytes = encoded(plain({1, 1}, Qt::red));
    const auto put = [&bytes](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    quint32 crc = 0xFFFFFFFF; // of the chunk's name and its 13 bytes
    for (qsizetype i = 12; i < 29; ++i) {
        crc ^= static_cast<quint8>(bytes[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    put(29, ~crc);
    return bytes;
}

} // namespace

class TestImageView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        applyTheme(*qApp, QStringLiteral("light"));
        m_view = std::make_unique<ImageView>();
        m_view->resize(800, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void captionsTellDimensionFormatAndSize()
    {
        show(encoded(plain({64, 32}, Qt::red)), encoded(plain({64, 48}, Qt::red), "JPG"));
        QVERIFY(text("imageOldCaption").startsWith(QStringLiteral("Old: 64 × 32 · PNG · ")));
        QVERIFY(text("imageNewCaption").startsWith(QStringLiteral("New: 64 × 48 · JPEG · ")));
    }

    void differingPixelsAreCounted()
    {
        QImage after = plain({100, 10}, Qt::red);
        after.setPixelColor(3, 4, Qt::blue);
        after.setPixelColor(99, 9, QColor(255, 0, 0, 254));
        show(encoded(plain({100, 10}, Qt::red)), encoded(after));
        QCOMPARE(m_view->pair()->difference->differing, 2);
        QCOMPARE(text("imageResult"), QStringLiteral("2 of 1,000 pixels differ (0.2 %)"));
    }

    void pixelsOfOneImageOnlyDiffer()
    {
        const auto difference = compareImages(plain({10, 5}, Qt::red), plain({4, 8}, Qt::red));
        QCOMPARE(difference.pixels, 80);
        QCOMPARE(difference.differing, 80 - 20);
        QCOMPARE(difference.mask.pixelColor(3, 4).alpha(), 0);
        QCOMPARE(difference.mask.pixelColor(9, 0).alpha(), 255);
    }

    void sixteenBitChannelsAreCompared()
    {
        QImage before(2, 1, QImage::Format_RGBA64);
        before.fill(Qt::black);
        QImage after = before;
        reinterpret_cast<QRgba64 *>(after.scanLine(0))[1] = QRgba64::fromRgba64(1, 0, 0, 65535);
        QCOMPARE(compareImages(before, after).differing, 1);
    }

    void samePixelsInOtherBytes()
    {
        const QImage image = plain({9, 9}, Qt::green);
        show(encoded(image), encoded(image, "BMP"));
        QCOMPARE(text("imageResult"), QStringLiteral("No pixel differs; the files differ in compression or metadata."));
        show(encoded(image), encoded(image));
        QCOMPARE(text("imageResult"), QStringLiteral("Both files are the same."));
    }

    void keysChooseTheWay()
    {
        show(encoded(plain({50, 50}, Qt::red)), encoded(plain({50, 50}, Qt::blue)));
        const QSignalSpy changes(m_view.get(), &ImageView::wayChanged);
        QTest::keyClick(canvas(), Qt::Key_2);
        QCOMPARE(m_view->way(), ImageWay::Swipe);
        QTest::keyClick(canvas(), Qt::Key_3);
        QCOMPARE(m_view->way(), ImageWay::Difference);
        QVERIFY(button("imageDifference")->isChecked());
        QTest::keyClick(canvas(), Qt::Key_1);
        QCOMPARE(m_view->way(), ImageWay::SideBySide);
        QTest::mouseClick(button("imageSwipe"), Qt::LeftButton);
        QCOMPARE(m_view->way(), ImageWay::Swipe);
        QCOMPARE(changes.size(), 4);
    }

    void swipeShowsTheOldImageLeftOfTheDivider()
    {
        show(encoded(plain({50, 50}, Qt::red)), encoded(plain({50, 50}, Qt::blue)));
        m_view->setWay(ImageWay::Swipe);
        const QRect place = canvas()->oldPlace();
        QCOMPARE(place, canvas()->newPlace());
        const int y = place.top() + 5;
        QImage picture = canvas()->grab().toImage();
        QCOMPARE(picture.pixelColor(place.left() + 5, y), QColor(Qt::red));
        QCOMPARE(picture.pixelColor(place.right() - 5, y), QColor(Qt::blue));
        QTest::keyClick(canvas(), Qt::Key_Home);
        QCOMPARE(canvas()->grab().toImage().pixelColor(place.left() + 5, y), QColor(Qt::blue));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(canvas()->divider(), .15);
        QVERIFY(canvas()->accessibleName().contains(QStringLiteral("15 %")));
        QTest::mousePress(canvas(), Qt::LeftButton, Qt::NoModifier, place.center());
        QVERIFY(qAbs(canvas()->divider() - .5) < .02);
        QTest::mouseMove(canvas(), QPoint(place.right() + 50, y));
        QTest::mouseRelease(canvas(), Qt::LeftButton, Qt::NoModifier, place.center());
        QTest::keyClick(canvas(), Qt::Key_End);
        QCOMPARE(canvas()->divider(), 1.);
    }

    void differenceMarksThePixelInTheAccent()
    {
        QImage after = plain({20, 20}, Qt::white);
        after.setPixelColor(10, 10, Qt::black);
        show(encoded(plain({20, 20}, Qt::white)), encoded(after));
        m_view->setWay(ImageWay::Difference);
        const QRect place = canvas()->newPlace();
        const int unit = place.width() / 20;
        const QImage picture = canvas()->grab().toImage();
        QCOMPARE(picture.pixelColor(place.topLeft() + QPoint(10 * unit + unit / 2, 10 * unit + unit / 2)), Theme::light().accent);
        QCOMPARE(picture.pixelColor(place.topLeft() + QPoint(unit / 2, unit / 2)), QColor(Qt::white));
    }

    void oneDifferingPixelOfALargeImageIsSeen()
    {
        QImage after = plain({3000, 2000}, Qt::white);
        after.setPixelColor(1234, 1111, Qt::black);
        show(encoded(plain({3000, 2000}, Qt::white)), encoded(after));
        m_view->setWay(ImageWay::Difference);
        const QRect place = canvas()->newPlace();
        QVERIFY(place.width() < 800);
        const auto isSeen = [&] {
            const QImage picture = canvas()->grab().toImage();
            const QPoint at = place.topLeft() + QPoint(1234 * place.width() / 3000, 1111 * place.height() / 2000);
            for (int y = at.y() - 1; y <= at.y() + 1; ++y) {
                for (int x = at.x() - 1; x <= at.x() + 1; ++x) {
                    if (picture.pixelColor(x, y) == Theme::light().accent)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(QTest::qWaitFor(isSeen, 10'000));
    }

    void missingSideIsSaid()
    {
        show(std::nullopt, encoded(plain({5, 5}, Qt::red)));
        QCOMPARE(text("imageOldCaption"), QStringLiteral("Old: none"));
        QVERIFY(!button("imageSwipe")->isEnabled());
        QTest::keyClick(canvas(), Qt::Key_3);
        QCOMPARE(m_view->way(), ImageWay::SideBySide);
        QVERIFY(canvas()->accessibleDescription().contains(QStringLiteral("There is no image on this side.")));
    }

    void whatCannotBeShownSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const QByteArray good = encoded(plain({40, 40}, Qt::red));
        QTest::newRow("cut") << good.first(50) << QStringLiteral("The image is damaged and cannot be shown.");
        QTest::newRow("head only") << good.first(8) << QStringLiteral("The image is damaged and cannot be shown.");
        QTest::newRow("too many pixels") << pngOfSize(100'000, 100'000) << QStringLiteral("The image is too large to be shown.");
        QTest::newRow("svg") << QByteArray("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                             << QStringLiteral("SVG images are text and are not drawn here: read their lines.");
        QTest::newRow("photoshop") << QByteArray("8BPS and more") << QStringLiteral("Images of this format are not shown.");
        QTest::newRow("xpm") << encoded(plain({4, 4}, Qt::red), "XPM") << QStringLiteral("Images of this format are not shown.");
        QTest::newRow("empty") << QByteArray("") << QStringLiteral("Images of this format are not shown.");
    }

    void whatCannotBeShownSaysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        show(bytes, encoded(plain({5, 5}, Qt::red)));
        QVERIFY2(canvas()->accessibleDescription().contains(sentence), qPrintable(canvas()->accessibleDescription()));
        QVERIFY(!button("imageDifference")->isEnabled());
        QVERIFY(m_view->pair()->before.image.isNull());
    }

    void chosenWayComesBackWithTheNextPair()
    {
        const QByteArray bytes = encoded(plain({5, 5}, Qt::red));
        show(bytes, bytes);
        m_view->setWay(ImageWay::Swipe);
        show(std::nullopt, bytes);
        QCOMPARE(m_view->way(), ImageWay::SideBySide);
        show(bytes, bytes);
        QCOMPARE(m_view->way(), ImageWay::Swipe);
    }

    void theLastPairAskedForIsTheOneShown()
    {
        const QSignalSpy settled(m_view.get(), &ImageView::settled);
        m_view->setImages(encoded(plain({2000, 2000}, Qt::red)), encoded(plain({2000, 2000}, Qt::blue)));
        m_view->setImages(encoded(plain({7, 7}, Qt::red)), std::nullopt);
        QVERIFY(QTest::qWaitFor([this] { return !m_view->isBusy(); }, 10'000));
        QCOMPARE(settled.size(), 1);
        QCOMPARE(m_view->pair()->before.size, QSize(7, 7));
        m_view->setImages(encoded(plain({2000, 2000}, Qt::red)), std::nullopt);
        m_view->clear();
        QTest::qWait(50);
        QCOMPARE(settled.size(), 1);
        QVERIFY(!m_view->pair());
    }

    void everythingHasAnAccessibleName()
    {
        for (const auto *one : m_view->findChildren<QAbstractButton *>())
            QVERIFY(!one->accessibleName().isEmpty());
        QVERIFY(!canvas()->accessibleName().isEmpty());
        QVERIFY(!m_view->accessibleName().isEmpty());
    }

    /// With COUNTERSIGN_PICTURES=FOLDER the pictures of all ways are kept, to be looked at.
    void everyWayPaintsInBothThemes()
    {
        const QString folder = qEnvironmentVariable("COUNTERSIGN_PICTURES");
        for (const QString &scheme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            applyTheme(*qApp, scheme);
            show(encoded(logo(QColor(60, 90, 200), 30)), encoded(logo(QColor(60, 90, 200), 36)));
            std::array<QImage, 3> pictures;
            for (const auto way : {ImageWay::SideBySide, ImageWay::Swipe, ImageWay::Difference}) {
                m_view->setWay(way);
                QImage &picture = pictures[static_cast<std::size_t>(way)] = m_view->grab().toImage();
                if (!folder.isEmpty())
                    QVERIFY(picture.save(QStringLiteral("%1/image-%2-%3.png").arg(folder, scheme).arg(static_cast<int>(way))));
            }
            QVERIFY(pictures[0] != pictures[1] && pictures[1] != pictures[2]);
        }
    }

private:
    void show(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after)
    {
        m_view->setImages(before, after);
        QVERIFY(QTest::qWaitFor([this] { return !m_view->isBusy(); }, 10'000));
        QVERIFY(m_view->pair());
    }
    QString text(const char *name) { return m_view->findChild<QLabel *>(QString::fromLatin1(name))->text(); }
    QAbstractButton *button(const char *name) { return m_view->findChild<QAbstractButton *>(QString::fromLatin1(name)); }
    ImageCanvas *canvas() { return m_view->findChild<ImageCanvas *>(); }

    std::unique_ptr<ImageView> m_view;
};

QTEST_MAIN(TestImageView)
#include "tst_imageview.moc"
