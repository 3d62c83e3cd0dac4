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
    <name>RingPicture</name>
    <message numerus="yes">
        <source>%n other module(s)</source>
        <translation>
            <numerusform>%n other module</numerusform>
            <numerusform>%n other modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other owner(s)</source>
        <translation>
            <numerusform>%n other owner</numerusform>
            <numerusform>%n other owners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other environment(s)</source>
        <translation>
            <numerusform>%n other environment</numerusform>
            <numerusform>%n other environments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) ·</source>
        <translation>
            <numerusform>%n owner ·</numerusform>
            <numerusform>%n owners ·</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::BlastCards</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) what changed</source>
        <translation>
            <numerusform>%n uses what changed</numerusform>
            <numerusform>%n use what changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n module</numerusform>
            <numerusform>%n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n test</numerusform>
            <numerusform>%n tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s)</source>
        <translation>
            <numerusform>%n owner</numerusform>
            <numerusform>%n owners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data store(s) changed</source>
        <translation>
            <numerusform>%n data store changed</numerusform>
            <numerusform>%n data stores changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absent</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::BlastPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
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
    <name>countersign::ui::DependentModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
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
    <name>countersign::ui::FindingPanel</name>
    <message numerus="yes">
        <source>%1 · and %n like it</source>
        <translation>
            <numerusform>%1 · and %n like it</numerusform>
            <numerusform>%1 · and %n like it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other tools say %n thing(s)</source>
        <translation>
            <numerusform>Other tools say %n thing</numerusform>
            <numerusform>Other tools say %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be looked at or used</source>
        <translation>
            <numerusform>%n thing could not be looked at or used</numerusform>
            <numerusform>%n things could not be looked at or used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::InitWizard</name>
    <message numerus="yes">
        <source>%n maintainer(s) sign a roster</source>
        <translation>
            <numerusform>%n maintainer signs a roster</numerusform>
            <numerusform>%n maintainers sign a roster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Policy: %n rule(s) beside what holds for every change; SHA-256 %1</source>
        <translation>
            <numerusform>Policy: %n rule beside what holds for every change; SHA-256 %1</numerusform>
            <numerusform>Policy: %n rules beside what holds for every change; SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It still takes %n signature(s) of: %1. Save roster and policy, and let them run the command below. Nothing is in the ledger before.</source>
        <translation>
            <numerusform>It still takes %n signature of: %1. Save roster and policy, and let them run the command below. Nothing is in the ledger before.</numerusform>
            <numerusform>It still takes %n signatures of: %1. Save roster and policy, and let them run the command below. Nothing is in the ledger before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::LedgerPage</name>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n record</numerusform>
            <numerusform>%1 · %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bundle %1 · %n record(s)</source>
        <translation>
            <numerusform>Bundle %1 · %n record</numerusform>
            <numerusform>Bundle %1 · %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %n record(s) do not verify.</source>
        <translation>
            <numerusform>✗ %n record does not verify.</numerusform>
            <numerusform>✗ %n records do not verify.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checkpoint of %1 entries, %n signature(s).</source>
        <translation>
            <numerusform>Checkpoint of %1 entries, %n signature.</numerusform>
            <numerusform>Checkpoint of %1 entries, %n signatures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::Meetings</name>
    <message numerus="yes">
        <source>It meets other open changes in %n place(s).</source>
        <translation>
            <numerusform>It meets other open changes in %n place.</numerusform>
            <numerusform>It meets other open changes in %n places.</numerusform>
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
<context>
    <name>countersign::ui::RingView</name>
    <message numerus="yes">
        <source>%n file(s) of %1, %2</source>
        <translation>
            <numerusform>%n file of %1, %2</numerusform>
            <numerusform>%n files of %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RosterSettings</name>
    <message numerus="yes">
        <source>Version %1, good until %2. The next version takes the signatures of %n maintainer(s). The first version is %3.</source>
        <translation>
            <numerusform>Version %1, good until %2. The next version takes the signatures of %n maintainer. The first version is %3.</numerusform>
            <numerusform>Version %1, good until %2. The next version takes the signatures of %n maintainers. The first version is %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RuleSettings</name>
    <message numerus="yes">
        <source>steps down by one: disputed %n time(s)</source>
        <translation>
            <numerusform>steps down by one: disputed %n time</numerusform>
            <numerusform>steps down by one: disputed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disputed %n time(s)</source>
        <translation>
            <numerusform>disputed %n time</numerusform>
            <numerusform>disputed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SignDialog</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::TrustPanel</name>
    <message numerus="yes">
        <source>Version %1 of repository %2, good until %3. The next version takes the signatures of %n maintainer(s).</source>
        <translation>
            <numerusform>Version %1 of repository %2, good until %3. The next version takes the signatures of %n maintainer.</numerusform>
            <numerusform>Version %1 of repository %2, good until %3. The next version takes the signatures of %n maintainers.</numerusform>
        </translation>
    </message>
</context>
</TS>
