import QtQuick

// How urgent something looks. Always beside an icon and a word.
QtObject {
    enum Kind { Neutral, Primary, Green, Yellow, Orange, Red }
}
