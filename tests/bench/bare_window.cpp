// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a window costs: says when it is painted, and stays until it is ended.
#include <QApplication>
#include <QMainWindow>

#include <cstdio>

namespace {

class BareWindow : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        std::fputs("painted\n", stderr);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    BareWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
