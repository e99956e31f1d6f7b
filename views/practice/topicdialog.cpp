// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/topicdialog.h"

#include "views/common/desk.h"
#include "views/common/focusring.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 380;
constexpr int listHeight = 400;
constexpr int atOnce = 10; // where nothing is due

} // namespace

TopicDialog::TopicDialog(const Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_topics(desk.questions.topics().valueOr({}))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Choose topics"));
    new FocusRing(this);
    auto *hint = new QLabel(tr("What is due in these topics comes first; where nothing is, the "
                               "next ten do."),
                            this);
    hint->setWordWrap(true);
    hint->setFixedWidth(scaled(listWidth)); // so that its height is known
    setTextStyle(hint, TextStyle::Small);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"topicChoice"_s);
    m_list->setAccessibleName(tr("Topics"));
    m_list->setMinimumSize(scaled(listWidth), scaled(listHeight));
    QHash<TopicId, int> due;
    const auto list = desk.scheduler.due(Moment::now());
    if (list.ok()) {
        for (const TopicCount &topic : list.value().topics)
            due.insert(topic.topic, topic.count);
    }
    for (const TopicRow &row : std::as_const(m_topics)) {
        const int count = due.value(row.topic.id);
        auto *item = new QListWidgetItem(
            count > 0 ? tr("%1 · %n due", nullptr, count).arg(row.topic.title) : row.topic.title,
            m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(u"startTopics"_s);
    m_start->setDefault(true);
    setButtonKind(m_start, ButtonKind::Primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::itemChanged, this, &TopicDialog::count);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    count();
}

QList<TopicRow> TopicDialog::chosen() const
{
    QList<TopicRow> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.append(m_topics.at(row));
    }
    return chosen;
}

void TopicDialog::count()
{
    const QList<TopicRow> topics = chosen();
    QList<TopicId> ids;
    for (const TopicRow &row : topics)
        ids.append(row.topic.id);
    m_questions.clear();
    if (!ids.isEmpty()) {
        const Moment now = Moment::now();
        m_questions = m_desk.scheduler.due(now, ids).valueOr({}).questions;
        if (m_questions.isEmpty()) {
            QList<QuestionId> all;
            for (const TopicId id : std::as_const(ids))
                all += m_desk.questions.questionsOf(id).valueOr({});
            m_questions = m_desk.scheduler.inOrder(all, now).valueOr({}).mid(0, atOnce);
        }
    }
    m_start->setText(ids.isEmpty()
                         ? tr("Practise")
                         : tr("Practise %n question(s)", nullptr, int(m_questions.size())));
    m_start->setEnabled(!m_questions.isEmpty());
}

QString TopicDialog::title() const
{
    const QList<TopicRow> topics = chosen();
    return topics.size() == 1 ? topics.constFirst().topic.title
                              : tr("%n topic(s)", nullptr, int(topics.size()));
}
