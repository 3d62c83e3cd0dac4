<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>DiffModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) folded, %1 · Enter shows them</source>
        <translation>
            <numerusform>⋯ %n line folded, %1 · Enter shows it</numerusform>
            <numerusform>⋯ %n lines folded, %1 · Enter shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged line(s)</source>
        <translation>
            <numerusform>⋯ %n unchanged line</numerusform>
            <numerusform>⋯ %n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ChangeHeader</name>
    <message numerus="yes">
        <source>%1 · %2 → %3 · %n commit(s) · %4</source>
        <translation>
            <numerusform>%1 · %2 → %3 · %n commit · %4</numerusform>
            <numerusform>%1 · %2 → %3 · %n commits · %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ChangePage</name>
    <message numerus="yes">
        <source>AI lines %1 of %2 · %n open finding(s)</source>
        <translation>
            <numerusform>AI lines %1 of %2 · %n open finding</numerusform>
            <numerusform>AI lines %1 of %2 · %n open findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %1 / %2 lines · AI lines %3 / %4 · Checklist %5 / %6 · %n open finding(s)</source>
        <translation>
            <numerusform>Read %1 / %2 lines · AI lines %3 / %4 · Checklist %5 / %6 · %n open finding</numerusform>
            <numerusform>Read %1 / %2 lines · AI lines %3 / %4 · Checklist %5 / %6 · %n open findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %n line(s)</source>
        <translation>
            <numerusform>read %n line</numerusform>
            <numerusform>read %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answer %n question(s)</source>
        <translation>
            <numerusform>answer %n question</numerusform>
            <numerusform>answer %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settle %n finding(s)</source>
        <translation>
            <numerusform>settle %n finding</numerusform>
            <numerusform>settle %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::DiffPane</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hunk(s) hidden by that</source>
        <translation>
            <numerusform>%n hunk hidden by that</numerusform>
            <numerusform>%n hunks hidden by that</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::FileListModel</name>
    <message numerus="yes">
        <source>%1, %2, %n finding(s)</source>
        <translation>
            <numerusform>%1, %2, %n finding</numerusform>
            <numerusform>%1, %2, %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s)</source>
        <translation>
            <numerusform>%n commit</numerusform>
            <numerusform>%n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::FilePanel</name>
    <message numerus="yes">
        <source>%n file(s), riskiest first</source>
        <translation>
            <numerusform>%n file, riskiest first</numerusform>
            <numerusform>%n files, riskiest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::QueuePage</name>
    <message numerus="yes">
        <source>%1 · target %2 · %n open change(s)</source>
        <translation>
            <numerusform>%1 · target %2 · %n open change</numerusform>
            <numerusform>%1 · target %2 · %n open changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Why %1 stands here: %2. %n finding(s). Enter opens it.</source>
        <translation>
            <numerusform>Why %1 stands here: %2. %n finding. Enter opens it.</numerusform>
            <numerusform>Why %1 stands here: %2. %n findings. Enter opens it.</numerusform>
        </translation>
    </message>
</context>
</TS>
