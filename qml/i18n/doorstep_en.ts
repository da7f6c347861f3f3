<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>OpenRisksList</name>
    <message numerus="yes">
        <source>%n risk(s) open</source>
        <translation>
            <numerusform>%n risk open</numerusform>
            <numerusform>%n risks open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to acknowledge</source>
        <translation>
            <numerusform>%n to acknowledge</numerusform>
            <numerusform>%n to acknowledge</numerusform>
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
