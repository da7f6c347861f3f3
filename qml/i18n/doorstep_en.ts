<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AssignSheet</name>
    <message numerus="yes">
        <source>%n door(s)</source>
        <translation>
            <numerusform>%n door</numerusform>
            <numerusform>%n doors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message numerus="yes">
        <source>Written: %1, %n change(s). They wait here until the receipts are read.</source>
        <translation>
            <numerusform>Written: %1, %n change. It waits here until the receipts are read.</numerusform>
            <numerusform>Written: %1, %n changes. They wait here until the receipts are read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleOutcomes</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleWords</name>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n taken</numerusform>
            <numerusform>%n taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>%n put aside</numerusform>
            <numerusform>%n put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known before</source>
        <translation>
            <numerusform>%n known before</numerusform>
            <numerusform>%n known before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CareWords</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message numerus="yes">
        <source>%n record(s) came again from the service.</source>
        <translation>
            <numerusform>%n record came again from the service.</numerusform>
            <numerusform>%n records came again from the service.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that no longer belong here went.</source>
        <translation>
            <numerusform>%n record that no longer belongs here went.</numerusform>
            <numerusform>%n records that no longer belong here went.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of yours are sent again.</source>
        <translation>
            <numerusform>%n record of yours is sent again.</numerusform>
            <numerusform>%n records of yours are sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageStanding</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were put aside and are in no figure yet.</source>
        <translation>
            <numerusform>%n change was put aside and is in no figure yet.</numerusform>
            <numerusform>%n changes were put aside and are in no figure yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest open risk has been open for %n day(s).</source>
        <translation>
            <numerusform>The oldest open risk has been open for %n day.</numerusform>
            <numerusform>The oldest open risk has been open for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message numerus="yes">
        <source>You can enter what was up to %n day(s) ago.</source>
        <translation>
            <numerusform>You can enter what was up to %n day ago.</numerusform>
            <numerusform>You can enter what was up to %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElderPage</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EldersList</name>
    <message numerus="yes">
        <source>%n elder(s)</source>
        <translation>
            <numerusform>%n elder</numerusform>
            <numerusform>%n elders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message numerus="yes">
        <source>At least %n digit(s), not a birthday. It opens this device every day.</source>
        <translation>
            <numerusform>At least %n digit, not a birthday. It opens this device every day.</numerusform>
            <numerusform>At least %n digits, not a birthday. It opens this device every day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpSheet</name>
    <message numerus="yes">
        <source>Look again in %n day(s)</source>
        <translation>
            <numerusform>Look again in %n day</numerusform>
            <numerusform>Look again in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n row(s) can be sent</source>
        <translation>
            <numerusform>%n row can be sent</numerusform>
            <numerusform>%n rows can be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot</source>
        <translation>
            <numerusform>%n row cannot</numerusform>
            <numerusform>%n rows cannot</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftBundles</name>
    <message numerus="yes">
        <source>%n change(s) wait to be sent</source>
        <translation>
            <numerusform>%n change waits to be sent</numerusform>
            <numerusform>%n changes wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are on the stick, in %1. Please take it to the district desk.</source>
        <translation>
            <numerusform>%n change is on the stick, in %1. Please take it to the district desk.</numerusform>
            <numerusform>%n changes are on the stick, in %1. Please take them to the district desk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissedList</name>
    <message numerus="yes">
        <source>%n elder(s)</source>
        <translation>
            <numerusform>%n elder</numerusform>
            <numerusform>%n elders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthHours</name>
    <message numerus="yes">
        <source>%n entry(s) overlap</source>
        <translation>
            <numerusform>%n entry overlaps</numerusform>
            <numerusform>%n entries overlap</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message numerus="yes">
        <source>%n visit(s) not uploaded yet</source>
        <translation>
            <numerusform>%n visit not uploaded yet</numerusform>
            <numerusform>%n visits not uploaded yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenWorkCounts</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenWorkList</name>
    <message numerus="yes">
        <source>%n thing(s) open</source>
        <translation>
            <numerusform>%n thing open</numerusform>
            <numerusform>%n things open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n urgent</numerusform>
            <numerusform>%n urgent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) put aside: decide …</source>
        <translation>
            <numerusform>%n change put aside: decide …</numerusform>
            <numerusform>%n changes put aside: decide …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message numerus="yes">
        <source>Why it is entered only now (more than %n day(s) later)</source>
        <translation>
            <numerusform>Why it is entered only now (more than %n day later)</numerusform>
            <numerusform>Why it is entered only now (more than %n days later)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCell</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message numerus="yes">
        <source>%n picture(s) wait for the upload</source>
        <translation>
            <numerusform>%n picture waits for the upload</numerusform>
            <numerusform>%n pictures wait for the upload</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n digit entered</numerusform>
            <numerusform>%n digits entered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromiseSheet</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconciliationCard</name>
    <message numerus="yes">
        <source>Reconciles; %n device(s) not heard from</source>
        <translation>
            <numerusform>Reconciles; %n device not heard from</numerusform>
            <numerusform>Reconciles; %n devices not heard from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) still hold something.</source>
        <translation>
            <numerusform>%n device still holds something.</numerusform>
            <numerusform>%n devices still hold something.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for somebody.</source>
        <translation>
            <numerusform>%n change waits for somebody.</numerusform>
            <numerusform>%n changes wait for somebody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) were not heard from that day.</source>
        <translation>
            <numerusform>%n device was not heard from that day.</numerusform>
            <numerusform>%n devices were not heard from that day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleDraftSheet</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleSetCard</name>
    <message numerus="yes">
        <source>Two contacts closer than %n minute(s) are one person-time</source>
        <translation>
            <numerusform>Two contacts closer than %n minute are one person-time</numerusform>
            <numerusform>Two contacts closer than %n minutes are one person-time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A confirmed absence holds for %n day(s)</source>
        <translation>
            <numerusform>A confirmed absence holds for %n day</numerusform>
            <numerusform>A confirmed absence holds for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A stay in a care home under %n day(s) counts as hospital</source>
        <translation>
            <numerusform>A stay in a care home under %n day counts as hospital</numerusform>
            <numerusform>A stay in a care home under %n days counts as hospital</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First visit within %n day(s) after care begins</source>
        <translation>
            <numerusform>First visit within %n day after care begins</numerusform>
            <numerusform>First visit within %n days after care begins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A visitor may enter a visit up to %n day(s) later</source>
        <translation>
            <numerusform>A visitor may enter a visit up to %n day later</numerusform>
            <numerusform>A visitor may enter a visit up to %n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody answers, tier C: second try within %n day(s)</source>
        <translation>
            <numerusform>Nobody answers, tier C: second try within %n day</numerusform>
            <numerusform>Nobody answers, tier C: second try within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStatusCard</name>
    <message numerus="yes">
        <source>%n visit(s) are safely kept on this device.</source>
        <translation>
            <numerusform>%n visit is safely kept on this device.</numerusform>
            <numerusform>%n visits are safely kept on this device.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) kept on this device, uploaded when there is a network</source>
        <translation>
            <numerusform>%n visit kept on this device, uploaded when there is a network</numerusform>
            <numerusform>%n visits kept on this device, uploaded when there is a network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) kept on this device, uploaded when there is a network</source>
        <translation>
            <numerusform>%n thing kept on this device, uploaded when there is a network</numerusform>
            <numerusform>%n things kept on this device, uploaded when there is a network</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayAlarm</name>
    <message numerus="yes">
        <source>And %n more search(es) that cannot wait.</source>
        <translation>
            <numerusform>And %n more search that cannot wait.</numerusform>
            <numerusform>And %n more searches that cannot wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerPage</name>
    <message numerus="yes">
        <source>%n elder(s)</source>
        <translation>
            <numerusform>%n elder</numerusform>
            <numerusform>%n elders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkerRow</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still due</source>
        <translation>
            <numerusform>%n still due</numerusform>
            <numerusform>%n still due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
</context>
</TS>
