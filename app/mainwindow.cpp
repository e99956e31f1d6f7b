// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/appearance.h"
#include "app/duewatch.h"
#include "app/headerbar.h"
#include "app/statusline.h"
#include "model/collection/collection.h"
#include "model/plan/guidestore.h"
#include "model/plan/planner.h"
#include "model/practice/interviewstore.h"
#include "model/practice/studyday.h"
#include "model/settings.h"
#include "views/bookmarks/bookmarkspage.h"
#include "views/common/aboutdialog.h"
#include "views/common/commands.h"
#include "views/common/focusring.h"
#include "views/common/panes.h"
#include "views/common/settingsdialog.h"
#include "views/common/shortcutguard.h"
#include "views/common/shortcutsdialog.h"
#include "views/guide/guidepage.h"
#include "views/guide/welcomepage.h"
#include "views/notes/notespage.h"
#include "views/practice/memorysettings.h"
#include "views/practice/practicepage.h"
#include "views/print/printdialog.h"
#include "views/progress/progresspage.h"
#include "views/study/studypage.h"

#include <QAction>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(1280, 800);
constexpr QSize smallestSize(960, 600);

// What a page can do means nothing while another is in front; the menu would give it its keys.
void setActionsEnabled(const Page *page, bool enabled)
{
    for (QAction *action : page->pageActions())
        action->setEnabled(enabled);
}

QStringList pageTitles()
{
    return {MainWindow::tr("Study"), MainWindow::tr("Practice"), MainWindow::tr("Bookmarks"),
            MainWindow::tr("Notes"), MainWindow::tr("Guide"),    MainWindow::tr("Progress")};
}

} // namespace

