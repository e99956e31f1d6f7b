// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionstore.h"
#include "views/common/page.h"

#include <QWidget>

class Banner;
class ChoiceButton;
class EmptyState;
class QLabel;
class QListView;
class QPushButton;
class QModelIndex;
class QStackedWidget;
class QuestionFinder;
class QuestionListModel;
class SearchField;
struct Desk;

// The left of Study: search, filters, and the questions they leave. Says which one is chosen.
class QuestionListPane final : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionListPane(const Desk &desk, QWidget *parent = nullptr);

    const QuestionFilter &filter() const { return m_filter; }

    // Takes over a whole filter, as on the start of the program.
    void setFilter(const QuestionFilter &filter);
    void clearFilter();

    // Marks the row of a question, if the list has it; tells nobody.
    void showQuestion(QuestionId question);

    // Chooses the neighbour of the chosen row; the first row when none is chosen.
    void step(int rows);

    // What the context menu of a row offers; a click there chooses the row first.
    void setRowActions(const QList<QAction *> &actions);

    // Where the search found the chosen question, if not in the question itself.
    bool foundInNote() const;
    // The uid of the highlight whose comment it was found in, or nothing.
    QString foundInHighlight() const;

    void focusSearch();
    void focusList();

    int shownCount() const;
    // All of them, with a title that says what they have in common.
    QuestionSet shown() const;

    // Asks for a session on the questions that pass the filter, if one is set.
    void practise();

    // Asks again which questions pass the filter, after work on other pages.
    void findAgain();
    // Reads rows again, after something about them was saved.
    void refresh();

signals:
    void practiceRequested(const QString &title, const QList<QuestionId> &questions);
    void questionChosen(QuestionId question);
    void filterChanged(); // and its result is shown

private:
    void buildControls();
    void fillTopics();
    void readControls();
    void showFilter();
    void showSort();
    void show(const QuestionMatches &matches);
    void showEmptyState(const QuestionMatches &matches);
    void choose(const QModelIndex &index);
    void chooseFirst();
    QString filterTitle() const;

    const Desk &m_desk;
    QuestionFinder *m_finder;
    QuestionListModel *m_model;
    QuestionFilter m_filter;
    QList<QuestionId> m_found;
    QuestionId m_shown = 0;
    bool m_showingFilter = false;
    bool m_finding = false; // what is listed does not answer m_filter yet
    bool m_toFirst = false; // choose the first once it does

    SearchField *m_search;
    ChoiceButton *m_tier;
    ChoiceButton *m_topic;
    ChoiceButton *m_state;
    ChoiceButton *m_sort;
    QLabel *m_count;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    QPushButton *m_practise;
};
