// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/studysetting.h"

#include "model/collection/sql.h"

using namespace Qt::StringLiterals;

Status keepSetting(const Database &database, const QString &key, const QString &value)
{
    return execute(database,
                   u"INSERT INTO setting(key, value) VALUES (?, ?)"
                   " ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
                   {key, value});
}