MainWindow::MainWindow(const Desk &desk, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_appearance(appearance)
    , m_header(new HeaderBar(pageTitles(), this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(desk.collection.writes(), this))
    , m_menu(new QMenu(this))
    , m_pages(pageTitles().size(), nullptr)
    , m_noSearch(new QShortcut(QKeySequence::Find, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(smallestSize);
    resize(usualSize);
    restoreGeometry(desk.settings.value(Setting::geometry));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_status);
    new ShortcutGuard(this);
    new FocusRing(this);
    buildActions();
    m_header->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::buildMenu);
    connect(m_header, &HeaderBar::tabChosen, this, &MainWindow::showPage);
    connect(new DueWatch(desk, this), &DueWatch::counted, this, [this](int due) {
        m_header->setCount(PracticePageIndex, due);
        showReadiness(); // a day may have begun
    });
    connect(m_header, &HeaderBar::planRequested, this, [this] {
        showPage(GuidePageIndex);
        if (m_current == GuidePageIndex)
            static_cast<GuidePage *>(page(GuidePageIndex))->focusAftermath();
    });
    connect(&desk.planner, &Planner::changed, this, &MainWindow::showReadiness);
    connect(&desk.guide, &GuideStore::goalChanged, this, &MainWindow::showReadiness);
    showReadiness();
    m_noSearch->setEnabled(false);
    connect(m_noSearch, &QShortcut::activated, this, &MainWindow::refuse);
    confirmLoss = [this](const QString &reason) {
        QMessageBox box(QMessageBox::Warning, tr("Not saved"), reason, QMessageBox::NoButton, this);
        box.setInformativeText(tr("What you changed last is only in this window. Closing now would "
                                  "lose it."));
        QPushButton *stay = box.addButton(tr("Keep open"), QMessageBox::RejectRole);
        QPushButton *lose = box.addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
        box.setDefaultButton(stay);
        box.exec();
        return box.clickedButton() == lose;
    };
}

MainWindow::~MainWindow()
{
    // Takes the focus from a note, which then commits itself, while there is a window to hear of
    // it.
    hide();
}

Page *MainWindow::makePage(int index) const
{
    switch (index) {
    case StudyPageIndex: return new StudyPage(m_desk, m_stack);
    case PracticePageIndex: return new PracticePage(m_desk, m_stack);
    case BookmarksPageIndex: return new BookmarksPage(m_desk, m_stack);
    case NotesPageIndex: return new NotesPage(m_desk, m_stack);
    case GuidePageIndex: return new GuidePage(m_desk, m_stack);
    case ProgressPageIndex: return new ProgressPage(m_desk, m_stack);
    default: Q_UNREACHABLE();
    }
}

Page *MainWindow::page(int index)
{
    if (m_pages.at(index))
        return m_pages.at(index);
    Page *made = makePage(index);
    m_pages[index] = made;
    setActionsEnabled(made, false); // until it comes to the front
    m_stack->addWidget(made);       // takes ownership
    connect(made, &Page::statusChanged, this, &MainWindow::showStatus);
    connect(made, &Page::pageRequested, this, &MainWindow::showPage);
    connect(made, &Page::linkRequested, this, &MainWindow::openLink);
    connect(made, &Page::printRequested, this, &MainWindow::printQuestions);
    connect(made, &Page::announced, m_status, &StatusLine::announce);
    connect(made, &Page::questionRequested, this, [this](QuestionId question, bool toNote) {
        showPage(StudyPageIndex);
        if (!m_locked)
            study()->openQuestion(question, toNote);
    });
    connect(made, &Page::highlightRequested, this, [this](QuestionId question, const QString &uid) {
        showPage(StudyPageIndex);
        if (!m_locked)
            study()->openHighlight(question, uid);
    });
    connect(made, &Page::searchRequested, this, [this](const QString &text) {
        showPage(StudyPageIndex);
        if (!m_locked)
            study()->searchFor(text);
    });
    connect(made, &Page::topicRequested, this, [this](TopicId topic) {
        showPage(StudyPageIndex);
        if (!m_locked)
            study()->showTopic(topic);
    });
    connect(made, &Page::practiceRequested, this,
            [this](const QString &title, const QList<QuestionId> &questions) {
                showPage(PracticePageIndex);
                static_cast<PracticePage *>(page(PracticePageIndex))->start(title, questions);
            });
    if (auto *studyPage = qobject_cast<StudyPage *>(made))
        connect(studyPage, &StudyPage::readingSizeRequested, this, &MainWindow::changeReadingSize);
    if (auto *practicePage = qobject_cast<PracticePage *>(made)) {
        connect(practicePage, &PracticePage::lockChanged, this, &MainWindow::setLocked);
        connect(m_header, &HeaderBar::endRequested, practicePage, &PracticePage::endInterview);
    }
    return made;
}

StudyPage *MainWindow::study()
{
    return static_cast<StudyPage *>(page(StudyPageIndex));
}

void MainWindow::showPage(int index)
{
    if (index == m_current)
        return;
    if (m_locked) {
        refuse();
        return;
    }
    // An interview that the window was closed on comes back before anything else.
    if (m_current < 0 && m_desk.interviews.isRunning().valueOr(false))
        index = PracticePageIndex;
    if (m_current >= 0) {
        m_pages.at(m_current)->leave();
        setActionsEnabled(m_pages.at(m_current), false);
    }
    m_current = index;
    Page *shown = page(index);
    setActionsEnabled(shown, true);
    m_stack->setCurrentWidget(shown);
    m_header->setCurrent(index);
    shown->arrive();
    showStatus();
}

void MainWindow::welcome(int pageAfterwards)
{
    if (m_desk.interviews.isRunning().valueOr(false)) {
        showPage(pageAfterwards);
        return;
    }
    auto *welcome = new WelcomePage(m_desk.guide, m_stack);
    m_stack->addWidget(welcome);
    m_stack->setCurrentWidget(welcome);
    for (QWidget *bar : std::initializer_list<QWidget *>{m_header, m_status})
        bar->hide();
    // There is nothing yet that the window's keys could act on.
    for (QAction *action : std::as_const(m_windowActions))
        action->setEnabled(action->shortcut() == QKeySequence(u"Ctrl+Q"_s));
    setWindowTitle(tr("Welcome – Woodshed"));
    connect(welcome, &WelcomePage::done, this, [this, welcome, pageAfterwards] {
        for (QWidget *bar : std::initializer_list<QWidget *>{m_header, m_status})
            bar->show();
        for (QAction *action : std::as_const(m_windowActions))
            action->setEnabled(true);
        showUndo();
        showPage(pageAfterwards);
        m_stack->removeWidget(welcome);
        welcome->deleteLater();
    });
}

void MainWindow::openQuestion(qint64 question)
{
    showPage(StudyPageIndex);
    if (m_locked)
        refuse();
    else
        study()->openQuestion(question);
}

void MainWindow::setLocked(bool locked, const QString &title)
{
    m_locked = locked;
    m_header->setInterview(locked ? title : QString());
    m_noSearch->setEnabled(locked);
    showUndo();
}

void MainWindow::refuse()
{
    m_status->announce(tr("Not during the mock interview. Finish or end it first."));
}

void MainWindow::buildActions()
{
    const QStringList titles = pageTitles();
    for (int i = 0; i < titles.size(); ++i) {
        addWindowAction(tr("Go to %1").arg(titles.at(i)), {u"Alt+%1"_s.arg(i + 1)},
                        [this, i] { showPage(i); });
    }
    addWindowAction(tr("Plan and readiness"), {u"Alt+0"_s}, [this] { showPage(GuidePageIndex); });
    addWindowAction(tr("Next page"), {u"Ctrl+Tab"_s},
                    [this] { showPage((m_current + 1) % int(m_pages.size())); });
    addWindowAction(tr("Previous page"), {u"Ctrl+Shift+Tab"_s}, [this] {
        showPage((m_current + int(m_pages.size()) - 1) % int(m_pages.size()));
    });
    m_undo = addWindowAction(tr("Undo"), {QKeySequence(u"Ctrl+Z"_s)}, [this] { undo(); });
    m_redo = addWindowAction(tr("Redo"), {u"Ctrl+Shift+Z"_s, u"Ctrl+Y"_s}, [this] { redo(); });
    addWindowAction(tr("Print questions…"), {}, [this] { printQuestions(); }); // keys: the pages'
    addWindowAction(tr("Settings…"), {u"Ctrl+,"_s}, [this] { showSettings(); });
    addWindowAction(tr("Keyboard shortcuts"), {u"F1"_s}, [this] { showShortcuts(); });
    addWindowAction(tr("Menu"), {u"F10"_s}, [this] { m_header->openMenu(); });
    addWindowAction(tr("About Woodshed"), {},
                    [this] { AboutDialog(m_desk.collection.path(), this).exec(); });
    addWindowAction(tr("Quit"), {u"Ctrl+Q"_s}, [this] { close(); });

    m_undo->setIconText(tr("Undo")); // in lists, whatever there is to undo
    m_redo->setIconText(tr("Redo"));
    connect(&m_desk.commands.stack(), &QUndoStack::indexChanged, this, &MainWindow::showUndo);
    showUndo();
}

void MainWindow::showUndo()
{
    const QUndoStack &stack = m_desk.commands.stack();
    const bool allowed = !m_locked && (m_current < 0 || page(m_current)->allowsUndo());
    m_undo->setEnabled(stack.canUndo() && allowed);
    m_redo->setEnabled(stack.canRedo() && allowed);
    m_undo->setText(stack.canUndo() ? tr("Undo: %1").arg(withoutMnemonic(stack.undoText()))
                                    : tr("Undo"));
    m_redo->setText(stack.canRedo() ? tr("Redo: %1").arg(withoutMnemonic(stack.redoText()))
                                    : tr("Redo"));
}

QAction *MainWindow::addWindowAction(const QString &text, const QList<QKeySequence> &keys,
                                     std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    addAction(action);
    m_windowActions.append(action);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

void MainWindow::buildMenu()
{
    for (QMenu *menu : std::as_const(m_pageMenus))
        menu->menuAction()->setVisible(!m_locked);
    if (!m_menu->isEmpty())
        return;
    const QStringList titles = pageTitles();
    for (int i = 0; i < titles.size(); ++i) {
        QMenu *sub = m_menu->addMenu(titles.at(i));
        sub->menuAction()->setVisible(!m_locked);
        m_pageMenus.append(sub);
        sub->addAction(m_windowActions.at(i));
        sub->addSeparator();
        sub->addActions(page(i)->pageActions());
    }
    m_menu->addSeparator();
    m_menu->addActions(m_windowActions.mid(titles.size()));
}

void MainWindow::showStatus()
{
    Page *shown = page(m_current);
    QStringList parts{shown->subject(), pageTitles().at(m_current), tr("Woodshed")};
    parts.removeAll(QString());
    setWindowTitle(parts.join(u" – "_s));
    m_status->setItems(shown->statusItems());
    showUndo();
}

void MainWindow::showReadiness()
{
    m_header->setReadiness(m_desk.guide.goal(), m_desk.planner.outlook(), Moment::now().day);
}

void MainWindow::undo()
{
    // What is half typed becomes a step first; otherwise an older one would be undone under it.
    page(m_current)->leave();
    const QString text = m_desk.commands.stack().undoText();
    m_desk.commands.stack().undo();
    page(m_current)->arrive();
    m_status->announce(tr("Undone: %1").arg(text));
}

void MainWindow::redo()
{
    page(m_current)->leave();
    if (!m_desk.commands.stack().canRedo()) // what was typed since is the newest step
        return;
    const QString text = m_desk.commands.stack().redoText();
    m_desk.commands.stack().redo();
    page(m_current)->arrive();
    m_status->announce(tr("Done again: %1").arg(text));
}

void MainWindow::openLink(const QString &address)
{
    const QUrl url(address);
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    if (!web || !QDesktopServices::openUrl(url))
        m_status->announce(tr("%1 could not be opened").arg(address));
}

void MainWindow::printQuestions()
{
    if (m_locked) {
        refuse();
        return;
    }
    QList<QuestionSet> sets = page(m_current)->printable();
    if (sets.isEmpty())
        sets = study()->printable();
    sets.removeIf([](const QuestionSet &set) { return set.questions.isEmpty(); });
    if (sets.isEmpty()) {
        m_status->announce(tr("There is no question to print."));
        return;
    }
    PrintDialog dialog(m_desk, sets, this);
    connect(&dialog, &PrintDialog::announced, m_status, &StatusLine::announce);
    dialog.exec();
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(m_desk.settings, this);
    connect(&dialog, &SettingsDialog::appearanceChanged, this,
            [this] { m_appearance.apply(m_desk.settings); });
    dialog.addSection(tr("Schedule"), new MemorySettings(m_desk, &dialog));
    dialog.exec();
}

void MainWindow::showShortcuts()
{
    QList<ShortcutsDialog::Group> groups{{tr("Everywhere"), m_windowActions}};
    for (int i = 0; i < m_pages.size(); ++i)
        groups.append({pageTitles().at(i), page(i)->pageActions()});
    ShortcutsDialog(groups, this).exec();
}

void MainWindow::changeReadingSize(int step)
{
    const int size = m_desk.settings.value(Setting::readingSize);
    m_desk.settings.set(Setting::readingSize,
                        step == 0 ? Setting::readingSize.otherwise : qBound(13, size + step, 20));
    m_appearance.apply(m_desk.settings);
}

void MainWindow::saveState()
{
    m_desk.settings.set(Setting::geometry, saveGeometry());
    m_desk.settings.set(Setting::page, qMax(m_current, 0));
    for (Page *built : std::as_const(m_pages)) {
        if (built)
            built->saveState();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_current >= 0)
        m_pages.at(m_current)->leave();
    saveState();
    const Status flushed = m_desk.collection.writes().flush();
    if (flushed.ok() || confirmLoss(flushed.error().message))
        event->accept();
    else
        event->ignore();
}

bool MainWindow::event(QEvent *event)
{
    // Another window in front may be the last thing this one hears before the power goes.
    if (event->type() == QEvent::WindowDeactivate)
        m_desk.collection.writes().submitRested();
    return QWidget::event(event);
}
