pragma Singleton
import QtQuick
import Doorstep.Models

// Days, times and spans in words.
QtObject {
    // "20 Nov", 11月20日
    function day(at: moment): string {
        return at.known ? qsTr("%2 %1", "month name, day of month").arg(monthName(at.month)).arg(at.day) : qsTr("—")
    }

    // "20 Nov 2026", 2026年11月20日
    function dayOfYear(at: moment): string {
        return at.known ? qsTr("%1 %2", "date, year").arg(day(at)).arg(at.year) : qsTr("—")
    }

    // "Fri 20 Nov", 11月20日 周五
    function weekdayAndDay(at: moment): string {
        return at.known ? qsTr("%1 %2", "weekday, date").arg(weekday(at.weekday)).arg(day(at)) : qsTr("—")
    }

    function time(at: moment): string {
        return at.hasTime ? String(at.hour).padStart(2, "0") + ":" + String(at.minute).padStart(2, "0") : ""
    }

    // "20 Nov 09:31"; the day alone where no time is known.
    function dayAndTime(at: moment): string {
        return at.hasTime ? day(at) + " " + time(at) : day(at)
    }

    // Today only the time matters, before it only the day.
    function recent(at: moment, today: moment): string {
        return at.year === today.year && at.month === today.month && at.day === today.day ? time(at) : day(at)
    }

    function month(year: int, month: int): string {
        return qsTr("%1 %2", "month name, year").arg(monthName(month)).arg(year)
    }

    function minutes(count: int): string {
        return qsTr("%n min", "", count)
    }

    // Hours as the reports have them: 20.5
    function hours(minutes: int): string {
        return qsTr("%1 h", "hours").arg((Math.round(minutes / 6) / 10).toFixed(1))
    }

    function seconds(count: int): string {
        return count < 120 ? qsTr("%n second(s)", "", count) : span(Math.ceil(count / 60))
    }

    // A stretch of time in its largest sensible unit.
    function span(minutes: int): string {
        if (minutes < 60)
            return qsTr("%n minute(s)", "", Math.max(0, minutes))
        if (minutes < 48 * 60)
            return qsTr("%n hour(s)", "", Math.round(minutes / 60))
        return qsTr("%n day(s)", "", Math.round(minutes / (24 * 60)))
    }

    function lunar(on: lunarDay): string {
        if (on.month === 0)
            return ""
        const words = qsTr("lunar %1/%2", "Chinese calendar: month, day").arg(lunarMonth(on.month)).arg(lunarDayName(on.day))
        return on.leapMonth ? qsTr("%1 (leap month)").arg(words) : words
    }

    function weekday(number: int): string {
        const names = [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"), qsTr("Sat"), qsTr("Sun")]
        return names[number - 1]
    }

    function monthName(number: int): string {
        const names = [qsTr("Jan"), qsTr("Feb"), qsTr("Mar"), qsTr("Apr"), qsTr("May"), qsTr("Jun"), qsTr("Jul"),
                       qsTr("Aug"), qsTr("Sep"), qsTr("Oct"), qsTr("Nov"), qsTr("Dec")]
        return names[number - 1]
    }

    function lunarMonth(number: int): string {
        const names = [qsTr("1", "lunar month"), qsTr("2", "lunar month"), qsTr("3", "lunar month"),
                       qsTr("4", "lunar month"), qsTr("5", "lunar month"), qsTr("6", "lunar month"),
                       qsTr("7", "lunar month"), qsTr("8", "lunar month"), qsTr("9", "lunar month"),
                       qsTr("10", "lunar month"), qsTr("11", "lunar month"), qsTr("12", "lunar month")]
        return names[number - 1]
    }

    function lunarDayName(number: int): string {
        const names = [qsTr("1", "lunar day"), qsTr("2", "lunar day"), qsTr("3", "lunar day"), qsTr("4", "lunar day"),
                       qsTr("5", "lunar day"), qsTr("6", "lunar day"), qsTr("7", "lunar day"), qsTr("8", "lunar day"),
                       qsTr("9", "lunar day"), qsTr("10", "lunar day"), qsTr("11", "lunar day"), qsTr("12", "lunar day"),
                       qsTr("13", "lunar day"), qsTr("14", "lunar day"), qsTr("15", "lunar day"), qsTr("16", "lunar day"),
                       qsTr("17", "lunar day"), qsTr("18", "lunar day"), qsTr("19", "lunar day"), qsTr("20", "lunar day"),
                       qsTr("21", "lunar day"), qsTr("22", "lunar day"), qsTr("23", "lunar day"), qsTr("24", "lunar day"),
                       qsTr("25", "lunar day"), qsTr("26", "lunar day"), qsTr("27", "lunar day"), qsTr("28", "lunar day"),
                       qsTr("29", "lunar day"), qsTr("30", "lunar day")]
        return names[number - 1]
    }
}
