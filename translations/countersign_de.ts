<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open repository…</source>
        <translation>Repository öffnen …</translation>
    </message>
    <message>
        <source>Open patch or bundle…</source>
        <translation>Patch oder Bundle öffnen …</translation>
    </message>
    <message>
        <source>Read the repository again</source>
        <translation>Repository neu lesen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Next hunk</source>
        <translation>Nächster Hunk</translation>
    </message>
    <message>
        <source>Previous hunk</source>
        <translation>Vorheriger Hunk</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Nächster Befund</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Vorheriger Befund</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Nächste Datei</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>Vorherige Datei</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Laufendes abbrechen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Countersign</source>
        <translation>Über Countersign</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>Approve and sign…</source>
        <translation>Freigeben und unterschreiben …</translation>
    </message>
    <message>
        <source>Reject and sign…</source>
        <translation>Ablehnen und unterschreiben …</translation>
    </message>
    <message>
        <source>Withdraw my record…</source>
        <translation>Meinen Nachweis zurückziehen …</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>Nächster Kommentar</translation>
    </message>
    <message>
        <source>Previous comment</source>
        <translation>Vorheriger Kommentar</translation>
    </message>
    <message>
        <source>Other end of the moved block</source>
        <translation>Anderes Ende des verschobenen Blocks</translation>
    </message>
    <message>
        <source>Definition of the selected name in this change</source>
        <translation>Definition des ausgewählten Namens in dieser Änderung</translation>
    </message>
    <message>
        <source>Search in the file…</source>
        <translation>In der Datei suchen …</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Comment on the line…</source>
        <translation>Zeile kommentieren …</translation>
    </message>
    <message>
        <source>Acknowledge the finding</source>
        <translation>Befund zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Waive the finding…</source>
        <translation>Befund erlassen …</translation>
    </message>
    <message>
        <source>Dispute the finding…</source>
        <translation>Befund bestreiten …</translation>
    </message>
    <message>
        <source>Who brought this line</source>
        <translation>Wer diese Zeile gebracht hat</translation>
    </message>
    <message>
        <source>Copy the old side of the lines</source>
        <translation>Alte Seite der Zeilen kopieren</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>Unified or side by side</source>
        <translation>Untereinander oder nebeneinander</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Leave out white space: next mode</source>
        <translation>Leerraum nicht beachten: nächste Stufe</translation>
    </message>
    <message>
        <source>Leave out blank lines</source>
        <translation>Leerzeilen nicht beachten</translation>
    </message>
    <message>
        <source>Show all unchanged lines</source>
        <translation>Alle unveränderten Zeilen zeigen</translation>
    </message>
    <message>
        <source>Hide unchanged lines again</source>
        <translation>Unveränderte Zeilen wieder verbergen</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>Code größer</translation>
    </message>
    <message>
        <source>Smaller code</source>
        <translation>Code kleiner</translation>
    </message>
    <message>
        <source>Usual size of code</source>
        <translation>Code in üblicher Größe</translation>
    </message>
    <message>
        <source>Wider tabs</source>
        <translation>Breitere Tabulatoren</translation>
    </message>
    <message>
        <source>Narrower tabs</source>
        <translation>Schmalere Tabulatoren</translation>
    </message>
    <message>
        <source>Editor…</source>
        <translation>Editor …</translation>
    </message>
    <message>
        <source>Light, without red and green</source>
        <translation>Hell, ohne Rot und Grün</translation>
    </message>
    <message>
        <source>Dark, without red and green</source>
        <translation>Dunkel, ohne Rot und Grün</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Mark the hunk or the selected lines as read, go to the next unread one</source>
        <translation>Den Hunk oder die gewählten Zeilen als gelesen markieren, weiter zum nächsten ungelesenen</translation>
    </message>
    <message>
        <source>Mark the hunk or the selected lines as unread</source>
        <translation>Den Hunk oder die gewählten Zeilen als ungelesen markieren</translation>
    </message>
    <message>
        <source>Encoding of the file…</source>
        <translation>Kodierung der Datei…</translation>
    </message>
    <message>
        <source>&amp;Ledger</source>
        <translation>&amp;Register</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Tag as AI-assisted…</source>
        <translation>Als KI-gestützt kennzeichnen …</translation>
    </message>
    <message>
        <source>Import a report of scanners or coverage…</source>
        <translation>Bericht von Scannern oder Abdeckung importieren …</translation>
    </message>
    <message>
        <source>Override a requirement…</source>
        <translation>Anforderung übergehen …</translation>
    </message>
    <message>
        <source>Verify all records</source>
        <translation>Alle Nachweise verifizieren</translation>
    </message>
    <message>
        <source>Fetch the ledger</source>
        <translation>Register holen</translation>
    </message>
    <message>
        <source>Push the ledger</source>
        <translation>Register pushen</translation>
    </message>
    <message>
        <source>Sign a checkpoint…</source>
        <translation>Prüfpunkt signieren …</translation>
    </message>
    <message>
        <source>Verify a bundle…</source>
        <translation>Bündel verifizieren …</translation>
    </message>
    <message>
        <source>Export a bundle…</source>
        <translation>Bündel exportieren …</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Print report…</source>
        <translation>Bericht drucken …</translation>
    </message>
    <message>
        <source>Set up roster and policy…</source>
        <translation>Personenliste und Richtlinie einrichten …</translation>
    </message>
    <message>
        <source>Sign a test</source>
        <translation>Testweise signieren</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Farben des Desktops</translation>
    </message>
    <message>
        <source>Export the picture of the blast radius…</source>
        <translation>Bild des Wirkungsradius exportieren …</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Wirkungsradius</translation>
    </message>
    <message>
        <source>Meets</source>
        <translation>Trifft auf</translation>
    </message>
    <message>
        <source>What the reached file depends on</source>
        <translation>Wovon die erreichte Datei abhängt</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>countersign: %1 See “countersign --help”.
</source>
        <translation>countersign: %1 Siehe „countersign --help“.
</translation>
    </message>
</context>
<context>
    <name>DependentModel</name>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>scheduled job</source>
        <translation>geplanter Job</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>infrastructure</source>
        <translation>Infrastruktur</translation>
    </message>
</context>
<context>
    <name>DiffAccessible</name>
    <message>
        <source>no line on the old side</source>
        <translation>keine Zeile auf der alten Seite</translation>
    </message>
    <message>
        <source>old line %1: %2</source>
        <translation>alte Zeile %1: %2</translation>
    </message>
    <message>
        <source>Old side</source>
        <translation>Alte Seite</translation>
    </message>
    <message>
        <source>New side</source>
        <translation>Neue Seite</translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>finding %1, %2, %3</source>
        <translation>Befund %1, %2, %3</translation>
    </message>
    <message>
        <source>comment, %1: %2</source>
        <translation>Kommentar, %1: %2</translation>
    </message>
    <message>
        <source>AI-assisted</source>
        <translation>mit KI-Hilfe</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 zu %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) folded, %1 · Enter shows them</source>
        <translation>
            <numerusform>⋯ %n Zeile eingeklappt, %1 · Eingabetaste zeigt sie</numerusform>
            <numerusform>⋯ %n Zeilen eingeklappt, %1 · Eingabetaste zeigt sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged line(s)</source>
        <translation>
            <numerusform>⋯ %n unveränderte Zeile</numerusform>
            <numerusform>⋯ %n unveränderte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>%1 into %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>nobody known: %1</source>
        <translation>niemand Bekanntes: %1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Decision and change</source>
        <translation>Entscheidung und Änderung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Wann (UTC)</translation>
    </message>
</context>
<context>
    <name>Meetings</name>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (entfernt)</translation>
    </message>
</context>
<context>
    <name>PolicyList</name>
    <message>
        <source>Every change</source>
        <translation>Jede Änderung</translation>
    </message>
</context>
<context>
    <name>RingPicture</name>
    <message>
        <source>document or generated</source>
        <translation>Dokument oder generiert</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>depends on it</source>
        <translation>hängt davon ab</translation>
    </message>
    <message>
        <source>uses what changed, or entry point</source>
        <translation>nutzt das Geänderte, oder Einstiegspunkt</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message numerus="yes">
        <source>%n other module(s)</source>
        <translation>
            <numerusform>%n anderes Modul</numerusform>
            <numerusform>%n andere Module</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other owner(s)</source>
        <translation>
            <numerusform>%n anderer Eigentümer</numerusform>
            <numerusform>%n andere Eigentümer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other environment(s)</source>
        <translation>
            <numerusform>%n andere Umgebung</numerusform>
            <numerusform>%n andere Umgebungen</numerusform>
        </translation>
    </message>
    <message>
        <source>top folder</source>
        <translation>oberster Ordner</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>kein Eigentümer</translation>
    </message>
    <message>
        <source>every environment</source>
        <translation>jede Umgebung</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s) ·</source>
        <translation>
            <numerusform>%n Eigentümer ·</numerusform>
            <numerusform>%n Eigentümer ·</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 Wo.</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>This change does not raise the question “%1”.</source>
        <translation>Diese Änderung wirft die Frage „%1“ nicht auf.</translation>
    </message>
    <message>
        <source>“countersign checklist” lists the questions that it raises.</source>
        <translation>„countersign checklist“ zählt die Fragen auf, die sie aufwirft.</translation>
    </message>
    <message>
        <source>Standard input is larger than 1 GiB.</source>
        <translation>Die Standardeingabe ist größer als 1 GiB.</translation>
    </message>
    <message>
        <source>This change does not touch %1.</source>
        <translation>Diese Änderung berührt %1 nicht.</translation>
    </message>
    <message>
        <source>“countersign analyze” lists the files it touches.</source>
        <translation>„countersign analyze“ zählt die Dateien auf, die sie berührt.</translation>
    </message>
    <message>
        <source>No key to sign with is given.</source>
        <translation>Es ist kein Schlüssel zum Unterschreiben angegeben.</translation>
    </message>
    <message>
        <source>Give one with --key, or make one with “ssh-keygen -t ed25519”.</source>
        <translation>Geben Sie einen mit --key an oder erzeugen Sie einen mit „ssh-keygen -t ed25519“.</translation>
    </message>
    <message>
        <source>The ledger has no record of yours for this head.</source>
        <translation>Das Register hat keinen Nachweis von Ihnen für diesen Stand.</translation>
    </message>
    <message>
        <source>“countersign verify” lists the records.</source>
        <translation>„countersign verify“ zählt die Nachweise auf.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check its name and its permissions; it must not be empty.</source>
        <translation>Prüfen Sie Namen und Rechte; sie darf nicht leer sein.</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>consequence</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>likelihood</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>infrastructure</source>
        <translation>Infrastruktur</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>translations</source>
        <translation>Übersetzungen</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>vendored</source>
        <translation>Fremdcode</translation>
    </message>
    <message>
        <source>lock file</source>
        <translation>Lock-Datei</translation>
    </message>
    <message>
        <source>agent instructions</source>
        <translation>Agentenanweisungen</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>type changed</source>
        <translation>Art geändert</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>submodule</source>
        <translation>Submodul</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>symbolischer Link</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>asserted</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>automation</source>
        <translation>Automatik</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 must be a text that is not empty.</source>
        <translation>%1 muss ein nicht leerer Text sein.</translation>
    </message>
    <message>
        <source>%1 must be a list of texts.</source>
        <translation>%1 muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 muss true oder false sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be a table.</source>
        <translation>%1 muss eine Tabelle sein.</translation>
    </message>
    <message>
        <source>%1 must be a list of tables.</source>
        <translation>%1 muss eine Liste von Tabellen sein.</translation>
    </message>
    <message>
        <source>Unknown field: %1</source>
        <translation>Unbekanntes Feld: %1</translation>
    </message>
    <message>
        <source>The field %1 is missing.</source>
        <translation>Das Feld %1 fehlt.</translation>
    </message>
    <message>
        <source>This is not valid TOML: %1</source>
        <translation>Das ist kein gültiges TOML: %1</translation>
    </message>
    <message>
        <source>The bundle is damaged.</source>
        <translation>Das Bundle ist beschädigt.</translation>
    </message>
    <message>
        <source>Make it again with “git bundle create”.</source>
        <translation>Erzeugen Sie es neu mit „git bundle create“.</translation>
    </message>
    <message>
        <source>The bundle needs “%1”, which is not supported.</source>
        <translation>Das Bundle verlangt „%1“, was nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>The bundle builds on commit %1, which is not in this repository.</source>
        <translation>Das Bundle baut auf Commit %1 auf, den dieses Repository nicht hat.</translation>
    </message>
    <message>
        <source>Open the repository it was made from with -C REPO, or fetch that commit.</source>
        <translation>Öffnen Sie mit -C REPO das Repository, aus dem es stammt, oder holen Sie diesen Commit.</translation>
    </message>
    <message>
        <source>There is no change %1 in this repository.</source>
        <translation>In diesem Repository gibt es keine Änderung %1.</translation>
    </message>
    <message>
        <source>Fetch it first, for example with “git fetch origin %1:%1”.</source>
        <translation>Holen Sie sie zuerst, zum Beispiel mit „git fetch origin %1:%1“.</translation>
    </message>
    <message>
        <source>The bundle has no branch.</source>
        <translation>Das Bundle hat keinen Branch.</translation>
    </message>
    <message>
        <source>No change is given.</source>
        <translation>Es ist keine Änderung angegeben.</translation>
    </message>
    <message>
        <source>The repository has no commit yet.</source>
        <translation>Das Repository hat noch keinen Commit.</translation>
    </message>
    <message>
        <source>Make a first commit, or open another repository.</source>
        <translation>Legen Sie einen ersten Commit an oder öffnen Sie ein anderes Repository.</translation>
    </message>
    <message>
        <source>Fetch it with “git fetch origin %1”.</source>
        <translation>Holen Sie sie mit „git fetch origin %1“.</translation>
    </message>
    <message>
        <source>This clone is shallow. Run “git fetch --unshallow” in it.</source>
        <translation>Dieser Klon ist flach. Führen Sie darin „git fetch --unshallow“ aus.</translation>
    </message>
    <message>
        <source>Object %1 is missing or damaged.</source>
        <translation>Objekt %1 fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation>Es kann kein temporärer Ordner angelegt werden.</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that can be written.</source>
        <translation>Setzen Sie TMPDIR auf einen beschreibbaren Ordner.</translation>
    </message>
    <message>
        <source>Object %1 does not have the content that its name says.</source>
        <translation>Objekt %1 hat nicht den Inhalt, den sein Name verspricht.</translation>
    </message>
    <message>
        <source>The repository is damaged or was tampered with. Run “git fsck” and fetch it anew.</source>
        <translation>Das Repository ist beschädigt oder wurde verfälscht. Führen Sie „git fsck“ aus und holen Sie es neu.</translation>
    </message>
    <message>
        <source>An object cannot be written.</source>
        <translation>Ein Objekt kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the repository can be written and that the disk is not full.</source>
        <translation>Prüfen Sie, ob das Repository beschreibbar und die Platte nicht voll ist.</translation>
    </message>
    <message>
        <source>A commit needs a name and an address.</source>
        <translation>Ein Commit braucht einen Namen und eine Adresse.</translation>
    </message>
    <message>
        <source>A commit cannot be written.</source>
        <translation>Ein Commit kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no patch in it.</source>
        <translation>Darin ist kein Patch.</translation>
    </message>
    <message>
        <source>Give what “git diff”, “git format-patch” or “git bundle” wrote.</source>
        <translation>Geben Sie an, was „git diff“, „git format-patch“ oder „git bundle“ geschrieben hat.</translation>
    </message>
    <message>
        <source>The patch is corrupt: %1.</source>
        <translation>Der Patch ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Make it again with “git format-patch”; mail programs often damage patches.</source>
        <translation>Erzeugen Sie ihn neu mit „git format-patch“; Mailprogramme beschädigen Patches oft.</translation>
    </message>
    <message>
        <source>The patch does not apply: %1.</source>
        <translation>Der Patch lässt sich nicht anwenden: %1.</translation>
    </message>
    <message>
        <source>Open the repository it was made for with -C REPO, and name the branch it is based on with --target.</source>
        <translation>Öffnen Sie mit -C REPO das Repository, für das er gemacht wurde, und nennen Sie mit --target den Branch, auf dem er beruht.</translation>
    </message>
    <message>
        <source>The reference cannot be read.</source>
        <translation>Die Referenz kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The references cannot be read.</source>
        <translation>Die Referenzen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no branch “%1”.</source>
        <translation>Es gibt keinen Branch „%1“.</translation>
    </message>
    <message>
        <source>Give an existing branch with --target BRANCH.</source>
        <translation>Geben Sie mit --target BRANCH einen vorhandenen Branch an.</translation>
    </message>
    <message>
        <source>The branch that changes are meant for is not known.</source>
        <translation>Es ist nicht bekannt, für welchen Branch Änderungen bestimmt sind.</translation>
    </message>
    <message>
        <source>Give it with --target BRANCH.</source>
        <translation>Geben Sie ihn mit --target BRANCH an.</translation>
    </message>
    <message>
        <source>“%1” fits several objects.</source>
        <translation>„%1“ passt auf mehrere Objekte.</translation>
    </message>
    <message>
        <source>Give more digits.</source>
        <translation>Geben Sie mehr Stellen an.</translation>
    </message>
    <message>
        <source>There is no revision “%1”.</source>
        <translation>Es gibt keine Revision „%1“.</translation>
    </message>
    <message>
        <source>“git branch --all” lists the branches; fetch the change first if it is on a server.</source>
        <translation>„git branch --all“ zählt die Branches auf; holen Sie die Änderung zuerst, wenn sie auf einem Server liegt.</translation>
    </message>
    <message>
        <source>Somebody else moved %1 meanwhile.</source>
        <translation>Jemand anders hat %1 inzwischen bewegt.</translation>
    </message>
    <message>
        <source>Try again; nothing is lost.</source>
        <translation>Versuchen Sie es noch einmal; nichts ist verloren.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The notes under %1 cannot be read.</source>
        <translation>Die Notizen unter %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The note cannot be written under %1.</source>
        <translation>Die Notiz kann nicht unter %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the repository can be written.</source>
        <translation>Prüfen Sie, ob das Repository beschreibbar ist.</translation>
    </message>
    <message>
        <source>The repository belongs to another user.</source>
        <translation>Das Repository gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>If you trust it, run “git config --global --add safe.directory %1”.</source>
        <translation>Wenn Sie ihm vertrauen, führen Sie „git config --global --add safe.directory %1“ aus.</translation>
    </message>
    <message>
        <source>There is no git repository here.</source>
        <translation>Hier ist kein Git-Repository.</translation>
    </message>
    <message>
        <source>Give the repository with -C REPO, or try “countersign demo DIR”.</source>
        <translation>Geben Sie das Repository mit -C REPO an oder versuchen Sie „countersign demo DIR“.</translation>
    </message>
    <message>
        <source>The repository cannot be opened.</source>
        <translation>Das Repository kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Temporary objects cannot be kept.</source>
        <translation>Temporäre Objekte können nicht abgelegt werden.</translation>
    </message>
    <message>
        <source>The repository cannot be made.</source>
        <translation>Das Repository kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Give a folder that can be written.</source>
        <translation>Geben Sie einen beschreibbaren Ordner an.</translation>
    </message>
    <message>
        <source>The files of the repository cannot be written.</source>
        <translation>Die Dateien des Repositorys können nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>A tag speaks of another version of %1 and was left out.</source>
        <translation>Eine Kennzeichnung spricht von einer anderen Fassung von %1 und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Note of commit %1: %2</source>
        <translation>Notiz zu Commit %1: %2</translation>
    </message>
    <message>
        <source>Reading evidence of AI authorship</source>
        <translation>Belege für KI-Urheberschaft werden gelesen</translation>
    </message>
    <message>
        <source>The notes in %1 cannot be read: %2</source>
        <translation>Die Notizen in %1 können nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Line %1 of the note is not understood and was left out.</source>
        <translation>Zeile %1 der Notiz ist unverständlich und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The note is larger than 16 MiB and was not read.</source>
        <translation>Die Notiz ist größer als 16 MiB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The note has no line “---” and was not read.</source>
        <translation>Die Notiz hat keine Zeile „---“ und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The metadata of the note is not valid JSON, so the note was not read.</source>
        <translation>Die Metadaten der Notiz sind kein gültiges JSON, daher wurde sie nicht gelesen.</translation>
    </message>
    <message>
        <source>The note has the format “%1”, which is not known, and was not read.</source>
        <translation>Die Notiz hat das unbekannte Format „%1“ und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Which lines commit %1 brought could not be found out: %2</source>
        <translation>Welche Zeilen Commit %1 gebracht hat, war nicht herauszufinden: %2</translation>
    </message>
    <message>
        <source>Tracing lines to their commits</source>
        <translation>Zeilen werden zu ihren Commits verfolgt</translation>
    </message>
    <message>
        <source>The built-in list of AI markers is missing.</source>
        <translation>Die eingebaute Liste der KI-Kennzeichen fehlt.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>This version of the format of AI markers is not known.</source>
        <translation>Diese Formatversion der KI-Kennzeichen ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 must be in lower case.</source>
        <translation>%1 muss klein geschrieben sein.</translation>
    </message>
    <message>
        <source>No tool is named.</source>
        <translation>Es ist kein Werkzeug genannt.</translation>
    </message>
    <message>
        <source>Name the tool that helped, for example claude-code or copilot.</source>
        <translation>Nennen Sie das Werkzeug, das geholfen hat, zum Beispiel claude-code oder copilot.</translation>
    </message>
    <message>
        <source>It is not known who you are.</source>
        <translation>Es ist nicht bekannt, wer Sie sind.</translation>
    </message>
    <message>
        <source>Set your name and address: git config user.name and user.email.</source>
        <translation>Legen Sie Name und Adresse fest: git config user.name und user.email.</translation>
    </message>
    <message>
        <source>This change has no commits in the repository to tag.</source>
        <translation>Diese Änderung hat keine Commits im Repository, die gekennzeichnet werden könnten.</translation>
    </message>
    <message>
        <source>Apply the patch or fetch the bundle first, then tag the branch.</source>
        <translation>Wenden Sie zuerst den Patch an oder holen Sie das Bundle, dann kennzeichnen Sie den Branch.</translation>
    </message>
    <message>
        <source>Line %1 of %2 does not name one exact person (a-z 0-9 . _ + @ -) but %3.</source>
        <translation>Zeile %1 von %2 nennt nicht genau eine Person (a-z 0-9 . _ + @ -), sondern %3.</translation>
    </message>
    <message>
        <source>Line %1 of %2 is not used because an earlier line for the same person cannot be read; repair or remove that one.</source>
        <translation>Zeile %1 von %2 wird nicht benutzt, weil eine frühere Zeile derselben Person nicht lesbar ist; reparieren oder entfernen Sie jene.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has options that cannot be read: %3 (times end in Z).</source>
        <translation>Zeile %1 von %2 hat unlesbare Optionen: %3 (Zeiten enden auf Z).</translation>
    </message>
    <message>
        <source>Line %1 of %2 holds no key that can be used (%3).</source>
        <translation>Zeile %1 von %2 enthält keinen brauchbaren Schlüssel (%3).</translation>
    </message>
    <message>
        <source>Line %1 of %2 holds a key that is too weak (%3).</source>
        <translation>Zeile %1 von %2 enthält einen zu schwachen Schlüssel (%3).</translation>
    </message>
    <message>
        <source>Line %1 of %2 is for a certificate authority, which is not used; list each person&apos;s own key.</source>
        <translation>Zeile %1 von %2 gilt für eine Zertifizierungsstelle, was nicht benutzt wird; führen Sie den eigenen Schlüssel jeder Person auf.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has no namespaces=&quot;%3&quot;.</source>
        <translation>Zeile %1 von %2 hat kein namespaces=&quot;%3&quot;.</translation>
    </message>
    <message>
        <source>The file of allowed signers cannot be read.</source>
        <translation>Die Datei der zugelassenen Unterzeichner kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Prüfen Sie Pfad und Rechte.</translation>
    </message>
    <message>
        <source>The file of allowed signers is larger than 1 MiB.</source>
        <translation>Die Datei der zugelassenen Unterzeichner ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>The key %1 is not in %2.</source>
        <translation>Der Schlüssel %1 steht nicht in %2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to two people: %2 and %3.</source>
        <translation>Der Schlüssel %1 gehört zwei Personen: %2 und %3.</translation>
    </message>
    <message>
        <source>The key %1 of %2 was not valid yet at the time of the record.</source>
        <translation>Der Schlüssel %1 von %2 war zur Zeit des Nachweises noch nicht gültig.</translation>
    </message>
    <message>
        <source>The key %1 of %2 has expired.</source>
        <translation>Der Schlüssel %1 von %2 ist abgelaufen.</translation>
    </message>
    <message>
        <source>It is not known whose signatures count.</source>
        <translation>Es ist nicht bekannt, wessen Unterschriften zählen.</translation>
    </message>
    <message>
        <source>Name a file with --allowed-signers FILE or the git setting gpg.ssh.allowedSignersFile; each line: PERSON namespaces=&quot;approval@countersign.dev&quot; KEYTYPE KEY.</source>
        <translation>Nennen Sie eine Datei mit --allowed-signers DATEI oder der Git-Einstellung gpg.ssh.allowedSignersFile; jede Zeile: PERSON namespaces=&quot;approval@countersign.dev&quot; SCHLÜSSELART SCHLÜSSEL.</translation>
    </message>
    <message>
        <source>The record is about another repository.</source>
        <translation>Der Nachweis gilt einem anderen Repository.</translation>
    </message>
    <message>
        <source>The tree in the record is not the tree of its head.</source>
        <translation>Der Baum im Nachweis ist nicht der Baum seines Kopfes.</translation>
    </message>
    <message>
        <source>The merge base in the record is not that of its base and head.</source>
        <translation>Die Merge-Basis im Nachweis ist nicht die von Basis und Kopf.</translation>
    </message>
    <message>
        <source>The commits in the record are not those between its merge base and its head.</source>
        <translation>Die Commits im Nachweis sind nicht die zwischen seiner Merge-Basis und seinem Kopf.</translation>
    </message>
    <message>
        <source>The contents of the changed files are not those that were signed.</source>
        <translation>Die Inhalte der geänderten Dateien sind nicht die unterschriebenen.</translation>
    </message>
    <message>
        <source>A shallow clone does not know which repository it is.</source>
        <translation>Ein flacher Klon weiß nicht, welches Repository er ist.</translation>
    </message>
    <message>
        <source>Run “git fetch --unshallow”.</source>
        <translation>Führen Sie „git fetch --unshallow“ aus.</translation>
    </message>
    <message>
        <source>%1 is not stored in the repository, so a record cannot name it.</source>
        <translation>%1 liegt nicht im Repository, daher kann kein Nachweis es nennen.</translation>
    </message>
    <message>
        <source>Apply it on a branch first (git am, git fetch), then approve the branch.</source>
        <translation>Wenden Sie es zuerst auf einem Branch an (git am, git fetch) und geben Sie dann den Branch frei.</translation>
    </message>
    <message>
        <source>It was meant for %1, now for %2.</source>
        <translation>Es war für %1 bestimmt, jetzt für %2.</translation>
    </message>
    <message>
        <source>The target branch moved from %1 to %2.</source>
        <translation>Der Ziel-Branch ist von %1 nach %2 gewandert.</translation>
    </message>
    <message>
        <source>The merge base was %1, now %2.</source>
        <translation>Die Merge-Basis war %1, jetzt %2.</translation>
    </message>
    <message>
        <source>The head was %1, now %2.</source>
        <translation>Der Kopf war %1, jetzt %2.</translation>
    </message>
    <message>
        <source>The files at the head are the same.</source>
        <translation>Die Dateien am Kopf sind dieselben.</translation>
    </message>
    <message>
        <source>The files at the head differ (tree %1, now %2).</source>
        <translation>Die Dateien am Kopf sind andere (Baum %1, jetzt %2).</translation>
    </message>
    <message>
        <source>The commits differ (%1, now %2).</source>
        <translation>Die Commits sind andere (%1, jetzt %2).</translation>
    </message>
    <message>
        <source>What the change does to the files differs.</source>
        <translation>Was die Änderung mit den Dateien tut, ist etwas anderes.</translation>
    </message>
    <message>
        <source>Records %1 to %2 of %3 are missing: they were removed from the ledger.</source>
        <translation>Die Nachweise %1 bis %2 von %3 fehlen: Sie wurden aus dem Register entfernt.</translation>
    </message>
    <message>
        <source>%1 has two records with the number %2.</source>
        <translation>%1 hat zwei Nachweise mit der Nummer %2.</translation>
    </message>
    <message>
        <source>Record %1 of %2 stands behind a later one: the ledger was reordered.</source>
        <translation>Nachweis %1 von %2 steht hinter einem späteren: Das Register wurde umgestellt.</translation>
    </message>
    <message>
        <source>Record %1 of %2 does not follow the record before it: that one was replaced.</source>
        <translation>Nachweis %1 von %2 folgt nicht auf den vorigen: Jener wurde ersetzt.</translation>
    </message>
    <message>
        <source>%1 approved something else: %2</source>
        <translation>%1 hat etwas anderes freigegeben: %2</translation>
    </message>
    <message>
        <source>The approval of %1 expired at %2.</source>
        <translation>Die Freigabe von %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>%1 wrote part of the change, so the approval does not count.</source>
        <translation>%1 hat einen Teil der Änderung geschrieben, daher zählt die Freigabe nicht.</translation>
    </message>
    <message>
        <source>Record %1 does not count: %2</source>
        <translation>Nachweis %1 zählt nicht: %2</translation>
    </message>
    <message>
        <source>The envelope does not have exactly the fields payload, payloadType and signatures (keyid, sig).</source>
        <translation>Der Umschlag hat nicht genau die Felder payload, payloadType und signatures (keyid, sig).</translation>
    </message>
    <message>
        <source>The field %1 of the envelope is not standard, padded base64.</source>
        <translation>Das Feld %1 des Umschlags ist kein gewöhnliches, aufgefülltes Base64.</translation>
    </message>
    <message>
        <source>The payload type of the envelope is not %1.</source>
        <translation>Der Nutzlasttyp des Umschlags ist nicht %1.</translation>
    </message>
    <message>
        <source>The envelope has no signature.</source>
        <translation>Der Umschlag hat keine Unterschrift.</translation>
    </message>
    <message>
        <source>Check the path, its permissions and the free space.</source>
        <translation>Prüfen Sie Pfad, Rechte und freien Platz.</translation>
    </message>
    <message>
        <source>%1 is there already and not an empty folder.</source>
        <translation>%1 gibt es schon und ist kein leerer Ordner.</translation>
    </message>
    <message>
        <source>Name a new folder; nothing is overwritten.</source>
        <translation>Nennen Sie einen neuen Ordner; nichts wird überschrieben.</translation>
    </message>
    <message>
        <source>Every line that an AI wrote or may have written was read by an approver</source>
        <translation>Jede Zeile, die eine KI geschrieben hat oder haben könnte, wurde von einem Freigebenden gelesen</translation>
    </message>
    <message>
        <source>No rejection stands</source>
        <translation>Keine Ablehnung steht im Raum</translation>
    </message>
    <message>
        <source>%1 rejected it.</source>
        <translation>%1 hat es abgelehnt.</translation>
    </message>
    <message>
        <source>%1 of %2 approvals count.</source>
        <translation>%1 von %2 Freigaben zählen.</translation>
    </message>
    <message>
        <source>Who wrote the lines is not known, and %1 has read %2 of %3 changed lines.</source>
        <translation>Wer die Zeilen geschrieben hat, ist nicht bekannt, und %1 hat %2 von %3 geänderten Zeilen gelesen.</translation>
    </message>
    <message>
        <source>%1 has read %2 of %3 lines that an AI wrote or may have written.</source>
        <translation>%1 hat %2 von %3 Zeilen gelesen, die eine KI geschrieben hat oder haben könnte.</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>stale: something else was approved</source>
        <translation>überholt: Freigegeben wurde etwas anderes</translation>
    </message>
    <message>
        <source>expired: approved too long ago</source>
        <translation>abgelaufen: vor zu langer Zeit freigegeben</translation>
    </message>
    <message>
        <source>cannot be decided</source>
        <translation>nicht entscheidbar</translation>
    </message>
    <message>
        <source>The field %1 of the record is missing or of the wrong type.</source>
        <translation>Das Feld %1 des Nachweises fehlt oder ist von der falschen Art.</translation>
    </message>
    <message>
        <source>The field %1 of the record has a value that is not allowed.</source>
        <translation>Das Feld %1 des Nachweises hat einen unerlaubten Wert.</translation>
    </message>
    <message>
        <source>The record has an unknown field: %1</source>
        <translation>Der Nachweis hat ein unbekanntes Feld: %1</translation>
    </message>
    <message>
        <source>There is no key “%1”.</source>
        <translation>Es gibt keinen Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>Name a key file, or make one with “ssh-keygen -t ed25519”.</source>
        <translation>Nennen Sie eine Schlüsseldatei oder erzeugen Sie eine mit „ssh-keygen -t ed25519“.</translation>
    </message>
    <message>
        <source>The public half of “%1” cannot be read.</source>
        <translation>Die öffentliche Hälfte von „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Put the .pub file beside the key.</source>
        <translation>Legen Sie die .pub-Datei neben den Schlüssel.</translation>
    </message>
    <message>
        <source>The private half of %1 is not on disk, and no SSH agent answers.</source>
        <translation>Die private Hälfte von %1 liegt nicht auf der Platte, und kein SSH-Agent antwortet.</translation>
    </message>
    <message>
        <source>Start the agent with “eval $(ssh-agent)” and add the key with “ssh-add”.</source>
        <translation>Starten Sie den Agenten mit „eval $(ssh-agent)“ und fügen Sie den Schlüssel mit „ssh-add“ hinzu.</translation>
    </message>
    <message>
        <source>The private half of %1 is not on disk, and the SSH agent does not have it.</source>
        <translation>Die private Hälfte von %1 liegt nicht auf der Platte, und der SSH-Agent hat sie nicht.</translation>
    </message>
    <message>
        <source>Add it with “ssh-add KEYFILE”.</source>
        <translation>Fügen Sie ihn mit „ssh-add SCHLÜSSELDATEI“ hinzu.</translation>
    </message>
    <message>
        <source>The ledger holds an unknown file: %1</source>
        <translation>Das Register enthält eine unbekannte Datei: %1</translation>
    </message>
    <message>
        <source>The record %1 is not in the log.</source>
        <translation>Der Nachweis %1 steht nicht im Protokoll.</translation>
    </message>
    <message>
        <source>Line %1 of the log is malformed.</source>
        <translation>Zeile %1 des Protokolls ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Line %1 of the log has the number %2: entries were removed, inserted or moved.</source>
        <translation>Zeile %1 des Protokolls hat die Nummer %2: Einträge wurden entfernt, eingefügt oder verschoben.</translation>
    </message>
    <message>
        <source>The record %1 is in the log twice.</source>
        <translation>Der Nachweis %1 steht zweimal im Protokoll.</translation>
    </message>
    <message>
        <source>The record %1 is in the log, but its file is missing.</source>
        <translation>Der Nachweis %1 steht im Protokoll, aber seine Datei fehlt.</translation>
    </message>
    <message>
        <source>The ledger was damaged or tampered with; run “countersign verify” and fetch it anew.</source>
        <translation>Das Register wurde beschädigt oder verfälscht; führen Sie „countersign verify“ aus und holen Sie es neu.</translation>
    </message>
    <message>
        <source>This record is in the ledger already.</source>
        <translation>Dieser Nachweis steht schon im Register.</translation>
    </message>
    <message>
        <source>Your key has signed another record since this one was made.</source>
        <translation>Ihr Schlüssel hat seit der Anfertigung einen anderen Nachweis unterschrieben.</translation>
    </message>
    <message>
        <source>Sign again; nothing was stored.</source>
        <translation>Unterschreiben Sie noch einmal; nichts wurde abgelegt.</translation>
    </message>
    <message>
        <source>The ledger was replaced since this record was made.</source>
        <translation>Das Register wurde seit der Anfertigung dieses Nachweises ersetzt.</translation>
    </message>
    <message>
        <source>The record is by %1; only they can withdraw it.</source>
        <translation>Der Nachweis ist von %1; nur diese Person kann ihn zurückziehen.</translation>
    </message>
    <message>
        <source>A withdrawal cannot be withdrawn; approve the change anew.</source>
        <translation>Eine Rücknahme kann nicht zurückgenommen werden; geben Sie die Änderung neu frei.</translation>
    </message>
    <message>
        <source>The program %1 is missing.</source>
        <translation>Das Programm %1 fehlt.</translation>
    </message>
    <message>
        <source>Install OpenSSH&apos;s client programs (Debian and Ubuntu: apt install openssh-client).</source>
        <translation>Installieren Sie die Client-Programme von OpenSSH (Debian und Ubuntu: apt install openssh-client).</translation>
    </message>
    <message>
        <source>The program %1 cannot be started.</source>
        <translation>Das Programm %1 lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>Check that it is installed whole.</source>
        <translation>Prüfen Sie, ob es vollständig installiert ist.</translation>
    </message>
    <message>
        <source>The machine gives no random numbers.</source>
        <translation>Der Rechner liefert keine Zufallszahlen.</translation>
    </message>
    <message>
        <source>The envelope says that %1 signed, but it was %2.</source>
        <translation>Der Umschlag sagt, dass %1 unterschrieben hat, aber es war %2.</translation>
    </message>
    <message>
        <source>The record names the key %1, but %2 signed it.</source>
        <translation>Der Nachweis nennt den Schlüssel %1, aber %2 hat ihn unterschrieben.</translation>
    </message>
    <message>
        <source>ssh-keygen did not finish in time, so nothing was signed.</source>
        <translation>ssh-keygen wurde nicht rechtzeitig fertig, daher wurde nichts unterschrieben.</translation>
    </message>
    <message>
        <source>Touch the token or type the passphrase when asked; restart an agent that hangs.</source>
        <translation>Berühren Sie den Token oder geben Sie die Passphrase ein, wenn danach gefragt wird; starten Sie einen hängenden Agenten neu.</translation>
    </message>
    <message>
        <source>Others can read the key file %1, so ssh-keygen refuses it.</source>
        <translation>Andere können die Schlüsseldatei %1 lesen, daher lehnt ssh-keygen sie ab.</translation>
    </message>
    <message>
        <source>Run “chmod 600” on it.</source>
        <translation>Führen Sie „chmod 600“ darauf aus.</translation>
    </message>
    <message>
        <source>The key %1 has a passphrase, and there is no terminal to ask for it.</source>
        <translation>Der Schlüssel %1 hat eine Passphrase, und es gibt kein Terminal, um danach zu fragen.</translation>
    </message>
    <message>
        <source>Add the key to the SSH agent with “ssh-add”, or sign in a terminal.</source>
        <translation>Fügen Sie den Schlüssel mit „ssh-add“ dem SSH-Agenten hinzu oder unterschreiben Sie in einem Terminal.</translation>
    </message>
    <message>
        <source>The passphrase for %1 is wrong.</source>
        <translation>Die Passphrase für %1 ist falsch.</translation>
    </message>
    <message>
        <source>Try again; nothing was signed.</source>
        <translation>Versuchen Sie es noch einmal; nichts wurde unterschrieben.</translation>
    </message>
    <message>
        <source>The SSH agent is not running.</source>
        <translation>Der SSH-Agent läuft nicht.</translation>
    </message>
    <message>
        <source>Start it with “eval $(ssh-agent)” and add the key with “ssh-add”.</source>
        <translation>Starten Sie ihn mit „eval $(ssh-agent)“ und fügen Sie den Schlüssel mit „ssh-add“ hinzu.</translation>
    </message>
    <message>
        <source>The SSH agent does not have the key %1.</source>
        <translation>Der SSH-Agent hat den Schlüssel %1 nicht.</translation>
    </message>
    <message>
        <source>ssh-keygen could not sign.</source>
        <translation>ssh-keygen konnte nicht unterschreiben.</translation>
    </message>
    <message>
        <source>Its words are above; check that the key or token is usable.</source>
        <translation>Seine Worte stehen oben; prüfen Sie, ob Schlüssel oder Token brauchbar sind.</translation>
    </message>
    <message>
        <source>No temporary file can be written.</source>
        <translation>Es kann keine temporäre Datei geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the disk is not full.</source>
        <translation>Prüfen Sie, ob die Platte nicht voll ist.</translation>
    </message>
    <message>
        <source>ssh-keygen gave a signature that does not fit the record.</source>
        <translation>ssh-keygen hat eine Unterschrift geliefert, die nicht zum Nachweis passt.</translation>
    </message>
    <message>
        <source>Nothing was stored. Check that the private and the public key belong together.</source>
        <translation>Nichts wurde abgelegt. Prüfen Sie, ob privater und öffentlicher Schlüssel zusammengehören.</translation>
    </message>
    <message>
        <source>The public key is malformed.</source>
        <translation>Der öffentliche Schlüssel ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Certificates are not accepted; sign with the plain key.</source>
        <translation>Zertifikate werden nicht angenommen; unterschreiben Sie mit dem einfachen Schlüssel.</translation>
    </message>
    <message>
        <source>Keys of type “%1” are not accepted; use Ed25519, ECDSA P-256, RSA from 2048 bits, or a token key.</source>
        <translation>Schlüssel der Art „%1“ werden nicht angenommen; nehmen Sie Ed25519, ECDSA P-256, RSA ab 2048 Bit oder einen Token-Schlüssel.</translation>
    </message>
    <message>
        <source>The RSA key has %1 bits; at least 2048 are needed.</source>
        <translation>Der RSA-Schlüssel hat %1 Bit; mindestens 2048 sind nötig.</translation>
    </message>
    <message>
        <source>The SSH signature is malformed (%1).</source>
        <translation>Die SSH-Unterschrift ist fehlerhaft (%1).</translation>
    </message>
    <message>
        <source>This is not one armored SSH signature with line feeds only.</source>
        <translation>Das ist nicht genau eine gepanzerte SSH-Unterschrift mit bloßen Zeilenvorschüben.</translation>
    </message>
    <message>
        <source>The signature algorithm “%1” is not accepted for a key of type %2.</source>
        <translation>Das Unterschriftsverfahren „%1“ wird für einen Schlüssel der Art %2 nicht angenommen.</translation>
    </message>
    <message>
        <source>The version of the SSH signature is not 1.</source>
        <translation>Die Version der SSH-Unterschrift ist nicht 1.</translation>
    </message>
    <message>
        <source>The signature was made for “%1”, not for “%2”.</source>
        <translation>Die Unterschrift wurde für „%1“ geleistet, nicht für „%2“.</translation>
    </message>
    <message>
        <source>The reserved field of the SSH signature is not empty.</source>
        <translation>Das reservierte Feld der SSH-Unterschrift ist nicht leer.</translation>
    </message>
    <message>
        <source>The hash “%1” of the signature is not accepted.</source>
        <translation>Der Hash „%1“ der Unterschrift wird nicht angenommen.</translation>
    </message>
    <message>
        <source>The token signed without anybody touching it.</source>
        <translation>Der Token hat unterschrieben, ohne dass ihn jemand berührt hat.</translation>
    </message>
    <message>
        <source>The signature does not fit the record.</source>
        <translation>Die Unterschrift passt nicht zum Nachweis.</translation>
    </message>
    <message>
        <source>The subject of the record is not the head of the change that it describes.</source>
        <translation>Der Gegenstand des Nachweises ist nicht der Kopf der Änderung, die er beschreibt.</translation>
    </message>
    <message>
        <source>A name or an answer of the record is not valid UTF-8.</source>
        <translation>Ein Name oder eine Antwort des Nachweises ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>Rename the branch, or type the answer again.</source>
        <translation>Benennen Sie den Branch um oder geben Sie die Antwort neu ein.</translation>
    </message>
    <message>
        <source>The record would have %1 bytes; at most %2 are allowed.</source>
        <translation>Der Nachweis hätte %1 Bytes; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>Shorten the evidence of the answers, or split the change.</source>
        <translation>Kürzen Sie die Belege der Antworten oder teilen Sie die Änderung.</translation>
    </message>
    <message>
        <source>The JSON holds the number -0.</source>
        <translation>Das JSON enthält die Zahl -0.</translation>
    </message>
    <message>
        <source>The JSON holds %1; only whole numbers are allowed.</source>
        <translation>Das JSON enthält %1; nur ganze Zahlen sind erlaubt.</translation>
    </message>
    <message>
        <source>A key of the JSON is not plain ASCII.</source>
        <translation>Ein Schlüssel des JSON ist kein reines ASCII.</translation>
    </message>
    <message>
        <source>The JSON has the key “%1” twice.</source>
        <translation>Das JSON hat den Schlüssel „%1“ zweimal.</translation>
    </message>
    <message>
        <source>This is not valid JSON (at byte %1).</source>
        <translation>Das ist kein gültiges JSON (bei Byte %1).</translation>
    </message>
    <message>
        <source>The JSON is nested deeper than 32 levels.</source>
        <translation>Das JSON ist tiefer als 32 Ebenen geschachtelt.</translation>
    </message>
    <message>
        <source>A text of the JSON holds a NUL character.</source>
        <translation>Ein Text des JSON enthält ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>A number of the JSON is too large: 2^53 or more.</source>
        <translation>Eine Zahl des JSON ist zu groß: 2^53 oder mehr.</translation>
    </message>
    <message>
        <source>The JSON is larger than 1 MiB.</source>
        <translation>Das JSON ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>The JSON starts with a byte order mark.</source>
        <translation>Das JSON beginnt mit einer Bytereihenfolgemarke.</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The record names %1 as reviewer, but the key belongs to %2.</source>
        <translation>Der Nachweis nennt %1 als Prüfer, aber der Schlüssel gehört %2.</translation>
    </message>
    <message>
        <source>The record says that it was made at %1, which is in the future.</source>
        <translation>Der Nachweis sagt, er sei am %1 gemacht worden, was in der Zukunft liegt.</translation>
    </message>
    <message>
        <source>The file of the record is missing.</source>
        <translation>Die Datei des Nachweises fehlt.</translation>
    </message>
    <message>
        <source>The file holds another record than the log says: it was replaced or changed.</source>
        <translation>Die Datei enthält einen anderen Nachweis, als das Protokoll sagt: Er wurde ersetzt oder geändert.</translation>
    </message>
    <message>
        <source>The signature is another one than the log says.</source>
        <translation>Die Unterschrift ist eine andere, als das Protokoll sagt.</translation>
    </message>
    <message>
        <source>The log gives the record another kind than it has.</source>
        <translation>Das Protokoll gibt dem Nachweis eine andere Art, als er hat.</translation>
    </message>
    <message>
        <source>The log before record %1 is not the one that %2 saw: entries were removed, inserted or reordered.</source>
        <translation>Das Protokoll vor Nachweis %1 ist nicht das, das %2 gesehen hat: Einträge wurden entfernt, eingefügt oder umgestellt.</translation>
    </message>
    <message>
        <source>An earlier record has the same nonce.</source>
        <translation>Ein früherer Nachweis hat dieselbe Nonce.</translation>
    </message>
    <message>
        <source>It withdraws a record that does not stand before it in the ledger.</source>
        <translation>Er nimmt einen Nachweis zurück, der nicht vor ihm im Register steht.</translation>
    </message>
    <message>
        <source>It withdraws a record of somebody else (%1).</source>
        <translation>Er nimmt einen Nachweis von jemand anderem zurück (%1).</translation>
    </message>
    <message>
        <source>Whether the last records of the ledger were removed cannot be seen from the ledger alone: that takes a checkpoint kept elsewhere.</source>
        <translation>Ob die letzten Nachweise des Registers entfernt wurden, ist allein am Register nicht zu sehen: Dazu braucht es einen anderswo verwahrten Prüfpunkt.</translation>
    </message>
    <message>
        <source>The band of the change is %1.</source>
        <translation>Das Risikoband der Änderung ist %1.</translation>
    </message>
    <message>
        <source>%1 added lines are an AI&apos;s.</source>
        <translation>%1 hinzugefügte Zeilen stammen von einer KI.</translation>
    </message>
    <message>
        <source>%1 added lines may be an AI&apos;s.</source>
        <translation>%1 hinzugefügte Zeilen könnten von einer KI stammen.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 wird geändert.</translation>
    </message>
    <message>
        <source>Does all data survive this change?</source>
        <translation>Überleben alle Daten diese Änderung?</translation>
    </message>
    <message>
        <source>Name what is destroyed or replaced, the backup, and when a restore was last tried.</source>
        <translation>Nennen Sie, was zerstört oder ersetzt wird, die Sicherung und wann zuletzt eine Wiederherstellung geprobt wurde.</translation>
    </message>
    <message>
        <source>Does the change reach only the environments that it is meant for?</source>
        <translation>Erreicht die Änderung nur die Umgebungen, für die sie bestimmt ist?</translation>
    </message>
    <message>
        <source>Name them, and how you know: workspace, account, project, context.</source>
        <translation>Nennen Sie sie und woher Sie es wissen: Workspace, Konto, Projekt, Kontext.</translation>
    </message>
    <message>
        <source>Do the old and the new version of the program both work while the migration runs?</source>
        <translation>Arbeiten die alte und die neue Fassung des Programms beide, während die Migration läuft?</translation>
    </message>
    <message>
        <source>Say how long it locks what, and how it is undone.</source>
        <translation>Sagen Sie, wie lange sie was sperrt und wie sie rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>Is every guard that was removed replaced elsewhere?</source>
        <translation>Ist jede entfernte Zugangsprüfung anderswo ersetzt?</translation>
    </message>
    <message>
        <source>Name the place that refuses the request now.</source>
        <translation>Nennen Sie die Stelle, die die Anfrage jetzt abweist.</translation>
    </message>
    <message>
        <source>Does the connection still verify whom it talks to?</source>
        <translation>Prüft die Verbindung noch, mit wem sie spricht?</translation>
    </message>
    <message>
        <source>Name the certificate authority or pin, or why this connection needs none.</source>
        <translation>Nennen Sie die Zertifizierungsstelle oder den Pin oder warum diese Verbindung keinen braucht.</translation>
    </message>
    <message>
        <source>Is everything that this change opens needed, and closed to everybody else?</source>
        <translation>Ist alles, was diese Änderung öffnet, nötig und für alle anderen verschlossen?</translation>
    </message>
    <message>
        <source>Name who may reach it now and what keeps others out.</source>
        <translation>Nennen Sie, wer es jetzt erreichen darf und was andere fernhält.</translation>
    </message>
    <message>
        <source>Is every secret that was ever committed here revoked and replaced?</source>
        <translation>Ist jedes Geheimnis, das hier je eingecheckt wurde, gesperrt und ersetzt?</translation>
    </message>
    <message>
        <source>Removing the line is not enough: say when the secret was rotated and by whom.</source>
        <translation>Die Zeile zu entfernen genügt nicht: Sagen Sie, wann das Geheimnis von wem gewechselt wurde.</translation>
    </message>
    <message>
        <source>Does somebody notice when this fails now?</source>
        <translation>Bemerkt jetzt jemand, wenn das scheitert?</translation>
    </message>
    <message>
        <source>Name the error, log line or alert that tells, and who gets it.</source>
        <translation>Nennen Sie den Fehler, die Protokollzeile oder den Alarm, der es meldet, und wer ihn bekommt.</translation>
    </message>
    <message>
        <source>Is everybody who depends on the old value known and asked?</source>
        <translation>Sind alle, die vom alten Wert abhängen, bekannt und gefragt?</translation>
    </message>
    <message>
        <source>Name the readers of the setting and the environments where it differs.</source>
        <translation>Nennen Sie die Leser der Einstellung und die Umgebungen, in denen sie abweicht.</translation>
    </message>
    <message>
        <source>Do all checks still stop a bad change?</source>
        <translation>Halten alle Prüfungen eine schlechte Änderung noch auf?</translation>
    </message>
    <message>
        <source>Name the check that was changed and what stops a bad change now.</source>
        <translation>Nennen Sie die geänderte Prüfung und was eine schlechte Änderung jetzt aufhält.</translation>
    </message>
    <message>
        <source>May the agents of this repository do only what they must after this change?</source>
        <translation>Dürfen die Agenten dieses Repositorys nach dieser Änderung nur, was sie müssen?</translation>
    </message>
    <message>
        <source>Name the instructions or permissions that changed, and who wanted that.</source>
        <translation>Nennen Sie die geänderten Anweisungen oder Rechte und wer das wollte.</translation>
    </message>
    <message>
        <source>Is every invisible or misleading character explained?</source>
        <translation>Ist jedes unsichtbare oder irreführende Zeichen erklärt?</translation>
    </message>
    <message>
        <source>Say what it is for, or have it removed.</source>
        <translation>Sagen Sie, wofür es da ist, oder lassen Sie es entfernen.</translation>
    </message>
    <message>
        <source>Is every line read that is, or may be, an AI&apos;s?</source>
        <translation>Ist jede Zeile gelesen, die von einer KI stammt oder stammen könnte?</translation>
    </message>
    <message>
        <source>Mark each hunk as read when you have understood it. Displayed is not read.</source>
        <translation>Markieren Sie jeden Hunk als gelesen, wenn Sie ihn verstanden haben. Angezeigt ist nicht gelesen.</translation>
    </message>
    <message>
        <source>Does the change stay inside its stated intent?</source>
        <translation>Bleibt die Änderung innerhalb ihrer erklärten Absicht?</translation>
    </message>
    <message>
        <source>Say in one sentence what the change is for, and name what lies outside of it.</source>
        <translation>Sagen Sie in einem Satz, wozu die Änderung da ist, und nennen Sie, was außerhalb davon liegt.</translation>
    </message>
    <message>
        <source>Do all the areas that this change touches have to change together?</source>
        <translation>Müssen sich alle Bereiche, die diese Änderung berührt, zusammen ändern?</translation>
    </message>
    <message>
        <source>Name the areas, or ask for the change to be split.</source>
        <translation>Nennen Sie die Bereiche oder bitten Sie, die Änderung zu teilen.</translation>
    </message>
    <message>
        <source>In your words: what does %1 do now?</source>
        <translation>In Ihren Worten: Was tut %1 jetzt?</translation>
    </message>
    <message>
        <source>Explain it without the description of the change: what goes in, what comes out, what happens when it fails.</source>
        <translation>Erklären Sie es ohne die Beschreibung der Änderung: was hineingeht, was herauskommt, was beim Scheitern geschieht.</translation>
    </message>
    <message>
        <source>Do the changed tests still fail when the code is wrong?</source>
        <translation>Scheitern die geänderten Tests noch, wenn der Code falsch ist?</translation>
    </message>
    <message>
        <source>Say what you broke, and which test noticed.</source>
        <translation>Sagen Sie, was Sie kaputt gemacht haben und welcher Test es bemerkt hat.</translation>
    </message>
    <message>
        <source>Is what is new covered by tests that assert it?</source>
        <translation>Ist das Neue durch Tests abgedeckt, die es nachweisen?</translation>
    </message>
    <message>
        <source>Name the tests.</source>
        <translation>Nennen Sie die Tests.</translation>
    </message>
    <message>
        <source>Does the change go out in stages?</source>
        <translation>Geht die Änderung in Stufen hinaus?</translation>
    </message>
    <message>
        <source>Name the stages, their share, and how long each one is watched.</source>
        <translation>Nennen Sie die Stufen, ihren Anteil und wie lange jede beobachtet wird.</translation>
    </message>
    <message>
        <source>Is it settled what makes you roll back, who decides, and how?</source>
        <translation>Ist geklärt, was Sie zum Zurückrollen bringt, wer es entscheidet und wie?</translation>
    </message>
    <message>
        <source>Name the number that is watched, its limit, and the command or step that undoes the change.</source>
        <translation>Nennen Sie die beobachtete Zahl, ihre Grenze und den Befehl oder Schritt, der die Änderung rückgängig macht.</translation>
    </message>
    <message>
        <source>This database belongs to another program.</source>
        <translation>Diese Datenbank gehört einem anderen Programm.</translation>
    </message>
    <message>
        <source>Choose another place for the review store.</source>
        <translation>Wählen Sie einen anderen Platz für den Prüfspeicher.</translation>
    </message>
    <message>
        <source>The review store was written by a newer version of this program (format %1; this one knows %2).</source>
        <translation>Der Prüfspeicher wurde von einer neueren Fassung dieses Programms geschrieben (Format %1; diese kennt %2).</translation>
    </message>
    <message>
        <source>Install the newer version. Nothing was changed.</source>
        <translation>Installieren Sie die neuere Fassung. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The folder of the review store cannot be made: %1</source>
        <translation>Der Ordner des Prüfspeichers kann nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>Check that its folder exists and that you may write there.</source>
        <translation>Prüfen Sie, ob sein Ordner vorhanden ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The damaged review store cannot be set aside: %1</source>
        <translation>Der beschädigte Prüfspeicher kann nicht beiseitegelegt werden: %1</translation>
    </message>
    <message>
        <source>Move the file away by hand, then try again.</source>
        <translation>Verschieben Sie die Datei von Hand und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A new review store is damaged at once.</source>
        <translation>Ein neuer Prüfspeicher ist sofort beschädigt.</translation>
    </message>
    <message>
        <source>Check the disk and how it is mounted.</source>
        <translation>Prüfen Sie die Platte und wie sie eingebunden ist.</translation>
    </message>
    <message>
        <source>%1 of %2 lines are read.</source>
        <translation>%1 von %2 Zeilen sind gelesen.</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht zutreffend</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>Noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>An override needs a reason.</source>
        <translation>Ein Übergehen braucht einen Grund.</translation>
    </message>
    <message>
        <source>This answer cannot be given here.</source>
        <translation>Diese Antwort kann hier nicht gegeben werden.</translation>
    </message>
    <message>
        <source>Say why this does not apply.</source>
        <translation>Sagen Sie, warum das nicht zutrifft.</translation>
    </message>
    <message>
        <source>This answer speaks against the change.</source>
        <translation>Diese Antwort spricht gegen die Änderung.</translation>
    </message>
    <message>
        <source>The evidence is missing.</source>
        <translation>Der Beleg fehlt.</translation>
    </message>
    <message>
        <source>The review store cannot be opened.</source>
        <translation>Der Prüfspeicher kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The review store cannot be written: the disk or file is read-only.</source>
        <translation>Der Prüfspeicher kann nicht geschrieben werden: Platte oder Datei sind schreibgeschützt.</translation>
    </message>
    <message>
        <source>Make it writable or choose another place for the store.</source>
        <translation>Machen Sie ihn beschreibbar oder wählen Sie einen anderen Platz für den Speicher.</translation>
    </message>
    <message>
        <source>The review store cannot be written: the disk is full.</source>
        <translation>Der Prüfspeicher kann nicht geschrieben werden: Die Platte ist voll.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf der Platte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk reports an error for the review store: %1</source>
        <translation>Die Platte meldet einen Fehler für den Prüfspeicher: %1</translation>
    </message>
    <message>
        <source>Another program keeps the review store busy.</source>
        <translation>Ein anderes Programm hält den Prüfspeicher besetzt.</translation>
    </message>
    <message>
        <source>Close the other program or wait for it, then try again.</source>
        <translation>Schließen Sie das andere Programm oder warten Sie darauf und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The review store is damaged: %1</source>
        <translation>Der Prüfspeicher ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Start the program again: it sets the damaged file aside.</source>
        <translation>Starten Sie das Programm neu: Es legt die beschädigte Datei beiseite.</translation>
    </message>
    <message>
        <source>The review store failed: %1</source>
        <translation>Der Prüfspeicher hat versagt: %1</translation>
    </message>
    <message>
        <source>A text of more than 1 MiB cannot be saved.</source>
        <translation>Ein Text von mehr als 1 MiB kann nicht gesichert werden.</translation>
    </message>
    <message>
        <source>Keep the long text in a file and name the file here.</source>
        <translation>Bewahren Sie den langen Text in einer Datei auf und nennen Sie die Datei hier.</translation>
    </message>
    <message>
        <source>A waived or disputed finding needs a reason.</source>
        <translation>Ein erlassener oder bestrittener Befund braucht einen Grund.</translation>
    </message>
    <message>
        <source>Say why in one sentence.</source>
        <translation>Sagen Sie in einem Satz, warum.</translation>
    </message>
    <message>
        <source>Only a waiver runs out.</source>
        <translation>Nur ein Erlass läuft ab.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”.</source>
        <translation>%1 kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>A condition without a field never holds; write always = true.</source>
        <translation>Eine Bedingung ohne Feld gilt nie; schreiben Sie always = true.</translation>
    </message>
    <message>
        <source>A question that read marks settle takes no answer.</source>
        <translation>Eine Frage, die Lesemarken klären, nimmt keine Antwort an.</translation>
    </message>
    <message>
        <source>The built-in questions of the checklist are missing.</source>
        <translation>Die eingebauten Fragen der Checkliste fehlen.</translation>
    </message>
    <message>
        <source>The question %1 is there twice.</source>
        <translation>Die Frage %1 ist zweimal da.</translation>
    </message>
    <message>
        <source>Required reviewers removed: %1 loses %2</source>
        <translation>Vorgeschriebene Prüfer entfernt: %1 verliert %2</translation>
    </message>
    <message>
        <source>Changes of these files no longer wait for the people who know them.</source>
        <translation>Änderungen dieser Dateien warten nicht mehr auf die Menschen, die sie kennen.</translation>
    </message>
    <message>
        <source>Did the owners agree, and who reviews these files from now on?</source>
        <translation>Waren die Zuständigen einverstanden, und wer prüft diese Dateien von nun an?</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Others still own it: %1</source>
        <translation>Andere sind noch zuständig: %1</translation>
    </message>
    <message>
        <source>The same people own now: %1</source>
        <translation>Dieselben Menschen sind jetzt zuständig für: %1</translation>
    </message>
    <message>
        <source>Reading changed lines</source>
        <translation>Geänderte Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Looking for risks</source>
        <translation>Risiken werden gesucht</translation>
    </message>
    <message>
        <source>Unknown class of files: %1</source>
        <translation>Unbekannte Dateiklasse: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>Kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>Unknown group in a pattern: %1</source>
        <translation>Unbekannte Gruppe in einem Muster: %1</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>Unknown scope: %1</source>
        <translation>Unbekannter Geltungsbereich: %1</translation>
    </message>
    <message>
        <source>Exactly the rules of direction “any” have no patterns.</source>
        <translation>Genau die Regeln der Richtung „any“ haben keine Muster.</translation>
    </message>
    <message>
        <source>Exactly the rules of direction “changed” have “to” or “compare”.</source>
        <translation>Genau die Regeln der Richtung „changed“ haben „to“ oder „compare“.</translation>
    </message>
    <message>
        <source>“compare” and the group “value” need each other.</source>
        <translation>„compare“ und die Gruppe „value“ brauchen einander.</translation>
    </message>
    <message>
        <source>Not a TOML file: %1</source>
        <translation>Keine TOML-Datei: %1</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>What it concerns is new as well</source>
        <translation>Auch das, worum es geht, ist neu</translation>
    </message>
    <message>
        <source>The same stands now at %1</source>
        <translation>Dasselbe steht jetzt in %1</translation>
    </message>
    <message>
        <source>Replaced beside it by: %1</source>
        <translation>Daneben ersetzt durch: %1</translation>
    </message>
    <message>
        <source>Still named beside it: %1</source>
        <translation>Daneben noch genannt: %1</translation>
    </message>
    <message>
        <source>Something similar was added beside it</source>
        <translation>Daneben kam etwas Ähnliches hinzu</translation>
    </message>
    <message>
        <source>The change adds another one at %1</source>
        <translation>Die Änderung fügt in %1 ein anderes hinzu</translation>
    </message>
    <message>
        <source>A change can reach the protected branch with fewer eyes on it.</source>
        <translation>Eine Änderung kann den geschützten Branch mit weniger Augen erreichen.</translation>
    </message>
    <message>
        <source>A filter by name narrows it.</source>
        <translation>Ein Namensfilter engt es ein.</translation>
    </message>
    <message>
        <source>A gate of the pipeline no longer fails: %1</source>
        <translation>Ein Tor der Pipeline scheitert nicht mehr: %1</translation>
    </message>
    <message>
        <source>A marker in the message keeps the checks from running for what is pushed.</source>
        <translation>Eine Marke in der Nachricht hält die Prüfungen davon ab, für das Hochgeladene zu laufen.</translation>
    </message>
    <message>
        <source>A migration drops data: %1</source>
        <translation>Eine Migration wirft Daten weg: %1</translation>
    </message>
    <message>
        <source>Access check removed: %1</source>
        <translation>Zugangsprüfung entfernt: %1</translation>
    </message>
    <message>
        <source>Access guard asks for something else: %1, was %2</source>
        <translation>Zugangsprüfung verlangt etwas anderes: %1, war %2</translation>
    </message>
    <message>
        <source>Access guard made narrower: %1</source>
        <translation>Zugangsprüfung verengt: %1</translation>
    </message>
    <message>
        <source>Access guard removed: %1</source>
        <translation>Zugangswächter entfernt: %1</translation>
    </message>
    <message>
        <source>Access guard taken out of a line: %1</source>
        <translation>Zugangswächter aus einer Zeile genommen: %1</translation>
    </message>
    <message>
        <source>All other tests of the file, or of the whole run, are skipped and the run is green all the same.</source>
        <translation>Alle anderen Tests der Datei oder des ganzen Laufs werden übersprungen, und der Lauf ist trotzdem grün.</translation>
    </message>
    <message>
        <source>Backups are kept for less time: %1, was %2</source>
        <translation>Sicherungen werden kürzer aufbewahrt: %1, war %2</translation>
    </message>
    <message>
        <source>Can the target ever be a disk that is in use?</source>
        <translation>Kann das Ziel jemals eine benutzte Platte sein?</translation>
    </message>
    <message>
        <source>Changes can reach the protected branch without what it asked for.</source>
        <translation>Änderungen können den geschützten Branch ohne das erreichen, was er verlangt hat.</translation>
    </message>
    <message>
        <source>Changes that come this way are merged without the checks of this pipeline.</source>
        <translation>Änderungen, die auf diesem Weg kommen, werden ohne die Prüfungen dieser Pipeline zusammengeführt.</translation>
    </message>
    <message>
        <source>Changes that it would have stopped go through from now on.</source>
        <translation>Änderungen, die sie aufgehalten hätte, kommen von nun an durch.</translation>
    </message>
    <message>
        <source>Check removed from the pipeline: %1</source>
        <translation>Prüfung aus der Pipeline entfernt: %1</translation>
    </message>
    <message>
        <source>Checks no longer run for: %1</source>
        <translation>Prüfungen laufen nicht mehr für: %1</translation>
    </message>
    <message>
        <source>Code or command drops data: %1</source>
        <translation>Code oder Befehl wirft Daten weg: %1</translation>
    </message>
    <message>
        <source>Command that destroys infrastructure: %1</source>
        <translation>Befehl, der Infrastruktur zerstört: %1</translation>
    </message>
    <message>
        <source>Commits are made that no pipeline looks at: %1</source>
        <translation>Es entstehen Commits, die keine Pipeline ansieht: %1</translation>
    </message>
    <message>
        <source>Coverage threshold lowered: %1, was %2</source>
        <translation>Abdeckungsschwelle gesenkt: %1, war %2</translation>
    </message>
    <message>
        <source>Damage that is noticed later than this can no longer be undone.</source>
        <translation>Schaden, der später bemerkt wird, lässt sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>Data is dropped: %1</source>
        <translation>Daten werden weggeworfen: %1</translation>
    </message>
    <message>
        <source>Database connection without TLS: %1</source>
        <translation>Datenbankverbindung ohne TLS: %1</translation>
    </message>
    <message>
        <source>Deletion made easy: %1</source>
        <translation>Löschen leicht gemacht: %1</translation>
    </message>
    <message>
        <source>Does anything of value live in this resource? Then it needs protection and a final snapshot.</source>
        <translation>Liegt in dieser Ressource etwas von Wert? Dann braucht sie Schutz und eine letzte Momentaufnahme.</translation>
    </message>
    <message>
        <source>Does anything still read it? Is there a backup that was restored once, and can the drop come in a later release?</source>
        <translation>Liest es noch etwas? Gibt es eine Sicherung, die schon einmal zurückgespielt wurde, und kann das Wegwerfen in einer späteren Version kommen?</translation>
    </message>
    <message>
        <source>Does it only ever run in a fresh checkout? A dry run (git clean -n) shows what it would take.</source>
        <translation>Läuft es immer nur in einem frischen Checkout? Ein Probelauf (git clean -n) zeigt, was es mitnähme.</translation>
    </message>
    <message>
        <source>Does the same check run elsewhere, for every change, and does a failure stop the merge?</source>
        <translation>Läuft dieselbe Prüfung anderswo, für jede Änderung, und hält ein Scheitern das Zusammenführen auf?</translation>
    </message>
    <message>
        <source>Does the same check run in the pipeline?</source>
        <translation>Läuft dieselbe Prüfung in der Pipeline?</translation>
    </message>
    <message>
        <source>Does the test stay away from real services and their credentials?</source>
        <translation>Bleibt der Test von echten Diensten und ihren Zugangsdaten fern?</translation>
    </message>
    <message>
        <source>Does this connection leave the machine? Then use verify-full with the server&apos;s CA.</source>
        <translation>Verlässt diese Verbindung den Rechner? Dann nehmen Sie verify-full mit der CA des Servers.</translation>
    </message>
    <message>
        <source>Everything that git does not track is deleted: %1</source>
        <translation>Alles, was Git nicht verfolgt, wird gelöscht: %1</translation>
    </message>
    <message>
        <source>Failure of a check is swallowed: %1</source>
        <translation>Das Scheitern einer Prüfung wird verschluckt: %1</translation>
    </message>
    <message>
        <source>Failure of a job or step is ignored: %1</source>
        <translation>Das Scheitern eines Jobs oder Schritts wird übergangen: %1</translation>
    </message>
    <message>
        <source>Fewer approvals are required: %1, was %2</source>
        <translation>Weniger Freigaben werden verlangt: %1, war %2</translation>
    </message>
    <message>
        <source>Files are found and deleted: %1</source>
        <translation>Dateien werden gesucht und gelöscht: %1</translation>
    </message>
    <message>
        <source>Forced push: %1</source>
        <translation>Erzwungener Push: %1</translation>
    </message>
    <message>
        <source>Hook removed from pre-commit: %1</source>
        <translation>Hook aus pre-commit entfernt: %1</translation>
    </message>
    <message>
        <source>Hooks or checks are bypassed: %1</source>
        <translation>Hooks oder Prüfungen werden umgangen: %1</translation>
    </message>
    <message>
        <source>How long may corruption go unnoticed here? Does a law or contract ask for a longer time?</source>
        <translation>Wie lange darf ein Schaden hier unbemerkt bleiben? Verlangt ein Gesetz oder Vertrag eine längere Zeit?</translation>
    </message>
    <message>
        <source>Is it a check that changes must pass? Then fix it or remove it instead of ignoring what it says.</source>
        <translation>Ist es eine Prüfung, die Änderungen bestehen müssen? Dann reparieren oder entfernen Sie sie, statt zu übergehen, was sie sagt.</translation>
    </message>
    <message>
        <source>Is it a check that changes must pass? Then what replaces it?</source>
        <translation>Ist es eine Prüfung, die Änderungen bestehen müssen? Was ersetzt sie dann?</translation>
    </message>
    <message>
        <source>Is the data meant to go with the stack? Is there a backup outside of it?</source>
        <translation>Sollen die Daten mit dem Stack verschwinden? Gibt es eine Sicherung außerhalb?</translation>
    </message>
    <message>
        <source>Is the resource meant to be deletable now? Is there a backup outside of it that was restored once?</source>
        <translation>Soll die Ressource jetzt löschbar sein? Gibt es außerhalb eine Sicherung, die schon einmal zurückgespielt wurde?</translation>
    </message>
    <message>
        <source>Is the start folder fixed, and is the filter narrow enough? -print instead of -delete shows what it would take.</source>
        <translation>Ist der Startordner fest und der Filter eng genug? -print statt -delete zeigt, was es mitnähme.</translation>
    </message>
    <message>
        <source>Is there another check on every way to this code? Try it without a login and with the wrong role.</source>
        <translation>Gibt es auf jedem Weg zu diesem Code eine andere Prüfung? Versuchen Sie es ohne Anmeldung und mit der falschen Rolle.</translation>
    </message>
    <message>
        <source>Is there another check on every way to this code? Try the request without a login and with the wrong role.</source>
        <translation>Gibt es auf jedem Weg zu diesem Code eine andere Prüfung? Versuchen Sie die Anfrage ohne Anmeldung und mit der falschen Rolle.</translation>
    </message>
    <message>
        <source>Is this meant for the public? What can a stranger read or change through it?</source>
        <translation>Ist das für die Öffentlichkeit gedacht? Was kann ein Fremder dadurch lesen oder ändern?</translation>
    </message>
    <message>
        <source>It ends before it has tested anything, and counts as no failure.</source>
        <translation>Er endet, bevor er etwas geprüft hat, und gilt nicht als gescheitert.</translation>
    </message>
    <message>
        <source>It is an image build, not the gate.</source>
        <translation>Es ist ein Image-Bau, nicht das Tor.</translation>
    </message>
    <message>
        <source>It is an image build; the tests usually run elsewhere.</source>
        <translation>Es ist ein Image-Bau; die Tests laufen meist anderswo.</translation>
    </message>
    <message>
        <source>It is harmless while it stays in the test, and tends to be copied from there.</source>
        <translation>Es ist harmlos, solange es im Test bleibt, und wird von dort gern kopiert.</translation>
    </message>
    <message>
        <source>It is left over from working on one test. Take it out.</source>
        <translation>Es ist von der Arbeit an einem einzelnen Test übrig geblieben. Nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>It is skipped under a condition only.</source>
        <translation>Er wird nur unter einer Bedingung übersprungen.</translation>
    </message>
    <message>
        <source>It is still written down, but never runs.</source>
        <translation>Es steht noch da, läuft aber nie.</translation>
    </message>
    <message>
        <source>It overwrites a whole device or whatever the variable names, without asking.</source>
        <translation>Es überschreibt ein ganzes Gerät oder was die Variable nennt, ohne zu fragen.</translation>
    </message>
    <message>
        <source>It protected this resource until now; the next apply, update or console click can delete it and its data.</source>
        <translation>Es hat diese Ressource bis jetzt geschützt; das nächste Apply, Update oder ein Klick in der Konsole kann sie samt Daten löschen.</translation>
    </message>
    <message>
        <source>It replaces the history of a branch; commits of other people and the trace of what was released are lost.</source>
        <translation>Es ersetzt die Geschichte eines Branches; Commits anderer und die Spur des Veröffentlichten gehen verloren.</translation>
    </message>
    <message>
        <source>It runs without a person looking at what goes, against whatever account, workspace or context is current.</source>
        <translation>Es läuft, ohne dass ein Mensch ansieht, was verschwindet, gegen das gerade aktuelle Konto, den Workspace oder Kontext.</translation>
    </message>
    <message>
        <source>It was there to stop a change; now it only reports.</source>
        <translation>Es sollte eine Änderung aufhalten; jetzt berichtet es nur noch.</translation>
    </message>
    <message>
        <source>Job or step switched off: %1</source>
        <translation>Job oder Schritt abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Less of the code has to be tested from now on, and nothing will say so again.</source>
        <translation>Von nun an muss weniger Code getestet sein, und nichts wird es noch einmal sagen.</translation>
    </message>
    <message>
        <source>Local configuration, secrets, data folders and uncommitted work in this checkout are gone without a trace.</source>
        <translation>Lokale Konfiguration, Geheimnisse, Datenordner und nicht eingecheckte Arbeit in diesem Checkout sind spurlos weg.</translation>
    </message>
    <message>
        <source>Nothing close to it reads like a check.</source>
        <translation>Nichts in der Nähe liest sich wie eine Prüfung.</translation>
    </message>
    <message>
        <source>Nothing stops the next apply or stack update from deleting this resource and its data any more.</source>
        <translation>Nichts hält das nächste Apply oder Stack-Update mehr davon ab, diese Ressource samt Daten zu löschen.</translation>
    </message>
    <message>
        <source>Only this test runs: %1</source>
        <translation>Nur dieser Test läuft: %1</translation>
    </message>
    <message>
        <source>Opened to everyone: %1</source>
        <translation>Für alle geöffnet: %1</translation>
    </message>
    <message>
        <source>Other people than before pass it.</source>
        <translation>Andere Menschen als zuvor kommen hindurch.</translation>
    </message>
    <message>
        <source>Password and data cross the network readable to anyone on the way.</source>
        <translation>Passwort und Daten gehen für jeden unterwegs lesbar durch das Netz.</translation>
    </message>
    <message>
        <source>Program starts a recursive delete: %1</source>
        <translation>Programm startet rekursives Löschen: %1</translation>
    </message>
    <message>
        <source>Protection against deletion removed: %1</source>
        <translation>Löschschutz entfernt: %1</translation>
    </message>
    <message>
        <source>Protection against deletion turned off: %1</source>
        <translation>Löschschutz abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Raw write to a disk: %1</source>
        <translation>Rohes Schreiben auf eine Platte: %1</translation>
    </message>
    <message>
        <source>Recursive delete of a variable, pattern or root: %1</source>
        <translation>Rekursives Löschen einer Variablen, eines Musters oder der Wurzel: %1</translation>
    </message>
    <message>
        <source>Requests without a login, or without the token that proves where they come from, are let through here now.</source>
        <translation>Anfragen ohne Anmeldung oder ohne das Zeichen, das ihre Herkunft belegt, werden hier jetzt durchgelassen.</translation>
    </message>
    <message>
        <source>Retention on deletion removed: %1</source>
        <translation>Aufbewahrung beim Löschen entfernt: %1</translation>
    </message>
    <message>
        <source>Review or branch protection rule removed: %1</source>
        <translation>Regel für Prüfung oder Branch-Schutz entfernt: %1</translation>
    </message>
    <message>
        <source>Review or branch protection rule turned off: %1</source>
        <translation>Regel für Prüfung oder Branch-Schutz abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Script ends in success whatever happened: %1</source>
        <translation>Skript endet erfolgreich, was immer geschah: %1</translation>
    </message>
    <message>
        <source>Shell command drops data: %1</source>
        <translation>Shell-Befehl wirft Daten weg: %1</translation>
    </message>
    <message>
        <source>Some actions that it covered are left out now.</source>
        <translation>Einige Aktionen, die sie abdeckte, sind jetzt ausgelassen.</translation>
    </message>
    <message>
        <source>TLS verification turned off in a test: %1</source>
        <translation>TLS-Prüfung in einem Test abgeschaltet: %1</translation>
    </message>
    <message>
        <source>TLS verification turned off: %1</source>
        <translation>TLS-Prüfung abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Take it out, or leave with the exit code of the check.</source>
        <translation>Nehmen Sie es heraus oder enden Sie mit dem Exit-Code der Prüfung.</translation>
    </message>
    <message>
        <source>Test skips itself: %1</source>
        <translation>Test überspringt sich selbst: %1</translation>
    </message>
    <message>
        <source>Test switched off: %1</source>
        <translation>Test abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Tests or checks are skipped in the build: %1</source>
        <translation>Tests oder Prüfungen werden beim Bauen übersprungen: %1</translation>
    </message>
    <message>
        <source>The build is green without having looked.</source>
        <translation>Der Bau ist grün, ohne hingesehen zu haben.</translation>
    </message>
    <message>
        <source>The check still runs, but nothing stops a change any more that fails it.</source>
        <translation>Die Prüfung läuft noch, aber nichts hält eine Änderung mehr auf, die daran scheitert.</translation>
    </message>
    <message>
        <source>The code behind it now runs for people whom it kept out.</source>
        <translation>Der Code dahinter läuft jetzt für Menschen, die er ferngehalten hat.</translation>
    </message>
    <message>
        <source>The commit or push goes through without the checks that every other one has to pass.</source>
        <translation>Der Commit oder Push geht ohne die Prüfungen durch, die jeder andere bestehen muss.</translation>
    </message>
    <message>
        <source>The exit code of everything before it is lost, so the caller sees a green run.</source>
        <translation>Der Exit-Code von allem davor geht verloren, daher sieht der Aufrufer einen grünen Lauf.</translation>
    </message>
    <message>
        <source>The line names a test or development database.</source>
        <translation>Die Zeile nennt eine Test- oder Entwicklungsdatenbank.</translation>
    </message>
    <message>
        <source>The line names a throw-away environment.</source>
        <translation>Die Zeile nennt eine Wegwerfumgebung.</translation>
    </message>
    <message>
        <source>The line packages or installs; the tests may have run before.</source>
        <translation>Die Zeile packt oder installiert; die Tests können vorher gelaufen sein.</translation>
    </message>
    <message>
        <source>The line speaks of an experiment.</source>
        <translation>Die Zeile spricht von einem Experiment.</translation>
    </message>
    <message>
        <source>The line speaks of this machine only.</source>
        <translation>Die Zeile spricht nur von diesem Rechner.</translation>
    </message>
    <message>
        <source>The name of the variable speaks of a working folder.</source>
        <translation>Der Name der Variablen spricht von einem Arbeitsordner.</translation>
    </message>
    <message>
        <source>The path comes from a variable; an empty, relative or foreign value deletes what nobody meant.</source>
        <translation>Der Pfad kommt aus einer Variablen; ein leerer, relativer oder fremder Wert löscht, was niemand gemeint hat.</translation>
    </message>
    <message>
        <source>The path names a development environment.</source>
        <translation>Der Pfad nennt eine Entwicklungsumgebung.</translation>
    </message>
    <message>
        <source>The path names a test or an example.</source>
        <translation>Der Pfad nennt einen Test oder ein Beispiel.</translation>
    </message>
    <message>
        <source>The path names seed or sample data.</source>
        <translation>Der Pfad nennt Start- oder Beispieldaten.</translation>
    </message>
    <message>
        <source>The path names tests or examples.</source>
        <translation>Der Pfad nennt Tests oder Beispiele.</translation>
    </message>
    <message>
        <source>The path names tests, examples or a clean-up.</source>
        <translation>Der Pfad nennt Tests, Beispiele oder ein Aufräumen.</translation>
    </message>
    <message>
        <source>The pipeline goes on and ends green even when this fails.</source>
        <translation>Die Pipeline läuft weiter und endet grün, auch wenn das scheitert.</translation>
    </message>
    <message>
        <source>The route, class or parameter is still there, but what kept others out of it is not.</source>
        <translation>Die Route, Klasse oder der Parameter ist noch da, aber nicht mehr, was andere fernhielt.</translation>
    </message>
    <message>
        <source>The rows are gone when it has run; rolling back the code does not bring them back.</source>
        <translation>Die Zeilen sind weg, wenn sie gelaufen ist; den Code zurückzurollen bringt sie nicht wieder.</translation>
    </message>
    <message>
        <source>The rows are gone when this has run, in whatever database the environment names.</source>
        <translation>Die Zeilen sind weg, wenn das gelaufen ist, in welcher Datenbank auch immer die Umgebung nennt.</translation>
    </message>
    <message>
        <source>The rows are gone when this has run; rolling back the code does not bring them back.</source>
        <translation>Die Zeilen sind weg, wenn das gelaufen ist; den Code zurückzurollen bringt sie nicht wieder.</translation>
    </message>
    <message>
        <source>These are editor settings; only some of them start programs.</source>
        <translation>Das sind Editor-Einstellungen; nur manche davon starten Programme.</translation>
    </message>
    <message>
        <source>What can this commit contain, and who looks at it?</source>
        <translation>Was kann dieser Commit enthalten, und wer sieht ihn an?</translation>
    </message>
    <message>
        <source>What happens when the variable is unset or holds a blank? A fixed folder or a guard such as ${VAR:?} makes it safe.</source>
        <translation>Was geschieht, wenn die Variable fehlt oder ein Leerzeichen enthält? Ein fester Ordner oder ein Wächter wie ${VAR:?} macht es sicher.</translation>
    </message>
    <message>
        <source>What happens when the variable is unset or holds a blank? Test-Path and a fixed root make it safe.</source>
        <translation>Was geschieht, wenn die Variable fehlt oder ein Leerzeichen enthält? Test-Path und eine feste Wurzel machen es sicher.</translation>
    </message>
    <message>
        <source>What it caught before a commit is not caught there any more.</source>
        <translation>Was er vor einem Commit abgefangen hat, wird dort nicht mehr abgefangen.</translation>
    </message>
    <message>
        <source>What it protected can now be reached by people whom it kept out.</source>
        <translation>Was es schützte, können jetzt Menschen erreichen, die es ferngehalten hat.</translation>
    </message>
    <message>
        <source>What it watched over can break from now on without anyone noticing.</source>
        <translation>Worüber sie gewacht hat, kann von nun an kaputtgehen, ohne dass es jemand bemerkt.</translation>
    </message>
    <message>
        <source>What steers agents was changed: %1</source>
        <translation>Was Agenten lenkt, wurde geändert: %1</translation>
    </message>
    <message>
        <source>Whatever matches below that folder goes, also what appears there later.</source>
        <translation>Was immer unterhalb dieses Ordners passt, verschwindet, auch was später dort auftaucht.</translation>
    </message>
    <message>
        <source>When the variable is empty or the pattern matches more than thought, this deletes what nobody meant.</source>
        <translation>Ist die Variable leer oder trifft das Muster mehr als gedacht, löscht das, was niemand gemeint hat.</translation>
    </message>
    <message>
        <source>Where does the path come from, and can it be empty, &apos;/&apos; or outside of the folder that is meant?</source>
        <translation>Woher kommt der Pfad, und kann er leer, &apos;/&apos; oder außerhalb des gemeinten Ordners sein?</translation>
    </message>
    <message>
        <source>Where else do they run, and does a failure there stop the change?</source>
        <translation>Wo laufen sie sonst noch, und hält ein Scheitern dort die Änderung auf?</translation>
    </message>
    <message>
        <source>Which actions are no longer covered, and what can a stranger do through them?</source>
        <translation>Welche Aktionen sind nicht mehr abgedeckt, und was kann ein Fremder dadurch tun?</translation>
    </message>
    <message>
        <source>Which branch, and is it protected against forced pushes on the server?</source>
        <translation>Welcher Branch, und ist er auf dem Server gegen erzwungene Pushes geschützt?</translation>
    </message>
    <message>
        <source>Which code of this change is not tested, and why is that acceptable?</source>
        <translation>Welcher Code dieser Änderung ist nicht getestet, und warum ist das hinnehmbar?</translation>
    </message>
    <message>
        <source>Which environment does it reach, who can start it, and what stops it from reaching production?</source>
        <translation>Welche Umgebung erreicht es, wer kann es starten, und was hält es von der Produktion fern?</translation>
    </message>
    <message>
        <source>Which failure was it meant to hide? Fix or remove the check instead of ignoring what it says.</source>
        <translation>Welches Scheitern sollte es verbergen? Reparieren oder entfernen Sie die Prüfung, statt zu übergehen, was sie sagt.</translation>
    </message>
    <message>
        <source>Which other workflow covers them?</source>
        <translation>Welcher andere Workflow deckt sie ab?</translation>
    </message>
    <message>
        <source>Who can start it, against which database, and is there a backup that was restored once?</source>
        <translation>Wer kann es starten, gegen welche Datenbank, und gibt es eine Sicherung, die schon einmal zurückgespielt wurde?</translation>
    </message>
    <message>
        <source>Who decided it, and for which branches?</source>
        <translation>Wer hat es entschieden, und für welche Branches?</translation>
    </message>
    <message>
        <source>Who decided it, and what protects the branch instead?</source>
        <translation>Wer hat es entschieden, und was schützt den Branch stattdessen?</translation>
    </message>
    <message>
        <source>Who passes now that did not before? Try the request with the weakest role.</source>
        <translation>Wer kommt jetzt durch, der vorher nicht durchkam? Versuchen Sie die Anfrage mit der schwächsten Rolle.</translation>
    </message>
    <message>
        <source>Who reads the report, and what stops a bad change instead?</source>
        <translation>Wer liest den Bericht, und was hält eine schlechte Änderung stattdessen auf?</translation>
    </message>
    <message>
        <source>Whoever sits between the two ends can read and change everything that is sent, credentials included.</source>
        <translation>Wer zwischen den beiden Enden sitzt, kann alles Gesendete lesen und ändern, auch Zugangsdaten.</translation>
    </message>
    <message>
        <source>Why can it not pass them? What runs in their place?</source>
        <translation>Warum kann er sie nicht bestehen? Was läuft an ihrer Stelle?</translation>
    </message>
    <message>
        <source>Why does the certificate not verify? Give the client the right CA instead. Can this value reach production?</source>
        <translation>Warum lässt sich das Zertifikat nicht prüfen? Geben Sie dem Client stattdessen die richtige CA. Kann dieser Wert in die Produktion gelangen?</translation>
    </message>
    <message>
        <source>Why is it off: is the test wrong, or the code? Is there an issue that brings it back?</source>
        <translation>Warum ist er aus: Ist der Test falsch oder der Code? Gibt es ein Issue, das ihn zurückbringt?</translation>
    </message>
    <message>
        <source>With this setting a destroy or replacement goes through without a last snapshot, or takes the content along.</source>
        <translation>Mit dieser Einstellung geht ein Zerstören oder Ersetzen ohne letzte Momentaufnahme durch oder nimmt den Inhalt mit.</translation>
    </message>
    <message>
        <source>Without it the data is deleted together with the resource or the stack.</source>
        <translation>Ohne sie werden die Daten zusammen mit der Ressource oder dem Stack gelöscht.</translation>
    </message>
    <message>
        <source>Comparing files</source>
        <translation>Dateien werden verglichen</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The demo script is broken.</source>
        <translation>Das Skript der Vorführung ist kaputt.</translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation>Der Ordner ist nicht leer.</translation>
    </message>
    <message>
        <source>Give a folder that does not exist yet.</source>
        <translation>Geben Sie einen Ordner an, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Analysing changes</source>
        <translation>Änderungen werden untersucht</translation>
    </message>
    <message>
        <source>Name a record (.dsse.json) or a folder that “countersign export” wrote.</source>
        <translation>Nennen Sie einen Nachweis (.dsse.json) oder einen Ordner, den „countersign export“ geschrieben hat.</translation>
    </message>
    <message>
        <source>The commit that the change starts from is missing.</source>
        <translation>Der Commit, von dem die Änderung ausgeht, fehlt.</translation>
    </message>
    <message>
        <source>The combined diff of a merge cannot be applied.</source>
        <translation>Der kombinierte Diff eines Merges kann nicht angewendet werden.</translation>
    </message>
    <message>
        <source>Compare the merge with one parent: “git diff MERGE^1 MERGE”.</source>
        <translation>Vergleichen Sie den Merge mit einem Elternteil: „git diff MERGE^1 MERGE“.</translation>
    </message>
    <message>
        <source>The content of the binary file %1 is not in the patch.</source>
        <translation>Der Inhalt der binären Datei %1 ist nicht im Patch.</translation>
    </message>
    <message>
        <source>Make the patch with “git diff --binary” or “git format-patch”.</source>
        <translation>Erzeugen Sie den Patch mit „git diff --binary“ oder „git format-patch“.</translation>
    </message>
    <message>
        <source>Object %1 is missing.</source>
        <translation>Objekt %1 fehlt.</translation>
    </message>
    <message>
        <source>The branch %1 has no commit yet.</source>
        <translation>Der Branch %1 hat noch keinen Commit.</translation>
    </message>
    <message>
        <source>Name another branch.</source>
        <translation>Nennen Sie einen anderen Branch.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>“%1” is no commit.</source>
        <translation>„%1“ ist kein Commit.</translation>
    </message>
    <message>
        <source>Give a branch, a tag or a commit.</source>
        <translation>Geben Sie einen Branch, ein Tag oder einen Commit an.</translation>
    </message>
    <message>
        <source>The format of this repository is not supported.</source>
        <translation>Das Format dieses Repositorys wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Repositories with SHA-1 names and refs in files can be read; clone it into that format.</source>
        <translation>Repositorys mit SHA-1-Namen und Referenzen in Dateien können gelesen werden; klonen Sie es in dieses Format.</translation>
    </message>
    <message>
        <source>This repository shows another history than it has.</source>
        <translation>Dieses Repository zeigt eine andere Geschichte, als es hat.</translation>
    </message>
    <message>
        <source>Remove the file with the grafts, or review a fresh clone.</source>
        <translation>Entfernen Sie die Datei mit den Grafts oder prüfen Sie einen frischen Klon.</translation>
    </message>
    <message>
        <source>“%1” cannot be put into a tree.</source>
        <translation>„%1“ kann nicht in einen Baum gelegt werden.</translation>
    </message>
    <message>
        <source>A patch or bundle is open, whose objects are temporary. Apply or fetch it into the repository first.</source>
        <translation>Ein Patch oder Bundle ist offen, dessen Objekte temporär sind. Wenden Sie es zuerst im Repository an oder holen Sie es dorthin.</translation>
    </message>
    <message>
        <source>“%1” cannot be a path in a tree.</source>
        <translation>„%1“ kann kein Pfad in einem Baum sein.</translation>
    </message>
    <message>
        <source>The file cannot be read, or is too large.</source>
        <translation>Die Datei kann nicht gelesen werden oder ist zu groß.</translation>
    </message>
    <message>
        <source>Check its name and its permissions.</source>
        <translation>Prüfen Sie Namen und Rechte.</translation>
    </message>
    <message>
        <source>access control</source>
        <translation>Zugangskontrolle</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>A resource that holds data is deleted: %1</source>
        <translation>Eine Ressource mit Daten wird gelöscht: %1</translation>
    </message>
    <message>
        <source>A resource that holds data is deleted and made anew, empty: %1 becomes %2</source>
        <translation>Eine Ressource mit Daten wird gelöscht und leer neu angelegt: %1 wird %2</translation>
    </message>
    <message>
        <source>The next apply destroys it with its data; automated backups often go with it.</source>
        <translation>Das nächste Apply zerstört sie samt Daten; automatische Sicherungen gehen oft mit.</translation>
    </message>
    <message>
        <source>Is it meant to go? If it only got another name, a “moved” block keeps it. Is there a backup that was restored once?</source>
        <translation>Soll sie weg? Hat sie nur einen anderen Namen bekommen, bewahrt sie ein Block „moved“. Gibt es eine Sicherung, die schon einmal zurückgespielt wurde?</translation>
    </message>
    <message>
        <source>No “moved” or “removed” block of this change names it.</source>
        <translation>Kein Block „moved“ oder „removed“ dieser Änderung nennt sie.</translation>
    </message>
    <message>
        <source>The path does not name production.</source>
        <translation>Der Pfad nennt nicht die Produktion.</translation>
    </message>
    <message>
        <source>Characters that reorder the text: %1</source>
        <translation>Zeichen, die den Text umstellen: %1</translation>
    </message>
    <message>
        <source>The line is shown in another order than the machine reads it, so a reviewer sees other code.</source>
        <translation>Die Zeile wird in anderer Reihenfolge gezeigt, als die Maschine sie liest, daher sieht ein Prüfer anderen Code.</translation>
    </message>
    <message>
        <source>Read the line with the escapes shown here. Does anything right-to-left need them?</source>
        <translation>Lesen Sie die Zeile mit den hier gezeigten Escapes. Braucht etwas von rechts nach links Geschriebenes sie?</translation>
    </message>
    <message>
        <source>It is a translation into a right-to-left script.</source>
        <translation>Es ist eine Übersetzung in eine Schrift von rechts nach links.</translation>
    </message>
    <message>
        <source>It is text in a right-to-left script.</source>
        <translation>Es ist Text in einer Schrift von rechts nach links.</translation>
    </message>
    <message>
        <source>They are marks, which move only what touches them.</source>
        <translation>Es sind Marken, die nur bewegen, was sie berührt.</translation>
    </message>
    <message>
        <source>Invisible characters: %1</source>
        <translation>Unsichtbare Zeichen: %1</translation>
    </message>
    <message>
        <source>A machine, or an AI agent, reads what no reviewer sees: other names, or hidden instructions.</source>
        <translation>Eine Maschine oder ein KI-Agent liest, was kein Prüfer sieht: andere Namen oder versteckte Anweisungen.</translation>
    </message>
    <message>
        <source>Does the line need them? If not, have it typed anew.</source>
        <translation>Braucht die Zeile sie? Wenn nicht, lassen Sie sie neu tippen.</translation>
    </message>
    <message>
        <source>Hidden text: %1</source>
        <translation>Versteckter Text: %1</translation>
    </message>
    <message>
        <source>It is a test, which may need them as data.</source>
        <translation>Es ist ein Test, der sie als Daten brauchen kann.</translation>
    </message>
    <message>
        <source>Such words make reviewers look less closely than the change deserves.</source>
        <translation>Solche Worte lassen Prüfer weniger genau hinsehen, als die Änderung es verdient.</translation>
    </message>
    <message>
        <source>Read it as a change of its true size, and have the title say what it does.</source>
        <translation>Lesen Sie sie als Änderung ihrer wahren Größe, und lassen Sie den Titel sagen, was sie tut.</translation>
    </message>
    <message>
        <source>The change calls itself “%1”.</source>
        <translation>Die Änderung nennt sich selbst „%1“.</translation>
    </message>
    <message>
        <source>Called “%1”, but dangerous</source>
        <translation>„%1“ genannt, aber gefährlich</translation>
    </message>
    <message>
        <source>Called “%1”, but large</source>
        <translation>„%1“ genannt, aber groß</translation>
    </message>
    <message>
        <source>%1 lines in %2 files, tests and generated files not counted</source>
        <translation>%1 Zeilen in %2 Dateien, Tests und erzeugte Dateien nicht gezählt</translation>
    </message>
    <message>
        <source>Removed in line %1, too: %2</source>
        <translation>Auch in Zeile %1 entfernt: %2</translation>
    </message>
    <message>
        <source>Test file removed: %1</source>
        <translation>Testdatei entfernt: %1</translation>
    </message>
    <message>
        <source>Test removed: %1</source>
        <translation>Test entfernt: %1</translation>
    </message>
    <message>
        <source>Assertions removed: %1</source>
        <translation>Zusicherungen entfernt: %1</translation>
    </message>
    <message>
        <source>The code under test stays, but nothing fails any more when it breaks.</source>
        <translation>Der getestete Code bleibt, aber nichts scheitert mehr, wenn er kaputtgeht.</translation>
    </message>
    <message>
        <source>Was the test wrong, or did it stand in the way? Put it back, or say what replaces it.</source>
        <translation>War der Test falsch oder stand er im Weg? Stellen Sie ihn wieder her oder sagen Sie, was ihn ersetzt.</translation>
    </message>
    <message>
        <source>Other assertions came into the same file, but fewer.</source>
        <translation>Andere Zusicherungen kamen in dieselbe Datei, aber weniger.</translation>
    </message>
    <message>
        <source>Assertions came into other tests of this change.</source>
        <translation>Zusicherungen kamen in andere Tests dieser Änderung.</translation>
    </message>
    <message>
        <source>A secret is committed: %1</source>
        <translation>Ein Geheimnis wird eingecheckt: %1</translation>
    </message>
    <message>
        <source>Whoever can read the repository, now or later, can use it; deleting the line does not take it back.</source>
        <translation>Wer das Repository jetzt oder später lesen kann, kann es benutzen; die Zeile zu löschen nimmt es nicht zurück.</translation>
    </message>
    <message>
        <source>Is it real? Then revoke it first, and read it from where secrets are kept.</source>
        <translation>Ist es echt? Dann sperren Sie es zuerst und lesen Sie es von dort, wo Geheimnisse verwahrt werden.</translation>
    </message>
    <message>
        <source>%1… (%2 characters)</source>
        <translation>%1 … (%2 Zeichen)</translation>
    </message>
    <message>
        <source>It stands in test or sample data.</source>
        <translation>Es steht in Test- oder Beispieldaten.</translation>
    </message>
    <message>
        <source>It stands in documentation.</source>
        <translation>Es steht in der Dokumentation.</translation>
    </message>
    <message>
        <source>It is told by its name and its randomness only.</source>
        <translation>Es ist nur an Namen und Zufälligkeit zu erkennen.</translation>
    </message>
    <message>
        <source>Errors are swallowed: %1</source>
        <translation>Fehler werden verschluckt: %1</translation>
    </message>
    <message>
        <source>Whatever goes wrong looks like success from here on; the cause is lost where it happens.</source>
        <translation>Was immer schiefgeht, sieht von hier an wie Erfolg aus; die Ursache geht dort verloren, wo sie entsteht.</translation>
    </message>
    <message>
        <source>Which errors are expected here? Catch those by name, and let the caller know of all others.</source>
        <translation>Welche Fehler sind hier zu erwarten? Fangen Sie diese beim Namen ab und lassen Sie den Aufrufer alle anderen wissen.</translation>
    </message>
    <message>
        <source>In its place: %1</source>
        <translation>An ihrer Stelle: %1</translation>
    </message>
    <message>
        <source>It is logged.</source>
        <translation>Es wird protokolliert.</translation>
    </message>
    <message>
        <source>A comment explains it.</source>
        <translation>Ein Kommentar erklärt es.</translation>
    </message>
    <message>
        <source>Only clean-up or an optional part is guarded.</source>
        <translation>Abgesichert sind nur Aufräumarbeiten oder ein entbehrlicher Teil.</translation>
    </message>
    <message>
        <source>It is an outermost handler.</source>
        <translation>Es ist die äußerste Fehlerbehandlung.</translation>
    </message>
    <message>
        <source>A column that the same file adds may have to be filled everywhere.</source>
        <translation>Eine Spalte, die dieselbe Datei hinzufügt, muss vielleicht überall gefüllt werden.</translation>
    </message>
    <message>
        <source>The condition is always true: %1</source>
        <translation>Die Bedingung ist immer wahr: %1</translation>
    </message>
    <message>
        <source>Every row is hit: %1</source>
        <translation>Jede Zeile der Tabelle ist betroffen: %1</translation>
    </message>
    <message>
        <source>Without a condition the statement changes or deletes the whole table; only a backup brings it back.</source>
        <translation>Ohne Bedingung ändert oder löscht die Anweisung die ganze Tabelle; nur eine Sicherung bringt sie zurück.</translation>
    </message>
    <message>
        <source>Is every row meant? Then say so in a comment, and how many there are; if not, add the condition.</source>
        <translation>Ist jede Zeile gemeint? Dann sagen Sie das in einem Kommentar, mit der Anzahl; wenn nicht, fügen Sie die Bedingung hinzu.</translation>
    </message>
    <message>
        <source>It is limited to a number of rows.</source>
        <translation>Es ist auf eine Anzahl von Zeilen begrenzt.</translation>
    </message>
    <message>
        <source>One change spans %1 areas: %2</source>
        <translation>Eine Änderung umspannt %1 Bereiche: %2</translation>
    </message>
    <message>
        <source>When it fails, several safeguards may fail at once, and rolling back one part breaks another.</source>
        <translation>Wenn sie scheitert, können mehrere Sicherungen zugleich versagen, und das Zurücknehmen des einen Teils zerbricht den anderen.</translation>
    </message>
    <message>
        <source>Can it be split, so that each part is reviewed and rolled out by itself?</source>
        <translation>Lässt sie sich teilen, sodass jeder Teil für sich geprüft und ausgerollt wird?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The title speaks of a change that goes across everything.</source>
        <translation>Der Titel spricht von einer Änderung, die durch alles geht.</translation>
    </message>
    <message>
        <source>A secret goes to a log: %1</source>
        <translation>Ein Geheimnis gelangt in ein Protokoll: %1</translation>
    </message>
    <message>
        <source>Default flipped: %1, was %2</source>
        <translation>Vorgabe umgekehrt: %1, war %2</translation>
    </message>
    <message>
        <source>Default of a variable flipped: %1, was %2</source>
        <translation>Vorgabe einer Variablen umgekehrt: %1, war %2</translation>
    </message>
    <message>
        <source>Every caller and every installation that did not say what it wants gets the other behaviour.</source>
        <translation>Jeder Aufrufer und jede Installation, die nicht gesagt haben, was sie wollen, bekommen das andere Verhalten.</translation>
    </message>
    <message>
        <source>Every environment that does not set the variable gets the new value with the next apply.</source>
        <translation>Jede Umgebung, die die Variable nicht setzt, bekommt mit dem nächsten Apply den neuen Wert.</translation>
    </message>
    <message>
        <source>Limit changed: %1, was %2</source>
        <translation>Grenze geändert: %1, war %2</translation>
    </message>
    <message>
        <source>Limits, timeouts and retries hold failures back; the next failure meets the new value first.</source>
        <translation>Grenzen, Zeitlimits und Wiederholungen halten Ausfälle auf; der nächste Ausfall trifft zuerst auf den neuen Wert.</translation>
    </message>
    <message>
        <source>Log that it is there, or its last characters, but not the value.</source>
        <translation>Protokollieren Sie, dass es da ist, oder seine letzten Zeichen, aber nicht den Wert.</translation>
    </message>
    <message>
        <source>Logs are copied, kept and read by more people and programs than the secret was meant for.</source>
        <translation>Protokolle werden kopiert, aufbewahrt und von mehr Menschen und Programmen gelesen, als das Geheimnis bestimmt war.</translation>
    </message>
    <message>
        <source>Safety switch flipped: %1, was %2</source>
        <translation>Sicherheitsschalter umgelegt: %1, war %2</translation>
    </message>
    <message>
        <source>What was the old value measured for, and what breaks first with the new one?</source>
        <translation>Wofür wurde der alte Wert gemessen, und was bricht mit dem neuen zuerst?</translation>
    </message>
    <message>
        <source>Which environments leave it out? Look at the plan of each before this is merged.</source>
        <translation>Welche Umgebungen lassen sie aus? Sehen Sie den Plan jeder davon an, bevor das zusammengeführt wird.</translation>
    </message>
    <message>
        <source>Who reads it, and what happens in production at the first start with the new value? Can it be turned on in stages?</source>
        <translation>Wer liest ihn, und was geschieht in der Produktion beim ersten Start mit dem neuen Wert? Lässt er sich stufenweise einschalten?</translation>
    </message>
    <message>
        <source>Who relies on the default? Search the callers that do not pass it, and say so in the release notes.</source>
        <translation>Wer verlässt sich auf die Vorgabe? Suchen Sie die Aufrufer, die sie nicht übergeben, und sagen Sie es in den Versionshinweisen.</translation>
    </message>
    <message>
        <source>Whoever relied on the old value gets the new one with the next start, without having asked for it.</source>
        <translation>Wer sich auf den alten Wert verlassen hat, bekommt beim nächsten Start den neuen, ohne darum gebeten zu haben.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>%1 of %2 changed lines are marked as read.</source>
        <translation>%1 von %2 geänderten Zeilen sind als gelesen markiert.</translation>
    </message>
    <message>
        <source>%1 of %2 lines that an AI wrote or may have written are marked as read.</source>
        <translation>%1 von %2 Zeilen, die eine KI geschrieben hat oder haben könnte, sind als gelesen markiert.</translation>
    </message>
    <message>
        <source>%1 of %2 questions of the checklist are open.</source>
        <translation>%1 von %2 Fragen der Checkliste sind offen.</translation>
    </message>
    <message>
        <source>%1 was not displayed.</source>
        <translation>%1 wurde nicht angezeigt.</translation>
    </message>
    <message>
        <source>The tree %1 holds more than %2 files.</source>
        <translation>Der Baum %1 enthält mehr als %2 Dateien.</translation>
    </message>
    <message>
        <source>%1 approved under another policy.</source>
        <translation>%1 hat unter anderen Regeln freigegeben.</translation>
    </message>
    <message>
        <source>There is no patch set “%1”: %2 were seen here.</source>
        <translation>Es gibt kein Patch-Set „%1“: Hier wurden %2 gesehen.</translation>
    </message>
    <message>
        <source>Name one by its number, or as BASE..HEAD.</source>
        <translation>Nennen Sie eines mit seiner Nummer oder als BASIS..KOPF.</translation>
    </message>
    <message>
        <source>No earlier patch set of this change was seen here.</source>
        <translation>Hier wurde kein früheres Patch-Set dieser Änderung gesehen.</translation>
    </message>
    <message>
        <source>Name what to compare with: --from BASE..HEAD.</source>
        <translation>Nennen Sie, womit verglichen werden soll: --from BASIS..KOPF.</translation>
    </message>
    <message>
        <source>No line differs</source>
        <translation>Keine Zeile unterscheidet sich</translation>
    </message>
    <message>
        <source>Renamed from %1, %2 % alike</source>
        <translation>Umbenannt von %1, zu %2 % gleich</translation>
    </message>
    <message>
        <source>Copied from %1, %2 % alike</source>
        <translation>Kopiert von %1, zu %2 % gleich</translation>
    </message>
    <message>
        <source>The symbolic link became a file</source>
        <translation>Der symbolische Link wurde zur Datei</translation>
    </message>
    <message>
        <source>The submodule became a file</source>
        <translation>Das Submodul wurde zur Datei</translation>
    </message>
    <message>
        <source>The file became a symbolic link</source>
        <translation>Die Datei wurde zum symbolischen Link</translation>
    </message>
    <message>
        <source>The submodule became a symbolic link</source>
        <translation>Das Submodul wurde zum symbolischen Link</translation>
    </message>
    <message>
        <source>The file became a submodule</source>
        <translation>Die Datei wurde zum Submodul</translation>
    </message>
    <message>
        <source>The symbolic link became a submodule</source>
        <translation>Der symbolische Link wurde zum Submodul</translation>
    </message>
    <message>
        <source>The new file is executable</source>
        <translation>Die neue Datei ist ausführbar</translation>
    </message>
    <message>
        <source>The file became executable</source>
        <translation>Die Datei wurde ausführbar</translation>
    </message>
    <message>
        <source>The file is no longer executable</source>
        <translation>Die Datei ist nicht mehr ausführbar</translation>
    </message>
    <message>
        <source>Mode changed from %1 to %2</source>
        <translation>Modus von %1 auf %2 geändert</translation>
    </message>
    <message>
        <source>Encoding changed from %1 to %2</source>
        <translation>Kodierung von %1 auf %2 geändert</translation>
    </message>
    <message>
        <source>Encoded as %1; its text is compared, not its bytes</source>
        <translation>Als %1 kodiert; verglichen wird der Text, nicht die Bytes</translation>
    </message>
    <message>
        <source>Not UTF-8; shown as %1</source>
        <translation>Kein UTF-8; als %1 angezeigt</translation>
    </message>
    <message>
        <source>A byte order mark was put in front of the text</source>
        <translation>Dem Text wurde eine Bytereihenfolgemarke vorangestellt</translation>
    </message>
    <message>
        <source>The byte order mark was removed</source>
        <translation>Die Bytereihenfolgemarke wurde entfernt</translation>
    </message>
    <message>
        <source>Begins with a byte order mark</source>
        <translation>Beginnt mit einer Bytereihenfolgemarke</translation>
    </message>
    <message>
        <source>Line ends changed from %1 to %2</source>
        <translation>Zeilenenden von %1 auf %2 geändert</translation>
    </message>
    <message>
        <source>Different line ends: %1</source>
        <translation>Unterschiedliche Zeilenenden: %1</translation>
    </message>
    <message>
        <source>Lines end with CR alone, so the whole text is one line here</source>
        <translation>Die Zeilen enden nur mit CR, daher ist der ganze Text hier eine Zeile</translation>
    </message>
    <message>
        <source>The last line lost its line end</source>
        <translation>Die letzte Zeile hat ihr Zeilenende verloren</translation>
    </message>
    <message>
        <source>The last line got a line end</source>
        <translation>Die letzte Zeile hat ein Zeilenende bekommen</translation>
    </message>
    <message>
        <source>The last line has no line end</source>
        <translation>Die letzte Zeile hat kein Zeilenende</translation>
    </message>
    <message>
        <source>Bytes that are not %1 are shown as escapes: %2</source>
        <translation>Bytes, die kein %1 sind, werden als Escapes angezeigt: %2</translation>
    </message>
    <message>
        <source>The longest line has %1 bytes</source>
        <translation>Die längste Zeile hat %1 Bytes</translation>
    </message>
    <message>
        <source>Git LFS keeps this file elsewhere: %1 (%2 bytes) became %3 (%4 bytes). Only the pointer is here, so its content cannot be reviewed</source>
        <translation>Git LFS bewahrt diese Datei anderswo auf: %1 (%2 Bytes) wurde zu %3 (%4 Bytes). Nur der Zeiger ist hier, daher kann ihr Inhalt nicht geprüft werden</translation>
    </message>
    <message>
        <source>Git LFS keeps this file elsewhere: %1 (%2 bytes). Only the pointer is here, so its content cannot be reviewed</source>
        <translation>Git LFS bewahrt diese Datei anderswo auf: %1 (%2 Bytes). Nur der Zeiger ist hier, daher kann ihr Inhalt nicht geprüft werden</translation>
    </message>
    <message>
        <source>The file moved to Git LFS: %1 (%2 bytes). Only the pointer is here, so the new content cannot be reviewed</source>
        <translation>Die Datei ist nach Git LFS umgezogen: %1 (%2 Bytes). Nur der Zeiger ist hier, daher kann der neue Inhalt nicht geprüft werden</translation>
    </message>
    <message>
        <source>The file came back from Git LFS: %1 (%2 bytes). The old content is not here</source>
        <translation>Die Datei kam aus Git LFS zurück: %1 (%2 Bytes). Der alte Inhalt ist nicht hier</translation>
    </message>
    <message>
        <source>The new file is empty</source>
        <translation>Die neue Datei ist leer</translation>
    </message>
    <message>
        <source>The deleted file was empty</source>
        <translation>Die gelöschte Datei war leer</translation>
    </message>
    <message>
        <source>The file is empty now</source>
        <translation>Die Datei ist jetzt leer</translation>
    </message>
    <message>
        <source>The file was empty before</source>
        <translation>Die Datei war vorher leer</translation>
    </message>
    <message>
        <source>The symbolic link led to %1 and now leads to %2</source>
        <translation>Der symbolische Link führte zu %1 und führt jetzt zu %2</translation>
    </message>
    <message>
        <source>Symbolic link to %1</source>
        <translation>Symbolischer Link zu %1</translation>
    </message>
    <message>
        <source>The submodule went from commit %1 to %2</source>
        <translation>Das Submodul ging von Commit %1 zu %2</translation>
    </message>
    <message>
        <source>The submodule stands at commit %1</source>
        <translation>Das Submodul steht auf Commit %1</translation>
    </message>
    <message>
        <source>The submodule stood at commit %1</source>
        <translation>Das Submodul stand auf Commit %1</translation>
    </message>
    <message>
        <source>Binary content, the same on both sides: %1 bytes</source>
        <translation>Binärer Inhalt, auf beiden Seiten gleich: %1 Bytes</translation>
    </message>
    <message>
        <source>Binary content: %1 → %2 bytes</source>
        <translation>Binärer Inhalt: %1 → %2 Bytes</translation>
    </message>
    <message>
        <source>New binary content: %1 bytes</source>
        <translation>Neuer binärer Inhalt: %1 Bytes</translation>
    </message>
    <message>
        <source>Deleted binary content: %1 bytes</source>
        <translation>Gelöschter binärer Inhalt: %1 Bytes</translation>
    </message>
    <message>
        <source>Very different versions: the alignment is coarse</source>
        <translation>Sehr verschiedene Fassungen: Die Zuordnung ist grob</translation>
    </message>
    <message>
        <source>Too large: changes inside lines are not marked</source>
        <translation>Zu groß: Änderungen innerhalb von Zeilen sind nicht markiert</translation>
    </message>
    <message>
        <source>Too large: moved blocks were not looked for</source>
        <translation>Zu groß: Verschobene Blöcke wurden nicht gesucht</translation>
    </message>
    <message>
        <source>The file is not %1.</source>
        <translation>Die Datei ist kein %1.</translation>
    </message>
    <message>
        <source>Choose another encoding.</source>
        <translation>Wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>The file has %1 bytes, which is too much to show it.</source>
        <translation>Die Datei hat %1 Bytes, zu viel, um sie anzuzeigen.</translation>
    </message>
    <message>
        <source>Nothing to search for</source>
        <translation>Nichts, wonach zu suchen wäre</translation>
    </message>
    <message>
        <source>%1 has no line %2: it has %3 lines on this side.</source>
        <translation>%1 hat keine Zeile %2: Auf dieser Seite sind es %3 Zeilen.</translation>
    </message>
    <message>
        <source>“countersign show” numbers the lines of both sides.</source>
        <translation>„countersign show“ nummeriert die Zeilen beider Seiten.</translation>
    </message>
    <message>
        <source>A comment can be about 1,000 lines at most.</source>
        <translation>Ein Kommentar kann sich auf höchstens 1000 Zeilen beziehen.</translation>
    </message>
    <message>
        <source>Choose the lines that matter.</source>
        <translation>Wählen Sie die Zeilen, auf die es ankommt.</translation>
    </message>
    <message>
        <source>This draft was posted or thrown away already.</source>
        <translation>Dieser Entwurf wurde schon abgeschickt oder verworfen.</translation>
    </message>
    <message>
        <source>A comment needs a text.</source>
        <translation>Ein Kommentar braucht einen Text.</translation>
    </message>
    <message>
        <source>This change has no thread %1.</source>
        <translation>Diese Änderung hat keinen Thread %1.</translation>
    </message>
    <message>
        <source>“countersign comments” lists the threads with their numbers.</source>
        <translation>„countersign comments“ zählt die Threads mit ihren Nummern auf.</translation>
    </message>
    <message>
        <source>This change has no comment %1.</source>
        <translation>Diese Änderung hat keinen Kommentar %1.</translation>
    </message>
    <message>
        <source>“countersign comments --format json” lists the comments with their numbers.</source>
        <translation>„countersign comments --format json“ zählt die Kommentare mit ihren Nummern auf.</translation>
    </message>
    <message>
        <source>Only its author can change a comment.</source>
        <translation>Nur wer einen Kommentar geschrieben hat, kann ihn ändern.</translation>
    </message>
    <message>
        <source>Answer it instead.</source>
        <translation>Antworten Sie stattdessen darauf.</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>won’t fix</source>
        <translation>wird nicht behoben</translation>
    </message>
    <message>
        <source>This comment was deleted.</source>
        <translation>Dieser Kommentar wurde gelöscht.</translation>
    </message>
    <message>
        <source>Write a new one.</source>
        <translation>Schreiben Sie einen neuen.</translation>
    </message>
    <message>
        <source>unchanged lines</source>
        <translation>unveränderte Zeilen</translation>
    </message>
    <message>
        <source>the lines were edited since</source>
        <translation>die Zeilen wurden seither bearbeitet</translation>
    </message>
    <message>
        <source>outdated: the lines are gone</source>
        <translation>veraltet: Die Zeilen sind weg</translation>
    </message>
    <message>
        <source>The commit has no such file</source>
        <translation>Der Commit hat keine solche Datei</translation>
    </message>
    <message>
        <source>Looking for the commit that brought the line</source>
        <translation>Der Commit, der die Zeile gebracht hat, wird gesucht</translation>
    </message>
    <message>
        <source>There is no file %1 on the old side of this change.</source>
        <translation>Auf der alten Seite dieser Änderung gibt es keine Datei %1.</translation>
    </message>
    <message>
        <source>There is no file %1 on the new side of this change.</source>
        <translation>Auf der neuen Seite dieser Änderung gibt es keine Datei %1.</translation>
    </message>
    <message>
        <source>Name the file as “countersign show” does; --side old takes a deleted one.</source>
        <translation>Nennen Sie die Datei so wie „countersign show“; --side old nimmt eine gelöschte.</translation>
    </message>
    <message>
        <source>%1 has no lines to comment on.</source>
        <translation>%1 hat keine Zeilen, die sich kommentieren lassen.</translation>
    </message>
    <message>
        <source>Thread %1, %2.</source>
        <translation>Thread %1, %2.</translation>
    </message>
    <message>
        <source>On the old side.</source>
        <translation>Auf der alten Seite.</translation>
    </message>
    <message>
        <source>Made at line %1 of patch set %2: %3.</source>
        <translation>Geschrieben zu Zeile %1 von Patch-Set %2: %3.</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>… %1 more lines</source>
        <translation>… %1 weitere Zeilen</translation>
    </message>
    <message>
        <source>Comments on %1</source>
        <translation>Kommentare zu %1</translation>
    </message>
    <message>
        <source>No comments.</source>
        <translation>Keine Kommentare.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>changed by the author</source>
        <translation>vom Autor geändert</translation>
    </message>
    <message>
        <source>changed by the rebase only</source>
        <translation>nur durch den Rebase geändert</translation>
    </message>
    <message>
        <source>changed by the author and by the rebase</source>
        <translation>vom Autor und durch den Rebase geändert</translation>
    </message>
    <message>
        <source>The author changed something in this push.</source>
        <translation>Der Autor hat mit diesem Push etwas geändert.</translation>
    </message>
    <message>
        <source>This push changed nothing: its files and its base are the same as before.</source>
        <translation>Dieser Push hat nichts geändert: Dateien und Basis sind dieselben wie zuvor.</translation>
    </message>
    <message>
        <source>This push changed nothing but the base: both patch sets add and remove the same lines at the same places.</source>
        <translation>Dieser Push hat nur die Basis geändert: Beide Patch-Sets ergänzen und entfernen dieselben Zeilen an denselben Stellen.</translation>
    </message>
    <message>
        <source>This push changed nothing but the base: the earlier patch set, applied to the new base, gives exactly these files.</source>
        <translation>Dieser Push hat nur die Basis geändert: Das frühere Patch-Set ergibt, auf die neue Basis angewendet, genau diese Dateien.</translation>
    </message>
    <message>
        <source>Comparing patch sets</source>
        <translation>Patch-Sets werden verglichen</translation>
    </message>
    <message>
        <source>Patch set %1 is no longer in this repository.</source>
        <translation>Patch-Set %1 liegt nicht mehr in diesem Repository.</translation>
    </message>
    <message>
        <source>git has cleaned its commits away. Fetch them again, or compare another patch set.</source>
        <translation>Git hat seine Commits weggeräumt. Holen Sie sie neu oder vergleichen Sie ein anderes Patch-Set.</translation>
    </message>
    <message>
        <source>The file could not be written for the editor</source>
        <translation>Die Datei konnte nicht für den Editor geschrieben werden</translation>
    </message>
    <message>
        <source>This change has no finding “%1”.</source>
        <translation>Diese Änderung hat keinen Befund „%1“.</translation>
    </message>
    <message>
        <source>More than one finding begins with “%1”.</source>
        <translation>Mehr als ein Befund beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>“countersign findings” lists the findings with their ids.</source>
        <translation>„countersign findings“ listet die Befunde mit ihren Kennungen auf.</translation>
    </message>
    <message>
        <source>Standard input is not what git gives to this hook.</source>
        <translation>Die Standardeingabe ist nicht das, was git diesem Hook übergibt.</translation>
    </message>
    <message>
        <source>A time is written like 2026-12-31T00:00:00Z.</source>
        <translation>Eine Zeit wird so geschrieben: 2026-12-31T00:00:00Z.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The repository has no roster yet.</source>
        <translation>Das Repository hat noch keine Personenliste.</translation>
    </message>
    <message>
        <source>Make it with “countersign init”.</source>
        <translation>Mit „countersign init“ anlegen.</translation>
    </message>
    <message>
        <source>The rule file cannot be read.</source>
        <translation>Die Regeldatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>same function or type</source>
        <translation>dieselbe Funktion oder derselbe Typ</translation>
    </message>
    <message>
        <source>same setting</source>
        <translation>dieselbe Einstellung</translation>
    </message>
    <message>
        <source>same table</source>
        <translation>dieselbe Tabelle</translation>
    </message>
    <message>
        <source>same route</source>
        <translation>dieselbe Route</translation>
    </message>
    <message>
        <source>same lock</source>
        <translation>dieselbe Sperre</translation>
    </message>
    <message>
        <source>uses what the other one changes</source>
        <translation>verwendet, was die andere ändert</translation>
    </message>
    <message>
        <source>does not merge</source>
        <translation>lässt sich nicht zusammenführen</translation>
    </message>
    <message>
        <source>merges, and breaks</source>
        <translation>lässt sich zusammenführen, geht aber kaputt</translation>
    </message>
    <message>
        <source>git could not read the history.</source>
        <translation>git konnte den Verlauf nicht lesen.</translation>
    </message>
    <message>
        <source>Likelihood needs the git program and the whole history of the target branch.</source>
        <translation>Die Wahrscheinlichkeit braucht das Programm git und den ganzen Verlauf des Ziel-Branches.</translation>
    </message>
    <message>
        <source>Changes production, and reaches %1 files in %2 modules</source>
        <translation>Ändert die Produktion und erreicht %1 Dateien in %2 Modulen</translation>
    </message>
    <message>
        <source>Changes a data store of production: %1</source>
        <translation>Ändert einen Datenspeicher der Produktion: %1</translation>
    </message>
    <message>
        <source>Changes what production runs with</source>
        <translation>Ändert, womit die Produktion läuft</translation>
    </message>
    <message>
        <source>Reaches %1 files in %2 modules: wider than %3 % of changes here</source>
        <translation>Erreicht %1 Dateien in %2 Modulen: weiter als %3 % der Änderungen hier</translation>
    </message>
    <message>
        <source>Reaches %1 files in %2 modules</source>
        <translation>Erreicht %1 Dateien in %2 Modulen</translation>
    </message>
    <message>
        <source>Touches a data store: %1</source>
        <translation>Berührt einen Datenspeicher: %1</translation>
    </message>
    <message>
        <source>No file depends on what it changes</source>
        <translation>Keine Datei hängt von dem ab, was sie ändert</translation>
    </message>
    <message>
        <source>The language of %1 is not known here: who depends on it cannot be told</source>
        <translation>Die Sprache von %1 ist hier nicht bekannt: Wer davon abhängt, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Verlauf wird gelesen</translation>
    </message>
    <message>
        <source>Measuring recent changes</source>
        <translation>Jüngste Änderungen werden gemessen</translation>
    </message>
    <message>
        <source>Reading imports</source>
        <translation>Importe werden gelesen</translation>
    </message>
    <message>
        <source>The agent traces are larger than 16 MiB and were not read.</source>
        <translation>Die Agentenspuren sind größer als 16 MiB und wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>There are more than 20,000 agent traces; the rest was left out.</source>
        <translation>Es gibt mehr als 20.000 Agentenspuren; der Rest wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Line %1 of the agent traces is not understood and was left out.</source>
        <translation>Zeile %1 der Agentenspuren ist nicht verständlich und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The note is not valid JSON and was not read.</source>
        <translation>Die Notiz ist kein gültiges JSON und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The note has a form that is not known and was not read.</source>
        <translation>Die Notiz hat eine unbekannte Form und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Some lines of the note are not understood and were left out.</source>
        <translation>Einige Zeilen der Notiz sind nicht verständlich und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Reading the commits of the change</source>
        <translation>Commits der Änderung werden gelesen</translation>
    </message>
    <message>
        <source>The change adds no line to %1.</source>
        <translation>Die Änderung fügt %1 keine Zeile hinzu.</translation>
    </message>
    <message>
        <source>Name a file of the change by its path in the repository.</source>
        <translation>Eine Datei der Änderung mit ihrem Pfad im Repository angeben.</translation>
    </message>
    <message>
        <source>The file has %1 lines.</source>
        <translation>Die Datei hat %1 Zeilen.</translation>
    </message>
    <message>
        <source>The checkpoint does not have exactly the lines origin, size and root.</source>
        <translation>Der Prüfpunkt hat nicht genau die Zeilen Ursprung, Größe und Wurzel.</translation>
    </message>
    <message>
        <source>The checkpoint has more than %1 signatures.</source>
        <translation>Der Prüfpunkt hat mehr als %1 Signaturen.</translation>
    </message>
    <message>
        <source>The key %1 signed the checkpoint twice.</source>
        <translation>Der Schlüssel %1 hat den Prüfpunkt zweimal signiert.</translation>
    </message>
    <message>
        <source>%1 overrode a requirement, but has no role that may.</source>
        <translation>%1 hat eine Anforderung übergangen, hat aber keine Rolle, die das darf.</translation>
    </message>
    <message>
        <source>The approval of %1 survives: %2</source>
        <translation>Die Freigabe von %1 bleibt bestehen: %2</translation>
    </message>
    <message>
        <source>It was rebased (%1, now %2), and every changed file is the same before and after.</source>
        <translation>Die Änderung wurde per Rebase verschoben (%1, jetzt %2), und jede geänderte Datei ist vorher und nachher gleich.</translation>
    </message>
    <message>
        <source>Its commits were squashed (%1, now %2), and every changed file is the same before and after.</source>
        <translation>Ihre Commits wurden zusammengefasst (%1, jetzt %2), und jede geänderte Datei ist vorher und nachher gleich.</translation>
    </message>
    <message>
        <source>Its commits were amended (%1, now %2), and every changed file is the same before and after.</source>
        <translation>Ihre Commits wurden nachgebessert (%1, jetzt %2), und jede geänderte Datei ist vorher und nachher gleich.</translation>
    </message>
    <message>
        <source>The target branch moved, and every changed file is the same before and after.</source>
        <translation>Der Ziel-Branch hat sich bewegt, und jede geänderte Datei ist vorher und nachher gleich.</translation>
    </message>
    <message>
        <source>The envelope has %1 signatures; at most %2 are allowed.</source>
        <translation>Der Umschlag hat %1 Signaturen; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>The file %1 is missing, was added, or is not what manifest.sha256 says.</source>
        <translation>Die Datei %1 fehlt, wurde hinzugefügt oder ist nicht das, was manifest.sha256 sagt.</translation>
    </message>
    <message>
        <source>The roster is not pinned here, so it could be anybody&apos;s. Compare the fingerprint %1 with a maintainer, then: countersign roster pin FINGERPRINT.</source>
        <translation>Die Personenliste ist hier nicht angeheftet, sie könnte also von irgendwem sein. Den Fingerabdruck %1 mit einem Betreuer vergleichen, dann: countersign roster pin FINGERPRINT.</translation>
    </message>
    <message>
        <source>The roster expired; maintainers have to sign it anew: countersign roster renew.</source>
        <translation>Die Personenliste ist abgelaufen; Betreuer müssen sie neu signieren: countersign roster renew.</translation>
    </message>
    <message>
        <source>What this machine knows about the ledger cannot be read.</source>
        <translation>Was dieser Rechner über das Register weiß, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Remove the file only when you know why it is damaged, then pin the roster again: countersign roster pin.</source>
        <translation>Die Datei nur entfernen, wenn klar ist, warum sie beschädigt ist, dann die Personenliste neu anheften: countersign roster pin.</translation>
    </message>
    <message>
        <source>What is known about the ledger cannot be saved.</source>
        <translation>Was über das Register bekannt ist, kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Who wrote its lines is not known.</source>
        <translation>Wer ihre Zeilen geschrieben hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 added lines are or may be an AI&apos;s.</source>
        <translation>%1 hinzugefügte Zeilen sind von einer KI oder könnten es sein.</translation>
    </message>
    <message>
        <source>Which files it changes is not known.</source>
        <translation>Welche Dateien sie ändert, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It changes %1.</source>
        <translation>Sie ändert %1.</translation>
    </message>
    <message>
        <source>What branch it is meant for is not known.</source>
        <translation>Für welchen Branch sie gedacht ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It is meant for %1.</source>
        <translation>Sie ist für %1 gedacht.</translation>
    </message>
    <message>
        <source>Whether it can be undone is not known.</source>
        <translation>Ob sie sich rückgängig machen lässt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its reversibility is R%1.</source>
        <translation>Ihre Umkehrbarkeit ist R%1.</translation>
    </message>
    <message>
        <source>Its band is %1.</source>
        <translation>Ihre Stufe ist %1.</translation>
    </message>
    <message>
        <source>Its band is not known.</source>
        <translation>Ihre Stufe ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its blast radius is %1.</source>
        <translation>Ihr Wirkungsradius ist %1.</translation>
    </message>
    <message>
        <source>Its blast radius is ungraded, which counts as the worst.</source>
        <translation>Ihr Wirkungsradius ist nicht eingestuft, was als das Schlimmste zählt.</translation>
    </message>
    <message>
        <source>Its consequence is %1.</source>
        <translation>Ihre Folgen: %1.</translation>
    </message>
    <message>
        <source>Its consequence is ungraded, which counts as the worst.</source>
        <translation>Ihre Folgen sind nicht eingestuft, was als das Schlimmste zählt.</translation>
    </message>
    <message>
        <source>Its likelihood of trouble is %1.</source>
        <translation>Ihre Wahrscheinlichkeit für Probleme ist %1.</translation>
    </message>
    <message>
        <source>Its likelihood of trouble is ungraded, which counts as the worst.</source>
        <translation>Ihre Wahrscheinlichkeit für Probleme ist nicht eingestuft, was als das Schlimmste zählt.</translation>
    </message>
    <message>
        <source>ai_min_lines needs provenance beside it.</source>
        <translation>ai_min_lines braucht provenance daneben.</translation>
    </message>
    <message>
        <source>The rule %1 asks for nothing.</source>
        <translation>Die Regel %1 verlangt nichts.</translation>
    </message>
    <message>
        <source>The policy is larger than 256 KiB.</source>
        <translation>Die Richtlinie ist größer als 256 KiB.</translation>
    </message>
    <message>
        <source>The rule %1 is there twice.</source>
        <translation>Die Regel %1 ist zweimal vorhanden.</translation>
    </message>
    <message>
        <source>Install it (Debian and Ubuntu: apt install %1).</source>
        <translation>Installieren (Debian und Ubuntu: apt install %1).</translation>
    </message>
    <message>
        <source>These questions are answered with yes, with evidence: %1</source>
        <translation>Diese Fragen sind mit Ja und mit Beleg beantwortet: %1</translation>
    </message>
    <message>
        <source>The rollout has stages, and it is settled what turns it back</source>
        <translation>Die Einführung hat Phasen, und es ist festgelegt, was sie zurücknimmt</translation>
    </message>
    <message>
        <source>Approved by somebody with the role %1 who did not write it</source>
        <translation>Freigegeben von jemandem mit der Rolle %1, der sie nicht geschrieben hat</translation>
    </message>
    <message>
        <source>Approved by %1 people with the role %2 who did not write it</source>
        <translation>Freigegeben von %1 Personen mit der Rolle %2, die sie nicht geschrieben haben</translation>
    </message>
    <message>
        <source>%1 approved, but does not have the role %2.</source>
        <translation>%1 hat freigegeben, hat aber nicht die Rolle %2.</translation>
    </message>
    <message>
        <source>%1 more approvals by people with the role %2.</source>
        <translation>%1 weitere Freigaben von Personen mit der Rolle %2.</translation>
    </message>
    <message>
        <source>No approval counts yet.</source>
        <translation>Noch zählt keine Freigabe.</translation>
    </message>
    <message>
        <source>An approval whose record has this: read, answer, then sign.</source>
        <translation>Eine Freigabe, deren Protokolleintrag dies enthält: lesen, antworten, dann signieren.</translation>
    </message>
    <message>
        <source>%1 withdraws the rejection or approves; or the change is changed.</source>
        <translation>%1 zieht die Ablehnung zurück oder gibt frei; oder die Änderung wird geändert.</translation>
    </message>
    <message>
        <source>%1 overrode it: %2</source>
        <translation>%1 hat es übergangen: %2</translation>
    </message>
    <message>
        <source>Every hunk with a finding was read by an approver</source>
        <translation>Jeder Hunk mit einem Befund wurde von einem Freigebenden gelesen</translation>
    </message>
    <message>
        <source>Every changed line was read by an approver</source>
        <translation>Jede geänderte Zeile wurde von einem Freigebenden gelesen</translation>
    </message>
    <message>
        <source>%1 has read %2 of %3 changed lines.</source>
        <translation>%1 hat %2 von %3 geänderten Zeilen gelesen.</translation>
    </message>
    <message>
        <source>%1 has read %2 of %3 hunks with findings.</source>
        <translation>%1 hat %2 von %3 Hunks mit Befunden gelesen.</translation>
    </message>
    <message>
        <source>The record of %1 does not answer %2 with yes and evidence.</source>
        <translation>Der Protokolleintrag von %1 beantwortet %2 nicht mit Ja und Beleg.</translation>
    </message>
    <message>
        <source>The record of %1 names no two stages of a rollout with a trigger to roll back.</source>
        <translation>Der Protokolleintrag von %1 nennt keine zwei Phasen einer Einführung mit einem Auslöser für die Rücknahme.</translation>
    </message>
    <message>
        <source>A text of the roster is not valid UTF-8.</source>
        <translation>Ein Text der Personenliste ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The key %1 signed the roster twice.</source>
        <translation>Der Schlüssel %1 hat die Personenliste zweimal signiert.</translation>
    </message>
    <message>
        <source>“countersign roster show” lists people and keys.</source>
        <translation>„countersign roster show“ listet Personen und Schlüssel auf.</translation>
    </message>
    <message>
        <source>This key is on the roster already: it is a key of %1.</source>
        <translation>Dieser Schlüssel steht schon auf der Personenliste: Er ist ein Schlüssel von %1.</translation>
    </message>
    <message>
        <source>“%1” is no name for a person: 1 to 64 of a-z 0-9 . _ + @ -</source>
        <translation>„%1“ ist kein Name für eine Person: 1 bis 64 Zeichen aus a-z 0-9 . _ + @ -</translation>
    </message>
    <message>
        <source>Nobody on the roster is called “%1”.</source>
        <translation>Niemand auf der Personenliste heißt „%1“.</translation>
    </message>
    <message>
        <source>No person and no key of the roster is “%1”.</source>
        <translation>Keine Person und kein Schlüssel der Personenliste ist „%1“.</translation>
    </message>
    <message>
        <source>The policy is not the one that the roster names.</source>
        <translation>Die Richtlinie ist nicht die, die die Personenliste nennt.</translation>
    </message>
    <message>
        <source>The policy that the roster names is not in the ledger (%1).</source>
        <translation>Die Richtlinie, die die Personenliste nennt, ist nicht im Register (%1).</translation>
    </message>
    <message>
        <source>The policy in the ledger is not the one that the roster names.</source>
        <translation>Die Richtlinie im Register ist nicht die, die die Personenliste nennt.</translation>
    </message>
    <message>
        <source>The policy in force cannot be read: %1</source>
        <translation>Die geltende Richtlinie kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The first roster has the fingerprint %1, but %2 was pinned: the ledger is another one, or somebody replaced it.</source>
        <translation>Die erste Personenliste hat den Fingerabdruck %1, angeheftet wurde aber %2: Das Register ist ein anderes, oder jemand hat es ersetzt.</translation>
    </message>
    <message>
        <source>Roster version %1 stands where %2 has to.</source>
        <translation>Version %1 der Personenliste steht, wo %2 stehen muss.</translation>
    </message>
    <message>
        <source>Roster version %1 does not follow the version before it.</source>
        <translation>Version %1 der Personenliste folgt nicht auf die Version davor.</translation>
    </message>
    <message>
        <source>Roster version %1 drops a person or key of the version before, or takes back an end or a revocation.</source>
        <translation>Version %1 der Personenliste lässt eine Person oder einen Schlüssel der Version davor weg oder nimmt ein Ende oder einen Widerruf zurück.</translation>
    </message>
    <message>
        <source>Roster version %1 lacks signatures: %2 of the version before, %3 of its own.</source>
        <translation>Version %1 der Personenliste fehlen Signaturen: %2 der Version davor, %3 eigene.</translation>
    </message>
    <message>
        <source>A roster was pinned, but the ledger has none: it was taken away, or fetched from the wrong place.</source>
        <translation>Eine Personenliste wurde festgelegt, aber das Register hat keine: Sie wurde entfernt, oder es wurde vom falschen Ort geholt.</translation>
    </message>
    <message>
        <source>Roster version %1 does not count: %2</source>
        <translation>Version %1 der Personenliste zählt nicht: %2</translation>
    </message>
    <message>
        <source>The key %1 of %2 was revoked.</source>
        <translation>Der Schlüssel %1 von %2 wurde widerrufen.</translation>
    </message>
    <message>
        <source>The log has %1 entries, but %2 were seen here before: fetch it, or somebody removed its end.</source>
        <translation>Das Protokoll hat %1 Einträge, hier wurden aber schon %2 gesehen: Es muss geholt werden, oder jemand hat sein Ende entfernt.</translation>
    </message>
    <message>
        <source>The first %1 entries of the log are not those that were seen here before.</source>
        <translation>Die ersten %1 Einträge des Protokolls sind nicht die, die hier schon gesehen wurden.</translation>
    </message>
    <message>
        <source>The checkpoint is about another repository.</source>
        <translation>Der Prüfpunkt betrifft ein anderes Repository.</translation>
    </message>
    <message>
        <source>The log does not begin with the %1 entries of the checkpoint.</source>
        <translation>Das Protokoll beginnt nicht mit den %1 Einträgen des Prüfpunkts.</translation>
    </message>
    <message>
        <source>Nobody of the roster signed the checkpoint.</source>
        <translation>Niemand von der Personenliste hat den Prüfpunkt signiert.</translation>
    </message>
    <message>
        <source>The first roster has the fingerprint %1. Compare it with a maintainer, then pin it: countersign roster pin FINGERPRINT.</source>
        <translation>Die erste Personenliste hat den Fingerabdruck %1. Mit einem Maintainer vergleichen, dann festlegen: countersign roster pin FINGERPRINT.</translation>
    </message>
    <message>
        <source>The elements of the report are nested too deep.</source>
        <translation>Die Elemente des Berichts sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This is no report of lcov, Cobertura or JaCoCo.</source>
        <translation>Dies ist kein Bericht von lcov, Cobertura oder JaCoCo.</translation>
    </message>
    <message>
        <source>The report declares entities, which no report needs.</source>
        <translation>Der Bericht deklariert Entitäten, die kein Bericht braucht.</translation>
    </message>
    <message>
        <source>This is not valid XML: %1</source>
        <translation>Dies ist kein gültiges XML: %1</translation>
    </message>
    <message>
        <source>This line of the report is not understood.</source>
        <translation>Diese Zeile des Berichts wird nicht verstanden.</translation>
    </message>
    <message>
        <source>Lines that an AI wrote are run by no test</source>
        <translation>Zeilen, die eine KI geschrieben hat, werden von keinem Test ausgeführt</translation>
    </message>
    <message>
        <source>Nobody has seen these lines work, and nobody thought them out.</source>
        <translation>Niemand hat diese Zeilen funktionieren sehen, und niemand hat sie durchdacht.</translation>
    </message>
    <message>
        <source>Is there a test that runs them and would fail if they were wrong?</source>
        <translation>Gibt es einen Test, der sie ausführt und fehlschlüge, wenn sie falsch wären?</translation>
    </message>
    <message>
        <source>The file has a critical finding as well</source>
        <translation>Die Datei hat auch einen kritischen Befund</translation>
    </message>
    <message>
        <source>The report is larger than 256 MiB.</source>
        <translation>Der Bericht ist größer als 256 MiB.</translation>
    </message>
    <message>
        <source>This is not a SARIF log of version 2.1.0.</source>
        <translation>Dies ist kein SARIF-Protokoll der Version 2.1.0.</translation>
    </message>
    <message>
        <source>The report holds more than a million results.</source>
        <translation>Der Bericht enthält mehr als eine Million Ergebnisse.</translation>
    </message>
    <message>
        <source>The policy asks for it.</source>
        <translation>Die Richtlinie verlangt es.</translation>
    </message>
    <message>
        <source>Also in line %1</source>
        <translation>Auch in Zeile %1</translation>
    </message>
    <message>
        <source>The name on the wire changed: %1</source>
        <translation>Der Name bei der Übertragung hat sich geändert: %1</translation>
    </message>
    <message>
        <source>A published contract changed: %1</source>
        <translation>Ein veröffentlichter Vertrag hat sich geändert: %1</translation>
    </message>
    <message>
        <source>A published contract lost: %1</source>
        <translation>Ein veröffentlichter Vertrag hat verloren: %1</translation>
    </message>
    <message>
        <source>Whoever talks to it with the old form, or reads what was stored with it, fails or misreads it.</source>
        <translation>Wer ihn in der alten Form anspricht oder liest, was damit gespeichert wurde, scheitert oder liest es falsch.</translation>
    </message>
    <message>
        <source>Which versions are in use out there? Keep the old form beside the new one until they are gone.</source>
        <translation>Welche Versionen sind draußen im Einsatz? Die alte Form neben der neuen behalten, bis sie verschwunden sind.</translation>
    </message>
    <message>
        <source>It was marked as deprecated.</source>
        <translation>Es war als veraltet markiert.</translation>
    </message>
    <message>
        <source>Removed, and still used outside of this change: %1</source>
        <translation>Entfernt und außerhalb dieser Änderung noch verwendet: %1</translation>
    </message>
    <message>
        <source>Demands more than its callers give: %1</source>
        <translation>Verlangt mehr, als die Aufrufer liefern: %1</translation>
    </message>
    <message>
        <source>Its users were not changed with it; they fail when they are built or when they are next called.</source>
        <translation>Die Verwender wurden nicht mitgeändert; sie scheitern beim Bauen oder beim nächsten Aufruf.</translation>
    </message>
    <message>
        <source>Change them as well, or keep the old form beside the new one.</source>
        <translation>Auch sie ändern oder die alte Form neben der neuen behalten.</translation>
    </message>
    <message>
        <source>Used at %1</source>
        <translation>Verwendet in %1</translation>
    </message>
    <message>
        <source>Looks like “%1” and is another name</source>
        <translation>Sieht aus wie „%1“ und ist ein anderer Name</translation>
    </message>
    <message>
        <source>Letters of two scripts in one name: it reads “%1”</source>
        <translation>Buchstaben zweier Schriften in einem Namen: Er liest sich als „%1“</translation>
    </message>
    <message>
        <source>A reader takes the two for one; the compiler does not, so other code runs than is seen.</source>
        <translation>Wer liest, hält beide für denselben Namen; der Compiler nicht, also läuft anderer Code, als zu sehen ist.</translation>
    </message>
    <message>
        <source>Write it in plain letters. Who brought it in, and from where?</source>
        <translation>In einfachen Buchstaben schreiben. Wer hat es eingebracht, und woher?</translation>
    </message>
    <message>
        <source>Its letters: %1</source>
        <translation>Die Buchstaben: %1</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>A copy of lines that this very change corrects at %1</source>
        <translation>Eine Kopie von Zeilen, die ebendiese Änderung in %1 korrigiert</translation>
    </message>
    <message>
        <source>The same lines stand at %1</source>
        <translation>Dieselben Zeilen stehen in %1</translation>
    </message>
    <message>
        <source>What was wrong there is now wrong here.</source>
        <translation>Was dort falsch war, ist nun hier falsch.</translation>
    </message>
    <message>
        <source>The next correction will be made in one of the two.</source>
        <translation>Die nächste Korrektur wird nur an einer der beiden Stellen erfolgen.</translation>
    </message>
    <message>
        <source>Can both use the same function?</source>
        <translation>Können beide dieselbe Funktion verwenden?</translation>
    </message>
    <message>
        <source>A migration that was there already is edited: %1</source>
        <translation>Eine schon vorhandene Migration wird bearbeitet: %1</translation>
    </message>
    <message>
        <source>Databases that have run it never see the change; new ones do. From now on they differ, and some tools refuse to go on.</source>
        <translation>Datenbanken, auf denen sie schon lief, sehen die Änderung nie; neue schon. Von nun an weichen sie voneinander ab, und manche Werkzeuge verweigern die Fortsetzung.</translation>
    </message>
    <message>
        <source>Has any database run it? Then write a new migration instead.</source>
        <translation>Lief sie schon auf einer Datenbank? Dann stattdessen eine neue Migration schreiben.</translation>
    </message>
    <message>
        <source>It seems to change how it runs, not what it makes.</source>
        <translation>Es scheint zu ändern, wie sie läuft, nicht, was sie erzeugt.</translation>
    </message>
    <message>
        <source>A test that demands nothing: %1</source>
        <translation>Ein Test, der nichts verlangt: %1</translation>
    </message>
    <message>
        <source>It counts as a test and raises the coverage, and is green whatever the code answers.</source>
        <translation>Er zählt als Test, erhöht die Abdeckung und ist grün, was der Code auch antwortet.</translation>
    </message>
    <message>
        <source>What should come out? Demand it.</source>
        <translation>Was soll herauskommen? Genau das verlangen.</translation>
    </message>
    <message>
        <source>What the test is named after is replaced by a double: %1</source>
        <translation>Wonach der Test benannt ist, wird durch ein Double ersetzt: %1</translation>
    </message>
    <message>
        <source>The test then asks the double, not the code that runs in production.</source>
        <translation>Der Test befragt dann das Double, nicht den Code, der im Betrieb läuft.</translation>
    </message>
    <message>
        <source>Replace only what stands around the unit.</source>
        <translation>Nur ersetzen, was um die Einheit herum steht.</translation>
    </message>
    <message>
        <source>Success is claimed after an error: %1</source>
        <translation>Nach einem Fehler wird Erfolg gemeldet: %1</translation>
    </message>
    <message>
        <source>An error becomes a value: %1</source>
        <translation>Ein Fehler wird zu einem Wert: %1</translation>
    </message>
    <message>
        <source>Whoever called goes on as if it had worked, and the damage shows somewhere else.</source>
        <translation>Der Aufrufer macht weiter, als hätte es geklappt, und der Schaden zeigt sich anderswo.</translation>
    </message>
    <message>
        <source>What does the caller do with it? Let the error through, or answer with one.</source>
        <translation>Was macht der Aufrufer damit? Den Fehler durchlassen oder mit einem Fehler antworten.</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nach: %1</translation>
    </message>
    <message>
        <source>A condition was turned: %1 became %2</source>
        <translation>Eine Bedingung wurde umgekehrt: Aus %1 wurde %2</translation>
    </message>
    <message>
        <source>The unit changed, the number did not: %1 became %2</source>
        <translation>Die Einheit hat sich geändert, die Zahl nicht: Aus %1 wurde %2</translation>
    </message>
    <message>
        <source>One word turns the meaning: %1 became %2</source>
        <translation>Ein Wort kehrt die Bedeutung um: Aus %1 wurde %2</translation>
    </message>
    <message>
        <source>It is one token, easily overlooked, and from here on other cases take this way.</source>
        <translation>Es ist ein einziges Token, leicht zu übersehen, und von hier an nehmen andere Fälle diesen Weg.</translation>
    </message>
    <message>
        <source>Which inputs are treated otherwise now? Try the ones at the edge.</source>
        <translation>Welche Eingaben werden jetzt anders behandelt? Die am Rand ausprobieren.</translation>
    </message>
    <message>
        <source>Tests of this change name the function.</source>
        <translation>Tests dieser Änderung nennen die Funktion.</translation>
    </message>
    <message>
        <source>The change brings tests.</source>
        <translation>Die Änderung bringt Tests mit.</translation>
    </message>
    <message>
        <source>The title speaks of a correction.</source>
        <translation>Der Titel spricht von einer Korrektur.</translation>
    </message>
    <message>
        <source>A file that was fixed %1 times before</source>
        <translation>Eine Datei, die schon %1-mal korrigiert wurde</translation>
    </message>
    <message>
        <source>A file that only %1 knows</source>
        <translation>Eine Datei, die nur %1 kennt</translation>
    </message>
    <message>
        <source>Files that were fixed often are fixed again: what is hard in them is not written down.</source>
        <translation>Oft korrigierte Dateien werden wieder korrigiert: Was an ihnen schwierig ist, steht nirgends.</translation>
    </message>
    <message>
        <source>Its author has never changed it before, and nearly all of it was written by one other person.</source>
        <translation>Der Autor hat sie noch nie geändert, und fast alles darin stammt von einer einzigen anderen Person.</translation>
    </message>
    <message>
        <source>Read what the last fixes were about. Does this change walk into the same trap?</source>
        <translation>Nachlesen, worum es bei den letzten Korrekturen ging. Gerät diese Änderung in dieselbe Falle?</translation>
    </message>
    <message>
        <source>Ask that person to look at it.</source>
        <translation>Diese Person bitten, es anzusehen.</translation>
    </message>
    <message>
        <source>%1 revisions, %2 of them fixes, %3 by the author of this change</source>
        <translation>%1 Revisionen, davon %2 Korrekturen, %3 vom Autor dieser Änderung</translation>
    </message>
    <message>
        <source>Among %1 places that only format, this one does something: %2</source>
        <translation>Unter %1 Stellen, die nur formatieren, bewirkt diese etwas: %2</translation>
    </message>
    <message>
        <source>Who skims over formatting skims over this.</source>
        <translation>Wer Formatierung überfliegt, überfliegt auch dies.</translation>
    </message>
    <message>
        <source>Have formatting and change come as two commits, and read this one.</source>
        <translation>Formatierung und Änderung als zwei Commits verlangen und diese Stelle lesen.</translation>
    </message>
    <message>
        <source>%1 has to be made anew: %2 changes</source>
        <translation>%1 muss neu erstellt werden: %2 ändert sich</translation>
    </message>
    <message>
        <source>The object itself holds no data.</source>
        <translation>Das Objekt selbst enthält keine Daten.</translation>
    </message>
    <message>
        <source>An object that holds data is deleted: %1</source>
        <translation>Ein Objekt, das Daten enthält, wird gelöscht: %1</translation>
    </message>
    <message>
        <source>An object that holds data becomes another one, empty: %1 becomes %2</source>
        <translation>Ein Objekt, das Daten enthält, wird zu einem anderen, leeren: Aus %1 wird %2</translation>
    </message>
    <message>
        <source>What deploys from the repository deletes the old object, and its volumes or everything in its namespace go with it.</source>
        <translation>Was aus dem Repository ausrollt, löscht das alte Objekt, und seine Volumes oder alles in seinem Namespace gehen mit.</translation>
    </message>
    <message>
        <source>Does the deployment prune? What is the reclaim policy of the volumes, and who moves the data to the new object?</source>
        <translation>Räumt das Deployment auf (prune)? Welche Reclaim-Policy haben die Volumes, und wer überträgt die Daten in das neue Objekt?</translation>
    </message>
    <message>
        <source>The manifest and the lock file disagree: %1</source>
        <translation>Manifest und Lock-Datei widersprechen sich: %1</translation>
    </message>
    <message>
        <source>Either the build stops, or it installs something that nobody tried and no hash protects.</source>
        <translation>Entweder bricht der Build ab, oder er installiert etwas, das niemand ausprobiert hat und kein Hash schützt.</translation>
    </message>
    <message>
        <source>Was the package manager run, and its lock file committed? Does the package exist?</source>
        <translation>Wurde der Paketmanager ausgeführt und seine Lock-Datei committet? Gibt es das Paket?</translation>
    </message>
    <message>
        <source>Asked for: %1 %2</source>
        <translation>Verlangt: %1 %2</translation>
    </message>
    <message>
        <source>%1 does not have it.</source>
        <translation>%1 enthält es nicht.</translation>
    </message>
    <message>
        <source>%1 has version %2.</source>
        <translation>%1 hat Version %2.</translation>
    </message>
    <message>
        <source>The hash of a package is removed: %1 %2</source>
        <translation>Der Hash eines Pakets wird entfernt: %1 %2</translation>
    </message>
    <message>
        <source>The same version of a package has other content: %1 %2</source>
        <translation>Dieselbe Version eines Pakets hat anderen Inhalt: %1 %2</translation>
    </message>
    <message>
        <source>Whatever a registry or a proxy hands out under this name is installed unchecked.</source>
        <translation>Was auch immer eine Registry oder ein Proxy unter diesem Namen ausliefert, wird ungeprüft installiert.</translation>
    </message>
    <message>
        <source>A released version never changes; another hash means another registry or a forgery.</source>
        <translation>Eine veröffentlichte Version ändert sich nie; ein anderer Hash bedeutet eine andere Registry oder eine Fälschung.</translation>
    </message>
    <message>
        <source>Which command wrote this? Compare with a lock file that is made anew from the official registry.</source>
        <translation>Welcher Befehl hat das geschrieben? Mit einer Lock-Datei vergleichen, die neu aus der offiziellen Registry erstellt wurde.</translation>
    </message>
    <message>
        <source>A new package has nearly the name of another: %1, like %2</source>
        <translation>Ein neues Paket heißt fast wie ein anderes: %1, ähnlich %2</translation>
    </message>
    <message>
        <source>Names that people and models mistype are registered by strangers, with code that steals.</source>
        <translation>Namen, bei denen sich Menschen und Modelle vertippen, werden von Fremden registriert, mit Code, der stiehlt.</translation>
    </message>
    <message>
        <source>Look the package up in its registry: who publishes it, since when, and how many use it?</source>
        <translation>Das Paket in seiner Registry nachschlagen: Wer veröffentlicht es, seit wann, und wie viele verwenden es?</translation>
    </message>
    <message>
        <source>Setting removed that is still read: %1</source>
        <translation>Entfernte Einstellung, die noch gelesen wird: %1</translation>
    </message>
    <message>
        <source>Its readers fail at the next start, or silently go on with a default that nobody chose.</source>
        <translation>Wer sie liest, scheitert beim nächsten Start oder macht stillschweigend mit einem Vorgabewert weiter, den niemand gewählt hat.</translation>
    </message>
    <message>
        <source>Was it renamed? Then the readers have to follow, in every environment.</source>
        <translation>Wurde sie umbenannt? Dann müssen alle Lesestellen folgen, in jeder Umgebung.</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation>Gelesen in %1</translation>
    </message>
    <message>
        <source>Another file of settings still has it.</source>
        <translation>Eine andere Einstellungsdatei hat sie noch.</translation>
    </message>
    <message>
        <source>A variable is read that nothing defines: %1</source>
        <translation>Eine Variable wird gelesen, die nirgends definiert ist: %1</translation>
    </message>
    <message>
        <source>The repository writes its variables down, and this one is in no file; the next start meets an empty value.</source>
        <translation>Das Repository hält seine Variablen fest, und diese steht in keiner Datei; der nächste Start trifft auf einen leeren Wert.</translation>
    </message>
    <message>
        <source>Who sets it in each environment? Add it where the others stand.</source>
        <translation>Wer setzt sie in jeder Umgebung? Dort ergänzen, wo die anderen stehen.</translation>
    </message>
    <message>
        <source>%1 does not stand in the repository.</source>
        <translation>%1 steht nicht im Repository.</translation>
    </message>
    <message>
        <source>%1 does not name it.</source>
        <translation>%1 nennt es nicht.</translation>
    </message>
    <message>
        <source>Something of this repository is used that does not exist: %1</source>
        <translation>Etwas aus diesem Repository wird benutzt, das es nicht gibt: %1</translation>
    </message>
    <message>
        <source>It fails when this line is reached; who wrote it did not look at the code that it uses.</source>
        <translation>Es scheitert, sobald diese Zeile erreicht wird; wer sie schrieb, hat den benutzten Code nicht angesehen.</translation>
    </message>
    <message>
        <source>Was it renamed or removed, or made up? Does a test reach this line?</source>
        <translation>Wurde es umbenannt, entfernt oder erfunden? Erreicht ein Test diese Zeile?</translation>
    </message>
    <message>
        <source>Open to the whole internet: %1</source>
        <translation>Offen für das ganze Internet: %1</translation>
    </message>
    <message>
        <source>Open to the whole internet: port %2 (%1)</source>
        <translation>Offen für das ganze Internet: Port %2 (%1)</translation>
    </message>
    <message>
        <source>Scanners find such a port within minutes; the service behind it is then only as safe as its weakest password.</source>
        <translation>Scanner finden einen solchen Port in Minuten; der Dienst dahinter ist dann nur so sicher wie sein schwächstes Passwort.</translation>
    </message>
    <message>
        <source>Who needs to reach it? Name their networks, or put a balancer before it.</source>
        <translation>Wer muss ihn erreichen? Deren Netze nennen oder einen Lastverteiler davorsetzen.</translation>
    </message>
    <message>
        <source>Only the ports of the web are open.</source>
        <translation>Nur die Ports des Webs sind offen.</translation>
    </message>
    <message>
        <source>Deleted while others still ask for it: %1 (%2 files of code are deleted)</source>
        <translation>Gelöscht, obwohl andere es noch anfordern: %1 (%2 Codedateien werden gelöscht)</translation>
    </message>
    <message>
        <source>What still uses it fails when it is built, or, worse, when it is first run.</source>
        <translation>Was es noch benutzt, scheitert beim Bauen oder, schlimmer, beim ersten Lauf.</translation>
    </message>
    <message>
        <source>Was the whole folder meant to go? Are those who use it dead as well?</source>
        <translation>Sollte der ganze Ordner weg? Sind die, die ihn benutzen, ebenfalls tot?</translation>
    </message>
    <message>
        <source>Still asked for at %1</source>
        <translation>Noch angefordert bei %1</translation>
    </message>
    <message>
        <source>Calls itself “%1”, and changes what runs</source>
        <translation>Nennt sich „%1“ und ändert, was läuft</translation>
    </message>
    <message>
        <source>Touches what it does not speak of: %1</source>
        <translation>Berührt, wovon nicht die Rede ist: %1</translation>
    </message>
    <message>
        <source>The title says nothing about where.</source>
        <translation>Der Titel sagt nichts über das Wo.</translation>
    </message>
    <message>
        <source>Reviewers look for what the title announces; what it leaves out goes in unread.</source>
        <translation>Prüfer suchen nach dem, was der Titel ankündigt; was er auslässt, kommt ungelesen hinein.</translation>
    </message>
    <message>
        <source>Is it needed here? Take it out, or have the title and message say it.</source>
        <translation>Wird es hier gebraucht? Herausnehmen oder in Titel und Nachricht nennen.</translation>
    </message>
    <message>
        <source>One query or remote call for every turn of a loop: %1</source>
        <translation>Eine Abfrage oder ein Fernaufruf je Schleifendurchlauf: %1</translation>
    </message>
    <message>
        <source>It costs a round trip each; with many rows the page, the job or the database stands still.</source>
        <translation>Jedes Mal kostet es einen Umlauf; bei vielen Zeilen steht die Seite, der Job oder die Datenbank still.</translation>
    </message>
    <message>
        <source>How many turns can there be? Ask for all of them at once, before the loop.</source>
        <translation>Wie viele Durchläufe kann es geben? Vor der Schleife alles auf einmal abfragen.</translation>
    </message>
    <message>
        <source>The loop: %1</source>
        <translation>Die Schleife: %1</translation>
    </message>
    <message>
        <source>Snapshots were made anew together with the code: %1</source>
        <translation>Snapshots wurden zusammen mit dem Code neu erzeugt: %1</translation>
    </message>
    <message>
        <source>A snapshot that follows the code agrees with it whatever it does.</source>
        <translation>Ein Snapshot, der dem Code folgt, stimmt mit ihm überein, was immer der Code tut.</translation>
    </message>
    <message>
        <source>Read the differences of the snapshot as the result of the change. Is each of them meant?</source>
        <translation>Die Unterschiede des Snapshots als Ergebnis der Änderung lesen. Ist jeder davon gewollt?</translation>
    </message>
    <message>
        <source>Snapshot: %1</source>
        <translation>Snapshot: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>The title says that it is meant.</source>
        <translation>Der Titel sagt, dass es gewollt ist.</translation>
    </message>
    <message>
        <source>Check removed: %1</source>
        <translation>Prüfbedingung entfernt: %1</translation>
    </message>
    <message>
        <source>What it kept out goes on from here, to code that was written for values that had passed the check.</source>
        <translation>Was sie abhielt, läuft von hier weiter zu Code, der für bereits geprüfte Werte geschrieben wurde.</translation>
    </message>
    <message>
        <source>Which caller made sure of it before? Try the values that it was there for.</source>
        <translation>Welcher Aufrufer hat es vorher sichergestellt? Die Werte ausprobieren, für die sie da war.</translation>
    </message>
    <message>
        <source>Still used after it: %1</source>
        <translation>Danach noch benutzt: %1</translation>
    </message>
    <message>
        <source>More than the check was rewritten here.</source>
        <translation>Hier wurde mehr als die Prüfbedingung umgeschrieben.</translation>
    </message>
    <message>
        <source>It may have been a rule of the business, no guard.</source>
        <translation>Es war vielleicht eine Geschäftsregel, kein Schutz.</translation>
    </message>
    <message>
        <source>The error is thrown away: %1</source>
        <translation>Der Fehler wird verworfen: %1</translation>
    </message>
    <message>
        <source>When the call fails, the code goes on with whatever it left behind.</source>
        <translation>Scheitert der Aufruf, macht der Code mit dem weiter, was davon übrig blieb.</translation>
    </message>
    <message>
        <source>What happens after a failure here? Hand the error on.</source>
        <translation>Was geschieht hier nach einem Fehlschlag? Den Fehler weitergeben.</translation>
    </message>
    <message>
        <source>The error is not handed on any more: %1</source>
        <translation>Der Fehler wird nicht mehr weitergegeben: %1</translation>
    </message>
    <message>
        <source>The caller goes on as if it had worked, and nobody above can handle the failure.</source>
        <translation>Der Aufrufer macht weiter, als hätte es geklappt, und niemand darüber kann den Fehlschlag behandeln.</translation>
    </message>
    <message>
        <source>Who learns of the failure now, and what state is left behind?</source>
        <translation>Wer erfährt jetzt vom Fehlschlag, und welcher Zustand bleibt zurück?</translation>
    </message>
    <message>
        <source>Clean-up removed: %1</source>
        <translation>Aufräumen entfernt: %1</translation>
    </message>
    <message>
        <source>%1 is still taken, but no longer given back: under load it runs out.</source>
        <translation>%1 wird noch belegt, aber nicht mehr zurückgegeben: unter Last geht es aus.</translation>
    </message>
    <message>
        <source>Who gives it back now, also when an error comes in between?</source>
        <translation>Wer gibt es jetzt zurück, auch wenn ein Fehler dazwischenkommt?</translation>
    </message>
    <message>
        <source>A resource that holds data is made anew: %2 of %1 changes</source>
        <translation>Eine Ressource mit Daten wird neu angelegt: %2 von %1 ändert sich</translation>
    </message>
    <message>
        <source>This cannot be changed in place: the next apply destroys the resource with its data and makes an empty one, or leaves everyone at the old address.</source>
        <translation>Das lässt sich nicht an Ort und Stelle ändern: Das nächste „apply“ zerstört die Ressource samt Daten und legt eine leere an, oder alle bleiben bei der alten Adresse zurück.</translation>
    </message>
    <message>
        <source>What does the plan say: update in place, or replace? How does the data get from the old one to the new one?</source>
        <translation>Was sagt der Plan: an Ort und Stelle ändern oder ersetzen? Wie kommen die Daten von der alten zur neuen?</translation>
    </message>
    <message>
        <source>The value is an expression; it may still come to the same.</source>
        <translation>Der Wert ist ein Ausdruck; es kann noch dasselbe herauskommen.</translation>
    </message>
    <message>
        <source>What the module does with it is not known.</source>
        <translation>Was das Modul damit tut, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The running version of the program still uses the old shape; and while the table is rewritten, nobody else gets at it.</source>
        <translation>Die laufende Version des Programms benutzt noch die alte Form; und solange die Tabelle neu geschrieben wird, kommt sonst niemand an sie heran.</translation>
    </message>
    <message>
        <source>Do both versions of the program work with it? How large is the table? Add the new beside the old, move over, drop later.</source>
        <translation>Arbeiten beide Versionen des Programms damit? Wie groß ist die Tabelle? Das Neue neben dem Alten anlegen, umziehen, später löschen.</translation>
    </message>
    <message>
        <source>Every row is checked or written under a lock that keeps all others out; rows that do not fit stop the migration.</source>
        <translation>Jede Zeile wird unter einer Sperre geprüft oder geschrieben, die alle anderen fernhält; Zeilen, die nicht passen, halten die Migration an.</translation>
    </message>
    <message>
        <source>How large is the table, and do all rows fit? Add it without checking, and check it in a second step.</source>
        <translation>Wie groß ist die Tabelle, und passen alle Zeilen? Ohne Prüfung anlegen und in einem zweiten Schritt prüfen.</translation>
    </message>
    <message>
        <source>Writers wait until every row of the table has been read.</source>
        <translation>Schreibende warten, bis jede Zeile der Tabelle gelesen ist.</translation>
    </message>
    <message>
        <source>How large is the table? CONCURRENTLY, outside of a transaction, does not keep writers out.</source>
        <translation>Wie groß ist die Tabelle? CONCURRENTLY, außerhalb einer Transaktion, hält Schreibende nicht auf.</translation>
    </message>
    <message>
        <source>A column gets another type: %1, %2</source>
        <translation>Eine Spalte bekommt einen anderen Typ: %1, %2</translation>
    </message>
    <message>
        <source>Renamed in the database: %1, %2</source>
        <translation>In der Datenbank umbenannt: %1, %2</translation>
    </message>
    <message>
        <source>Every row must have a value now: %1, %2</source>
        <translation>Jede Zeile muss jetzt einen Wert haben: %1, %2</translation>
    </message>
    <message>
        <source>A new column without a value for the rows that are there: %1, %2</source>
        <translation>Eine neue Spalte ohne Wert für die vorhandenen Zeilen: %1, %2</translation>
    </message>
    <message>
        <source>A new column is computed for every row: %1, %2</source>
        <translation>Eine neue Spalte wird für jede Zeile berechnet: %1, %2</translation>
    </message>
    <message>
        <source>A constraint is checked against every row: %1, %2</source>
        <translation>Eine Einschränkung wird an jeder Zeile geprüft: %1, %2</translation>
    </message>
    <message>
        <source>An index is built while writers wait: %1 %2</source>
        <translation>Ein Index wird gebaut, während Schreibende warten: %1 %2</translation>
    </message>
    <message>
        <source>An index is dropped while readers and writers wait: %1</source>
        <translation>Ein Index wird gelöscht, während Lesende und Schreibende warten: %1</translation>
    </message>
    <message>
        <source>CONCURRENTLY inside a transaction: %1</source>
        <translation>CONCURRENTLY innerhalb einer Transaktion: %1</translation>
    </message>
    <message>
        <source>PostgreSQL refuses it, and the migration stops half-way.</source>
        <translation>PostgreSQL lehnt es ab, und die Migration bleibt auf halbem Weg stehen.</translation>
    </message>
    <message>
        <source>Take the transaction away from this migration, and give the index one of its own.</source>
        <translation>Dieser Migration die Transaktion nehmen und dem Index eine eigene Migration geben.</translation>
    </message>
    <message>
        <source>The state is no longer kept in its backend: %1</source>
        <translation>Der Zustand wird nicht mehr in seinem Backend gehalten: %1</translation>
    </message>
    <message>
        <source>The state is kept in another backend: %1, was %2</source>
        <translation>Der Zustand wird in einem anderen Backend gehalten: %1, vorher %2</translation>
    </message>
    <message>
        <source>The state is looked for in another place: %1 is %2 now</source>
        <translation>Der Zustand wird an einem anderen Ort gesucht: %1 ist jetzt %2</translation>
    </message>
    <message>
        <source>The provider manages another target: %1 is %2 now</source>
        <translation>Der Provider verwaltet ein anderes Ziel: %1 ist jetzt %2</translation>
    </message>
    <message>
        <source>With an empty state the next apply makes everything a second time; with a foreign one it deletes what it finds there.</source>
        <translation>Mit leerem Zustand legt das nächste „apply“ alles ein zweites Mal an; mit einem fremden löscht es, was es dort findet.</translation>
    </message>
    <message>
        <source>The next apply makes everything anew over there, or changes and deletes what belongs to somebody else.</source>
        <translation>Das nächste „apply“ legt dort drüben alles neu an oder ändert und löscht, was anderen gehört.</translation>
    </message>
    <message>
        <source>Was the state moved over first? What does the plan say: no changes, or all to be created?</source>
        <translation>Wurde der Zustand zuerst umgezogen? Was sagt der Plan: keine Änderungen, oder ist alles anzulegen?</translation>
    </message>
    <message>
        <source>The code knows the answer of a test: %1</source>
        <translation>Der Code kennt die Antwort eines Tests: %1</translation>
    </message>
    <message>
        <source>The test is green because its very case is written into the code; every other case is untested.</source>
        <translation>Der Test ist grün, weil genau sein Fall im Code steht; jeder andere Fall ist ungetestet.</translation>
    </message>
    <message>
        <source>Try it with another input. Have the code compute the answer.</source>
        <translation>Mit einer anderen Eingabe versuchen. Den Code die Antwort berechnen lassen.</translation>
    </message>
    <message>
        <source>A way of traffic was removed: %1</source>
        <translation>Ein Verkehrsweg wurde entfernt: %1</translation>
    </message>
    <message>
        <source>A way of traffic was added: %1</source>
        <translation>Ein Verkehrsweg kam hinzu: %1</translation>
    </message>
    <message>
        <source>Traffic takes another way: %1</source>
        <translation>Der Verkehr nimmt einen anderen Weg: %1</translation>
    </message>
    <message>
        <source>Names, routes and balancers decide for everybody at once, and caches keep the error alive after it was taken back.</source>
        <translation>Namen, Routen und Lastverteiler entscheiden für alle auf einmal, und Zwischenspeicher halten den Fehler am Leben, nachdem er zurückgenommen wurde.</translation>
    </message>
    <message>
        <source>Who reaches what from where after this? How long do caches keep the old answer, and what is the way back?</source>
        <translation>Wer erreicht danach was von wo? Wie lange halten Zwischenspeicher die alte Antwort, und wie geht es zurück?</translation>
    </message>
    <message>
        <source>The message says “%1”, the change does not</source>
        <translation>Die Nachricht sagt „%1“, die Änderung nicht</translation>
    </message>
    <message>
        <source>A reviewer who trusts the message takes something for done that is not there.</source>
        <translation>Ein Prüfer, der der Nachricht traut, hält etwas für erledigt, das nicht da ist.</translation>
    </message>
    <message>
        <source>Was it forgotten, or did it stay in another branch?</source>
        <translation>Wurde es vergessen, oder blieb es in einem anderen Branch?</translation>
    </message>
    <message>
        <source>A package is used that nothing installs: %1</source>
        <translation>Ein Paket wird benutzt, das nichts installiert: %1</translation>
    </message>
    <message>
        <source>It fails where the package is missing; if the name was made up, a stranger can register it and waits for exactly this.</source>
        <translation>Es scheitert, wo das Paket fehlt; ist der Name erfunden, können Fremde ihn registrieren und genau darauf warten.</translation>
    </message>
    <message>
        <source>Does the package exist, who publishes it, and which manifest should name it?</source>
        <translation>Gibt es das Paket, wer veröffentlicht es, und welches Manifest sollte es nennen?</translation>
    </message>
    <message>
        <source>No manifest, lock file, standard library or folder of the repository has it.</source>
        <translation>Kein Manifest, keine Lock-Datei, keine Standardbibliothek und kein Ordner des Repositorys hat es.</translation>
    </message>
    <message>
        <source>The program goes on without it.</source>
        <translation>Das Programm läuft ohne es weiter.</translation>
    </message>
    <message>
        <source>A stranger&apos;s code runs with this repository&apos;s secrets: %1</source>
        <translation>Fremder Code läuft mit den Geheimnissen dieses Repositorys: %1</translation>
    </message>
    <message>
        <source>The workflow runs with secrets and a token that may write, and checks out what anyone can send in.</source>
        <translation>Der Workflow läuft mit Geheimnissen und einem Token mit Schreibrecht und checkt aus, was jeder einsenden kann.</translation>
    </message>
    <message>
        <source>Is any script, build file or dependency of the checkout run? Use the trigger “pull_request”, or split off the part that needs the secrets.</source>
        <translation>Wird ein Skript, eine Build-Datei oder eine Abhängigkeit des Checkouts ausgeführt? Den Auslöser „pull_request“ benutzen oder den Teil abtrennen, der die Geheimnisse braucht.</translation>
    </message>
    <message>
        <source>A stranger&apos;s text becomes part of a script: %1</source>
        <translation>Fremder Text wird Teil eines Skripts: %1</translation>
    </message>
    <message>
        <source>The text is put into the script before the shell reads it; a quote in it is enough to run any command.</source>
        <translation>Der Text wird ins Skript gesetzt, bevor die Shell es liest; ein Anführungszeichen darin genügt, um jeden Befehl auszuführen.</translation>
    </message>
    <message>
        <source>Hand it over in an environment variable, and quote that in the script.</source>
        <translation>In einer Umgebungsvariablen übergeben und diese im Skript in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>The workflow gets no secrets for forks.</source>
        <translation>Der Workflow bekommt für Forks keine Geheimnisse.</translation>
    </message>
    <message>
        <source>A condition asks who sent it.</source>
        <translation>Eine Bedingung fragt, wer es eingesandt hat.</translation>
    </message>
    <message>
        <source>The job waits for an environment&apos;s approval.</source>
        <translation>Der Job wartet auf die Freigabe einer Umgebung.</translation>
    </message>
    <message>
        <source>The limits of the workflow&apos;s token are removed</source>
        <translation>Die Grenzen für das Token des Workflows sind entfernt</translation>
    </message>
    <message>
        <source>Without them the token has the repository&apos;s default rights, which may be to write everything.</source>
        <translation>Ohne sie hat das Token die Standardrechte des Repositorys, womöglich Schreibrecht auf alles.</translation>
    </message>
    <message>
        <source>What are the repository&apos;s default rights? Name the few that the jobs need.</source>
        <translation>Welche Standardrechte hat das Repository? Die wenigen nennen, die die Jobs brauchen.</translation>
    </message>
    <message>
        <source>A program comes in as a binary file: %1</source>
        <translation>Ein Programm kommt als Binärdatei herein: %1</translation>
    </message>
    <message>
        <source>Code comes in that nobody can read: %1</source>
        <translation>Code kommt herein, den niemand lesen kann: %1</translation>
    </message>
    <message>
        <source>No review, no scanner and no update of dependencies looks inside.</source>
        <translation>Keine Prüfung, kein Scanner und keine Aktualisierung der Abhängigkeiten schaut hinein.</translation>
    </message>
    <message>
        <source>Where was it built, from which source? Compare its hash with the publisher&apos;s, or build it here.</source>
        <translation>Wo wurde es gebaut, aus welcher Quelle? Den Hash mit dem des Herausgebers vergleichen oder es hier bauen.</translation>
    </message>
    <message>
        <source>%1 bytes, blob %2</source>
        <translation>%1 Bytes, Blob %2</translation>
    </message>
    <message>
        <source>The assertion is always true: %1</source>
        <translation>Die Zusicherung ist immer wahr: %1</translation>
    </message>
    <message>
        <source>The tolerance is wider: %1</source>
        <translation>Die Toleranz ist weiter: %1</translation>
    </message>
    <message>
        <source>The assertion asks for less: %1</source>
        <translation>Die Zusicherung verlangt weniger: %1</translation>
    </message>
    <message>
        <source>The test stays green for results that it used to refuse.</source>
        <translation>Der Test bleibt grün bei Ergebnissen, die er früher abgelehnt hat.</translation>
    </message>
    <message>
        <source>Does the old assertion still hold? If not, is the code wrong, or what was expected?</source>
        <translation>Gilt die alte Zusicherung noch? Wenn nicht: Ist der Code falsch oder das, was erwartet wurde?</translation>
    </message>
    <message>
        <source>An exact assertion came in beside it.</source>
        <translation>Eine genaue Zusicherung kam daneben hinzu.</translation>
    </message>
    <message>
        <source>What is expected changed together with the code: %1</source>
        <translation>Das Erwartete änderte sich zusammen mit dem Code: %1</translation>
    </message>
    <message>
        <source>A wrong result becomes right when the test is made to follow it.</source>
        <translation>Ein falsches Ergebnis wird richtig, wenn der Test ihm angepasst wird.</translation>
    </message>
    <message>
        <source>Does the intent say that this result has to change? Compute one by hand.</source>
        <translation>Sagt die Absicht, dass sich dieses Ergebnis ändern muss? Eines von Hand nachrechnen.</translation>
    </message>
    <message>
        <source>%1 assertions of this file</source>
        <translation>%1 Zusicherungen dieser Datei</translation>
    </message>
    <message>
        <source>Everything but a list is allowed: %1</source>
        <translation>Alles außer einer Liste ist erlaubt: %1</translation>
    </message>
    <message>
        <source>Every action on every object of the cluster is allowed: %1</source>
        <translation>Jede Aktion auf jedem Objekt des Clusters ist erlaubt: %1</translation>
    </message>
    <message>
        <source>Every action is allowed: %1</source>
        <translation>Jede Aktion ist erlaubt: %1</translation>
    </message>
    <message>
        <source>Allowed on every kind of object: %1</source>
        <translation>Erlaubt auf jeder Art von Objekt: %1</translation>
    </message>
    <message>
        <source>A right that gives all other rights: %1</source>
        <translation>Ein Recht, das alle anderen Rechte gibt: %1</translation>
    </message>
    <message>
        <source>Every action on every resource is allowed: %1</source>
        <translation>Jede Aktion auf jeder Ressource ist erlaubt: %1</translation>
    </message>
    <message>
        <source>Every action of a service on every resource is allowed: %1</source>
        <translation>Jede Aktion eines Dienstes auf jeder Ressource ist erlaubt: %1</translation>
    </message>
    <message>
        <source>Every action of a service is allowed: %1</source>
        <translation>Jede Aktion eines Dienstes ist erlaubt: %1</translation>
    </message>
    <message>
        <source>Allowed on every resource: %1</source>
        <translation>Erlaubt auf jeder Ressource: %1</translation>
    </message>
    <message>
        <source>Allowed to everybody: %1</source>
        <translation>Allen erlaubt: %1</translation>
    </message>
    <message>
        <source>Whoever gets hold of this identity, or of the program that runs with it, can do all of this in your name.</source>
        <translation>Wer an diese Identität gelangt oder an das Programm, das mit ihr läuft, kann all das in Ihrem Namen tun.</translation>
    </message>
    <message>
        <source>Which calls are really made? Name those, and the resources that they are made on.</source>
        <translation>Welche Aufrufe werden wirklich gemacht? Diese nennen, und die Ressourcen, auf denen sie gemacht werden.</translation>
    </message>
    <message>
        <source>A condition narrows it.</source>
        <translation>Eine Bedingung schränkt es ein.</translation>
    </message>
    <message>
        <source>One of many like the one at %1</source>
        <translation>Einer von vielen wie der bei %1</translation>
    </message>
    <message>
        <source>More likely to bring a bug than %1 % of changes here: %2</source>
        <translation>Bringt wahrscheinlicher einen Fehler als %1 % der Änderungen hier: %2</translation>
    </message>
    <message>
        <source>More likely than most to bring a bug: %1</source>
        <translation>Bringt wahrscheinlicher als die meisten einen Fehler: %1</translation>
    </message>
    <message>
        <source>%1 folders</source>
        <translation>%1 Ordner</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>Spread over the files: %1</source>
        <translation>Über die Dateien verteilt: %1</translation>
    </message>
    <message>
        <source>%1 lines added</source>
        <translation>%1 Zeilen hinzugefügt</translation>
    </message>
    <message>
        <source>%1 lines removed</source>
        <translation>%1 Zeilen entfernt</translation>
    </message>
    <message>
        <source>A fix</source>
        <translation>Eine Fehlerbehebung</translation>
    </message>
    <message>
        <source>Not a fix</source>
        <translation>Keine Fehlerbehebung</translation>
    </message>
    <message>
        <source>%1 people changed these files before</source>
        <translation>%1 Personen haben diese Dateien zuvor geändert</translation>
    </message>
    <message>
        <source>%1 days since these files changed last</source>
        <translation>%1 Tage seit der letzten Änderung dieser Dateien</translation>
    </message>
    <message>
        <source>%1 earlier changes of these files</source>
        <translation>%1 frühere Änderungen dieser Dateien</translation>
    </message>
    <message>
        <source>%1 earlier changes by the author</source>
        <translation>%1 frühere Änderungen des Autors</translation>
    </message>
    <message>
        <source>A test is skipped</source>
        <translation>Ein Test wird übersprungen</translation>
    </message>
    <message>
        <source>A check for nothing is added</source>
        <translation>Eine Prüfung auf nichts kommt hinzu</translation>
    </message>
    <message>
        <source>A loop is added</source>
        <translation>Eine Schleife kommt hinzu</translation>
    </message>
    <message>
        <source>Timeouts or retries change</source>
        <translation>Zeitlimits oder Wiederholungen ändern sich</translation>
    </message>
    <message>
        <source>A file that was fixed five times or more</source>
        <translation>Eine Datei, in der fünfmal oder öfter Fehler behoben wurden</translation>
    </message>
    <message>
        <source>Locks change</source>
        <translation>Sperren ändern sich</translation>
    </message>
    <message>
        <source>A condition changes</source>
        <translation>Eine Bedingung ändert sich</translation>
    </message>
    <message>
        <source>A broad catch is added</source>
        <translation>Ein breites Abfangen kommt hinzu</translation>
    </message>
    <message>
        <source>The weights of the likelihood are missing.</source>
        <translation>Die Gewichte der Wahrscheinlichkeit fehlen.</translation>
    </message>
    <message>
        <source>The weights of the likelihood are not complete.</source>
        <translation>Die Gewichte der Wahrscheinlichkeit sind nicht vollständig.</translation>
    </message>
    <message>
        <source>A migration that has run is not undone by a revert: %1</source>
        <translation>Eine gelaufene Migration wird durch ein Revert nicht rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>A revert must be deployed with care, this is not code alone: %1</source>
        <translation>Ein Revert muss mit Vorsicht ausgeliefert werden, dies ist nicht nur Code: %1</translation>
    </message>
    <message>
        <source>A revert is enough</source>
        <translation>Ein Revert genügt</translation>
    </message>
    <message>
        <source>A stateful resource or module goes away without a moved or removed block.</source>
        <translation>Eine zustandsbehaftete Ressource oder ein solches Modul entfällt ohne moved- oder removed-Block.</translation>
    </message>
    <message>
        <source>The identity of a stateful resource changes, so that it is made anew.</source>
        <translation>Die Identität einer zustandsbehafteten Ressource ändert sich, sodass sie neu angelegt wird.</translation>
    </message>
    <message>
        <source>Protection against deletion, or what is kept after it, is taken away.</source>
        <translation>Der Schutz vor Löschung, oder was nach ihr erhalten bleibt, wird weggenommen.</translation>
    </message>
    <message>
        <source>A command that destroys infrastructure comes in.</source>
        <translation>Ein Befehl, der Infrastruktur zerstört, kommt hinzu.</translation>
    </message>
    <message>
        <source>A command that deletes or overwrites files in bulk comes in.</source>
        <translation>Ein Befehl, der massenhaft Dateien löscht oder überschreibt, kommt hinzu.</translation>
    </message>
    <message>
        <source>A name, selector, claim or storage class that Kubernetes cannot change in place is changed.</source>
        <translation>Ein Name, Selektor, Claim oder eine Speicherklasse wird geändert, was Kubernetes an Ort und Stelle nicht kann.</translation>
    </message>
    <message>
        <source>Many files are deleted while others still import them.</source>
        <translation>Viele Dateien werden gelöscht, während andere sie noch importieren.</translation>
    </message>
    <message>
        <source>State backend, workspace, account, project or cluster changes.</source>
        <translation>State-Backend, Workspace, Konto, Projekt oder Cluster ändert sich.</translation>
    </message>
    <message>
        <source>A production or staging target comes in or changes.</source>
        <translation>Ein Ziel für Produktion oder Staging kommt hinzu oder ändert sich.</translation>
    </message>
    <message>
        <source>A table, column or its data is dropped.</source>
        <translation>Eine Tabelle, Spalte oder deren Daten werden gelöscht.</translation>
    </message>
    <message>
        <source>Rows are deleted or updated without a condition.</source>
        <translation>Zeilen werden ohne Bedingung gelöscht oder aktualisiert.</translation>
    </message>
    <message>
        <source>The type or name of a column changes.</source>
        <translation>Typ oder Name einer Spalte ändert sich.</translation>
    </message>
    <message>
        <source>A constraint or default that locks or checks the whole table comes in.</source>
        <translation>Eine Einschränkung oder Vorgabe, die die ganze Tabelle sperrt oder prüft, kommt hinzu.</translation>
    </message>
    <message>
        <source>An index is built or dropped in a way that blocks writers.</source>
        <translation>Ein Index wird so aufgebaut oder gelöscht, dass er Schreibende blockiert.</translation>
    </message>
    <message>
        <source>A limit goes away, or a query or remote call stands in a loop.</source>
        <translation>Eine Begrenzung entfällt, oder eine Abfrage oder ein Fernaufruf steht in einer Schleife.</translation>
    </message>
    <message>
        <source>A migration that was already released is edited.</source>
        <translation>Eine bereits veröffentlichte Migration wird bearbeitet.</translation>
    </message>
    <message>
        <source>A check of access goes away or is switched off.</source>
        <translation>Eine Zugriffsprüfung entfällt oder wird abgeschaltet.</translation>
    </message>
    <message>
        <source>Verification of TLS certificates is switched off.</source>
        <translation>Die Überprüfung von TLS-Zertifikaten wird abgeschaltet.</translation>
    </message>
    <message>
        <source>Rights are widened to all actions, resources or people.</source>
        <translation>Rechte werden auf alle Aktionen, Ressourcen oder Personen ausgeweitet.</translation>
    </message>
    <message>
        <source>Something becomes reachable from everywhere, or privileged.</source>
        <translation>Etwas wird von überall erreichbar oder privilegiert.</translation>
    </message>
    <message>
        <source>Cross-origin, content or cookie rules are weakened.</source>
        <translation>Cross-Origin-, Inhalts- oder Cookie-Regeln werden abgeschwächt.</translation>
    </message>
    <message>
        <source>A secret comes in, or goes to a log.</source>
        <translation>Ein Geheimnis kommt hinzu oder gelangt in ein Protokoll.</translation>
    </message>
    <message>
        <source>A query, command or page is put together from strings, or data is run.</source>
        <translation>Eine Abfrage, ein Befehl oder eine Seite wird aus Zeichenketten zusammengesetzt, oder Daten werden ausgeführt.</translation>
    </message>
    <message>
        <source>Cryptography, randomness or token checks are weakened.</source>
        <translation>Kryptografie, Zufall oder Token-Prüfungen werden abgeschwächt.</translation>
    </message>
    <message>
        <source>A limit on requests or input goes away or is raised.</source>
        <translation>Eine Begrenzung von Anfragen oder Eingaben entfällt oder wird angehoben.</translation>
    </message>
    <message>
        <source>Tests or assertions go away while the code stays.</source>
        <translation>Tests oder Zusicherungen entfallen, während der Code bleibt.</translation>
    </message>
    <message>
        <source>A test is skipped or run alone.</source>
        <translation>Ein Test wird übersprungen oder allein ausgeführt.</translation>
    </message>
    <message>
        <source>An assertion is weakened.</source>
        <translation>Eine Zusicherung wird abgeschwächt.</translation>
    </message>
    <message>
        <source>A snapshot is made anew together with the code.</source>
        <translation>Ein Snapshot wird zusammen mit dem Code neu erstellt.</translation>
    </message>
    <message>
        <source>What is tested is replaced by a stand-in, or nothing is asserted.</source>
        <translation>Das Getestete wird durch einen Platzhalter ersetzt, oder nichts wird zugesichert.</translation>
    </message>
    <message>
        <source>A check is forced to pass.</source>
        <translation>Eine Prüfung wird zum Bestehen gezwungen.</translation>
    </message>
    <message>
        <source>Production code behaves differently under test.</source>
        <translation>Produktionscode verhält sich unter Test anders.</translation>
    </message>
    <message>
        <source>Errors are caught broadly and swallowed.</source>
        <translation>Fehler werden breit abgefangen und verschluckt.</translation>
    </message>
    <message>
        <source>A check of an error, of bounds or of null goes away.</source>
        <translation>Eine Prüfung auf Fehler, Grenzen oder null entfällt.</translation>
    </message>
    <message>
        <source>Data from outside can stop the program.</source>
        <translation>Daten von außen können das Programm anhalten.</translation>
    </message>
    <message>
        <source>A timeout goes away or becomes endless, or retries have no pause.</source>
        <translation>Ein Zeitlimit entfällt oder wird endlos, oder Wiederholungen haben keine Pause.</translation>
    </message>
    <message>
        <source>What keeps a service up goes away: breaker, fallback, probe, budget.</source>
        <translation>Was einen Dienst aufrecht hält, entfällt: Schutzschalter, Rückfallebene, Probe, Budget.</translation>
    </message>
    <message>
        <source>A branch for errors reports success.</source>
        <translation>Ein Zweig für Fehler meldet Erfolg.</translation>
    </message>
    <message>
        <source>A placeholder is left.</source>
        <translation>Ein Platzhalter ist stehen geblieben.</translation>
    </message>
    <message>
        <source>A log line, metric or alert goes away.</source>
        <translation>Eine Protokollzeile, Metrik oder ein Alarm entfällt.</translation>
    </message>
    <message>
        <source>A lock or atomic goes away.</source>
        <translation>Eine Sperre oder ein Atomic entfällt.</translation>
    </message>
    <message>
        <source>A loop, queue, cache or pool has no bound.</source>
        <translation>Eine Schleife, eine Warteschlange, ein Zwischenspeicher oder ein Pool hat keine Grenze.</translation>
    </message>
    <message>
        <source>A resource limit goes away or is at least doubled.</source>
        <translation>Eine Ressourcengrenze entfällt oder wird mindestens verdoppelt.</translation>
    </message>
    <message>
        <source>The default of an option changes.</source>
        <translation>Die Vorgabe einer Option ändert sich.</translation>
    </message>
    <message>
        <source>A key goes away while it is still read, or is read and defined nowhere.</source>
        <translation>Ein Schlüssel entfällt, während er noch gelesen wird, oder wird gelesen und ist nirgends definiert.</translation>
    </message>
    <message>
        <source>One token flips the meaning of a line.</source>
        <translation>Ein einziges Token kehrt die Bedeutung einer Zeile um.</translation>
    </message>
    <message>
        <source>Names, routes, proxies or network rules change.</source>
        <translation>Namen, Routen, Proxys oder Netzwerkregeln ändern sich.</translation>
    </message>
    <message>
        <source>A runtime, engine or base image makes a major step.</source>
        <translation>Eine Laufzeit, Engine oder ein Basis-Image macht einen Hauptversionssprung.</translation>
    </message>
    <message>
        <source>Manifest and lock file disagree, or a checksum goes away.</source>
        <translation>Manifest und Lock-Datei stimmen nicht überein, oder eine Prüfsumme entfällt.</translation>
    </message>
    <message>
        <source>A package is imported that nothing declares.</source>
        <translation>Ein Paket wird importiert, das nirgends deklariert ist.</translation>
    </message>
    <message>
        <source>A new package has a name very close to a used one.</source>
        <translation>Ein neues Paket hat einen Namen, der einem verwendeten sehr ähnelt.</translation>
    </message>
    <message>
        <source>A symbol of the repository is used that does not exist.</source>
        <translation>Ein Symbol des Repositorys wird verwendet, das nicht existiert.</translation>
    </message>
    <message>
        <source>A binary or minified file is vendored.</source>
        <translation>Eine binäre oder minifizierte Datei wird ins Repository übernommen.</translation>
    </message>
    <message>
        <source>A workflow gives foreign code or text its own rights.</source>
        <translation>Ein Workflow gibt fremdem Code oder Text seine eigenen Rechte.</translation>
    </message>
    <message>
        <source>A workflow gets more rights, or an action is not pinned.</source>
        <translation>Ein Workflow bekommt mehr Rechte, oder eine Action ist nicht festgelegt.</translation>
    </message>
    <message>
        <source>A required check, review rule or owner goes away or is narrowed.</source>
        <translation>Eine erforderliche Prüfung, eine Prüfregel oder ein Eigentümer entfällt oder wird eingeschränkt.</translation>
    </message>
    <message>
        <source>A stage, approval or gradual rollout goes away.</source>
        <translation>Eine Etappe, Freigabe oder schrittweise Auslieferung entfällt.</translation>
    </message>
    <message>
        <source>What steers agents and editors is changed.</source>
        <translation>Was Agenten und Editoren steuert, wird geändert.</translation>
    </message>
    <message>
        <source>Text addresses an AI in a place where people do not look.</source>
        <translation>Text spricht eine KI an einer Stelle an, an die Menschen nicht schauen.</translation>
    </message>
    <message>
        <source>Controls reverse the direction of text.</source>
        <translation>Steuerzeichen kehren die Textrichtung um.</translation>
    </message>
    <message>
        <source>Characters that cannot be seen stand in code or rules.</source>
        <translation>Unsichtbare Zeichen stehen in Code oder Regeln.</translation>
    </message>
    <message>
        <source>A name looks like another one.</source>
        <translation>Ein Name sieht aus wie ein anderer.</translation>
    </message>
    <message>
        <source>The change touches areas that it does not speak of.</source>
        <translation>Die Änderung berührt Bereiche, von denen sie nicht spricht.</translation>
    </message>
    <message>
        <source>The change claims what it does not contain.</source>
        <translation>Die Änderung behauptet, was sie nicht enthält.</translation>
    </message>
    <message>
        <source>One change spans many sensitive areas.</source>
        <translation>Eine Änderung umspannt viele sensible Bereiche.</translation>
    </message>
    <message>
        <source>A large or destructive change is called a small one.</source>
        <translation>Eine große oder zerstörerische Änderung wird als kleine bezeichnet.</translation>
    </message>
    <message>
        <source>An added block stands elsewhere already.</source>
        <translation>Ein hinzugefügter Block steht bereits an anderer Stelle.</translation>
    </message>
    <message>
        <source>Another open change meets this one.</source>
        <translation>Eine andere offene Änderung trifft auf diese.</translation>
    </message>
    <message>
        <source>A contract changes while its users are not part of the change.</source>
        <translation>Ein Vertrag ändert sich, während seine Nutzer nicht Teil der Änderung sind.</translation>
    </message>
    <message>
        <source>A file with many past defects, or one owner, is changed by somebody new to it.</source>
        <translation>Eine Datei mit vielen früheren Fehlern oder nur einem Besitzer wird von jemandem geändert, der sie noch nicht kennt.</translation>
    </message>
    <message>
        <source>Formatting hides a change of meaning.</source>
        <translation>Formatierung verbirgt eine Bedeutungsänderung.</translation>
    </message>
    <message>
        <source>AI markers stand on a change of a repository that refuses AI content.</source>
        <translation>KI-Merkmale stehen an einer Änderung in einem Repository, das KI-Inhalte ablehnt.</translation>
    </message>
    <message>
        <source>Lines that an AI wrote are run by no test.</source>
        <translation>Zeilen, die eine KI geschrieben hat, werden von keinem Test ausgeführt.</translation>
    </message>
    <message>
        <source>%1 must be a number of at least 1.</source>
        <translation>%1 muss eine Zahl von mindestens 1 sein.</translation>
    </message>
    <message>
        <source>The rule file is larger than 1 MiB.</source>
        <translation>Die Regeldatei ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>The id %1 belongs to a built-in rule.</source>
        <translation>Die Kennung %1 gehört zu einer eingebauten Regel.</translation>
    </message>
    <message>
        <source>Give the rule an id of your own, such as TEAM-01.</source>
        <translation>Der Regel eine eigene Kennung geben, etwa TEAM-01.</translation>
    </message>
    <message>
        <source>A check stands close to it.</source>
        <translation>Eine Prüfung steht dicht dabei.</translation>
    </message>
    <message>
        <source>A column or table is changed under the running program: %1</source>
        <translation>Eine Spalte oder Tabelle wird unter dem laufenden Programm geändert: %1</translation>
    </message>
    <message>
        <source>A comment calls it a stand-in: “%1”</source>
        <translation>Ein Kommentar nennt es einen Platzhalter: „%1“</translation>
    </message>
    <message>
        <source>A comparison that stops at the first difference tells an attacker, byte by byte, how much was right.</source>
        <translation>Ein Vergleich, der beim ersten Unterschied endet, verrät Angreifern Byte für Byte, wie viel richtig war.</translation>
    </message>
    <message>
        <source>A container gets the rights of its host: %1</source>
        <translation>Ein Container erhält die Rechte seines Hosts: %1</translation>
    </message>
    <message>
        <source>A container is no longer held back: %1</source>
        <translation>Ein Container wird nicht mehr eingeschränkt: %1</translation>
    </message>
    <message>
        <source>A copy that hangs or is not ready keeps getting traffic, and nothing restarts it.</source>
        <translation>Eine Kopie, die hängt oder nicht bereit ist, erhält weiter Anfragen, und nichts startet sie neu.</translation>
    </message>
    <message>
        <source>A database or cluster cannot go back to the old version once its data was converted.</source>
        <translation>Eine Datenbank oder ein Cluster kann nicht zur alten Version zurück, sobald die Daten umgewandelt sind.</translation>
    </message>
    <message>
        <source>A dependency comes from a branch or an address: %1</source>
        <translation>Eine Abhängigkeit kommt von einem Branch oder einer Adresse: %1</translation>
    </message>
    <message>
        <source>A deployment no longer waits for other jobs: %1</source>
        <translation>Eine Bereitstellung wartet nicht mehr auf andere Jobs: %1</translation>
    </message>
    <message>
        <source>A failed command ends in success: %1</source>
        <translation>Ein fehlgeschlagener Befehl endet als Erfolg: %1</translation>
    </message>
    <message>
        <source>A mistake in the program is then a mistake with that user&apos;s rights, usually root&apos;s.</source>
        <translation>Ein Fehler im Programm ist dann ein Fehler mit den Rechten dieses Benutzers, meist denen von root.</translation>
    </message>
    <message>
        <source>A peer that never answers blocks this call, its thread and in the end everything that waits for it.</source>
        <translation>Eine Gegenstelle, die nie antwortet, blockiert diesen Aufruf, seinen Thread und am Ende alles, was darauf wartet.</translation>
    </message>
    <message>
        <source>A peer that never answers now blocks this call, its thread and in the end everything that waits for it.</source>
        <translation>Eine Gegenstelle, die nie antwortet, blockiert jetzt diesen Aufruf, seinen Thread und am Ende alles, was darauf wartet.</translation>
    </message>
    <message>
        <source>A pinned action is unpinned: %1, was %2</source>
        <translation>Eine festgelegte Action ist nicht mehr festgelegt: %1, vorher %2</translation>
    </message>
    <message>
        <source>A pinned image is unpinned: %1</source>
        <translation>Ein festgelegtes Image ist nicht mehr festgelegt: %1</translation>
    </message>
    <message>
        <source>A public service may be meant.</source>
        <translation>Vielleicht ist ein öffentlicher Dienst gemeint.</translation>
    </message>
    <message>
        <source>A script from the internet is run at once: %1</source>
        <translation>Ein Skript aus dem Internet wird sofort ausgeführt: %1</translation>
    </message>
    <message>
        <source>A script that someone smuggles into a page runs again, with everything that the page may do.</source>
        <translation>Ein in eine Seite eingeschleustes Skript läuft wieder, mit allem, was die Seite darf.</translation>
    </message>
    <message>
        <source>A service lets everybody in: %1</source>
        <translation>Ein Dienst lässt alle herein: %1</translation>
    </message>
    <message>
        <source>A shell interprets built text: %1</source>
        <translation>Eine Shell interpretiert zusammengesetzten Text: %1</translation>
    </message>
    <message>
        <source>A tag can be given to another image at any time; a digest cannot.</source>
        <translation>Ein Tag kann jederzeit an ein anderes Image vergeben werden; ein Digest nicht.</translation>
    </message>
    <message>
        <source>A tag can be moved to other code at any time; a commit cannot.</source>
        <translation>Ein Tag kann jederzeit auf anderen Code verschoben werden; ein Commit nicht.</translation>
    </message>
    <message>
        <source>A tag can be moved to other code at any time; then that runs with this pipeline&apos;s secrets.</source>
        <translation>Ein Tag kann jederzeit auf anderen Code verschoben werden; dann läuft dieser mit den Geheimnissen dieser Pipeline.</translation>
    </message>
    <message>
        <source>A test talks to production: %1</source>
        <translation>Ein Test spricht mit der Produktion: %1</translation>
    </message>
    <message>
        <source>A type assertion without its second result panics when the value from outside has another type.</source>
        <translation>Eine Typzusicherung ohne ihr zweites Ergebnis löst eine Panic aus, wenn der Wert von außen einen anderen Typ hat.</translation>
    </message>
    <message>
        <source>A value with a quote in it ends the string and becomes part of the statement.</source>
        <translation>Ein Wert mit einem Anführungszeichen beendet die Zeichenkette und wird Teil der Anweisung.</translation>
    </message>
    <message>
        <source>A value with a semicolon, a quote or a dollar in it starts a command of its own.</source>
        <translation>Ein Wert mit einem Semikolon, Anführungs- oder Dollarzeichen startet einen eigenen Befehl.</translation>
    </message>
    <message>
        <source>A value with a tag in it becomes part of the page and runs as a script in other people&apos;s browsers.</source>
        <translation>Ein Wert mit einem Tag darin wird Teil der Seite und läuft als Skript in den Browsern anderer.</translation>
    </message>
    <message>
        <source>Administrator rights given: %1</source>
        <translation>Administratorrechte vergeben: %1</translation>
    </message>
    <message>
        <source>Alert removed: %1</source>
        <translation>Alarm entfernt: %1</translation>
    </message>
    <message>
        <source>All old instances stop before, or while, nobody knows whether the new ones work.</source>
        <translation>Alle alten Instanzen enden, bevor oder während niemand weiß, ob die neuen funktionieren.</translation>
    </message>
    <message>
        <source>All secrets are handed on: %1</source>
        <translation>Alle Geheimnisse werden weitergereicht: %1</translation>
    </message>
    <message>
        <source>An address of another environment: %1, was %2</source>
        <translation>Eine Adresse einer anderen Umgebung: %1, vorher %2</translation>
    </message>
    <message>
        <source>An agent that reads this file as data may follow it as an order: approve, run, send or keep something quiet.</source>
        <translation>Ein Agent, der diese Datei als Daten liest, könnte sie als Befehl befolgen: freigeben, ausführen, senden oder etwas verschweigen.</translation>
    </message>
    <message>
        <source>An image without a fixed version: %1</source>
        <translation>Ein Image ohne feste Version: %1</translation>
    </message>
    <message>
        <source>An index is built while writers wait: %1</source>
        <translation>Ein Index wird aufgebaut, während Schreibzugriffe warten: %1</translation>
    </message>
    <message>
        <source>Another environment is meant from now on: %1, was %2</source>
        <translation>Ab jetzt ist eine andere Umgebung gemeint: %1, vorher %2</translation>
    </message>
    <message>
        <source>Another image is pulled tomorrow under the same name; what was tested is not what runs.</source>
        <translation>Morgen wird unter demselben Namen ein anderes Image geladen; was getestet wurde, ist nicht, was läuft.</translation>
    </message>
    <message>
        <source>Another version of the language: %1, was %2</source>
        <translation>Eine andere Version der Sprache: %1, vorher %2</translation>
    </message>
    <message>
        <source>Answer with an error that is always checked for.</source>
        <translation>Mit einem Fehler antworten, auf den immer geprüft wird.</translation>
    </message>
    <message>
        <source>Any other account or container that shares it can put its own content or program there.</source>
        <translation>Jedes andere Konto und jeder andere Container mit Zugriff darauf kann eigene Inhalte oder ein eigenes Programm dort ablegen.</translation>
    </message>
    <message>
        <source>Any page that a user has open can call this service and read what comes back; with credentials allowed, as that user.</source>
        <translation>Jede Seite, die ein Benutzer geöffnet hat, kann diesen Dienst aufrufen und die Antwort lesen; mit erlaubten Anmeldedaten auch als dieser Benutzer.</translation>
    </message>
    <message>
        <source>Any step, and any action that it uses, can do this from now on, with nobody asked.</source>
        <translation>Jeder Schritt und jede von ihm benutzte Action kann das ab jetzt tun, ohne dass jemand gefragt wird.</translation>
    </message>
    <message>
        <source>Any step, and any action that it uses, can push code, publish releases and change other workflows.</source>
        <translation>Jeder Schritt und jede von ihm benutzte Action kann Code pushen, Releases veröffentlichen und andere Workflows ändern.</translation>
    </message>
    <message>
        <source>Anyone can write a token with any name and role in it, and it is believed.</source>
        <translation>Jeder kann ein Token mit beliebigem Namen und beliebiger Rolle schreiben, und es wird geglaubt.</translation>
    </message>
    <message>
        <source>Approval or waiting step before deployment removed: %1</source>
        <translation>Freigabe- oder Warteschritt vor der Bereitstellung entfernt: %1</translation>
    </message>
    <message>
        <source>Assertions are compiled or switched off in production, and where they are on, a bad request takes the process down.</source>
        <translation>Zusicherungen werden in der Produktion herauskompiliert oder abgeschaltet, und wo sie aktiv sind, beendet eine fehlerhafte Anfrage den Prozess.</translation>
    </message>
    <message>
        <source>Base image of another major version: %1, was %2</source>
        <translation>Basis-Image einer anderen Hauptversion: %1, vorher %2</translation>
    </message>
    <message>
        <source>Block against public access removed: %1</source>
        <translation>Sperre gegen öffentlichen Zugriff entfernt: %1</translation>
    </message>
    <message>
        <source>Browsers no longer refuse what it forbade: framing, sniffing, unencrypted connections, foreign scripts.</source>
        <translation>Browser lehnen nicht mehr ab, was dadurch verboten war: Einbettung in Frames, Erraten von Inhaltstypen, unverschlüsselte Verbindungen, fremde Skripte.</translation>
    </message>
    <message>
        <source>Callers wait that much longer for a peer that is down, and requests pile up behind it.</source>
        <translation>Aufrufer warten entsprechend länger auf eine ausgefallene Gegenstelle, und dahinter stauen sich Anfragen.</translation>
    </message>
    <message>
        <source>Can whoever sends it make it absent or wrong? Then answer with an error instead.</source>
        <translation>Kann der Absender bewirken, dass es fehlt oder falsch ist? Dann stattdessen mit einem Fehler antworten.</translation>
    </message>
    <message>
        <source>Check the value first, and say what is wrong with it.</source>
        <translation>Erst den Wert prüfen und melden, was daran falsch ist.</translation>
    </message>
    <message>
        <source>Circuit breaker or fallback removed: %1</source>
        <translation>Schutzschalter oder Ausweichlösung entfernt: %1</translation>
    </message>
    <message>
        <source>Code and commands that were tried in one environment now act in the other, with its data.</source>
        <translation>Code und Befehle, die in einer Umgebung erprobt wurden, wirken jetzt in der anderen, mit deren Daten.</translation>
    </message>
    <message>
        <source>Code that breaks out of the program has more to work with now.</source>
        <translation>Code, der aus dem Programm ausbricht, hat jetzt mehr Möglichkeiten.</translation>
    </message>
    <message>
        <source>Commands go to another target: %1, was %2</source>
        <translation>Befehle gehen an ein anderes Ziel: %1, vorher %2</translation>
    </message>
    <message>
        <source>Content security policy weakened: %1</source>
        <translation>Content-Security-Policy abgeschwächt: %1</translation>
    </message>
    <message>
        <source>Cookie protection turned off: %1</source>
        <translation>Cookie-Schutz abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Count what was filled in, and decide at which share the job has to fail.</source>
        <translation>Zählen, was aufgefüllt wurde, und entscheiden, ab welchem Anteil der Job scheitern muss.</translation>
    </message>
    <message>
        <source>Crashes on unexpected input: %1</source>
        <translation>Stürzt bei unerwarteter Eingabe ab: %1</translation>
    </message>
    <message>
        <source>Crashes or miscounts on unexpected input: %1</source>
        <translation>Stürzt bei unerwarteter Eingabe ab oder verzählt sich: %1</translation>
    </message>
    <message>
        <source>Dashboards go flat and alerts on this number fall silent, and both look like good news.</source>
        <translation>Dashboards werden flach und Alarme zu dieser Zahl verstummen, und beides sieht nach guten Nachrichten aus.</translation>
    </message>
    <message>
        <source>Database rights widened: %1</source>
        <translation>Datenbankrechte erweitert: %1</translation>
    </message>
    <message>
        <source>Deployments go to another cluster: %1, was %2</source>
        <translation>Bereitstellungen gehen an einen anderen Cluster: %1, vorher %2</translation>
    </message>
    <message>
        <source>Does a proxy or another middleware set it for every answer?</source>
        <translation>Setzt ein Proxy oder eine andere Middleware es für jede Antwort?</translation>
    </message>
    <message>
        <source>Does an alert, a dashboard or an audit read this line? What tells of the failure now?</source>
        <translation>Liest ein Alarm, ein Dashboard oder ein Audit diese Zeile? Was meldet den Fehler jetzt?</translation>
    </message>
    <message>
        <source>Does anything in it need root while it runs? If it is only for installing, change the user back after that.</source>
        <translation>Braucht etwas darin zur Laufzeit root? Falls nur zum Installieren, danach den Benutzer wieder zurückstellen.</translation>
    </message>
    <message>
        <source>Does every caller expect the other environment, and do the credentials stop it where they should?</source>
        <translation>Erwartet jeder Aufrufer die andere Umgebung, und halten die Anmeldedaten ihn dort auf, wo sie sollen?</translation>
    </message>
    <message>
        <source>Does the account block public access as a whole? If not, keep the block.</source>
        <translation>Sperrt das Konto als Ganzes den öffentlichen Zugriff? Falls nicht, die Sperre behalten.</translation>
    </message>
    <message>
        <source>Does the base image set a user?</source>
        <translation>Setzt das Basis-Image einen Benutzer?</translation>
    </message>
    <message>
        <source>Download it, compare its checksum with one that is written down here, then run it.</source>
        <translation>Herunterladen, die Prüfsumme mit einer hier festgehaltenen vergleichen, dann ausführen.</translation>
    </message>
    <message>
        <source>Engine of another major version: %1, was %2</source>
        <translation>Engine einer anderen Hauptversion: %1, vorher %2</translation>
    </message>
    <message>
        <source>Environment gate removed from a job: %1</source>
        <translation>Umgebungs-Tor von einem Job entfernt: %1</translation>
    </message>
    <message>
        <source>Errors turn into numbers: %1</source>
        <translation>Fehler werden zu Zahlen: %1</translation>
    </message>
    <message>
        <source>Every row is checked or written under a lock: %1</source>
        <translation>Jede Zeile wird unter einer Sperre geprüft oder geschrieben: %1</translation>
    </message>
    <message>
        <source>Everybody on the machine may write it: %1</source>
        <translation>Alle auf dem Rechner dürfen es schreiben: %1</translation>
    </message>
    <message>
        <source>Everyone who can read the code can decrypt; with a repeated vector, equal texts even look equal.</source>
        <translation>Wer den Code lesen kann, kann entschlüsseln; mit wiederholtem Vektor sehen gleiche Texte sogar gleich aus.</translation>
    </message>
    <message>
        <source>Fewer copies have to run: %1, was %2</source>
        <translation>Weniger Kopien müssen laufen: %1, vorher %2</translation>
    </message>
    <message>
        <source>Finish it, or say in the title that this is a draft.</source>
        <translation>Fertigstellen oder im Titel angeben, dass dies ein Entwurf ist.</translation>
    </message>
    <message>
        <source>Fixed key or initial vector: %1</source>
        <translation>Fester Schlüssel oder Initialisierungsvektor: %1</translation>
    </message>
    <message>
        <source>Foreign code of a branch runs in the pipeline: %1</source>
        <translation>Fremder Code eines Branches läuft in der Pipeline: %1</translation>
    </message>
    <message>
        <source>Foreign code of a tag runs in the pipeline: %1</source>
        <translation>Fremder Code eines Tags läuft in der Pipeline: %1</translation>
    </message>
    <message>
        <source>Foreign data makes objects: %1</source>
        <translation>Fremde Daten erzeugen Objekte: %1</translation>
    </message>
    <message>
        <source>Give it a limit, an exponential pause and jitter.</source>
        <translation>Eine Grenze, eine exponentielle Pause und Jitter vorsehen.</translation>
    </message>
    <message>
        <source>Give it a limit, and say what happens when it is reached.</source>
        <translation>Eine Grenze vorsehen und angeben, was bei ihrem Erreichen geschieht.</translation>
    </message>
    <message>
        <source>Goes to everyone at once: %1, was %2</source>
        <translation>Geht an alle zugleich: %1, vorher %2</translation>
    </message>
    <message>
        <source>Grows without limit: %1</source>
        <translation>Wächst unbegrenzt: %1</translation>
    </message>
    <message>
        <source>Health check removed: %1</source>
        <translation>Zustandsprüfung entfernt: %1</translation>
    </message>
    <message>
        <source>Health check switched off: %1</source>
        <translation>Zustandsprüfung abgeschaltet: %1</translation>
    </message>
    <message>
        <source>How large is the table, and do all rows fit? Add it without checking or as optional, fill it in batches, then check it.</source>
        <translation>Wie groß ist die Tabelle, und passen alle Zeilen? Ohne Prüfung oder als optional hinzufügen, in Stapeln füllen, dann prüfen.</translation>
    </message>
    <message>
        <source>How large is the table? PostgreSQL builds it concurrently, outside of a transaction, without keeping writers out.</source>
        <translation>Wie groß ist die Tabelle? PostgreSQL baut ihn nebenläufig auf, außerhalb einer Transaktion, ohne Schreibzugriffe auszusperren.</translation>
    </message>
    <message>
        <source>How many copies have to stay up, and what says so now?</source>
        <translation>Wie viele Kopien müssen verfügbar bleiben, und was legt das jetzt fest?</translation>
    </message>
    <message>
        <source>How many may be down at once, and does one zone still carry the load?</source>
        <translation>Wie viele dürfen zugleich ausfallen, und trägt eine Zone dann noch die Last?</translation>
    </message>
    <message>
        <source>Instruction to an AI in the text: “%1”</source>
        <translation>Anweisung an eine KI im Text: „%1“</translation>
    </message>
    <message>
        <source>Is anything secret or trusted behind it? Then take AES-GCM or ChaCha20-Poly1305, SHA-256 or better, Argon2 or bcrypt for passwords.</source>
        <translation>Liegt etwas Geheimes oder Vertrauenswürdiges dahinter? Dann AES-GCM oder ChaCha20-Poly1305, SHA-256 oder besser, für Passwörter Argon2 oder bcrypt verwenden.</translation>
    </message>
    <message>
        <source>Is everything behind it public? If not, name the origins.</source>
        <translation>Ist alles dahinter öffentlich? Falls nicht, die Ursprünge benennen.</translation>
    </message>
    <message>
        <source>Is it a session or login cookie? Then it needs Secure, HttpOnly and SameSite.</source>
        <translation>Ist es ein Sitzungs- oder Anmelde-Cookie? Dann braucht es Secure, HttpOnly und SameSite.</translation>
    </message>
    <message>
        <source>Is it reachable? Then it has to be finished or refused before the merge.</source>
        <translation>Ist es erreichbar? Dann muss es vor dem Merge fertiggestellt oder abgelehnt werden.</translation>
    </message>
    <message>
        <source>Is the content meant for the public, all of it, also what is added later?</source>
        <translation>Ist der Inhalt für die Öffentlichkeit gedacht, und zwar ganz, auch was später hinzukommt?</translation>
    </message>
    <message>
        <source>Is the new cluster meant? What happens to what runs in the old one?</source>
        <translation>Ist der neue Cluster gewollt? Was geschieht mit dem, was im alten läuft?</translation>
    </message>
    <message>
        <source>Is the new target meant, and do the credentials that run this reach nothing else?</source>
        <translation>Ist das neue Ziel gewollt, und erreichen die Zugangsdaten, mit denen dies läuft, sonst nichts?</translation>
    </message>
    <message>
        <source>Is the same limit set at the proxy or the gateway, for every way in?</source>
        <translation>Ist dieselbe Grenze am Proxy oder Gateway gesetzt, für jeden Zugangsweg?</translation>
    </message>
    <message>
        <source>Is the value a token, key, password, salt or nonce? Then take the random source of the operating system.</source>
        <translation>Ist der Wert ein Token, Schlüssel, Passwort, Salt oder eine Nonce? Dann die Zufallsquelle des Betriebssystems verwenden.</translation>
    </message>
    <message>
        <source>Is there a released version? If not, name the commit.</source>
        <translation>Gibt es eine veröffentlichte Version? Wenn nicht, den Commit angeben.</translation>
    </message>
    <message>
        <source>Is what is compared still a secret, token, or signature?</source>
        <translation>Ist das Verglichene noch ein Geheimnis, ein Token oder eine Signatur?</translation>
    </message>
    <message>
        <source>It can be broken, forged or guessed with today&apos;s means.</source>
        <translation>Es lässt sich mit heutigen Mitteln brechen, fälschen oder erraten.</translation>
    </message>
    <message>
        <source>It decides about reporting only.</source>
        <translation>Es entscheidet nur über das Melden.</translation>
    </message>
    <message>
        <source>It is a text for people.</source>
        <translation>Es ist ein Text für Menschen.</translation>
    </message>
    <message>
        <source>It is set in code, where it may be one of many values.</source>
        <translation>Es wird im Code gesetzt, wo es einer von vielen Werten sein kann.</translation>
    </message>
    <message>
        <source>It is shown, not reckoned with.</source>
        <translation>Es wird angezeigt, nicht damit gerechnet.</translation>
    </message>
    <message>
        <source>It runs on every change, on every machine, and writes or deletes there what it thinks is test data.</source>
        <translation>Es läuft bei jeder Änderung, auf jedem Rechner, und schreibt oder löscht dort, was es für Testdaten hält.</translation>
    </message>
    <message>
        <source>It runs on every machine that installs the package, with the rights of whoever does, before anyone looked at it.</source>
        <translation>Es läuft auf jedem Rechner, der das Paket installiert, mit den Rechten dessen, der es tut, bevor jemand hineingesehen hat.</translation>
    </message>
    <message>
        <source>It stands where it can be read, in documentation.</source>
        <translation>Es steht in der Dokumentation, wo es lesbar ist.</translation>
    </message>
    <message>
        <source>It starts, and can finish, before they have said whether the change works.</source>
        <translation>Es beginnt, und kann fertig werden, bevor sie gemeldet haben, ob die Änderung funktioniert.</translation>
    </message>
    <message>
        <source>It was good for trying out; in production somebody takes it for real.</source>
        <translation>Zum Ausprobieren war es gut; in der Produktion hält es jemand für echt.</translation>
    </message>
    <message>
        <source>Its required reviewers, waiting time and limits on branches no longer apply to this job.</source>
        <translation>Die dort verlangten Prüfer, die Wartezeit und die Beschränkung auf Branches gelten für diesen Job nicht mehr.</translation>
    </message>
    <message>
        <source>Language and standard library change under the program: removed functions, other defaults, other limits.</source>
        <translation>Sprache und Standardbibliothek ändern sich unter dem Programm: entfernte Funktionen, andere Vorgaben, andere Grenzen.</translation>
    </message>
    <message>
        <source>Language, system libraries and defaults change under the program, whatever its own tests say.</source>
        <translation>Sprache, Systembibliotheken und Vorgaben ändern sich unter dem Programm, was immer dessen eigene Tests sagen.</translation>
    </message>
    <message>
        <source>Let the exit code through, or say what went wrong and stop.</source>
        <translation>Den Exit-Code durchlassen, oder melden, was schiefging, und anhalten.</translation>
    </message>
    <message>
        <source>Limit on disruption removed: %1</source>
        <translation>Grenze für Unterbrechungen entfernt: %1</translation>
    </message>
    <message>
        <source>Limit raised: %1, was %2</source>
        <translation>Grenze angehoben: %1, vorher %2</translation>
    </message>
    <message>
        <source>Limit removed: %1</source>
        <translation>Grenze entfernt: %1</translation>
    </message>
    <message>
        <source>Limit taken away: %1, was %2</source>
        <translation>Grenze aufgehoben: %1, vorher %2</translation>
    </message>
    <message>
        <source>Lock removed: %1</source>
        <translation>Sperre entfernt: %1</translation>
    </message>
    <message>
        <source>Loops without an end in sight: %1</source>
        <translation>Schleifen ohne absehbares Ende: %1</translation>
    </message>
    <message>
        <source>Made-up data: %1</source>
        <translation>Erfundene Daten: %1</translation>
    </message>
    <message>
        <source>Maintenance, scaling and rollouts may now stop as many copies at once as they like.</source>
        <translation>Wartung, Skalierung und Rollouts dürfen jetzt beliebig viele Kopien gleichzeitig anhalten.</translation>
    </message>
    <message>
        <source>Markup is built from text: %1</source>
        <translation>Markup wird aus Text zusammengesetzt: %1</translation>
    </message>
    <message>
        <source>May crash: %1</source>
        <translation>Kann abstürzen: %1</translation>
    </message>
    <message>
        <source>Name the version, and best its digest (@sha256:…).</source>
        <translation>Die Version angeben, am besten mit Digest (@sha256:…).</translation>
    </message>
    <message>
        <source>No login stands before it: anyone on the internet, or anyone with any account, has this right now.</source>
        <translation>Keine Anmeldung steht davor: Wer im Internet ist oder irgendein Konto hat, hat dies schon jetzt.</translation>
    </message>
    <message>
        <source>No longer logged: %1</source>
        <translation>Nicht mehr protokolliert: %1</translation>
    </message>
    <message>
        <source>No longer measured: %1</source>
        <translation>Nicht mehr gemessen: %1</translation>
    </message>
    <message>
        <source>No longer safe between threads: %1</source>
        <translation>Nicht mehr sicher zwischen Threads: %1</translation>
    </message>
    <message>
        <source>No time limit: %1</source>
        <translation>Kein Zeitlimit: %1</translation>
    </message>
    <message>
        <source>Nobody can tell a zero that was measured from one that was made up, and sums go wrong without an error.</source>
        <translation>Niemand kann eine gemessene Null von einer erfundenen unterscheiden, und Summen werden ohne Fehlermeldung falsch.</translation>
    </message>
    <message>
        <source>Not implemented: %1</source>
        <translation>Nicht implementiert: %1</translation>
    </message>
    <message>
        <source>Nothing close to it deploys or publishes.</source>
        <translation>Nichts in der Nähe liefert aus oder veröffentlicht.</translation>
    </message>
    <message>
        <source>Nothing in the line ends it; when what it waits for never comes, a thread spins or hangs for good.</source>
        <translation>Nichts in der Zeile beendet es; kommt das Erwartete nie, dreht oder hängt ein Thread für immer.</translation>
    </message>
    <message>
        <source>One caller can now use up more of what all others share, or try more passwords a minute.</source>
        <translation>Ein Aufrufer kann jetzt mehr von dem verbrauchen, was alle anderen teilen, oder mehr Passwörter je Minute probieren.</translation>
    </message>
    <message>
        <source>One caller can now use up what all others share, guess passwords without end, or fill the memory.</source>
        <translation>Ein Aufrufer kann jetzt verbrauchen, was alle anderen teilen, endlos Passwörter raten oder den Speicher füllen.</translation>
    </message>
    <message>
        <source>One careless policy or access list is enough from now on to make the bucket public.</source>
        <translation>Ab jetzt genügt eine unbedachte Richtlinie oder Zugriffsliste, um den Bucket öffentlich zu machen.</translation>
    </message>
    <message>
        <source>One copy can now take all memory or processors of its node, and everything beside it suffers or is killed.</source>
        <translation>Eine Kopie kann jetzt allen Speicher oder alle Prozessoren ihres Knotens belegen, und alles daneben leidet oder wird beendet.</translation>
    </message>
    <message>
        <source>Orderly end removed: %1</source>
        <translation>Geordnetes Ende entfernt: %1</translation>
    </message>
    <message>
        <source>Other sites may read the answers: %1</source>
        <translation>Andere Websites dürfen die Antworten lesen: %1</translation>
    </message>
    <message>
        <source>Outside data is checked by an assertion: %1</source>
        <translation>Daten von außen werden durch eine Zusicherung geprüft: %1</translation>
    </message>
    <message>
        <source>Packages come from another registry: %1</source>
        <translation>Pakete kommen aus einer anderen Registry: %1</translation>
    </message>
    <message>
        <source>Pass the difference in from outside, and test the code that runs in production.</source>
        <translation>Den Unterschied von außen hereingeben und den Code testen, der in der Produktion läuft.</translation>
    </message>
    <message>
        <source>Pause between retries removed: %1</source>
        <translation>Pause zwischen Wiederholungen entfernt: %1</translation>
    </message>
    <message>
        <source>Pin it to a commit (40 hexadecimal digits) that somebody read.</source>
        <translation>Auf einen Commit (40 hexadezimale Ziffern) festlegen, den jemand gelesen hat.</translation>
    </message>
    <message>
        <source>Predictable secret: %1</source>
        <translation>Vorhersagbares Geheimnis: %1</translation>
    </message>
    <message>
        <source>Protecting header removed: %1</source>
        <translation>Schützender Header entfernt: %1</translation>
    </message>
    <message>
        <source>Reachable from the internet: %1</source>
        <translation>Aus dem Internet erreichbar: %1</translation>
    </message>
    <message>
        <source>Reads and writes of several threads can now be lost or seen half done. It goes well in tests and wrong under load.</source>
        <translation>Lese- und Schreibzugriffe mehrerer Threads können jetzt verloren gehen oder halb fertig sichtbar werden. In Tests geht es gut, unter Last schief.</translation>
    </message>
    <message>
        <source>Requests in flight are cut off with every rollout and every scaling down.</source>
        <translation>Laufende Anfragen werden bei jedem Rollout und jedem Herunterskalieren abgeschnitten.</translation>
    </message>
    <message>
        <source>Resource limit at least doubled: %1, was %2</source>
        <translation>Ressourcengrenze mindestens verdoppelt: %1, vorher %2</translation>
    </message>
    <message>
        <source>Resource limit removed: %1</source>
        <translation>Ressourcengrenze entfernt: %1</translation>
    </message>
    <message>
        <source>Results are no longer limited: %1</source>
        <translation>Ergebnisse sind nicht mehr begrenzt: %1</translation>
    </message>
    <message>
        <source>Retries without pause or end: %1</source>
        <translation>Wiederholungen ohne Pause oder Ende: %1</translation>
    </message>
    <message>
        <source>Rights given to everybody: %1</source>
        <translation>Rechte für alle vergeben: %1</translation>
    </message>
    <message>
        <source>Rollout strategy made abrupt: %1, was %2</source>
        <translation>Rollout-Strategie abrupt gemacht: %1, vorher %2</translation>
    </message>
    <message>
        <source>Row lock or transaction removed: %1</source>
        <translation>Zeilensperre oder Transaktion entfernt: %1</translation>
    </message>
    <message>
        <source>Runs by itself when the package is installed: %1</source>
        <translation>Läuft von selbst, wenn das Paket installiert wird: %1</translation>
    </message>
    <message>
        <source>Runs with another user&apos;s rights: %1</source>
        <translation>Läuft mit den Rechten eines anderen Benutzers: %1</translation>
    </message>
    <message>
        <source>SQL is built from text: %1</source>
        <translation>SQL wird aus Text zusammengesetzt: %1</translation>
    </message>
    <message>
        <source>Said to be there without asking: %1</source>
        <translation>Ohne Nachfrage als vorhanden erklärt: %1</translation>
    </message>
    <message>
        <source>Scanners need this right to hand in their results.</source>
        <translation>Scanner brauchen dieses Recht, um ihre Ergebnisse abzuliefern.</translation>
    </message>
    <message>
        <source>Secrets are compared in readable time: %1 is gone</source>
        <translation>Geheimnisse werden in ablesbarer Zeit verglichen: %1 ist weg</translation>
    </message>
    <message>
        <source>Signatures are no longer checked: %1</source>
        <translation>Signaturen werden nicht mehr geprüft: %1</translation>
    </message>
    <message>
        <source>Something close to it leaves the loop or waits.</source>
        <translation>Etwas in der Nähe verlässt die Schleife oder wartet.</translation>
    </message>
    <message>
        <source>Text is run as a program: %1</source>
        <translation>Text wird als Programm ausgeführt: %1</translation>
    </message>
    <message>
        <source>The account can read or destroy everything in the database now, and so can whoever gets its password.</source>
        <translation>Das Konto kann jetzt alles in der Datenbank lesen oder zerstören, und ebenso, wer an dessen Passwort kommt.</translation>
    </message>
    <message>
        <source>The annotation let one caller in at a time. Two can now change the same state at once.</source>
        <translation>Die Annotation ließ immer nur einen Aufrufer ein. Jetzt können zwei denselben Zustand gleichzeitig ändern.</translation>
    </message>
    <message>
        <source>The answer grows with the data: what is quick today fills the memory, or the line, on the day with the most rows.</source>
        <translation>Die Antwort wächst mit den Daten: Was heute schnell ist, füllt am Tag mit den meisten Zeilen den Speicher oder die Leitung.</translation>
    </message>
    <message>
        <source>The called workflow or step sees every secret, also those that are added later.</source>
        <translation>Der aufgerufene Workflow oder Schritt sieht jedes Geheimnis, auch später hinzugefügte.</translation>
    </message>
    <message>
        <source>The code asks whether it is being tested: %1</source>
        <translation>Der Code fragt, ob er gerade getestet wird: %1</translation>
    </message>
    <message>
        <source>The compiler is told that the value from outside is never absent. When it is, the next access throws.</source>
        <translation>Dem Compiler wird gesagt, der Wert von außen fehle nie. Fehlt er doch, wirft der nächste Zugriff eine Ausnahme.</translation>
    </message>
    <message>
        <source>The cookie can be read by scripts, sent without encryption, or sent along by other sites.</source>
        <translation>Das Cookie kann von Skripten gelesen, unverschlüsselt gesendet oder von anderen Websites mitgeschickt werden.</translation>
    </message>
    <message>
        <source>The data behind it is then protected by its own settings alone, and those are one mistake away from open.</source>
        <translation>Die Daten dahinter sind dann nur noch durch ihre eigenen Einstellungen geschützt, und von denen ist es ein Fehler bis offen.</translation>
    </message>
    <message>
        <source>The default holds from now on, and for many clients and proxies that is no limit at all.</source>
        <translation>Ab jetzt gilt die Vorgabe, und bei vielen Clients und Proxys heißt das: gar keine Grenze.</translation>
    </message>
    <message>
        <source>The file starts services for development or tests.</source>
        <translation>Die Datei startet Dienste für Entwicklung oder Tests.</translation>
    </message>
    <message>
        <source>The format can name any class and call it while it is read; a file or message from outside then runs code.</source>
        <translation>Das Format kann jede Klasse nennen und beim Lesen aufrufen; eine Datei oder Nachricht von außen führt dann Code aus.</translation>
    </message>
    <message>
        <source>The generator is not made for secrets; from a few outputs the others can be computed.</source>
        <translation>Der Generator ist nicht für Geheimnisse gemacht; aus wenigen Ausgaben lassen sich die übrigen berechnen.</translation>
    </message>
    <message>
        <source>The image no longer changes to a user of its own: %1</source>
        <translation>Das Image wechselt nicht mehr zu einem eigenen Benutzer: %1</translation>
    </message>
    <message>
        <source>The image runs as root: %1</source>
        <translation>Das Image läuft als root: %1</translation>
    </message>
    <message>
        <source>The loss of a node or a rollout that goes wrong now takes more of the service, or all of it, with it.</source>
        <translation>Der Ausfall eines Knotens oder ein misslungener Rollout reißt jetzt mehr vom Dienst mit, oder den ganzen.</translation>
    </message>
    <message>
        <source>The new value is an expression; it may come to the same.</source>
        <translation>Der neue Wert ist ein Ausdruck; er kann auf dasselbe hinauslaufen.</translation>
    </message>
    <message>
        <source>The next time this goes wrong there is no trace of it, and no alert that reads the log.</source>
        <translation>Geht dies das nächste Mal schief, gibt es keine Spur davon und keinen Alarm, der das Log liest.</translation>
    </message>
    <message>
        <source>The node, the database or the account behind it was sized for the old value; what it takes is missing elsewhere.</source>
        <translation>Der Knoten, die Datenbank oder das Konto dahinter war für den alten Wert bemessen; was es nimmt, fehlt anderswo.</translation>
    </message>
    <message>
        <source>The path names a pipeline, a test or a development environment.</source>
        <translation>Der Pfad nennt eine Pipeline, einen Test oder eine Entwicklungsumgebung.</translation>
    </message>
    <message>
        <source>The path names a test, an example or a development environment.</source>
        <translation>Der Pfad nennt einen Test, ein Beispiel oder eine Entwicklungsumgebung.</translation>
    </message>
    <message>
        <source>The path names an example.</source>
        <translation>Der Pfad nennt ein Beispiel.</translation>
    </message>
    <message>
        <source>The path names migrations or tools, where values rarely come from outside.</source>
        <translation>Der Pfad nennt Migrationen oder Werkzeuge, in denen Werte selten von außen kommen.</translation>
    </message>
    <message>
        <source>The path names tools, which people run with their own data.</source>
        <translation>Der Pfad nennt Werkzeuge, die man mit eigenen Daten ausführt.</translation>
    </message>
    <message>
        <source>The path names tools, which people run with their own values.</source>
        <translation>Der Pfad nennt Werkzeuge, die man mit eigenen Werten ausführt.</translation>
    </message>
    <message>
        <source>The pipeline&apos;s token may write everything: %1</source>
        <translation>Das Token der Pipeline darf alles schreiben: %1</translation>
    </message>
    <message>
        <source>The pipeline&apos;s token may write more: %1</source>
        <translation>Das Token der Pipeline darf mehr schreiben: %1</translation>
    </message>
    <message>
        <source>The program runs as root in the container, one kernel mistake away from the host.</source>
        <translation>Das Programm läuft im Container als root, einen Kernel-Fehler vom Host entfernt.</translation>
    </message>
    <message>
        <source>The same commands now change, or delete, what stands in another account, project or cluster.</source>
        <translation>Dieselben Befehle ändern oder löschen jetzt, was in einem anderen Konto, Projekt oder Cluster steht.</translation>
    </message>
    <message>
        <source>The signature itself is still checked.</source>
        <translation>Die Signatur selbst wird weiterhin geprüft.</translation>
    </message>
    <message>
        <source>The text says itself that the real thing is still to be written; it looks finished and is not.</source>
        <translation>Der Text sagt selbst, dass das Eigentliche noch zu schreiben ist; es sieht fertig aus und ist es nicht.</translation>
    </message>
    <message>
        <source>This value comes from outside the program. When it is missing or malformed, the conversion throws or silently gives zero.</source>
        <translation>Dieser Wert kommt von außerhalb des Programms. Fehlt er oder ist er fehlerhaft, wirft die Umwandlung eine Ausnahme oder ergibt stillschweigend 0.</translation>
    </message>
    <message>
        <source>This value comes from outside the program. When it is missing or malformed, the request or the whole process goes down with it.</source>
        <translation>Dieser Wert kommt von außerhalb des Programms. Fehlt er oder ist er fehlerhaft, reißt er die Anfrage oder den ganzen Prozess mit.</translation>
    </message>
    <message>
        <source>This value comes from outside the program. When it is missing or malformed, the whole task or process goes down with it.</source>
        <translation>Dieser Wert kommt von außerhalb des Programms. Fehlt er oder ist er fehlerhaft, reißt er den ganzen Task oder Prozess mit.</translation>
    </message>
    <message>
        <source>Time limit raised at least five times: %1, was %2</source>
        <translation>Zeitlimit mindestens verfünffacht: %1, vorher %2</translation>
    </message>
    <message>
        <source>Time limit removed from a call that stays: %1</source>
        <translation>Zeitlimit aus einem Aufruf entfernt, der bleibt: %1</translation>
    </message>
    <message>
        <source>Time limit removed from the configuration: %1</source>
        <translation>Zeitlimit aus der Konfiguration entfernt: %1</translation>
    </message>
    <message>
        <source>Time limit removed: %1</source>
        <translation>Zeitlimit entfernt: %1</translation>
    </message>
    <message>
        <source>Time limit switched off: %1, was %2</source>
        <translation>Zeitlimit abgeschaltet: %1, vorher %2</translation>
    </message>
    <message>
        <source>Two requests can now read the same row, both decide on it, and the second overwrites the first.</source>
        <translation>Zwei Anfragen können jetzt dieselbe Zeile lesen, beide danach entscheiden, und die zweite überschreibt die erste.</translation>
    </message>
    <message>
        <source>Two threads or requests can now be in here at once. It goes well in tests and wrong under load.</source>
        <translation>Zwei Threads oder Anfragen können jetzt gleichzeitig hier sein. In Tests geht es gut, unter Last schief.</translation>
    </message>
    <message>
        <source>Under load it takes all memory, threads or connections that there are.</source>
        <translation>Unter Last nimmt es allen Speicher, alle Threads oder Verbindungen, die es gibt.</translation>
    </message>
    <message>
        <source>Under load, or with enough different keys, it takes all memory, threads or connections that there are.</source>
        <translation>Unter Last oder mit genügend verschiedenen Schlüsseln nimmt es allen Speicher, alle Threads oder Verbindungen, die es gibt.</translation>
    </message>
    <message>
        <source>Until it is done nobody else gets at the table; rows that do not fit stop the migration.</source>
        <translation>Bis es fertig ist, kommt sonst niemand an die Tabelle; Zeilen, die nicht passen, halten die Migration an.</translation>
    </message>
    <message>
        <source>Use a local service, a container or a fake.</source>
        <translation>Einen lokalen Dienst, einen Container oder eine Attrappe verwenden.</translation>
    </message>
    <message>
        <source>Use the form with two results, and answer with an error.</source>
        <translation>Die Form mit zwei Ergebnissen verwenden und mit einem Fehler antworten.</translation>
    </message>
    <message>
        <source>Value taken without asking whether it is there: %1</source>
        <translation>Wert genommen, ohne zu fragen, ob er da ist: %1</translation>
    </message>
    <message>
        <source>Was the upgrade tried on a copy of the data? What is the way back?</source>
        <translation>Wurde die Aktualisierung an einer Kopie der Daten erprobt? Wie geht es zurück?</translation>
    </message>
    <message>
        <source>Weak cryptography: %1</source>
        <translation>Schwache Kryptografie: %1</translation>
    </message>
    <message>
        <source>What answers while the other side is down?</source>
        <translation>Was antwortet, während die Gegenseite ausgefallen ist?</translation>
    </message>
    <message>
        <source>What could not be read becomes a value like any other; nobody learns how much of it there was.</source>
        <translation>Was sich nicht lesen ließ, wird ein Wert wie jeder andere; niemand erfährt, wie viel davon es gab.</translation>
    </message>
    <message>
        <source>What deploys from the repository now changes the other cluster, and may prune what it does not know there.</source>
        <translation>Was aus dem Repository ausgeliefert wird, ändert jetzt den anderen Cluster und entfernt dort womöglich, was es nicht kennt.</translation>
    </message>
    <message>
        <source>What did not work with it? Often a writable folder or another user is all that is missing.</source>
        <translation>Was ging damit nicht? Oft fehlt nur ein beschreibbarer Ordner oder ein anderer Benutzer.</translation>
    </message>
    <message>
        <source>What do users see in between, and how is it taken back?</source>
        <translation>Was sehen die Benutzer in der Zwischenzeit, und wie wird es zurückgenommen?</translation>
    </message>
    <message>
        <source>What does it do? Can it be a build step that somebody starts?</source>
        <translation>Was tut es? Kann es ein Build-Schritt sein, den jemand startet?</translation>
    </message>
    <message>
        <source>What does the reader of this value do when it is unknown? Keep it unknown, or fail.</source>
        <translation>Was tut der Leser dieses Wertes, wenn er unbekannt ist? Unbekannt lassen oder scheitern.</translation>
    </message>
    <message>
        <source>What drains the connections before the process goes?</source>
        <translation>Was lässt die Verbindungen auslaufen, bevor der Prozess endet?</translation>
    </message>
    <message>
        <source>What else calls somebody? When did it last fire, and was it right?</source>
        <translation>Was ruft sonst noch jemanden? Wann schlug es zuletzt an, und zu Recht?</translation>
    </message>
    <message>
        <source>What ends a call that hangs?</source>
        <translation>Was beendet einen Aufruf, der hängt?</translation>
    </message>
    <message>
        <source>What ends a call that hangs? If it was too short, raise it to what was measured.</source>
        <translation>Was beendet einen Aufruf, der hängt? War es zu kurz, auf den gemessenen Wert anheben.</translation>
    </message>
    <message>
        <source>What ends a call that hangs? Is there a limit around it?</source>
        <translation>Was beendet einen Aufruf, der hängt? Gibt es ein Limit darum herum?</translation>
    </message>
    <message>
        <source>What happens when it grows? Give it a limit, and say what happens when it is reached.</source>
        <translation>Was geschieht, wenn es wächst? Ein Limit setzen und festlegen, was geschieht, wenn es erreicht ist.</translation>
    </message>
    <message>
        <source>What holds it back now, and what is the default?</source>
        <translation>Was hält es jetzt zurück, und was ist die Vorgabe?</translation>
    </message>
    <message>
        <source>What is installed can change at any time without any change here, and no registry keeps the old version.</source>
        <translation>Was installiert wird, kann sich jederzeit ohne eine Änderung hier ändern, und keine Registry bewahrt die alte Version auf.</translation>
    </message>
    <message>
        <source>What is missing counts as a number: %1</source>
        <translation>Was fehlt, zählt als Zahl: %1</translation>
    </message>
    <message>
        <source>What is the default, and what waits when the peer hangs?</source>
        <translation>Was ist die Vorgabe, und was wartet, wenn die Gegenstelle hängt?</translation>
    </message>
    <message>
        <source>What is the largest number of rows that can come back, also for the largest customer?</source>
        <translation>Wie viele Zeilen können höchstens zurückkommen, auch beim größten Kunden?</translation>
    </message>
    <message>
        <source>What is the new number measured against? Does everything behind it stand that load?</source>
        <translation>Woran ist die neue Zahl gemessen? Hält alles dahinter diese Last aus?</translation>
    </message>
    <message>
        <source>What keeps retries apart now?</source>
        <translation>Was hält Wiederholungen jetzt auseinander?</translation>
    </message>
    <message>
        <source>What keeps them apart now?</source>
        <translation>Was hält sie jetzt auseinander?</translation>
    </message>
    <message>
        <source>What keeps them apart now? Name every field that it protected.</source>
        <translation>Was hält sie jetzt auseinander? Jedes Feld nennen, das geschützt war.</translation>
    </message>
    <message>
        <source>What makes sure that it is there?</source>
        <translation>Was stellt sicher, dass es da ist?</translation>
    </message>
    <message>
        <source>What makes sure that it is there? Ask, and answer with an error.</source>
        <translation>Was stellt sicher, dass es da ist? Nachfragen und mit einem Fehler antworten.</translation>
    </message>
    <message>
        <source>What makes sure that it is there? If nothing does, pass the error on.</source>
        <translation>Was stellt sicher, dass es da ist? Wenn nichts, den Fehler weitergeben.</translation>
    </message>
    <message>
        <source>What makes the read and the write one step now?</source>
        <translation>Was macht Lesen und Schreiben jetzt zu einem einzigen Schritt?</translation>
    </message>
    <message>
        <source>What takes a sick copy out of the rotation now?</source>
        <translation>Was nimmt eine kranke Kopie jetzt aus dem Verkehr?</translation>
    </message>
    <message>
        <source>What the real users of this program did now goes to a place for trying things out.</source>
        <translation>Was die echten Benutzer dieses Programms taten, geht jetzt an einen Ort zum Ausprobieren.</translation>
    </message>
    <message>
        <source>What the tests see is not what runs in production, so a green run says nothing about this branch.</source>
        <translation>Was die Tests sehen, ist nicht das, was im Betrieb läuft; ein grüner Lauf sagt also nichts über diesen Zweig im Code.</translation>
    </message>
    <message>
        <source>What was looked at by a person, or by time, goes straight through now.</source>
        <translation>Was bisher ein Mensch oder die Zeit prüfte, geht jetzt ungehindert durch.</translation>
    </message>
    <message>
        <source>What was measured? What waits for this call, and for how long does it wait itself?</source>
        <translation>Was wurde gemessen? Was wartet auf diesen Aufruf, und wie lange wartet es selbst?</translation>
    </message>
    <message>
        <source>What was seen at the smaller share, for how long, and how is it taken back?</source>
        <translation>Was war beim kleineren Anteil zu sehen, wie lange, und wie wird es zurückgenommen?</translation>
    </message>
    <message>
        <source>What was sent to a place for trying things out now reaches the real one.</source>
        <translation>Was an einen Ort zum Ausprobieren ging, erreicht jetzt den echten.</translation>
    </message>
    <message>
        <source>Whatever runs after it, and whoever reads the exit code, takes a failure for a result.</source>
        <translation>Was danach läuft und wer den Exit-Code liest, hält ein Scheitern für ein Ergebnis.</translation>
    </message>
    <message>
        <source>When it happens next, nobody is called.</source>
        <translation>Wenn es das nächste Mal geschieht, wird niemand gerufen.</translation>
    </message>
    <message>
        <source>When it is not there after all, the caller gets an exception that says nothing about the cause.</source>
        <translation>Ist es doch nicht da, bekommt der Aufrufer eine Ausnahme, die nichts über die Ursache sagt.</translation>
    </message>
    <message>
        <source>When the peer is down, every client hammers it at full speed at the same moment, and it cannot come back.</source>
        <translation>Ist die Gegenstelle ausgefallen, bestürmen alle Clients sie im selben Moment mit voller Geschwindigkeit, und sie kommt nicht wieder hoch.</translation>
    </message>
    <message>
        <source>When the service behind it fails, every call waits and fails with it, and the failure travels on.</source>
        <translation>Fällt der Dienst dahinter aus, wartet und scheitert jeder Aufruf mit ihm, und der Ausfall pflanzt sich fort.</translation>
    </message>
    <message>
        <source>When the value is not there after all, the whole task or process goes down with it.</source>
        <translation>Ist der Wert doch nicht da, reißt er die ganze Aufgabe oder den ganzen Prozess mit.</translation>
    </message>
    <message>
        <source>Where do the real values come from, and what happens until then?</source>
        <translation>Woher kommen die echten Werte, und was geschieht bis dahin?</translation>
    </message>
    <message>
        <source>Where does the key come from in production, and is the vector new for every message?</source>
        <translation>Woher kommt der Schlüssel im Betrieb, und ist der Vektor für jede Nachricht neu?</translation>
    </message>
    <message>
        <source>Where does the text come from? A parser for the format, or a table of functions, does without running it.</source>
        <translation>Woher kommt der Text? Ein Parser für das Format oder eine Tabelle von Funktionen kommt aus, ohne ihn auszuführen.</translation>
    </message>
    <message>
        <source>Where does the value come from, and who cleans it? Set text instead of markup where no markup is needed.</source>
        <translation>Woher kommt der Wert, und wer bereinigt ihn? Text statt Markup setzen, wo kein Markup nötig ist.</translation>
    </message>
    <message>
        <source>Where does the value come from? Give program and arguments as a list, without a shell.</source>
        <translation>Woher kommt der Wert? Programm und Argumente als Liste übergeben, ohne Shell.</translation>
    </message>
    <message>
        <source>Where does the value come from? Hand it over as a parameter; names of tables and columns belong in a fixed list.</source>
        <translation>Woher kommt der Wert? Als Parameter übergeben; Namen von Tabellen und Spalten gehören in eine feste Liste.</translation>
    </message>
    <message>
        <source>Which addresses have to reach it, and with which credentials?</source>
        <translation>Welche Adressen müssen es erreichen, und mit welchen Zugangsdaten?</translation>
    </message>
    <message>
        <source>Which alert or dashboard reads it?</source>
        <translation>Welcher Alarm oder welches Dashboard liest es?</translation>
    </message>
    <message>
        <source>Which breaking changes does the new version name? Are production and pipeline on the same one?</source>
        <translation>Welche inkompatiblen Änderungen nennt die neue Version? Sind Betrieb und Pipeline auf derselben?</translation>
    </message>
    <message>
        <source>Which calls are really made? Give a role that allows those, on the resources that they are made on.</source>
        <translation>Welche Aufrufe geschehen wirklich? Eine Rolle vergeben, die diese erlaubt, auf den Ressourcen, die sie betreffen.</translation>
    </message>
    <message>
        <source>Which condition ends it, and within what time?</source>
        <translation>Welche Bedingung beendet es, und in welcher Zeit?</translation>
    </message>
    <message>
        <source>Which environment does this run in, and what does it write there?</source>
        <translation>In welcher Umgebung läuft das, und was schreibt es dort?</translation>
    </message>
    <message>
        <source>Which of them was a test or a check?</source>
        <translation>Was davon war ein Test oder eine Prüfung?</translation>
    </message>
    <message>
        <source>Which rules did the environment have, and what holds the job back now?</source>
        <translation>Welche Regeln hatte die Umgebung, und was hält den Job jetzt zurück?</translation>
    </message>
    <message>
        <source>Which script needs it? A nonce or a hash allows that one alone.</source>
        <translation>Welches Skript braucht es? Eine Nonce oder ein Hash erlaubt nur dieses.</translation>
    </message>
    <message>
        <source>Which secrets does it need? Name them.</source>
        <translation>Welche Geheimnisse braucht es? Beim Namen nennen.</translation>
    </message>
    <message>
        <source>Which single right does it need? A capability or a service of its own is narrower.</source>
        <translation>Welches einzelne Recht braucht es? Eine Capability oder ein eigener Dienst ist enger gefasst.</translation>
    </message>
    <message>
        <source>Which single right does it need? A capability, a device or a port can be given alone.</source>
        <translation>Welches einzelne Recht braucht es? Eine Capability, ein Gerät oder ein Port lässt sich einzeln vergeben.</translation>
    </message>
    <message>
        <source>Which single rights do the jobs need?</source>
        <translation>Welche einzelnen Rechte brauchen die Jobs?</translation>
    </message>
    <message>
        <source>Which statements does the program run? Grant those, on the tables that they touch.</source>
        <translation>Welche Anweisungen führt das Programm aus? Diese erlauben, auf den Tabellen, die sie berühren.</translation>
    </message>
    <message>
        <source>Which step needs it? Give it to that job alone.</source>
        <translation>Welcher Schritt braucht es? Nur diesem Job geben.</translation>
    </message>
    <message>
        <source>Which threads touch it? What makes one see what the other wrote?</source>
        <translation>Welche Threads berühren es? Wodurch sieht der eine, was der andere schrieb?</translation>
    </message>
    <message>
        <source>Who breaks into the container owns the machine, and from there the other containers on it.</source>
        <translation>Wer in den Container einbricht, besitzt die Maschine und von dort aus die anderen Container darauf.</translation>
    </message>
    <message>
        <source>Who breaks into the program is root in the container, one kernel mistake away from the host.</source>
        <translation>Wer in das Programm einbricht, ist root im Container, einen Kernel-Fehler vom Host entfernt.</translation>
    </message>
    <message>
        <source>Who can write this data? Use a format that only holds data, or the safe loader.</source>
        <translation>Wer kann diese Daten schreiben? Ein Format verwenden, das nur Daten enthält, oder den sicheren Lader.</translation>
    </message>
    <message>
        <source>Who else checks the signature before the content is trusted?</source>
        <translation>Wer prüft sonst die Signatur, bevor dem Inhalt vertraut wird?</translation>
    </message>
    <message>
        <source>Who else shares what it takes? Multiply by the number of copies and compare with what there is.</source>
        <translation>Wer teilt sich sonst noch, was es belegt? Mit der Zahl der Kopien malnehmen und mit dem Vorhandenen vergleichen.</translation>
    </message>
    <message>
        <source>Who has to reach it from outside? Can a private endpoint, a balancer or a signed address serve them?</source>
        <translation>Wer muss es von außen erreichen? Genügt ein privater Endpunkt, ein Lastverteiler oder eine signierte Adresse?</translation>
    </message>
    <message>
        <source>Who has to write it? Give the folder to that user or group.</source>
        <translation>Wer muss es schreiben? Den Ordner diesem Benutzer oder dieser Gruppe geben.</translation>
    </message>
    <message>
        <source>Who runs it? Can a stranger register names there that you use inside (dependency confusion)?</source>
        <translation>Wer betreibt sie? Können Fremde dort Namen registrieren, die intern verwendet werden (Dependency Confusion)?</translation>
    </message>
    <message>
        <source>Who stops a bad deployment from now on, and how long does it take them to see it?</source>
        <translation>Wer hält ab jetzt eine schlechte Auslieferung auf, und wie lange dauert es, bis sie auffällt?</translation>
    </message>
    <message>
        <source>Who wrote it, and for whom? Take it out, and look at what agents did that have read it.</source>
        <translation>Wer hat es geschrieben, und für wen? Entfernen und nachsehen, was Agenten taten, die es gelesen haben.</translation>
    </message>
    <message>
        <source>Whoever can push to that branch runs code with this pipeline&apos;s secrets, without any change here.</source>
        <translation>Wer auf diesen Branch pushen kann, führt Code mit den Geheimnissen dieser Pipeline aus, ohne jede Änderung hier.</translation>
    </message>
    <message>
        <source>Whoever can shape the text runs their own code in this process.</source>
        <translation>Wer den Text gestalten kann, führt eigenen Code in diesem Prozess aus.</translation>
    </message>
    <message>
        <source>Whoever controls the address, or the line to it, runs commands here; nobody sees what was run.</source>
        <translation>Wer die Adresse oder die Leitung dorthin beherrscht, führt hier Befehle aus; niemand sieht, was lief.</translation>
    </message>
    <message>
        <source>Whoever gets here in production gets an error, or an answer that was made up.</source>
        <translation>Wer im Betrieb hierher gelangt, bekommt einen Fehler oder eine erfundene Antwort.</translation>
    </message>
    <message>
        <source>Whoever gets hold of this identity, or of the program that runs with it, can do everything, also undo every other guard.</source>
        <translation>Wer diese Identität oder das Programm, das mit ihr läuft, in die Hand bekommt, kann alles tun, auch jede andere Sicherung aufheben.</translation>
    </message>
    <message>
        <source>Whoever reaches the port needs no password, or none that is kept secret.</source>
        <translation>Wer den Port erreicht, braucht kein Passwort oder keines, das geheim gehalten wird.</translation>
    </message>
    <message>
        <source>Whoever runs that registry decides what is installed, also for names that used to come from the official one.</source>
        <translation>Wer diese Registry betreibt, entscheidet, was installiert wird, auch bei Namen, die bisher aus der offiziellen kamen.</translation>
    </message>
    <message>
        <source>Why was the digest taken away? Pin the new version to its own.</source>
        <translation>Warum wurde der Digest entfernt? Die neue Version an ihren eigenen binden.</translation>
    </message>
    <message>
        <source>Why was the pin taken away? Pin the new version to its commit.</source>
        <translation>Warum wurde die Bindung entfernt? Die neue Version an ihren Commit binden.</translation>
    </message>
    <message>
        <source>Without a small first step nobody sees the mistake before it reaches every user.</source>
        <translation>Ohne einen kleinen ersten Schritt sieht niemand den Fehler, bevor er alle Benutzer erreicht.</translation>
    </message>
    <message>
        <source>This repository does not want what an AI wrote</source>
        <translation>Dieses Repository will nichts, was eine KI geschrieben hat</translation>
    </message>
    <message>
        <source>The project has decided so, and the change says that an AI took part.</source>
        <translation>Das Projekt hat so entschieden, und die Änderung sagt, dass eine KI beteiligt war.</translation>
    </message>
    <message>
        <source>Does the author know the rule? Is there an exception for this change?</source>
        <translation>Ist die Regel beim Autor bekannt? Gibt es eine Ausnahme für diese Änderung?</translation>
    </message>
    <message>
        <source>%1 findings of this rule were disputed in this repository, so it counts for less</source>
        <translation>%1 Befunde dieser Regel wurden in diesem Repository bestritten, daher zählt sie weniger</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 wurde ausgelassen: %2</translation>
    </message>
    <message>
        <source>%1 (before the change)</source>
        <translation>%1 (vor der Änderung)</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>von %1 zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>disputed by %1: %2</source>
        <translation>von %1 bestritten: %2</translation>
    </message>
    <message>
        <source>waived by %1: %2</source>
        <translation>von %1 erlassen: %2</translation>
    </message>
    <message>
        <source>waived until %3 by %1: %2</source>
        <translation>bis %3 von %1 erlassen: %2</translation>
    </message>
    <message>
        <source>open again: the waiver of %1 ran out on %2</source>
        <translation>wieder offen: der Erlass von %1 lief am %2 ab</translation>
    </message>
    <message>
        <source>The report cannot be read.</source>
        <translation>Der Bericht lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1: %2 results name a place outside of the repository and were left out.</source>
        <translation>%1: %2 Ergebnisse nennen einen Ort außerhalb des Repositorys und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1: none of its %2 files belongs to the change.</source>
        <translation>%1: keine der %2 Dateien gehört zur Änderung.</translation>
    </message>
    <message>
        <source>“%1” is no remote to share a ledger with.</source>
        <translation>„%1“ ist kein Remote, mit dem sich ein Register teilen lässt.</translation>
    </message>
    <message>
        <source>Name a remote, a URL or a path.</source>
        <translation>Ein Remote, eine URL oder einen Pfad nennen.</translation>
    </message>
    <message>
        <source>The repository has no remote “%1”.</source>
        <translation>Das Repository hat kein Remote „%1“.</translation>
    </message>
    <message>
        <source>Name one with --remote.</source>
        <translation>Eines mit --remote nennen.</translation>
    </message>
    <message>
        <source>The remote did not answer in time.</source>
        <translation>Das Remote hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>git could not talk to the remote.</source>
        <translation>git konnte die Gegenstelle nicht erreichen.</translation>
    </message>
    <message>
        <source>Check the remote, the network and your access to it.</source>
        <translation>Gegenstelle, Netzwerk und Zugriffsrechte darauf prüfen.</translation>
    </message>
    <message>
        <source>git could not bundle the commits of the records.</source>
        <translation>git konnte die Commits der Protokolleinträge nicht bündeln.</translation>
    </message>
    <message>
        <source>Fetch what is missing, or leave the commits out.</source>
        <translation>Fehlendes mit Fetch holen oder die Commits weglassen.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Ask who can write to the remote.</source>
        <translation>Hier wurde nichts geändert. Nachfragen, wer auf die Gegenstelle schreiben kann.</translation>
    </message>
    <message>
        <source>The remote&apos;s log does not continue what it held before (%1 entries, now %2): it was rolled back or replaced.</source>
        <translation>Das Protokoll der Gegenstelle setzt nicht fort, was sie vorher enthielt (%1 Einträge, jetzt %2): Es wurde zurückgesetzt oder ersetzt.</translation>
    </message>
    <message>
        <source>The remote&apos;s ledger does not verify: %1</source>
        <translation>Das Register der Gegenstelle besteht die Verifizierung nicht: %1</translation>
    </message>
    <message>
        <source>You and the remote each have a roster that the other does not know.</source>
        <translation>Hier und auf der Gegenstelle gibt es je eine Personenliste, die die andere Seite nicht kennt.</translation>
    </message>
    <message>
        <source>Clone the ledger anew and change its roster there.</source>
        <translation>Das Register neu klonen und dort die Personenliste ändern.</translation>
    </message>
    <message>
        <source>The record %1 does not fit the remote&apos;s ledger: its key signed there, too, or it quotes a log that only you had.</source>
        <translation>Der Protokolleintrag %1 passt nicht zum Register der Gegenstelle: Sein Schlüssel hat auch dort signiert, oder er zitiert ein Protokoll, das es nur hier gab.</translation>
    </message>
    <message>
        <source>Clone the ledger anew and sign again.</source>
        <translation>Das Register neu klonen und noch einmal signieren.</translation>
    </message>
    <message>
        <source>Others push so often that your entries found no place.</source>
        <translation>Andere machen so oft einen Push, dass die eigenen Einträge keinen Platz fanden.</translation>
    </message>
    <message>
        <source>Try again; nothing was lost.</source>
        <translation>Noch einmal versuchen; nichts ging verloren.</translation>
    </message>
    <message>
        <source>Only people of a roster sign checkpoints, and this key is not on it.</source>
        <translation>Nur Personen einer Personenliste signieren Prüfpunkte, und dieser Schlüssel steht nicht darauf.</translation>
    </message>
    <message>
        <source>Compared with the %1 newest of %2 other open changes only.</source>
        <translation>Nur mit den %1 neuesten von %2 anderen offenen Änderungen verglichen.</translation>
    </message>
    <message>
        <source>Comparing with other open changes</source>
        <translation>Vergleich mit anderen offenen Änderungen</translation>
    </message>
    <message>
        <source>The repository has a roster already.</source>
        <translation>Das Repository hat schon eine Personenliste.</translation>
    </message>
    <message>
        <source>“countersign roster” changes it.</source>
        <translation>„countersign roster“ ändert sie.</translation>
    </message>
    <message>
        <source>The roster names a policy that is not in the ledger yet.</source>
        <translation>Die Personenliste nennt eine Richtlinie, die noch nicht im Register ist.</translation>
    </message>
    <message>
        <source>Give it with --policy FILE.</source>
        <translation>Mit --policy DATEI angeben.</translation>
    </message>
    <message>
        <source>This clone is shallow: likelihood needs the whole history.</source>
        <translation>Dieser Klon ist flach: Die Wahrscheinlichkeit braucht die ganze Historie.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB.</source>
        <translation>Die Datei ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>Your list of AI markers cannot be read.</source>
        <translation>Die eigene Liste der KI-Kennzeichen lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This is not one OpenPGP public key of version 4.</source>
        <translation>Das ist nicht genau ein öffentlicher OpenPGP-Schlüssel der Version 4.</translation>
    </message>
    <message>
        <source>This is not one OpenPGP key with its detached signature.</source>
        <translation>Das ist nicht genau ein OpenPGP-Schlüssel mit seiner abgetrennten Signatur.</translation>
    </message>
    <message>
        <source>The OpenPGP key has more than 16 KiB; export it without other people&apos;s signatures: gpg --export-options export-minimal --export</source>
        <translation>Der OpenPGP-Schlüssel hat mehr als 16 KiB; ohne die Signaturen anderer exportieren: gpg --export-options export-minimal --export</translation>
    </message>
    <message>
        <source>The OpenPGP key has a part that is not accepted; Ed25519, NIST curves and RSA from 2048 bits are.</source>
        <translation>Der OpenPGP-Schlüssel hat einen Teil, der nicht angenommen wird; angenommen werden Ed25519, NIST-Kurven und RSA ab 2048 Bit.</translation>
    </message>
    <message>
        <source>The OpenPGP signature is not one over binary data.</source>
        <translation>Die OpenPGP-Signatur ist keine über binäre Daten.</translation>
    </message>
    <message>
        <source>The OpenPGP signature cannot be checked here: gpgv is missing or does not answer.</source>
        <translation>Die OpenPGP-Signatur kann hier nicht geprüft werden: gpgv fehlt oder antwortet nicht.</translation>
    </message>
    <message>
        <source>gpg did not finish in time, so nothing was signed.</source>
        <translation>gpg wurde nicht rechtzeitig fertig, daher wurde nichts signiert.</translation>
    </message>
    <message>
        <source>Install a pinentry program, or set GPG_TTY=$(tty), or sign once with gpg before.</source>
        <translation>Ein pinentry-Programm installieren, GPG_TTY=$(tty) setzen oder vorher einmal mit gpg signieren.</translation>
    </message>
    <message>
        <source>“gpg --list-secret-keys” lists yours.</source>
        <translation>„gpg --list-secret-keys“ listet die eigenen auf.</translation>
    </message>
    <message>
        <source>gpg could not sign.</source>
        <translation>gpg konnte nicht signieren.</translation>
    </message>
    <message>
        <source>gpg gave a signature that does not fit the record.</source>
        <translation>gpg hat eine Signatur geliefert, die nicht zum Nachweis passt.</translation>
    </message>
    <message>
        <source>Nothing was stored. If the key has a new subkey, enrol it again.</source>
        <translation>Nichts wurde abgelegt. Wenn der Schlüssel einen neuen Unterschlüssel hat, den Schlüssel neu eintragen.</translation>
    </message>
    <message>
        <source>Everybody could sign with this Ed25519 key; make another one.</source>
        <translation>Mit diesem Ed25519-Schlüssel könnte jeder signieren; einen anderen erzeugen.</translation>
    </message>
    <message>
        <source>The archive holds something that no export writes, or ends too early (at “%1”).</source>
        <translation>Das Archiv enthält etwas, das kein Export schreibt, oder endet zu früh (bei „%1“).</translation>
    </message>
    <message>
        <source>This is not one granted response of a time-stamp authority (RFC 3161).</source>
        <translation>Das ist nicht genau eine gewährte Antwort einer Zeitstempelstelle (RFC 3161).</translation>
    </message>
    <message>
        <source>The time-stamp request cannot be made.</source>
        <translation>Die Zeitstempel-Anfrage kann nicht erstellt werden.</translation>
    </message>
    <message>
        <source>The time stamp is about something else than this checkpoint.</source>
        <translation>Der Zeitstempel betrifft etwas anderes als diesen Prüfpunkt.</translation>
    </message>
    <message>
        <source>There is no certificate of a time-stamp authority to check with.</source>
        <translation>Es gibt kein Zertifikat einer Zeitstempelstelle, mit dem geprüft werden kann.</translation>
    </message>
    <message>
        <source>The time stamp was not signed by one of the time-stamp authorities that are trusted.</source>
        <translation>Der Zeitstempel wurde von keiner der Zeitstempelstellen signiert, denen vertraut wird.</translation>
    </message>
    <message>
        <source>The checkpoint has a time stamp of %1. Whose it is was not checked: name the certificates of the time-stamp authority with --tsa-ca FILE.</source>
        <translation>Der Prüfpunkt hat einen Zeitstempel von %1. Von wem er stammt, wurde nicht geprüft: Die Zertifikate der Zeitstempelstelle mit --tsa-ca DATEI nennen.</translation>
    </message>
    <message>
        <source>Verifying records</source>
        <translation>Nachweise werden verifiziert</translation>
    </message>
    <message>
        <source>The review store was moved or deleted while it was open, so nothing more is saved in it.</source>
        <translation>Der Prüfspeicher wurde verschoben oder gelöscht, während er offen war, daher wird nichts mehr darin gespeichert.</translation>
    </message>
    <message>
        <source>Put it back, or start the program again to begin a new one; keep what you typed.</source>
        <translation>Ihn zurücklegen oder das Programm neu starten, um einen neuen zu beginnen; Eingetipptes aufheben.</translation>
    </message>
    <message>
        <source>%1 goes with a subject and is 1 to 8.</source>
        <translation>%1 gehört zu „subject“ und ist 1 bis 8.</translation>
    </message>
    <message>
        <source>A test of the same name came in at %1</source>
        <translation>Ein Test desselben Namens kam bei %1 hinzu</translation>
    </message>
    <message>
        <source>It speaks of %1, which the change takes out of the code.</source>
        <translation>Er nennt %1, was die Änderung aus dem Code entfernt.</translation>
    </message>
    <message>
        <source>The title says that this goes.</source>
        <translation>Der Titel sagt, dass dies wegfällt.</translation>
    </message>
    <message>
        <source>The test was rewritten around it and still demands something.</source>
        <translation>Der Test wurde darum herum neu geschrieben und verlangt noch etwas.</translation>
    </message>
    <message>
        <source>It may come with another package; there is no lock file that says so.</source>
        <translation>Es kommt vielleicht mit einem anderen Paket; es gibt keine Lock-Datei, die das sagt.</translation>
    </message>
    <message>
        <source>Another open change meets this one: %1</source>
        <translation>Eine andere offene Änderung trifft auf diese: %1</translation>
    </message>
    <message>
        <source>Each of the two is right by itself; what comes of both together was reviewed by nobody.</source>
        <translation>Jede der beiden ist für sich richtig; was aus beiden zusammen entsteht, hat niemand geprüft.</translation>
    </message>
    <message>
        <source>Which one is merged first, and who looks at the other one again after that?</source>
        <translation>Welche wird zuerst zusammengeführt, und wer sieht sich danach die andere noch einmal an?</translation>
    </message>
    <message>
        <source>Meets %1 at %2</source>
        <translation>Trifft auf %1 bei %2</translation>
    </message>
    <message>
        <source>From the next session on every agent in this repository follows this text.</source>
        <translation>Von der nächsten Sitzung an folgt jeder Agent in diesem Repository diesem Text.</translation>
    </message>
    <message>
        <source>From the next session on every agent in this repository runs what it configures, with the permissions that it gives.</source>
        <translation>Von der nächsten Sitzung an führt jeder Agent in diesem Repository aus, was dies einrichtet, mit den Rechten, die es gibt.</translation>
    </message>
    <message>
        <source>It is plain advice: it names no permission, command, secret, address or silence, and takes no safeguard away.</source>
        <translation>Es ist ein schlichter Rat: Er nennt kein Recht, keinen Befehl, kein Geheimnis, keine Adresse und kein Schweigen und nimmt keinen Schutz weg.</translation>
    </message>
    <message>
        <source>Read it as a stranger&apos;s program. Does it give permissions, start programs, add servers, or hide something?</source>
        <translation>Wie ein fremdes Programm lesen. Gibt es Rechte, startet es Programme, fügt es Server hinzu oder verbirgt es etwas?</translation>
    </message>
    <message>
        <source>Read it as a stranger&apos;s text. Does it give permissions, start programs, or tell agents to keep something quiet?</source>
        <translation>Wie einen fremden Text lesen. Gibt er Rechte, startet er Programme oder sagt er Agenten, sie sollen etwas verschweigen?</translation>
    </message>
    <message>
        <source>What agents are told was changed: %1</source>
        <translation>Was Agenten gesagt wird, wurde geändert: %1</translation>
    </message>
    <message>
        <source>The ledger has no checkpoint yet.</source>
        <translation>Das Register hat noch keinen Prüfpunkt.</translation>
    </message>
    <message>
        <source>Sign one with “countersign ledger checkpoint”.</source>
        <translation>Einen mit „countersign ledger checkpoint“ signieren.</translation>
    </message>
    <message>
        <source>Made with the key %1 (%2) over exactly the bytes shown here.</source>
        <translation>Erstellt mit dem Schlüssel %1 (%2) über genau die hier gezeigten Bytes.</translation>
    </message>
    <message>
        <source>Their SHA-256 is the record&apos;s id: %1</source>
        <translation>Ihr SHA-256 ist die Kennung des Nachweises: %1</translation>
    </message>
    <message>
        <source>The key is that of %1, by the file %2.</source>
        <translation>Der Schlüssel ist laut der Datei %2 der von %1.</translation>
    </message>
    <message>
        <source>The key was that of %1, by version %2 of the roster. Roles now: %3.</source>
        <translation>Der Schlüssel war laut Fassung %2 der Personenliste der von %1. Rollen jetzt: %3.</translation>
    </message>
    <message>
        <source>The first roster is the one that is pinned on this machine.</source>
        <translation>Die erste Personenliste ist die, die auf diesem Rechner angeheftet ist.</translation>
    </message>
    <message>
        <source>The first roster is not pinned on this machine.</source>
        <translation>Die erste Personenliste ist auf diesem Rechner nicht angeheftet.</translation>
    </message>
    <message>
        <source>Head %1 on base %2, %3 commits.</source>
        <translation>Kopf %1 auf Basis %2, %3 Commits.</translation>
    </message>
    <message>
        <source>Contents of %1 paths before and after: SHA-256 %2</source>
        <translation>Inhalt von %1 Pfaden vorher und nachher: SHA-256 %2</translation>
    </message>
    <message>
        <source>Not compared with a repository.</source>
        <translation>Nicht mit einem Repository verglichen.</translation>
    </message>
    <message>
        <source>Line %1 of %2 of the log.</source>
        <translation>Zeile %1 von %2 des Protokolls.</translation>
    </message>
    <message>
        <source>The first record of its key.</source>
        <translation>Der erste Nachweis seines Schlüssels.</translation>
    </message>
    <message>
        <source>Number %1 of its key, after the record %2.</source>
        <translation>Nummer %1 seines Schlüssels, nach dem Nachweis %2.</translation>
    </message>
    <message>
        <source>It says that it was made at %1, and quotes a log of %2 entries.</source>
        <translation>Er gibt als Zeitpunkt %1 an und zitiert ein Protokoll mit %2 Einträgen.</translation>
    </message>
    <message>
        <source>Nobody has signed a checkpoint of this log.</source>
        <translation>Niemand hat einen Prüfpunkt dieses Protokolls signiert.</translation>
    </message>
    <message>
        <source>It is among the %1 entries whose checkpoint these people signed: %2</source>
        <translation>Er ist einer der %1 Einträge, deren Prüfpunkt diese Personen signiert haben: %2</translation>
    </message>
    <message>
        <source>It is newer than the checkpoint of %1 entries that these people signed: %2</source>
        <translation>Er ist neuer als der Prüfpunkt über %1 Einträge, den diese Personen signiert haben: %2</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Commits and files</source>
        <translation>Commits und Dateien</translation>
    </message>
    <message>
        <source>Place in the log</source>
        <translation>Platz im Protokoll</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>It counts here as %1 by version %2 of the roster.</source>
        <translation>Er zählt hier laut Fassung %2 der Personenliste als %1.</translation>
    </message>
    <message>
        <source>It counts here as %1 by the file %2.</source>
        <translation>Er zählt hier laut der Datei %2 als %1.</translation>
    </message>
    <message>
        <source>No repository is open, so it is not known whose it is.</source>
        <translation>Kein Repository ist offen, daher ist nicht bekannt, wem er gehört.</translation>
    </message>
    <message>
        <source>Open a repository.</source>
        <translation>Ein Repository öffnen.</translation>
    </message>
    <message>
        <source>Nothing that it signs counts any more: use another key.</source>
        <translation>Nichts, was er signiert, zählt noch: einen anderen Schlüssel verwenden.</translation>
    </message>
    <message>
        <source>A maintainer adds it: countersign roster enrol %1 KEYFILE</source>
        <translation>Ein Betreuer fügt ihn hinzu: countersign roster enrol %1 SCHLÜSSELDATEI</translation>
    </message>
    <message>
        <source>A maintainer adds your new key: countersign roster rotate %1 KEYFILE</source>
        <translation>Ein Betreuer fügt den neuen Schlüssel hinzu: countersign roster rotate %1 SCHLÜSSELDATEI</translation>
    </message>
    <message>
        <source>The line that %1 needs: %2</source>
        <translation>Die Zeile, die %1 braucht: %2</translation>
    </message>
    <message>
        <source>Use another key, or have its times in %1 corrected.</source>
        <translation>Einen anderen Schlüssel verwenden oder die Zeiten von diesem in %1 berichtigen lassen.</translation>
    </message>
    <message>
        <source>There is no key to sign with. Make one with “ssh-keygen -t ed25519”, or on a token with “-t ed25519-sk”.</source>
        <translation>Es gibt keinen Schlüssel zum Signieren. Einen mit „ssh-keygen -t ed25519“ erzeugen oder auf einem Token mit „-t ed25519-sk“.</translation>
    </message>
    <message>
        <source>No SSH agent answers, so a passphrase is asked for at every signature. Start one with “eval $(ssh-agent)” and add the key with “ssh-add”.</source>
        <translation>Kein SSH-Agent antwortet, daher wird bei jeder Signatur nach einer Passphrase gefragt. Einen mit „eval $(ssh-agent)“ starten und den Schlüssel mit „ssh-add“ hinzufügen.</translation>
    </message>
    <message>
        <source>No key to sign with is chosen.</source>
        <translation>Kein Schlüssel zum Signieren ist gewählt.</translation>
    </message>
    <message>
        <source>Make one with “ssh-keygen -t ed25519”.</source>
        <translation>Einen mit „ssh-keygen -t ed25519“ erzeugen.</translation>
    </message>
    <message>
        <source>The SSH agent has the key %1.</source>
        <translation>Der SSH-Agent hat den Schlüssel %1.</translation>
    </message>
    <message>
        <source>The key %1 is in the file %2.</source>
        <translation>Der Schlüssel %1 liegt in der Datei %2.</translation>
    </message>
    <message>
        <source>ssh-keygen signed a throw-away statement, and the signature verifies.</source>
        <translation>ssh-keygen hat eine Wegwerf-Erklärung signiert, und die Signatur ist gültig.</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>committer</source>
        <translation>Committer</translation>
    </message>
    <message>
        <source>co-author</source>
        <translation>Mitautor</translation>
    </message>
    <message>
        <source>pusher</source>
        <translation>Pusher</translation>
    </message>
    <message>
        <source>An AI wrote at least %1 of its added lines</source>
        <translation>Eine KI hat mindestens %1 der hinzugefügten Zeilen geschrieben</translation>
    </message>
    <message>
        <source>An AI wrote, or may have written, at least %1 of its added lines</source>
        <translation>Eine KI hat mindestens %1 der hinzugefügten Zeilen geschrieben oder könnte es getan haben</translation>
    </message>
    <message>
        <source>It changes a file of: %1</source>
        <translation>Sie ändert eine dieser Dateien: %1</translation>
    </message>
    <message>
        <source>It is meant for a branch of: %1</source>
        <translation>Sie ist für einen dieser Branches bestimmt: %1</translation>
    </message>
    <message>
        <source>Its band is %1 or worse</source>
        <translation>Ihre Stufe ist %1 oder schlimmer</translation>
    </message>
    <message>
        <source>Its blast radius is %1 or worse</source>
        <translation>Ihr Wirkungsradius ist %1 oder schlimmer</translation>
    </message>
    <message>
        <source>Its consequence is %1 or worse</source>
        <translation>Ihre Folgen sind %1 oder schlimmer</translation>
    </message>
    <message>
        <source>Its likelihood of trouble is %1 or worse</source>
        <translation>Ihre Wahrscheinlichkeit für Probleme ist %1 oder schlimmer</translation>
    </message>
    <message>
        <source>Its reversibility is R%1 or worse</source>
        <translation>Ihre Umkehrbarkeit ist R%1 oder schlimmer</translation>
    </message>
    <message>
        <source>Approvals of these people do not count: %1</source>
        <translation>Freigaben dieser Personen zählen nicht: %1</translation>
    </message>
    <message>
        <source>An approval counts for exactly the commits that were reviewed</source>
        <translation>Eine Freigabe zählt für genau die Commits, die geprüft wurden</translation>
    </message>
    <message>
        <source>An approval survives a rebase that leaves every changed file as it was</source>
        <translation>Eine Freigabe bleibt bei einem Rebase bestehen, der jede geänderte Datei lässt, wie sie war</translation>
    </message>
    <message>
        <source>An approval counts for %1 days</source>
        <translation>Eine Freigabe zählt %1 Tage lang</translation>
    </message>
    <message>
        <source>Nobody may override a requirement</source>
        <translation>Niemand darf eine Anforderung übergehen</translation>
    </message>
    <message>
        <source>With a signed reason, these roles may override a requirement: %1</source>
        <translation>Mit signiertem Grund dürfen diese Rollen eine Anforderung übergehen: %1</translation>
    </message>
    <message>
        <source>The policy may ask for %1 people with the role %2; the roster has %3 so far.</source>
        <translation>Die Richtlinie verlangt womöglich %1 Personen mit der Rolle %2; die Personenliste hat bisher %3.</translation>
    </message>
    <message>
        <source>Check the path and the space left.</source>
        <translation>Pfad und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>A temporary folder cannot be made.</source>
        <translation>Ein temporärer Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>No file uses what it changes in them</source>
        <translation>Keine Datei benutzt, was sie darin ändert</translation>
    </message>
    <message>
        <source>The fixes of this history lead back to %1 changes that brought a bug; at least %2 are needed. The shipped weights stay in use.</source>
        <translation>Die Korrekturen dieses Verlaufs führen zu %1 Änderungen zurück, die einen Fehler brachten; nötig sind mindestens %2. Die mitgelieferten Gewichte bleiben in Gebrauch.</translation>
    </message>
    <message>
        <source>Among the newest %1 changes, which would judge the weights, %2 brought a bug; at least %3 and as many that did not are needed. The shipped weights stay in use.</source>
        <translation>Unter den neuesten %1 Änderungen, an denen die Gewichte gemessen würden, brachten %2 einen Fehler; nötig sind mindestens %3 und ebenso viele, die keinen brachten. Die mitgelieferten Gewichte bleiben in Gebrauch.</translation>
    </message>
    <message>
        <source>ctags gave no definitions.</source>
        <translation>ctags lieferte keine Definitionen.</translation>
    </message>
    <message>
        <source>A bug that nobody repaired, or whose repair does not say that it is one, is not known: its change counts as good.</source>
        <translation>Ein Fehler, den niemand behoben hat oder dessen Behebung nicht sagt, dass sie eine ist, ist nicht bekannt: Die Änderung, die ihn brachte, zählt als gut.</translation>
    </message>
    <message>
        <source>A fix that only adds lines blames nobody: %1 of %2 fixes.</source>
        <translation>Eine Korrektur, die nur Zeilen hinzufügt, belastet niemanden: %1 von %2 Korrekturen.</translation>
    </message>
    <message>
        <source>Not blamed: comments, blank lines, lone brackets, tests, white space, and lines that only moved inside a file. A line that came from another file is blamed on its move.</source>
        <translation>Nicht belastet: Kommentare, Leerzeilen, einzelne Klammern, Tests, Leerraum und Zeilen, die nur innerhalb einer Datei verschoben wurden. Eine Zeile, die aus einer anderen Datei kam, wird ihrer Verschiebung angelastet.</translation>
    </message>
    <message>
        <source>Left out for their size (more than %1 files or %2 deleted lines): %3 fixes.</source>
        <translation>Wegen ihrer Größe ausgelassen (mehr als %1 Dateien oder %2 gelöschte Zeilen): %3 Korrekturen.</translation>
    </message>
    <message>
        <source>Half of the bugs took %1 days and more to be repaired; the %2 newer changes were left out.</source>
        <translation>Bei der Hälfte der Fehler dauerte die Behebung %1 Tage und mehr; die %2 neueren Änderungen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Only the newest %1 fixes were followed; %2 older ones were not.</source>
        <translation>Nur die neuesten %1 Korrekturen wurden verfolgt; %2 ältere nicht.</translation>
    </message>
    <message>
        <source>“git fetch --unshallow” brings the rest.</source>
        <translation>„git fetch --unshallow“ holt den Rest.</translation>
    </message>
    <message>
        <source>The shipped weights rank these changes as well or better, and stay in use.</source>
        <translation>Die mitgelieferten Gewichte ordnen diese Änderungen ebenso gut oder besser und bleiben in Gebrauch.</translation>
    </message>
    <message>
        <source>Following fixes to what they repair</source>
        <translation>Korrekturen werden zu dem zurückverfolgt, was sie beheben</translation>
    </message>
    <message>
        <source>The weights cannot be kept: %1</source>
        <translation>Die Gewichte lassen sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>The weights of this repository cannot be read.</source>
        <translation>Die Gewichte dieses Repositorys lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>ungraded</source>
        <translation>unbewertet</translation>
    </message>
    <message>
        <source>weights of this repository</source>
        <translation>Gewichte dieses Repositorys</translation>
    </message>
    <message>
        <source>shipped weights</source>
        <translation>mitgelieferte Gewichte</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Wirkungsradius</translation>
    </message>
    <message>
        <source>Reversibility</source>
        <translation>Umkehrbarkeit</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
    <message>
        <source>Entry points</source>
        <translation>Einstiegspunkte</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Data stores</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Meets other open changes</source>
        <translation>Trifft auf andere offene Änderungen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Who depends on %1</source>
        <translation>Wer von %1 abhängt</translation>
    </message>
    <message>
        <source>Defined in %1</source>
        <translation>Definiert in %1</translation>
    </message>
    <message>
        <source>The key is not on the roster.</source>
        <translation>Der Schlüssel steht nicht auf der Personenliste.</translation>
    </message>
    <message>
        <source>This version has no such file.</source>
        <translation>Diese Version hat keine solche Datei.</translation>
    </message>
    <message>
        <source>The file is too large to be shown.</source>
        <translation>Die Datei ist zu groß, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The record is entry %1 of the log that %2 signed.</source>
        <translation>Der Nachweis ist Eintrag %1 des Registers, das %2 signiert hat.</translation>
    </message>
    <message>
        <source>The approval of %1 waived a finding of the rule %2 until %3; that time is over.</source>
        <translation>Die Freigabe von %1 erließ bis %3 einen Befund der Regel %2; diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>%1 is not the proof of its record in the log of the checkpoint.</source>
        <translation>%1 ist nicht der Beweis seines Nachweises im Register des Prüfpunkts.</translation>
    </message>
    <message>
        <source>The proof is not written as a proof is.</source>
        <translation>Der Beweis ist nicht so geschrieben, wie ein Beweis es ist.</translation>
    </message>
    <message>
        <source>The proof is of another record.</source>
        <translation>Der Beweis gehört zu einem anderen Nachweis.</translation>
    </message>
    <message>
        <source>The proof does not lead to the root of the checkpoint.</source>
        <translation>Der Beweis führt nicht zur Wurzel des Prüfpunkts.</translation>
    </message>
    <message>
        <source>Nobody who is known here has signed the checkpoint.</source>
        <translation>Niemand, der hier bekannt ist, hat den Prüfpunkt signiert.</translation>
    </message>
    <message>
        <source>This is no public key and no file with one.</source>
        <translation>Dies ist kein öffentlicher Schlüssel und keine Datei mit einem.</translation>
    </message>
    <message>
        <source>It begins with “ssh-ed25519 AAAA…”, or is the name of a .pub file.</source>
        <translation>Er beginnt mit „ssh-ed25519 AAAA…“ oder ist der Name einer .pub-Datei.</translation>
    </message>
    <message>
        <source>A condition asks for less: without %1</source>
        <translation>Eine Bedingung verlangt weniger: ohne %1</translation>
    </message>
    <message>
        <source>Its branches changed places with it.</source>
        <translation>Ihre Zweige haben die Plätze getauscht.</translation>
    </message>
    <message>
        <source>%1 is nested too deep, or too large: its structure was judged in part.</source>
        <translation>%1 ist zu tief verschachtelt oder zu groß: Der Aufbau wurde nur zum Teil beurteilt.</translation>
    </message>
    <message>
        <source>%1 ends inside of what begins in line %2: its structure was judged as far as it goes.</source>
        <translation>%1 endet mitten in dem, was in Zeile %2 beginnt: Der Aufbau wurde beurteilt, soweit er reicht.</translation>
    </message>
    <message>
        <source>A name with dots and slashes leaves its folder, and a value with a tag or a quote becomes markup or a command.</source>
        <translation>Ein Name mit Punkten und Schrägstrichen verlässt seinen Ordner, und ein Wert mit einem Tag oder einem Anführungszeichen wird zu Auszeichnung oder Befehl.</translation>
    </message>
    <message>
        <source>A type assertion lost its second result: %2</source>
        <translation>Eine Typzusicherung hat ihr zweites Ergebnis verloren: %2</translation>
    </message>
    <message>
        <source>Text from outside is no longer cleaned: %1</source>
        <translation>Text von außen wird nicht mehr bereinigt: %1</translation>
    </message>
    <message>
        <source>Where does the value come from, and who cleans it now? Try a value with &quot;../&quot;, a quote and a tag.</source>
        <translation>Woher kommt der Wert, und wer bereinigt ihn jetzt? Einen Wert mit &quot;../&quot;, einem Anführungszeichen und einem Tag ausprobieren.</translation>
    </message>
    <message>
        <source>Who makes sure of the type now? Keep the form with two results, and answer with an error.</source>
        <translation>Wer stellt den Typ jetzt sicher? Die Form mit zwei Ergebnissen behalten und mit einem Fehler antworten.</translation>
    </message>
    <message>
        <source>With the second result a value of another type was an ordinary case; now it ends the program.</source>
        <translation>Mit dem zweiten Ergebnis war ein Wert anderen Typs ein gewöhnlicher Fall; jetzt beendet er das Programm.</translation>
    </message>
    <message>
        <source>Results of other tools on lines that have been edited since, left out: %1</source>
        <translation>Ergebnisse anderer Werkzeuge zu Zeilen, die seither bearbeitet wurden, ausgelassen: %1</translation>
    </message>
    <message>
        <source>Lines of the coverage report that have been edited since, left out: %1</source>
        <translation>Zeilen des Abdeckungsberichts, die seither bearbeitet wurden, ausgelassen: %1</translation>
    </message>
    <message>
        <source>Only the %1 newest of %2 open changes are compared with each other here.</source>
        <translation>Nur die %1 neuesten von %2 offenen Änderungen werden hier miteinander verglichen.</translation>
    </message>
    <message>
        <source>New key of %1: %2</source>
        <translation>Neuer Schlüssel von %1: %2</translation>
    </message>
    <message>
        <source>Key of %1 counts from %2: %3</source>
        <translation>Schlüssel von %1 zählt ab %2: %3</translation>
    </message>
    <message>
        <source>Key of %1 ends at %2: %3</source>
        <translation>Schlüssel von %1 endet am %2: %3</translation>
    </message>
    <message>
        <source>Key of %1 is revoked as of %2: %3 (reason: %4)</source>
        <translation>Schlüssel von %1 ist widerrufen ab %2: %3 (Grund: %4)</translation>
    </message>
    <message>
        <source>New person: %1 (%2)</source>
        <translation>Neue Person: %1 (%2)</translation>
    </message>
    <message>
        <source>Roles of %1: %2 (before: %3)</source>
        <translation>Rollen von %1: %2 (vorher: %3)</translation>
    </message>
    <message>
        <source>%1 also commits as: %2</source>
        <translation>%1 committet auch als: %2</translation>
    </message>
    <message>
        <source>Key of %1 is taken off: %2</source>
        <translation>Schlüssel von %1 wird entfernt: %2</translation>
    </message>
    <message>
        <source>Repository: %1</source>
        <translation>Repository: %1</translation>
    </message>
    <message>
        <source>%1 is taken off.</source>
        <translation>%1 wird entfernt.</translation>
    </message>
    <message>
        <source>So many maintainers sign the version after it: %1</source>
        <translation>So viele Betreuer signieren die Version danach: %1</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>Richtlinie: %1</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>This is no valid key of a maintainer, so it signs no roster.</source>
        <translation>Dies ist kein gültiger Schlüssel eines Betreuers und signiert deshalb keine Personenliste.</translation>
    </message>
    <message>
        <source>Choose the key of a maintainer.</source>
        <translation>Den Schlüssel eines Betreuers wählen.</translation>
    </message>
    <message>
        <source>This key has signed the version already.</source>
        <translation>Dieser Schlüssel hat die Version schon signiert.</translation>
    </message>
    <message>
        <source>More than %1 files differ.</source>
        <translation>Mehr als %1 Dateien unterscheiden sich.</translation>
    </message>
    <message>
        <source>Choose versions that are closer to each other.</source>
        <translation>Wählen Sie Versionen, die näher beieinander liegen.</translation>
    </message>
    <message>
        <source>An embedded database has one program, which stands still while it is migrated.</source>
        <translation>Eine eingebettete Datenbank hat nur ein Programm, und das steht still, während sie umgebaut wird.</translation>
    </message>
    <message>
        <source>The path names documentation or an example.</source>
        <translation>Der Pfad nennt Dokumentation oder ein Beispiel.</translation>
    </message>
    <message>
        <source>A part of the program cannot be loaded. Install it again. %1</source>
        <translation>Ein Teil des Programms kann nicht geladen werden. Bitte neu installieren. %1</translation>
    </message>
    <message>
        <source>Only what was marked as deprecated led to it.</source>
        <translation>Nur was als veraltet gekennzeichnet war, führte dorthin.</translation>
    </message>
    <message>
        <source>One step became two: %1</source>
        <translation>Aus einem Schritt wurden zwei: %1</translation>
    </message>
    <message>
        <source>Between the look and the write another thread or request can do the same, and one of the two is lost.</source>
        <translation>Zwischen Nachsehen und Schreiben kann ein anderer Thread oder eine andere Anfrage dasselbe tun, und eines von beiden geht verloren.</translation>
    </message>
    <message>
        <source>Can two come here at once with the same key? What keeps them apart?</source>
        <translation>Können zwei zugleich mit demselben Schlüssel hierher kommen? Was hält sie auseinander?</translation>
    </message>
    <message>
        <source>Large numbers no longer fit: %1 became %2</source>
        <translation>Große Zahlen passen nicht mehr: Aus %1 wurde %2</translation>
    </message>
    <message>
        <source>A protection is switched off: %1</source>
        <translation>Ein Schutz ist abgeschaltet: %1</translation>
    </message>
    <message>
        <source>A call no longer says for whom: %1 without %2</source>
        <translation>Ein Aufruf sagt nicht mehr, für wen: %1 ohne %2</translation>
    </message>
    <message>
        <source>What it gave or did was theirs alone; it may now be anybody&apos;s.</source>
        <translation>Was er lieferte oder tat, gehörte nur ihnen; jetzt kann es jedem gehören.</translation>
    </message>
    <message>
        <source>Does somebody else look who asks? Try it with what belongs to another one.</source>
        <translation>Sieht jemand anderes nach, wer fragt? Mit etwas ausprobieren, das jemand anderem gehört.</translation>
    </message>
    <message>
        <source>The thread no longer remembers that it is to end</source>
        <translation>Der Thread merkt sich nicht mehr, dass er enden soll</translation>
    </message>
    <message>
        <source>Who asked it to stop waits in vain: the loops and calls around do not see it, and go on.</source>
        <translation>Wer ihn anhalten wollte, wartet vergeblich: Die Schleifen und Aufrufe ringsum sehen es nicht und machen weiter.</translation>
    </message>
    <message>
        <source>Does this thread end right here? If not, set its flag again, or pass the error on.</source>
        <translation>Endet dieser Thread genau hier? Wenn nicht, das Kennzeichen wieder setzen oder den Fehler weitergeben.</translation>
    </message>
    <message>
        <source>The cause of an error is left out: %1</source>
        <translation>Die Ursache eines Fehlers wird weggelassen: %1</translation>
    </message>
    <message>
        <source>Whoever reads the log sees where it was noticed, and no longer what went wrong.</source>
        <translation>Wer das Protokoll liest, sieht, wo der Fehler bemerkt wurde, und nicht mehr, was schiefging.</translation>
    </message>
    <message>
        <source>Is the cause logged in another place? If not, hand it on.</source>
        <translation>Wird die Ursache an anderer Stelle protokolliert? Wenn nicht, weiterreichen.</translation>
    </message>
    <message>
        <source>Every error is blamed on the caller: %1</source>
        <translation>Jeder Fehler wird dem Aufrufer angelastet: %1</translation>
    </message>
    <message>
        <source>A fault of the program looks like a wrong request: nobody is alarmed, and the caller cannot help it.</source>
        <translation>Ein Fehler des Programms sieht wie eine falsche Anfrage aus: Niemand wird alarmiert, und der Aufrufer kann nichts dafür.</translation>
    </message>
    <message>
        <source>Which errors does a wrong request cause? Catch those by name, and let all others pass.</source>
        <translation>Welche Fehler verursacht eine falsche Anfrage? Diese beim Namen abfangen und alle anderen durchlassen.</translation>
    </message>
    <message>
        <source>Every round leaves a timer behind that runs until its time is up.</source>
        <translation>Jeder Durchlauf lässt einen Zeitgeber zurück, der läuft, bis seine Zeit um ist.</translation>
    </message>
    <message>
        <source>After this error, what was begun stays open, running or reserved.</source>
        <translation>Nach diesem Fehler bleibt offen, in Gang oder reserviert, was begonnen wurde.</translation>
    </message>
    <message>
        <source>Clean-up only runs when nothing fails: %1</source>
        <translation>Aufgeräumt wird nur, wenn nichts fehlschlägt: %1</translation>
    </message>
    <message>
        <source>An error in between skips it, and what was taken stays open: under load it runs out.</source>
        <translation>Ein Fehler dazwischen überspringt es, und was belegt wurde, bleibt offen: Unter Last geht es aus.</translation>
    </message>
    <message>
        <source>A dependency is taken back: %1 %2, was %3</source>
        <translation>Eine Abhängigkeit wird zurückgenommen: %1 %2, war %3</translation>
    </message>
    <message>
        <source>What was repaired in between comes back, known holes included.</source>
        <translation>Was dazwischen repariert wurde, kommt zurück, bekannte Lücken eingeschlossen.</translation>
    </message>
    <message>
        <source>Why was it raised then? Read what changed between the two versions.</source>
        <translation>Warum wurde sie damals angehoben? Nachlesen, was sich zwischen den beiden Versionen geändert hat.</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <translation>%1: %2, war %3</translation>
    </message>
    <message>
        <source>The message says so.</source>
        <translation>Die Nachricht sagt es.</translation>
    </message>
    <message>
        <source>It stood on: %1</source>
        <translation>Es stand an: %1</translation>
    </message>
    <message>
        <source>A row lock left its transaction: %1</source>
        <translation>Eine Zeilensperre hat ihre Transaktion verlassen: %1</translation>
    </message>
    <message>
        <source>A row is locked until its transaction ends; outside of one it is free again at once, or the query fails.</source>
        <translation>Eine Zeile ist gesperrt, bis ihre Transaktion endet; außerhalb ist sie sofort wieder frei, oder die Abfrage schlägt fehl.</translation>
    </message>
    <message>
        <source>Does every way to this line begin a transaction further out?</source>
        <translation>Beginnt jeder Weg zu dieser Zeile weiter außen eine Transaktion?</translation>
    </message>
    <message>
        <source>It stood inside of: %1</source>
        <translation>Es stand innerhalb von: %1</translation>
    </message>
    <message>
        <source>A lock is given back earlier: %1</source>
        <translation>Eine Sperre wird früher zurückgegeben: %1</translation>
    </message>
    <message>
        <source>What stands between here and the old place ran alone; now it can meet other threads.</source>
        <translation>Was zwischen hier und der alten Stelle steht, lief allein; jetzt kann es auf andere Threads treffen.</translation>
    </message>
    <message>
        <source>Does it still touch what the lock protects? A list or map that was assigned, not copied, is still the same one.</source>
        <translation>Berührt es noch, was die Sperre schützt? Eine Liste oder Zuordnung, die zugewiesen und nicht kopiert wurde, ist noch dieselbe.</translation>
    </message>
    <message>
        <source>No longer under the lock: %1</source>
        <translation>Nicht mehr unter der Sperre: %1</translation>
    </message>
    <message>
        <source>The test was marked as deprecated.</source>
        <translation>Der Test war als veraltet gekennzeichnet.</translation>
    </message>
    <message>
        <source>The expectation was turned round: %1 is to be empty now.</source>
        <translation>Die Erwartung wurde umgekehrt: %1 soll jetzt leer sein.</translation>
    </message>
    <message>
        <source>A module gives way to its weaker twin: %1 became %2</source>
        <translation>Ein Modul weicht seinem schwächeren Gegenstück: Aus %1 wurde %2</translation>
    </message>
    <message>
        <source>The weaker one does not escape: a value with a tag in it becomes part of the page and runs as a script in other people&apos;s browsers.</source>
        <translation>Das schwächere maskiert nicht: Ein Wert mit einem Tag darin wird Teil der Seite und läuft als Skript in den Browsern anderer.</translation>
    </message>
    <message>
        <source>Does what the templates give ever reach a browser?</source>
        <translation>Erreicht das, was die Vorlagen liefern, jemals einen Browser?</translation>
    </message>
    <message>
        <source>Files or users get too many rights, or a file can be put in the place of another.</source>
        <translation>Dateien oder Benutzer bekommen zu viele Rechte, oder eine Datei kann an die Stelle einer anderen gesetzt werden.</translation>
    </message>
    <message>
        <source>Code is fetched and run while installing, or a version is not pinned or goes back.</source>
        <translation>Code wird beim Installieren geholt und ausgeführt, oder eine Version ist nicht festgelegt oder geht zurück.</translation>
    </message>
    <message>
        <source>“factor” needs “compare = raised” or “lowered”.</source>
        <translation>„factor“ braucht „compare = raised“ oder „lowered“.</translation>
    </message>
    <message>
        <source>“survivor_has” needs “survivor = definition”.</source>
        <translation>„survivor_has“ braucht „survivor = definition“.</translation>
    </message>
    <message>
        <source>A call above it made the value, and its error is asked for.</source>
        <translation>Ein Aufruf darüber hat den Wert erzeugt, und nach seinem Fehler wird gefragt.</translation>
    </message>
    <message>
        <source>A fixed name in the folder that all share: %1</source>
        <translation>Ein fester Name in dem Ordner, den alle teilen: %1</translation>
    </message>
    <message>
        <source>A migration deletes rows: %1</source>
        <translation>Eine Migration löscht Zeilen: %1</translation>
    </message>
    <message>
        <source>A restriction left its annotation: %1</source>
        <translation>Eine Einschränkung ist aus ihrer Annotation verschwunden: %1</translation>
    </message>
    <message>
        <source>A safeguard of the pipeline is switched off: %1</source>
        <translation>Eine Sicherung der Pipeline ist abgeschaltet: %1</translation>
    </message>
    <message>
        <source>All that went stands in the file that is imported now.</source>
        <translation>Alles, was wegfiel, steht in der Datei, die jetzt importiert wird.</translation>
    </message>
    <message>
        <source>Another account can put a link or a file in its place, and the program then reads or overwrites what it leads to.</source>
        <translation>Ein anderes Konto kann einen Link oder eine Datei an ihre Stelle setzen, und das Programm liest oder überschreibt dann, wohin er führt.</translation>
    </message>
    <message>
        <source>Another account of the machine can put a file, a folder or a link of that name there first, and read or choose what is in it.</source>
        <translation>Ein anderes Konto des Rechners kann dort zuerst eine Datei, einen Ordner oder einen Link dieses Namens anlegen und lesen oder bestimmen, was darin ist.</translation>
    </message>
    <message>
        <source>Any certificate that a known authority gave to anybody is accepted: whoever sits between the two ends can pose as the server.</source>
        <translation>Jedes Zertifikat, das eine bekannte Stelle irgendwem gegeben hat, wird angenommen: Wer zwischen den beiden Enden sitzt, kann sich als der Server ausgeben.</translation>
    </message>
    <message>
        <source>Default changed: %1, was %2</source>
        <translation>Vorgabe geändert: %1, war %2</translation>
    </message>
    <message>
        <source>Does the library check the name by itself, in the version in use? Try a server with a certificate for another name.</source>
        <translation>Prüft die Bibliothek in der benutzten Version den Namen von selbst? Einen Server mit einem Zertifikat für einen anderen Namen ausprobieren.</translation>
    </message>
    <message>
        <source>Every caller and every installation that did not say what it wants gets the new value.</source>
        <translation>Jeder Aufrufer und jede Installation, die nicht sagten, was sie wollen, bekommen den neuen Wert.</translation>
    </message>
    <message>
        <source>Foreign data may make any object: %1</source>
        <translation>Fremde Daten dürfen jedes Objekt erzeugen: %1</translation>
    </message>
    <message>
        <source>How many rows are they in production, and does anything still need them? Count them first, or keep them in another table.</source>
        <translation>Wie viele Zeilen sind es in der Produktion, und braucht sie noch jemand? Erst zählen oder in einer anderen Tabelle aufheben.</translation>
    </message>
    <message>
        <source>Is it meant for everybody? Try the request without a login and with the weakest role.</source>
        <translation>Ist es für alle gedacht? Die Anfrage ohne Anmeldung und mit der schwächsten Rolle ausprobieren.</translation>
    </message>
    <message>
        <source>Is the length limited somewhere else, on every way in? What does the column or the page do with more?</source>
        <translation>Ist die Länge anderswo auf jedem Weg hinein begrenzt? Was machen die Spalte oder die Seite mit mehr?</translation>
    </message>
    <message>
        <source>Limit of a length removed: %1</source>
        <translation>Begrenzung einer Länge entfernt: %1</translation>
    </message>
    <message>
        <source>Links are followed again: %1</source>
        <translation>Links wird wieder gefolgt: %1</translation>
    </message>
    <message>
        <source>Make a file or folder with a random name that only this account can enter, or use a folder of its own.</source>
        <translation>Eine Datei oder einen Ordner mit zufälligem Namen anlegen, die nur dieses Konto betreten kann, oder einen eigenen Ordner benutzen.</translation>
    </message>
    <message>
        <source>Needs no permission now: %1, was %2</source>
        <translation>Braucht jetzt keine Berechtigung: %1, war %2</translation>
    </message>
    <message>
        <source>No longer waits for the commit: %1</source>
        <translation>Wartet nicht mehr auf den Commit: %1</translation>
    </message>
    <message>
        <source>One caller can now send as much as the connection carries, and all of it is kept, searched, logged and shown to others.</source>
        <translation>Ein Aufrufer kann jetzt so viel senden, wie die Verbindung trägt, und alles wird gespeichert, durchsucht, protokolliert und anderen gezeigt.</translation>
    </message>
    <message>
        <source>One caller that passes the wrong value, or a changed setting, lets stolen and old tokens in for ever.</source>
        <translation>Ein Aufrufer mit dem falschen Wert oder eine geänderte Einstellung lässt gestohlene und alte Tokens für immer ein.</translation>
    </message>
    <message>
        <source>Others are told before the data is there for them to read, or of something that is rolled back afterwards.</source>
        <translation>Andere werden benachrichtigt, bevor sie die Daten lesen können, oder über etwas, das danach zurückgerollt wird.</translation>
    </message>
    <message>
        <source>Random numbers can be guessed now: %1, was %2</source>
        <translation>Zufallszahlen sind jetzt zu erraten: %1, war %2</translation>
    </message>
    <message>
        <source>The format can name any class and call it while it is read; the filter let only the expected ones through.</source>
        <translation>Das Format kann jede Klasse nennen und beim Lesen aufrufen; der Filter ließ nur die erwarteten durch.</translation>
    </message>
    <message>
        <source>The name of the server is no longer checked: %1</source>
        <translation>Der Name des Servers wird nicht mehr geprüft: %1</translation>
    </message>
    <message>
        <source>The name says what it lets in: code or text of people who may not write here, next to the pipeline&apos;s token and secrets.</source>
        <translation>Der Name sagt, was es einlässt: Code oder Text von Leuten, die hier nicht schreiben dürfen, neben Token und Geheimnissen der Pipeline.</translation>
    </message>
    <message>
        <source>The script makes the branch anew each time, under a name of its own.</source>
        <translation>Das Skript legt den Branch jedes Mal neu an, unter einem eigenen Namen.</translation>
    </message>
    <message>
        <source>They are gone when it has run; rolling back the code does not bring them back.</source>
        <translation>Sie sind weg, wenn sie gelaufen ist; den Code zurückzurollen bringt sie nicht wieder.</translation>
    </message>
    <message>
        <source>What asked for a permission under this name is open to everybody who can call it.</source>
        <translation>Was unter diesem Namen eine Berechtigung verlangte, steht jedem offen, der es aufrufen kann.</translation>
    </message>
    <message>
        <source>What does the one who is told read, and is it committed by then? What if the transaction fails?</source>
        <translation>Was liest, wer benachrichtigt wird, und ist es bis dahin committet? Was, wenn die Transaktion fehlschlägt?</translation>
    </message>
    <message>
        <source>What does the step do without it? Handle foreign code in a job without secrets, and with a token that only reads.</source>
        <translation>Was macht der Schritt ohne sie? Fremden Code in einem Job ohne Geheimnisse und mit einem nur lesenden Token behandeln.</translation>
    </message>
    <message>
        <source>Whether a token has run out can be left unasked: %1</source>
        <translation>Ob ein Token abgelaufen ist, kann ungeprüft bleiben: %1</translation>
    </message>
    <message>
        <source>Who can write this data? Keep a list of the classes that may come, or use a format that only holds data.</source>
        <translation>Wer kann diese Daten schreiben? Eine Liste der erlaubten Klassen behalten oder ein Format benutzen, das nur Daten enthält.</translation>
    </message>
    <message>
        <source>Who else can write to the folder? Open it without following links, and check what it is after opening.</source>
        <translation>Wer kann sonst in den Ordner schreiben? Öffnen, ohne Links zu folgen, und nach dem Öffnen prüfen, was es ist.</translation>
    </message>
    <message>
        <source>Who may use it by default? Try it without a login and with the weakest role.</source>
        <translation>Wer darf es ohne weitere Angabe benutzen? Ohne Anmeldung und mit der schwächsten Rolle ausprobieren.</translation>
    </message>
    <message>
        <source>Who passes it, and can it ever be false in production? Check it always where a request is let in.</source>
        <translation>Wer übergibt es, und kann es in der Produktion je falsch sein? Wo eine Anfrage eingelassen wird, immer prüfen.</translation>
    </message>
    <message>
        <source>Without it the default of the framework holds, and that is mostly that more people may.</source>
        <translation>Ohne sie gilt die Vorgabe des Frameworks, und meist dürfen dann mehr Leute.</translation>
    </message>
    <message>
        <source>%1 is called without asking: %2</source>
        <translation>%1 wird ohne Prüfung aufgerufen: %2</translation>
    </message>
    <message>
        <source>The query beside it locks its rows by itself.</source>
        <translation>Die Abfrage daneben sperrt ihre Zeilen von selbst.</translation>
    </message>
    <message>
        <source>Another call came in in its place: %1</source>
        <translation>An seiner Stelle kam ein anderer Aufruf hinzu: %1</translation>
    </message>
    <message>
        <source>%1 is still taken, and nothing gives it back when its owner is done with.</source>
        <translation>%1 wird weiterhin belegt, und nichts gibt es zurück, wenn sein Besitzer nicht mehr gebraucht wird.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 AI, %2 unknown of %3 added lines</source>
        <translation>%1 KI, %2 unbekannt von %3 hinzugefügten Zeilen</translation>
    </message>
    <message>
        <source>Exit with 1 when the band is at least BAND: low, moderate, high or critical.</source>
        <translation>Mit 1 enden, wenn das Band mindestens BAND ist: low, moderate, high oder critical.</translation>
    </message>
    <message>
        <source>--fail-on takes low, moderate, high or critical.</source>
        <translation>--fail-on nimmt low, moderate, high oder critical.</translation>
    </message>
    <message>
        <source>Repository to work in (default: the current folder).</source>
        <translation>Repository, in dem gearbeitet wird (Vorgabe: der aktuelle Ordner).</translation>
    </message>
    <message>
        <source>Branch that the change is meant for.</source>
        <translation>Branch, für den die Änderung bestimmt ist.</translation>
    </message>
    <message>
        <source>Form of the output.</source>
        <translation>Form der Ausgabe.</translation>
    </message>
    <message>
        <source>An argument is missing: %1</source>
        <translation>Ein Argument fehlt: %1</translation>
    </message>
    <message>
        <source>Unexpected argument “%1”.</source>
        <translation>Unerwartetes Argument „%1“.</translation>
    </message>
    <message>
        <source>Unknown format “%1”.</source>
        <translation>Unbekannte Form „%1“.</translation>
    </message>
    <message>
        <source>  See “countersign %1 --help”.</source>
        <translation>  Siehe „countersign %1 --help“.</translation>
    </message>
    <message>
        <source>Read: %1 of %2 changed lines, %3 of %4 AI lines
</source>
        <translation>Gelesen: %1 von %2 geänderten Zeilen, %3 von %4 KI-Zeilen
</translation>
    </message>
    <message>
        <source>The store of reviews was damaged. It was kept as %1 and a new one was begun.</source>
        <translation>Der Speicher der Prüfungen war beschädigt. Er wurde als %1 aufbewahrt und ein neuer begonnen.</translation>
    </message>
    <message>
        <source>What the answer rests on.</source>
        <translation>Worauf die Antwort beruht.</translation>
    </message>
    <message>
        <source>The answer must be yes, no or na.</source>
        <translation>Die Antwort muss yes, no oder na sein.</translation>
    </message>
    <message>
        <source>Lists the open changes, riskiest first.</source>
        <translation>Zählt die offenen Änderungen auf, die riskanteste zuerst.</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>ÄNDERUNG</translation>
    </message>
    <message>
        <source>Shows findings, axes and band of a change.</source>
        <translation>Zeigt Befunde, Achsen und Band einer Änderung.</translation>
    </message>
    <message>
        <source>Shows the side-by-side diff of a change.</source>
        <translation>Zeigt den Vergleich einer Änderung nebeneinander.</translation>
    </message>
    <message>
        <source>Lists the questions that a change raises, and their answers.</source>
        <translation>Zählt die Fragen auf, die eine Änderung aufwirft, und ihre Antworten.</translation>
    </message>
    <message>
        <source>CHANGE QUESTION yes|no|na</source>
        <translation>ÄNDERUNG FRAGE yes|no|na</translation>
    </message>
    <message>
        <source>Answers a question of the checklist.</source>
        <translation>Beantwortet eine Frage der Checkliste.</translation>
    </message>
    <message>
        <source>Signs an approval record into the ledger.</source>
        <translation>Unterschreibt einen Freigabenachweis in das Register.</translation>
    </message>
    <message>
        <source>Signs a rejection into the ledger.</source>
        <translation>Unterschreibt eine Ablehnung in das Register.</translation>
    </message>
    <message>
        <source>Withdraws your own record of a change.</source>
        <translation>Zieht Ihren eigenen Nachweis zu einer Änderung zurück.</translation>
    </message>
    <message>
        <source>Says whether the ledger satisfies the policy for a change.</source>
        <translation>Sagt, ob das Register für eine Änderung den Regeln genügt.</translation>
    </message>
    <message>
        <source>Checks records, signatures and chains; names every failure.</source>
        <translation>Prüft Nachweise, Unterschriften und Ketten; nennt jeden Fehler.</translation>
    </message>
    <message>
        <source>Writes all records for an offline audit.</source>
        <translation>Schreibt alle Nachweise für eine Prüfung ohne Netz.</translation>
    </message>
    <message>
        <source>States that a change is AI-assisted.</source>
        <translation>Erklärt, dass eine Änderung mit KI-Hilfe entstand.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Writes the demo repository into a new folder.</source>
        <translation>Schreibt das Vorführ-Repository in einen neuen Ordner.</translation>
    </message>
    <message>
        <source>The demo repository is in %1. Try “countersign queue -C %1”.</source>
        <translation>Das Vorführ-Repository liegt in %1. Versuchen Sie „countersign queue -C %1“.</translation>
    </message>
    <message>
        <source>The gate is open.</source>
        <translation>Das Tor ist offen.</translation>
    </message>
    <message>
        <source>The gate is closed.</source>
        <translation>Das Tor ist geschlossen.</translation>
    </message>
    <message>
        <source>Who may sign (default: git&apos;s gpg.ssh.allowedSignersFile).</source>
        <translation>Wer unterschreiben darf (Vorgabe: gpg.ssh.allowedSignersFile von Git).</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>No open change: every branch and pull request is on %1.</source>
        <translation>Keine offene Änderung: Jeder Branch und jeder Pull-Request steckt in %1.</translation>
    </message>
    <message>
        <source>Only this file; may be given several times.</source>
        <translation>Nur diese Datei; darf mehrfach angegeben werden.</translation>
    </message>
    <message>
        <source>Equal lines around a change: a number or “all”.</source>
        <translation>Gleiche Zeilen um eine Änderung: eine Zahl oder „all“.</translation>
    </message>
    <message>
        <source>--context takes a number or “all”.</source>
        <translation>--context nimmt eine Zahl oder „all“.</translation>
    </message>
    <message>
        <source>Who signs, as allowed_signers names it (default: the key&apos;s owner there, else user.email).</source>
        <translation>Wer unterschreibt, wie allowed_signers es nennt (Vorgabe: der dortige Besitzer des Schlüssels, sonst user.email).</translation>
    </message>
    <message>
        <source>Tool that assisted, for example claude-code.</source>
        <translation>Werkzeug, das geholfen hat, zum Beispiel claude-code.</translation>
    </message>
    <message>
        <source>Model that it used.</source>
        <translation>Modell, das es benutzt hat.</translation>
    </message>
    <message>
        <source>Name the tool with --tool NAME.</source>
        <translation>Nennen Sie das Werkzeug mit --tool NAME.</translation>
    </message>
    <message>
        <source>Tagged. The note stays in this repository until you push %1.</source>
        <translation>Gekennzeichnet. Die Notiz bleibt in diesem Repository, bis Sie %1 hochladen.</translation>
    </message>
    <message>
        <source>Lists what was said about a change, with where its lines stand now.</source>
        <translation>Zählt auf, was zu einer Änderung gesagt wurde und wo die Zeilen dazu jetzt stehen.</translation>
    </message>
    <message>
        <source>CHANGE FILE:LINE TEXT...</source>
        <translation>ÄNDERUNG DATEI:ZEILE TEXT …</translation>
    </message>
    <message>
        <source>Comments on lines of a change; - takes the text from standard input.</source>
        <translation>Kommentiert Zeilen einer Änderung; - nimmt den Text von der Standardeingabe.</translation>
    </message>
    <message>
        <source>Tells what the author changed since an earlier patch set from what a rebase brought.</source>
        <translation>Trennt, was der Autor seit einem früheren Patch-Set geändert hat, von dem, was ein Rebase gebracht hat.</translation>
    </message>
    <message>
        <source>(old side)</source>
        <translation>(alte Seite)</translation>
    </message>
    <message>
        <source>Side of the diff that the lines are counted on: old or new.</source>
        <translation>Seite des Diffs, auf der die Zeilen gezählt werden: old oder new.</translation>
    </message>
    <message>
        <source>Name the place as FILE:LINE or FILE:FIRST-LAST.</source>
        <translation>Nennen Sie die Stelle als DATEI:ZEILE oder DATEI:ERSTE-LETZTE.</translation>
    </message>
    <message>
        <source>--side takes old or new.</source>
        <translation>--side nimmt old oder new.</translation>
    </message>
    <message>
        <source>Standard input cannot be both the change and the comment.</source>
        <translation>Die Standardeingabe kann nicht zugleich Änderung und Kommentar sein.</translation>
    </message>
    <message>
        <source>Thread %1 begun.</source>
        <translation>Thread %1 begonnen.</translation>
    </message>
    <message>
        <source>the rebase met a conflict here</source>
        <translation>der Rebase stieß hier auf einen Konflikt</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>patch set %1</source>
        <translation>Patch-Set %1</translation>
    </message>
    <message>
        <source>patch %1</source>
        <translation>Patch %1</translation>
    </message>
    <message>
        <source>%1 other files came with the new base.</source>
        <translation>%1 andere Dateien kamen mit der neuen Basis.</translation>
    </message>
    <message>
        <source>Lines marked with ! are the author&apos;s; the others came with the rebase.</source>
        <translation>Mit ! markierte Zeilen stammen vom Autor; die anderen kamen mit dem Rebase.</translation>
    </message>
    <message>
        <source>Patch set to compare with: its number or BASE..HEAD (default: the one before).</source>
        <translation>Patch-Set, mit dem verglichen wird: seine Nummer oder BASIS..KOPF (Vorgabe: das vorige).</translation>
    </message>
    <message>
        <source>Patch set that is looked at: its number or BASE..HEAD (default: the present one).</source>
        <translation>Patch-Set, das betrachtet wird: seine Nummer oder BASIS..KOPF (Vorgabe: das aktuelle).</translation>
    </message>
    <message>
        <source>more than %1 % of recent changes</source>
        <translation>mehr als %1 % der letzten Änderungen</translation>
    </message>
    <message>
        <source>%1 direct dependents</source>
        <translation>%1 direkt Abhängige</translation>
    </message>
    <message>
        <source>%1 within three hops</source>
        <translation>%1 innerhalb von drei Schritten</translation>
    </message>
    <message>
        <source>Tests run %1 of %2 added lines, %3 of %4 that an AI wrote</source>
        <translation>Tests führen %1 von %2 hinzugefügten Zeilen aus, %3 von %4, die eine KI schrieb</translation>
    </message>
    <message>
        <source>Results of a scanner or AI reviewer to show beside the findings (SARIF 2.1.0).</source>
        <translation>Ergebnisse eines Scanners oder KI-Prüfers, die neben den Befunden gezeigt werden (SARIF 2.1.0).</translation>
    </message>
    <message>
        <source>Report of the tests&apos; coverage: lcov, Cobertura or JaCoCo.</source>
        <translation>Bericht über die Abdeckung durch Tests: lcov, Cobertura oder JaCoCo.</translation>
    </message>
    <message>
        <source>Lists the findings of a change with their ids, and what was decided about them.</source>
        <translation>Zählt die Befunde einer Änderung mit ihren Kennungen auf und was über sie entschieden wurde.</translation>
    </message>
    <message>
        <source>CHANGE FINDING</source>
        <translation>ÄNDERUNG BEFUND</translation>
    </message>
    <message>
        <source>Notes that you have seen a finding.</source>
        <translation>Nimmt einen Befund zur Kenntnis.</translation>
    </message>
    <message>
        <source>Lets a finding pass, with a reason and until a day.</source>
        <translation>Erlässt einen Befund, mit Grund und bis zu einem Tag.</translation>
    </message>
    <message>
        <source>Says that a finding is wrong, and why; a rule that is disputed often counts for less.</source>
        <translation>Sagt, dass ein Befund falsch ist, und warum; eine oft bestrittene Regel zählt weniger.</translation>
    </message>
    <message>
        <source>list|explain ID|test [FILE...]</source>
        <translation>list|explain ID|test [DATEI...]</translation>
    </message>
    <message>
        <source>Lists and explains the rules, and runs the examples of a team&apos;s own.</source>
        <translation>Zählt die Regeln auf, erklärt sie und führt die Beispiele der teameigenen aus.</translation>
    </message>
    <message>
        <source>Lifts requirements of the policy for one change, with a signed reason.</source>
        <translation>Übergeht Anforderungen der Richtlinie für eine Änderung, mit signiertem Grund.</translation>
    </message>
    <message>
        <source>[CHANGE]</source>
        <translation>[ÄNDERUNG]</translation>
    </message>
    <message>
        <source>FILE|SYMBOL</source>
        <translation>DATEI|SYMBOL</translation>
    </message>
    <message>
        <source>Lists who depends on a file, or uses a function, type or resource.</source>
        <translation>Zählt auf, wer von einer Datei abhängt oder eine Funktion, einen Typ oder eine Ressource benutzt.</translation>
    </message>
    <message>
        <source>Makes the first roster and the policy of a repository.</source>
        <translation>Legt die erste Personenliste und die Richtlinie eines Repositorys an.</translation>
    </message>
    <message>
        <source>show|pin|enrol|rotate|revoke|expire|roles|threshold|renew|sign [...]</source>
        <translation>show|pin|enrol|rotate|revoke|expire|roles|threshold|renew|sign [...]</translation>
    </message>
    <message>
        <source>Shows and changes who may sign what.</source>
        <translation>Zeigt und ändert, wer was signieren darf.</translation>
    </message>
    <message>
        <source>show|check FILE|explain CHANGE|set FILE</source>
        <translation>show|check DATEI|explain ÄNDERUNG|set DATEI</translation>
    </message>
    <message>
        <source>Shows, checks, explains and changes who must approve what.</source>
        <translation>Zeigt, prüft, erklärt und ändert, wer was freigeben muss.</translation>
    </message>
    <message>
        <source>Shares the ledger over a git remote and signs what it holds.</source>
        <translation>Teilt das Register über eine git-Gegenstelle und signiert, was es enthält.</translation>
    </message>
    <message>
        <source>Why, in one sentence.</source>
        <translation>Warum, in einem Satz.</translation>
    </message>
    <message>
        <source>Decide about all look-alikes at once.</source>
        <translation>Über alle gleichartigen auf einmal entscheiden.</translation>
    </message>
    <message>
        <source>Take the decision back.</source>
        <translation>Die Entscheidung zurückziehen.</translation>
    </message>
    <message>
        <source>Last day that the waiver holds.</source>
        <translation>Letzter Tag, an dem der Erlass gilt.</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <translation>Nötig: %1</translation>
    </message>
    <message>
        <source>Who can: %1</source>
        <translation>Wer es kann: %1</translation>
    </message>
    <message>
        <source>Fingerprint of the first roster (default: COUNTERSIGN_ROSTER, else what is pinned here).</source>
        <translation>Fingerabdruck der ersten Personenliste (Vorgabe: COUNTERSIGN_ROSTER, sonst die hier festgelegte).</translation>
    </message>
    <message>
        <source>Who brings the change; their approval counts for nothing.</source>
        <translation>Wer die Änderung einbringt; die eigene Freigabe zählt dann nicht.</translation>
    </message>
    <message>
        <source>Judge a push instead of a change: pre-receive or pre-push, with git&apos;s lines on standard input.</source>
        <translation>Einen Push statt einer Änderung beurteilen: pre-receive oder pre-push, mit den Zeilen von git auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>With --hook: gate only refs that fit; may come again (default: refs/heads/main, refs/heads/master).</source>
        <translation>Mit --hook: nur passende Refs durch das Tor prüfen; mehrfach möglich (Vorgabe: refs/heads/main, refs/heads/master).</translation>
    </message>
    <message>
        <source>Name a change, or give --hook.</source>
        <translation>Eine Änderung nennen oder --hook angeben.</translation>
    </message>
    <message>
        <source>Commit whose files are looked at.</source>
        <translation>Commit, dessen Dateien betrachtet werden.</translation>
    </message>
    <message>
        <source>Neither a file nor a name that a file defines: %1</source>
        <translation>Weder eine Datei noch ein Name, den eine Datei definiert: %1</translation>
    </message>
    <message>
        <source>Your roles beside maintainer (default: reviewer,senior).</source>
        <translation>Eigene Rollen neben maintainer (Vorgabe: reviewer,senior).</translation>
    </message>
    <message>
        <source>Another address that you commit with; may come again.</source>
        <translation>Weitere eigene Adresse für Commits; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The policy (default: the built-in one).</source>
        <translation>Die Richtlinie (Vorgabe: die eingebaute).</translation>
    </message>
    <message>
        <source>Days until the roster has to be renewed.</source>
        <translation>Tage, bis die Personenliste erneuert werden muss.</translation>
    </message>
    <message>
        <source>Remote or URL to share with (default: origin).</source>
        <translation>Gegenstelle oder URL zum Teilen (Vorgabe: origin).</translation>
    </message>
    <message>
        <source>Where a version goes that lacks signatures.</source>
        <translation>Wohin eine Fassung kommt, der Signaturen fehlen.</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, ab %1</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message>
        <source>, REVOKED as of %1</source>
        <translation>, WIDERRUFEN ab %1</translation>
    </message>
    <message>
        <source>Roles of the person: reviewer, senior, maintainer, …</source>
        <translation>Rollen der Person: reviewer, senior, maintainer, …</translation>
    </message>
    <message>
        <source>Another address that the person commits with.</source>
        <translation>Weitere Adresse, die die Person für Commits verwendet.</translation>
    </message>
    <message>
        <source>When a key ends (default: now).</source>
        <translation>Wann ein Schlüssel endet (Vorgabe: jetzt).</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Warum.</translation>
    </message>
    <message>
        <source>The policy that the roster names.</source>
        <translation>Die Richtlinie, die die Personenliste nennt.</translation>
    </message>
    <message>
        <source>Severity:</source>
        <translation>Schwere:</translation>
    </message>
    <message>
        <source>Judges:</source>
        <translation>Beurteilt:</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Warum:</translation>
    </message>
    <message>
        <source>Check:</source>
        <translation>Prüfen:</translation>
    </message>
    <message>
        <source>Lowered by:</source>
        <translation>Gesenkt durch:</translation>
    </message>
    <message>
        <source>Pattern:</source>
        <translation>Muster:</translation>
    </message>
    <message>
        <source>Becomes:</source>
        <translation>Wird zu:</translation>
    </message>
    <message>
        <source>Defined in:</source>
        <translation>Definiert in:</translation>
    </message>
    <message>
        <source>%1 (%2), example %3: nothing was found</source>
        <translation>%1 (%2), Beispiel %3: nichts wurde gefunden</translation>
    </message>
    <message>
        <source>%1 (%2), example %3: something was found</source>
        <translation>%1 (%2), Beispiel %3: etwas wurde gefunden</translation>
    </message>
    <message>
        <source>A stage of the rollout, in order; may come again (canary:1:60 is 1 percent for 60 minutes).</source>
        <translation>Eine Stufe der Einführung, der Reihe nach; mehrfach möglich (canary:1:60 heißt 1 Prozent für 60 Minuten).</translation>
    </message>
    <message>
        <source>What makes you roll back, and how.</source>
        <translation>Was zum Zurückrollen führt, und wie.</translation>
    </message>
    <message>
        <source>Requirement to override, as the gate names it; may come again.</source>
        <translation>Zu übergehende Anforderung, wie das Tor sie nennt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Only this file of the change.</source>
        <translation>Nur diese Datei der Änderung.</translation>
    </message>
    <message>
        <source>Only these lines of the file, as the change leaves it.</source>
        <translation>Nur diese Zeilen der Datei, wie die Änderung sie hinterlässt.</translation>
    </message>
    <message>
        <source>--lines takes FIRST-LAST or one line, and goes with --path.</source>
        <translation>--lines nimmt ERSTE-LETZTE oder eine Zeile und gehört zu --path.</translation>
    </message>
    <message>
        <source>Show earlier answers, too.</source>
        <translation>Auch frühere Antworten zeigen.</translation>
    </message>
    <message>
        <source>[RECORD|BUNDLE...]</source>
        <translation>[EINTRAG|BÜNDEL...]</translation>
    </message>
    <message>
        <source>push|fetch|checkpoint|timestamp</source>
        <translation>push|fetch|checkpoint|timestamp</translation>
    </message>
    <message>
        <source>timestamp: new file for the request to a time-stamp authority (RFC 3161).</source>
        <translation>timestamp: neue Datei für die Anfrage an eine Zeitstempelstelle (RFC 3161).</translation>
    </message>
    <message>
        <source>timestamp: its answer, to be kept.</source>
        <translation>timestamp: deren Antwort, die aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Key to sign with: a key file, its .pub, SHA256:…, or the fingerprint of an OpenPGP key (default: git&apos;s user.signingKey).</source>
        <translation>Schlüssel zum Signieren: eine Schlüsseldatei, ihre .pub, SHA256:… oder der Fingerabdruck eines OpenPGP-Schlüssels (Vorgabe: user.signingKey von Git).</translation>
    </message>
    <message>
        <source>Certificates (PEM) of the time-stamp authorities that you trust, to check time stamps with.</source>
        <translation>Zertifikate (PEM) der Zeitstempelstellen, denen vertraut wird, um Zeitstempel damit zu prüfen.</translation>
    </message>
    <message>
        <source>New folder to write to, or new .tar file.</source>
        <translation>Neuer Ordner, in den geschrieben wird, oder neue .tar-Datei.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>caught in the top 5 %</source>
        <translation>Funde: oberste 5 %</translation>
    </message>
    <message>
        <source>caught in the top 10 %</source>
        <translation>Funde: oberste 10 %</translation>
    </message>
    <message>
        <source>caught in the top 30 %</source>
        <translation>Funde: oberste 30 %</translation>
    </message>
    <message>
        <source>caught in 20 % of lines</source>
        <translation>Funde: 20 % der Zeilen</translation>
    </message>
    <message>
        <source>%1 changes looked at, %2 of them brought a bug.</source>
        <translation>%1 Änderungen betrachtet, %2 davon brachten einen Fehler.</translation>
    </message>
    <message>
        <source>Told by %1 fixes whose lines lead back (of %2; %3 name an issue), %4 Fixes: lines, %5 reverts.</source>
        <translation>Erkannt an %1 Korrekturen, deren Zeilen zurückführen (von %2; %3 nennen ein Issue), %4 Zeilen mit Fixes:, %5 Reverts.</translation>
    </message>
    <message>
        <source>Learned from %1 changes; judged on the newest %2, %3 of which brought a bug:</source>
        <translation>Gelernt aus %1 Änderungen; gemessen an den neuesten %2, von denen %3 einen Fehler brachten:</translation>
    </message>
    <message>
        <source>Show the outcome and keep nothing.</source>
        <translation>Das Ergebnis zeigen und nichts behalten.</translation>
    </message>
    <message>
        <source>Go back to the shipped weights.</source>
        <translation>Zu den mitgelieferten Gewichten zurückkehren.</translation>
    </message>
    <message>
        <source>Refits the likelihood on this repository&apos;s own history.</source>
        <translation>Passt die Wahrscheinlichkeit neu an den eigenen Verlauf dieses Repositorys an.</translation>
    </message>
    <message>
        <source>Proof that the one record is in the log of --checkpoint (.sig beside it).</source>
        <translation>Beweis, dass der eine Nachweis im Register von --checkpoint steht (.sig daneben).</translation>
    </message>
    <message>
        <source>Checkpoint that --proof leads to.</source>
        <translation>Prüfpunkt, zu dem --proof führt.</translation>
    </message>
</context>
<context>
    <name>countersign::ui</name>
    <message>
        <source>Countersign: sign</source>
        <translation>Countersign: unterschreiben</translation>
    </message>
    <message>
        <source>Countersign: passphrase</source>
        <translation>Countersign: Passphrase</translation>
    </message>
    <message>
        <source>Read: %1 of %2 changed lines, %3 of %4 lines that an AI wrote or may have written</source>
        <translation>Gelesen: %1 von %2 geänderten Zeilen, %3 von %4 Zeilen, die eine KI geschrieben hat oder haben könnte</translation>
    </message>
    <message>
        <source>Not displayed: %1</source>
        <translation>Nicht angezeigt: %1</translation>
    </message>
    <message>
        <source>Provenance: %1 AI lines, %2 unknown, of %3 (%4)</source>
        <translation>Herkunft: %1 KI-Zeilen, %2 unbekannt, von %3 (%4)</translation>
    </message>
    <message>
        <source>Risk: band %1, %2 open finding(s), %3 waived</source>
        <translation>Risiko: Band %1, %2 offene Befunde, %3 erlassen</translation>
    </message>
    <message>
        <source>Waived until %1: %2 – %3</source>
        <translation>Erlassen bis %1: %2 – %3</translation>
    </message>
    <message>
        <source>Answer to %1: %2. %3</source>
        <translation>Antwort auf %1: %2. %3</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Decision: %1</source>
        <translation>Entscheidung: %1</translation>
    </message>
    <message>
        <source>Withdraws record: %1</source>
        <translation>Zieht Nachweis zurück: %1</translation>
    </message>
    <message>
        <source>Change: %1 into %2</source>
        <translation>Änderung: %1 nach %2</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <translation>Kopf: %1</translation>
    </message>
    <message>
        <source>Base: %1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>%1 commit(s), %2 path(s), contents %3</source>
        <translation>%1 Commits, %2 Pfade, Inhalte %3</translation>
    </message>
    <message>
        <source>Signed by: %1 with key %2</source>
        <translation>Unterschrieben von: %1 mit Schlüssel %2</translation>
    </message>
    <message>
        <source>Time: %1, counts until %2</source>
        <translation>Zeit: %1, gilt bis %2</translation>
    </message>
    <message>
        <source>Place: number %1 of this key, after %2 record(s) in the ledger</source>
        <translation>Platz: Nummer %1 dieses Schlüssels, nach %2 Nachweisen im Register</translation>
    </message>
    <message>
        <source>An image of more than 64 MiB is not shown.</source>
        <translation>Ein Bild von mehr als 64 MiB wird nicht angezeigt.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes differ, the first at %3</source>
        <translation>%1 von %2 Bytes unterscheiden sich, das erste bei %3</translation>
    </message>
    <message>
        <source>The submodule is not cloned here, so its commits cannot be listed. It is %1</source>
        <translation>Das Submodul ist hier nicht geklont, daher lassen sich seine Commits nicht aufzählen. Es liegt unter %1</translation>
    </message>
    <message>
        <source>The submodule&apos;s clone lacks one of the two commits: fetch it to see what this brings.</source>
        <translation>Dem Klon des Submoduls fehlt einer der beiden Commits: Holen Sie ihn, um zu sehen, was das bringt.</translation>
    </message>
    <message>
        <source>+ %1 %2 · %3</source>
        <translation>+ %1 %2 · %3</translation>
    </message>
    <message>
        <source>− %1 %2 · %3</source>
        <translation>− %1 %2 · %3</translation>
    </message>
    <message>
        <source>There are more commits.</source>
        <translation>Es gibt weitere Commits.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>line %1 changed</source>
        <translation>Zeile %1 geändert</translation>
    </message>
    <message>
        <source>line %1 moved away</source>
        <translation>Zeile %1 von hier verschoben</translation>
    </message>
    <message>
        <source>line %1 moved here</source>
        <translation>Zeile %1 hierher verschoben</translation>
    </message>
    <message>
        <source>line %1 removed inside a moved block</source>
        <translation>Zeile %1 in einem verschobenen Block entfernt</translation>
    </message>
    <message>
        <source>line %1 added inside a moved block</source>
        <translation>Zeile %1 in einem verschobenen Block hinzugefügt</translation>
    </message>
    <message>
        <source>line %1 removed</source>
        <translation>Zeile %1 entfernt</translation>
    </message>
    <message>
        <source>line %1 added</source>
        <translation>Zeile %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Personenliste</translation>
    </message>
    <message>
        <source>Pace: %1 lines an hour over %2 min</source>
        <translation>Tempo: %1 Zeilen je Stunde über %2 min</translation>
    </message>
    <message>
        <source>Stage of the rollout: %1, %2 % for %3 min</source>
        <translation>Phase der Einführung: %1, %2 % für %3 min</translation>
    </message>
    <message>
        <source>Rolled back when: %1</source>
        <translation>Zurückgerollt bei: %1</translation>
    </message>
    <message>
        <source>Overrides the requirement: %1</source>
        <translation>Übergeht die Anforderung: %1</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>Grund: %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::AppearanceSettings</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light, without red and green</source>
        <translation>Hell, ohne Rot und Grün</translation>
    </message>
    <message>
        <source>Dark, without red and green</source>
        <translation>Dunkel, ohne Rot und Grün</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BlastCards</name>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Within three steps</source>
        <translation>In drei Schritten</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Entry points</source>
        <translation>Einstiegspunkte</translation>
    </message>
    <message>
        <source>Usually also</source>
        <translation>Meist auch</translation>
    </message>
    <message>
        <source>Likelihood %1: %2</source>
        <translation>Wahrscheinlichkeit %1: %2</translation>
    </message>
    <message>
        <source>ungraded</source>
        <translation>unbewertet</translation>
    </message>
    <message>
        <source>Reversibility R%1: %2</source>
        <translation>Umkehrbarkeit R%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) what changed</source>
        <translation>
            <numerusform>%n nutzt das Geänderte</numerusform>
            <numerusform>%n nutzen das Geänderte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n Modul</numerusform>
            <numerusform>%n Module</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n Test</numerusform>
            <numerusform>%n Tests</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message numerus="yes">
        <source>%n owner(s)</source>
        <translation>
            <numerusform>%n Eigentümer</numerusform>
            <numerusform>%n Eigentümer</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>keine genannt</translation>
    </message>
    <message numerus="yes">
        <source>%n data store(s) changed</source>
        <translation>
            <numerusform>%n Datenspeicher geändert</numerusform>
            <numerusform>%n Datenspeicher geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absent</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BlastPage</name>
    <message>
        <source>Blast radius</source>
        <translation>Wirkungsradius</translation>
    </message>
    <message>
        <source>What the sectors stand for</source>
        <translation>Wofür die Sektoren stehen</translation>
    </message>
    <message>
        <source>By module</source>
        <translation>Nach Modul</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Eigentümer</translation>
    </message>
    <message>
        <source>By environment</source>
        <translation>Nach Umgebung</translation>
    </message>
    <message>
        <source>How many steps are shown</source>
        <translation>Wie viele Schritte gezeigt werden</translation>
    </message>
    <message>
        <source>Direct only</source>
        <translation>Nur direkt</translation>
    </message>
    <message>
        <source>2 steps</source>
        <translation>2 Schritte</translation>
    </message>
    <message>
        <source>3 steps</source>
        <translation>3 Schritte</translation>
    </message>
    <message>
        <source>Usually also</source>
        <translation>Meist auch</translation>
    </message>
    <message>
        <source>Files that usually change along with the changed ones, and do not here. Context, no alarm.</source>
        <translation>Dateien, die sich meist zusammen mit den geänderten ändern, hier aber nicht. Nur zur Einordnung, kein Alarm.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write the picture as SVG or PNG</source>
        <translation>Das Bild als SVG oder PNG schreiben</translation>
    </message>
    <message>
        <source>Filter what is reached</source>
        <translation>Erreichtes filtern</translation>
    </message>
    <message>
        <source>Filter: path, owner, name …</source>
        <translation>Filter: Pfad, Eigentümer, Name …</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Enter goes to the line, V to what it depends on</source>
        <translation>Eingabetaste führt zur Zeile, V zu dem, wovon die Datei abhängt</translation>
    </message>
    <message>
        <source>Open a change from the queue; where it reaches is shown here.</source>
        <translation>Eine Änderung aus der Warteschlange öffnen; hier steht dann, wohin sie reicht.</translation>
    </message>
    <message>
        <source>%1 %2 · computed at head %3</source>
        <translation>%1 %2 · berechnet am Kopf %3</translation>
    </message>
    <message>
        <source>Not computed.</source>
        <translation>Nicht berechnet.</translation>
    </message>
    <message>
        <source>Not computed. %1</source>
        <translation>Nicht berechnet. %1</translation>
    </message>
    <message>
        <source>Wider than %1 % of the recent changes here.</source>
        <translation>Weiter als %1 % der letzten Änderungen hier.</translation>
    </message>
    <message>
        <source>Worst reason: %1.</source>
        <translation>Schlimmster Grund: %1.</translation>
    </message>
    <message>
        <source>All modules</source>
        <translation>Alle Module</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Das Bild exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png)</source>
        <translation>Bilder (*.svg *.png)</translation>
    </message>
    <message>
        <source>Blast radius of %1</source>
        <translation>Wirkungsradius von %1</translation>
    </message>
    <message>
        <source>Usually changes with %1</source>
        <translation>Ändert sich meist mit %1</translation>
    </message>
    <message>
        <source>What %1 depends on</source>
        <translation>Wovon %1 abhängt</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ChangeFooter</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Approve and sign…</source>
        <translation>Freigeben und unterschreiben …</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Untersuchung</translation>
    </message>
    <message>
        <source>Ready to sign</source>
        <translation>Bereit zum Unterschreiben</translation>
    </message>
    <message>
        <source>To sign: %1</source>
        <translation>Zum Unterschreiben: %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ChangeHeader</name>
    <message>
        <source>Likelihood</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Wirkungsradius</translation>
    </message>
    <message>
        <source>Reversibility</source>
        <translation>Umkehrbarkeit</translation>
    </message>
    <message>
        <source>ungraded</source>
        <translation>unbewertet</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 → %3 · %n commit(s) · %4</source>
        <translation>
            <numerusform>%1 · %2 → %3 · %n Commit · %4</numerusform>
            <numerusform>%1 · %2 → %3 · %n Commits · %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Stated intent: “%1”</source>
        <translation>Erklärte Absicht: „%1“</translation>
    </message>
    <message>
        <source>AI-assisted · %1 · %2 of %3 lines</source>
        <translation>Mit KI-Hilfe · %1 · %2 von %3 Zeilen</translation>
    </message>
    <message>
        <source>No AI line recorded · %1</source>
        <translation>Keine KI-Zeile verzeichnet · %1</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <translation>Tor: %1</translation>
    </message>
    <message>
        <source>Looking for risks …</source>
        <translation>Suche nach Risiken …</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ChangePage</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Stopped. Open the change again to go on.</source>
        <translation>Angehalten. Öffnen Sie die Änderung noch einmal, um fortzufahren.</translation>
    </message>
    <message>
        <source>This change cannot be opened</source>
        <translation>Diese Änderung kann nicht geöffnet werden</translation>
    </message>
    <message numerus="yes">
        <source>AI lines %1 of %2 · %n open finding(s)</source>
        <translation>
            <numerusform>KI-Zeilen %1 von %2 · %n offener Befund</numerusform>
            <numerusform>KI-Zeilen %1 von %2 · %n offene Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>This change touches no file.</source>
        <translation>Diese Änderung berührt keine Datei.</translation>
    </message>
    <message>
        <source>Checklist %1/%2</source>
        <translation>Checkliste %1/%2</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>Befunde %1</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Tor</translation>
    </message>
    <message numerus="yes">
        <source>Read %1 / %2 lines · AI lines %3 / %4 · Checklist %5 / %6 · %n open finding(s)</source>
        <translation>
            <numerusform>Gelesen %1 / %2 Zeilen · KI-Zeilen %3 / %4 · Checkliste %5 / %6 · %n offener Befund</numerusform>
            <numerusform>Gelesen %1 / %2 Zeilen · KI-Zeilen %3 / %4 · Checkliste %5 / %6 · %n offene Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %n line(s)</source>
        <translation>
            <numerusform>%n Zeile lesen</numerusform>
            <numerusform>%n Zeilen lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answer %n question(s)</source>
        <translation>
            <numerusform>%n Frage beantworten</numerusform>
            <numerusform>%n Fragen beantworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settle %n finding(s)</source>
        <translation>
            <numerusform>%n Befund klären</numerusform>
            <numerusform>%n Befunde klären</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Comments %1</source>
        <translation>Kommentare %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History %1</source>
        <translation>Verlauf %1</translation>
    </message>
    <message>
        <source> · Pace %1 lines/h</source>
        <translation> · Tempo %1 Zeilen/h</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ChecklistPanel</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht zutreffend</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Darüber hinweggesetzt</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Beleg: %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>countersign::ui::CommentPanel</name>
    <message>
        <source>Post comment</source>
        <translation>Kommentar abschicken</translation>
    </message>
    <message>
        <source>Comments of the change</source>
        <translation>Kommentare zur Änderung</translation>
    </message>
    <message>
        <source>State of the thread</source>
        <translation>Zustand des Threads</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>Nobody has said anything yet. Go to a line and press Ctrl+M.</source>
        <translation>Noch hat niemand etwas gesagt. Gehen Sie zu einer Zeile und drücken Sie Strg+M.</translation>
    </message>
    <message>
        <source>Go to a line and press Ctrl+M to comment on it.</source>
        <translation>Gehen Sie zu einer Zeile und drücken Sie Strg+M, um sie zu kommentieren.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Comment on %1:%2</source>
        <translation>Kommentar zu %1:%2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DependentModel</name>
    <message>
        <source>uses a name of %1</source>
        <translation>benutzt einen Namen aus %1</translation>
    </message>
    <message>
        <source>names the path of %1</source>
        <translation>nennt den Pfad von %1</translation>
    </message>
    <message>
        <source>reads a setting of %1</source>
        <translation>liest eine Einstellung aus %1</translation>
    </message>
    <message>
        <source>imports %1</source>
        <translation>importiert %1</translation>
    </message>
    <message>
        <source>uses %1</source>
        <translation>benutzt %1</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>kein Eigentümer</translation>
    </message>
    <message>
        <source>top folder</source>
        <translation>oberster Ordner</translation>
    </message>
    <message>
        <source>usually also, and not here</source>
        <translation>meist auch, hier aber nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>changes with %1: %2 %</source>
        <translation>ändert sich mit %1: %2 %</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DependentTable</name>
    <message>
        <source>Files that the change reaches, worst first</source>
        <translation>Dateien, die die Änderung erreicht, die schlimmste zuerst</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DiffPane</name>
    <message>
        <source>white space at line ends</source>
        <translation>Leerraum am Zeilenende</translation>
    </message>
    <message>
        <source>amount of white space</source>
        <translation>die Menge an Leerraum</translation>
    </message>
    <message>
        <source>all white space</source>
        <translation>jeglichen Leerraum</translation>
    </message>
    <message>
        <source>blank lines</source>
        <translation>Leerzeilen</translation>
    </message>
    <message>
        <source>hunk %1 of %2</source>
        <translation>Hunk %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne Rücksicht auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n hunk(s) hidden by that</source>
        <translation>
            <numerusform>%n Hunk dadurch verborgen</numerusform>
            <numerusform>%n Hunks dadurch verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>read as %1 → %2</source>
        <translation>gelesen als %1 → %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DiffSearch</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 von mehr als %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DiffSettingsPanel</name>
    <message>
        <source>Layout of the diff</source>
        <translation>Anordnung des Diffs</translation>
    </message>
    <message>
        <source>Font of the code</source>
        <translation>Schrift des Codes</translation>
    </message>
    <message>
        <source>Size of the code in points</source>
        <translation>Größe des Codes in Punkt</translation>
    </message>
    <message>
        <source>Width of a tab in cells</source>
        <translation>Breite eines Tabulators in Zellen</translation>
    </message>
    <message>
        <source>Unchanged lines around a change</source>
        <translation>Unveränderte Zeilen um eine Änderung</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>White space that is left out</source>
        <translation>Leerraum, der nicht beachtet wird</translation>
    </message>
    <message>
        <source>Leave out blank lines</source>
        <translation>Leerzeilen nicht beachten</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Unified</source>
        <translation>Untereinander</translation>
    </message>
    <message>
        <source>As the program chooses</source>
        <translation>Wie das Programm wählt</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Alles wird beachtet</translation>
    </message>
    <message>
        <source>White space at line ends</source>
        <translation>Leerraum am Zeilenende</translation>
    </message>
    <message>
        <source>Amount of white space</source>
        <translation>Menge an Leerraum</translation>
    </message>
    <message>
        <source>All white space</source>
        <translation>Jeglicher Leerraum</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tab width</source>
        <translation>Tabulatorbreite</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>Leerraum</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DiffView</name>
    <message>
        <source>Check: %1</source>
        <translation>Zu prüfen: %1</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Beleg: %1</translation>
    </message>
    <message>
        <source>Lowered by: %1</source>
        <translation>Gemildert durch: %1</translation>
    </message>
    <message>
        <source>✓ read</source>
        <translation>✓ gelesen</translation>
    </message>
    <message>
        <source>Side-by-side diff</source>
        <translation>Vergleich nebeneinander</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>Erlassen …</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>Bestreiten …</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentieren …</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Antworten …</translation>
    </message>
    <message>
        <source>▼ 10 more</source>
        <translation>▼ 10 weitere</translation>
    </message>
    <message>
        <source>▲ 10 more</source>
        <translation>▲ 10 weitere</translation>
    </message>
</context>
<context>
    <name>countersign::ui::EncodingMenu</name>
    <message>
        <source>Both sides</source>
        <translation>Beide Seiten</translation>
    </message>
    <message>
        <source>Old side, %1 found</source>
        <translation>Alte Seite, %1 gefunden</translation>
    </message>
    <message>
        <source>New side, %1 found</source>
        <translation>Neue Seite, %1 gefunden</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Wie gefunden</translation>
    </message>
</context>
<context>
    <name>countersign::ui::EvidencePanel</name>
    <message>
        <source>holds</source>
        <translation>stimmt</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>stimmt nicht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>What the record says</source>
        <translation>Was der Nachweis sagt</translation>
    </message>
    <message>
        <source>The record as it was signed</source>
        <translation>Der Nachweis, wie er signiert wurde</translation>
    </message>
    <message>
        <source>Chain of evidence</source>
        <translation>Belegkette</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
    <message>
        <source>Exact bytes</source>
        <translation>Genaue Bytes</translation>
    </message>
    <message>
        <source>This record verifies.</source>
        <translation>Dieser Nachweis besteht die Verifizierung.</translation>
    </message>
    <message>
        <source>This record does not count: %1</source>
        <translation>Dieser Nachweis zählt nicht: %1</translation>
    </message>
    <message>
        <source>Choose a record to see why it can be believed.</source>
        <translation>Einen Nachweis wählen, um zu sehen, warum ihm zu glauben ist.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FileListModel</name>
    <message>
        <source>top level</source>
        <translation>oberste Ebene</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · +%2 −%3</source>
        <translation>%1 · +%2 −%3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n finding(s)</source>
        <translation>
            <numerusform>%1, %2, %n Befund</numerusform>
            <numerusform>%1, %2, %n Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s)</source>
        <translation>
            <numerusform>%n Commit</numerusform>
            <numerusform>%n Commits</numerusform>
        </translation>
    </message>
    <message>
        <source>Commit messages</source>
        <translation>Commit-Nachrichten</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FilePanel</name>
    <message>
        <source>Files of the change, riskiest first</source>
        <translation>Dateien der Änderung, die riskanteste zuerst</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), riskiest first</source>
        <translation>
            <numerusform>%n Datei, die riskanteste zuerst</numerusform>
            <numerusform>%n Dateien, die riskanteste zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::FindingPanel</name>
    <message>
        <source>acknowledged</source>
        <translation>zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>erlassen</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>bestritten</translation>
    </message>
    <message>
        <source>Save decision</source>
        <translation>Entscheidung sichern</translation>
    </message>
    <message>
        <source>Findings, worst first</source>
        <translation>Befunde, der schlimmste zuerst</translation>
    </message>
    <message>
        <source>Decision about the finding</source>
        <translation>Entscheidung über den Befund</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Grund der Entscheidung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Day until which the finding is waived</source>
        <translation>Tag, bis zu dem der Befund erlassen ist</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Import report…</source>
        <translation>Bericht importieren …</translation>
    </message>
    <message>
        <source>Results of other tools (SARIF) or coverage of the tests</source>
        <translation>Ergebnisse anderer Werkzeuge (SARIF) oder Abdeckung der Tests</translation>
    </message>
    <message numerus="yes">
        <source>%1 · and %n like it</source>
        <translation>
            <numerusform>%1 · und %n weiterer dieser Art</numerusform>
            <numerusform>%1 · und %n weitere dieser Art</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other tools say %n thing(s)</source>
        <translation>
            <numerusform>%n Meldung anderer Werkzeuge</numerusform>
            <numerusform>%n Meldungen anderer Werkzeuge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2
%3
%4</source>
        <translation>%1 · %2
%3
%4</translation>
    </message>
    <message>
        <source>%1 of %2 added lines, %3 of %4 by an AI</source>
        <translation>%1 von %2 hinzugefügten Zeilen, %3 von %4 von einer KI</translation>
    </message>
    <message>
        <source>Tests run %1</source>
        <translation>Tests führen aus: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be looked at or used</source>
        <translation>
            <numerusform>%n Sache konnte nicht angesehen oder verwendet werden</numerusform>
            <numerusform>%n Sachen konnten nicht angesehen oder verwendet werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::GateDesk</name>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>This change is in no repository, so nothing can be recorded about it. Apply it on a branch first.</source>
        <translation>Diese Änderung liegt in keinem Repository, daher kann nichts über sie verzeichnet werden. Wenden Sie sie zuerst auf einem Branch an.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::GatePanel</name>
    <message>
        <source>What the policy asks</source>
        <translation>Was die Regeln verlangen</translation>
    </message>
    <message>
        <source>What an approval given now would lack</source>
        <translation>Was einer Freigabe jetzt fehlen würde</translation>
    </message>
    <message>
        <source>Withdraw my record…</source>
        <translation>Meinen Nachweis zurückziehen …</translation>
    </message>
    <message>
        <source>Missing before signing</source>
        <translation>Vor dem Unterschreiben fehlt</translation>
    </message>
    <message>
        <source>The gate is open.</source>
        <translation>Das Tor ist offen.</translation>
    </message>
    <message>
        <source>The gate is closed: %1.</source>
        <translation>Das Tor ist geschlossen: %1.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Counts: %1</source>
        <translation>Zählt: %1</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <translation>Nötig: %1</translation>
    </message>
    <message>
        <source>Who can: %1</source>
        <translation>Wer es kann: %1</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>Übergehen …</translation>
    </message>
</context>
<context>
    <name>countersign::ui::HistoryPanel</name>
    <message>
        <source>Nothing of the author&apos;s changed since then. %1</source>
        <translation>Vom Autor hat sich seitdem nichts geändert. %1</translation>
    </message>
    <message>
        <source>The author changed %1 of %2 files since then: +%3 −%4 lines. %5 lines came with the rebase.</source>
        <translation>Der Autor hat seitdem %1 von %2 Dateien geändert: +%3 −%4 Zeilen. %5 Zeilen kamen mit dem Rebase.</translation>
    </message>
    <message>
        <source>Show what changed since…</source>
        <translation>Änderungen seitdem zeigen …</translation>
    </message>
    <message>
        <source>Versions of the change that were opened here, newest first</source>
        <translation>Hier geöffnete Fassungen der Änderung, die neueste zuerst</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>jetzt geöffnet</translation>
    </message>
    <message>
        <source>no longer in this repository</source>
        <translation>nicht mehr in diesem Repository</translation>
    </message>
    <message>
        <source>Choose a version to see what changed since.</source>
        <translation>Eine Fassung wählen, um zu sehen, was sich seitdem geändert hat.</translation>
    </message>
    <message>
        <source>This is the only version that was opened here.</source>
        <translation>Dies ist die einzige Fassung, die hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>This version is open now.</source>
        <translation>Diese Fassung ist jetzt geöffnet.</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>Version %1 to version %2</source>
        <translation>Fassung %1 bis Fassung %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImageView</name>
    <message>
        <source>There is no image on this side.</source>
        <translation>Auf dieser Seite gibt es kein Bild.</translation>
    </message>
    <message>
        <source>SVG images are text and are not drawn here: read their lines.</source>
        <translation>SVG-Bilder sind Text und werden hier nicht gezeichnet: Lesen Sie ihre Zeilen.</translation>
    </message>
    <message>
        <source>Images of this format are not shown.</source>
        <translation>Bilder dieses Formats werden nicht angezeigt.</translation>
    </message>
    <message>
        <source>The image is too large to be shown.</source>
        <translation>Das Bild ist zu groß, um angezeigt zu werden.</translation>
    </message>
    <message>
        <source>The image is damaged and cannot be shown.</source>
        <translation>Das Bild ist beschädigt und kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>first frame</source>
        <translation>erstes Einzelbild</translation>
    </message>
    <message>
        <source>New: none</source>
        <translation>Neu: keines</translation>
    </message>
    <message>
        <source>Old: none</source>
        <translation>Alt: keines</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Old: %1</source>
        <translation>Alt: %1</translation>
    </message>
    <message>
        <source>Both files are the same.</source>
        <translation>Beide Dateien sind gleich.</translation>
    </message>
    <message>
        <source>There is not enough memory to compare them.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>No pixel differs; the files differ in compression or metadata.</source>
        <translation>Kein Pixel unterscheidet sich; die Dateien unterscheiden sich in Kompression oder Metadaten.</translation>
    </message>
    <message>
        <source>less than 0.1 %</source>
        <translation>weniger als 0,1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 pixels differ (%3)</source>
        <translation>%1 von %2 Pixeln unterscheiden sich (%3)</translation>
    </message>
    <message>
        <source>Comparison of two images</source>
        <translation>Vergleich zweier Bilder</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (Taste %2)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Decoding the images…</source>
        <translation>Die Bilder werden dekodiert …</translation>
    </message>
    <message>
        <source>Old image left, new image right</source>
        <translation>Altes Bild links, neues Bild rechts</translation>
    </message>
    <message>
        <source>Old image left of the divider, new image right of it; divider at %1 %</source>
        <translation>Altes Bild links vom Trenner, neues Bild rechts davon; Trenner bei %1 %</translation>
    </message>
    <message>
        <source>Pixels that differ</source>
        <translation>Pixel, die sich unterscheiden</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportedReports</name>
    <message>
        <source>Import reports</source>
        <translation>Berichte importieren</translation>
    </message>
    <message>
        <source>Reports (*.sarif *.json *.info *.lcov *.xml);;All files (*)</source>
        <translation>Berichte (*.sarif *.json *.info *.lcov *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::InitPeoplePage</name>
    <message>
        <source>Name of the person</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>Public key of the person</source>
        <translation>Öffentlicher Schlüssel der Person</translation>
    </message>
    <message>
        <source>senior</source>
        <translation>senior</translation>
    </message>
    <message>
        <source>maintainer</source>
        <translation>maintainer</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Weitere Personen</translation>
    </message>
    <message>
        <source>Who else is on the first roster? Nobody has to be: a maintainer can add people at any time.</source>
        <translation>Wer steht noch auf der ersten Personenliste? Niemand muss es: Ein Betreuer kann jederzeit Personen hinzufügen.</translation>
    </message>
    <message>
        <source>People on the first roster besides you</source>
        <translation>Weitere Personen auf der ersten Personenliste</translation>
    </message>
    <message>
        <source>Maintainers who sign a roster</source>
        <translation>Betreuer, die eine Personenliste signieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 is on the roster already.</source>
        <translation>%1 steht schon auf der Personenliste.</translation>
    </message>
    <message>
        <source>This key belongs to somebody else on the roster.</source>
        <translation>Dieser Schlüssel gehört jemand anderem auf der Personenliste.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::InitPolicyPage</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Who must approve what. All rules that apply to a change add up; it can be changed later.</source>
        <translation>Wer was freigeben muss. Alle Regeln, die auf eine Änderung zutreffen, gelten zusammen; das lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Reviewers of every change</source>
        <translation>Prüfer jeder Änderung</translation>
    </message>
    <message>
        <source>Seniors for lines that an AI wrote or may have written</source>
        <translation>Seniors für Zeilen, die eine KI geschrieben hat oder haben könnte</translation>
    </message>
    <message>
        <source>Seniors for a high blast radius</source>
        <translation>Seniors bei großem Wirkungsradius</translation>
    </message>
    <message>
        <source>Days that an approval counts</source>
        <translation>Tage, die eine Freigabe zählt</translation>
    </message>
    <message>
        <source>The policy in words</source>
        <translation>Die Richtlinie in Worten</translation>
    </message>
    <message>
        <source>A policy of your own…</source>
        <translation>Eine eigene Richtlinie …</translation>
    </message>
    <message>
        <source>Policy (*.toml)</source>
        <translation>Richtlinie (*.toml)</translation>
    </message>
</context>
<context>
    <name>countersign::ui::InitWizard</name>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Nothing was written so far. Sign puts the roster and the policy into the ledger.</source>
        <translation>Bisher wurde nichts geschrieben. „Signieren“ nimmt Personenliste und Richtlinie in das Register auf.</translation>
    </message>
    <message>
        <source>What will be signed</source>
        <translation>Was signiert wird</translation>
    </message>
    <message>
        <source>Progress of signing</source>
        <translation>Fortschritt des Signierens</translation>
    </message>
    <message>
        <source>%1 · maintainer, %2</source>
        <translation>%1 · maintainer, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n maintainer(s) sign a roster</source>
        <translation>
            <numerusform>%n Maintainer signiert eine Personenliste</numerusform>
            <numerusform>%n Maintainer signieren eine Personenliste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Policy: %n rule(s) beside what holds for every change; SHA-256 %1</source>
        <translation>
            <numerusform>Richtlinie: %n Regel neben dem, was für jede Änderung gilt; SHA-256 %1</numerusform>
            <numerusform>Richtlinie: %n Regeln neben dem, was für jede Änderung gilt; SHA-256 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed with %1</source>
        <translation>Signiert mit %1</translation>
    </message>
    <message>
        <source>the key that git is configured with</source>
        <translation>dem Schlüssel, der in Git eingestellt ist</translation>
    </message>
    <message>
        <source>Waiting for ssh-keygen …</source>
        <translation>Warten auf ssh-keygen …</translation>
    </message>
    <message>
        <source>Save for the others…</source>
        <translation>Für die anderen speichern …</translation>
    </message>
    <message>
        <source>Fingerprint of the roster</source>
        <translation>Fingerabdruck der Personenliste</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Others have to sign</source>
        <translation>Andere müssen noch signieren</translation>
    </message>
    <message>
        <source>This is the fingerprint of the roster. Everybody else compares it with you, on another way than git (aloud, on paper), and pins it once, in Ledger under Trust or with the command below. Until then no gate opens for them. Share the ledger with Push.</source>
        <translation>Dies ist der Fingerabdruck der Personenliste. Alle anderen vergleichen ihn auf einem anderen Weg als Git (mündlich, auf Papier) und heften ihn einmal an, im Register unter „Vertrauen“ oder mit dem Befehl unten. Vorher öffnet sich für sie kein Tor. Das Register mit „Push“ teilen.</translation>
    </message>
    <message numerus="yes">
        <source>It still takes %n signature(s) of: %1. Save roster and policy, and let them run the command below. Nothing is in the ledger before.</source>
        <translation>
            <numerusform>Noch fehlt %n Signatur von: %1. Personenliste und Richtlinie speichern und den Befehl unten dort ausführen lassen. Vorher steht nichts im Register.</numerusform>
            <numerusform>Noch fehlen %n Signaturen von: %1. Personenliste und Richtlinie speichern und den Befehl unten dort ausführen lassen. Vorher steht nichts im Register.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for roster and policy</source>
        <translation>Ordner für Personenliste und Richtlinie</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
    <message>
        <source>Nothing can be written into %1.</source>
        <translation>In %1 kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Set up roster and policy</source>
        <translation>Personenliste und Richtlinie einrichten</translation>
    </message>
</context>
<context>
    <name>countersign::ui::InitYouPage</name>
    <message>
        <source>A name is 1 to 64 of a-z 0-9 . _ + @ - (best: the e-mail address).</source>
        <translation>Ein Name besteht aus 1 bis 64 Zeichen von a-z 0-9 . _ + @ - (am besten: die E-Mail-Adresse).</translation>
    </message>
    <message>
        <source>Your name on the roster</source>
        <translation>Eigener Name auf der Personenliste</translation>
    </message>
    <message>
        <source>Further addresses that you commit with</source>
        <translation>Weitere Adressen der eigenen Commits</translation>
    </message>
    <message>
        <source>reviewer: approves changes</source>
        <translation>reviewer: gibt Änderungen frei</translation>
    </message>
    <message>
        <source>senior: approves what an AI wrote and what reaches far</source>
        <translation>senior: gibt frei, was eine KI geschrieben hat und was weit reicht</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Eigene Angaben</translation>
    </message>
    <message>
        <source>The roster says who may sign what in %1. You are its first maintainer.</source>
        <translation>Die Personenliste sagt, wer in %1 was signieren darf. Ihr erster Maintainer wird hier eingetragen.</translation>
    </message>
    <message>
        <source>separated by blanks; may stay empty</source>
        <translation>durch Leerzeichen getrennt; darf leer bleiben</translation>
    </message>
    <message>
        <source>maintainer: signs rosters and policies</source>
        <translation>maintainer: signiert Personenlisten und Richtlinien</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Auch</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The repository has a roster already: see Ledger, Trust.</source>
        <translation>Das Repository hat schon eine Personenliste: siehe Register, Vertrauen.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::InterDiffWindow</name>
    <message>
        <source>author +%1 −%2</source>
        <translation>Autor +%1 −%2</translation>
    </message>
    <message>
        <source>rebase +%1 −%2</source>
        <translation>Rebase +%1 −%2</translation>
    </message>
    <message>
        <source>somebody decided a conflict</source>
        <translation>ein Konflikt wurde von Hand gelöst</translation>
    </message>
    <message>
        <source>Leave out what came with the rebase</source>
        <translation>Weglassen, was mit dem Rebase kam</translation>
    </message>
    <message>
        <source>Files of both versions</source>
        <translation>Dateien beider Fassungen</translation>
    </message>
    <message>
        <source>Digest of the patch then: %1
Digest of the patch now: %2</source>
        <translation>Prüfsumme des Patches damals: %1
Prüfsumme des Patches jetzt: %2</translation>
    </message>
    <message>
        <source>Neither version touches a file.</source>
        <translation>Keine der Fassungen berührt eine Datei.</translation>
    </message>
    <message>
        <source>This file is the same in both versions.</source>
        <translation>Diese Datei ist in beiden Fassungen gleich.</translation>
    </message>
    <message>
        <source>Only the rebase changed this file.</source>
        <translation>Nur der Rebase hat diese Datei geändert.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::KeyBox</name>
    <message>
        <source>in the agent</source>
        <translation>im Agenten</translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation>Schlüsseldatei …</translation>
    </message>
    <message>
        <source>Key to sign with</source>
        <translation>Schlüssel zum Signieren</translation>
    </message>
    <message>
        <source>As git is configured: %1</source>
        <translation>Wie in Git eingestellt: %1</translation>
    </message>
    <message>
        <source>Private or public key file</source>
        <translation>Private oder öffentliche Schlüsseldatei</translation>
    </message>
</context>
<context>
    <name>countersign::ui::KeyDialog</name>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
</context>
<context>
    <name>countersign::ui::KeySettings</name>
    <message>
        <source>%1 (on a token)</source>
        <translation>%1 (auf einem Token)</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message>
        <source>Sign a test</source>
        <translation>Test signieren</translation>
    </message>
    <message>
        <source>Use as default</source>
        <translation>Als Vorgabe verwenden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Keys of the SSH agent and of ~/.ssh</source>
        <translation>Schlüssel des SSH-Agenten und aus ~/.ssh</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Counts here</source>
        <translation>Zählt hier</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The private half stays with ssh-keygen, the agent or the token; this program never sees it.</source>
        <translation>Die private Hälfte bleibt bei ssh-keygen, dem Agenten oder dem Token; dieses Programm sieht sie nie.</translation>
    </message>
    <message>
        <source>git signs with: %1</source>
        <translation>Git signiert mit: %1</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Default: what git is configured with (user.signingKey)</source>
        <translation>Vorgabe: was in Git eingestellt ist (user.signingKey)</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::LedgerDesk</name>
    <message>
        <source>The ledger has %1 entries; %2 came from %3, %4 of yours were appended anew behind them.</source>
        <translation>Das Register hat %1 Einträge; %2 kamen von %3, %4 eigene wurden dahinter neu angehängt.</translation>
    </message>
    <message>
        <source>%1 has signed the log as it is.</source>
        <translation>%1 hat das Protokoll in seinem jetzigen Stand signiert.</translation>
    </message>
    <message>
        <source>The roster is pinned on this machine.</source>
        <translation>Die Personenliste ist auf diesem Rechner angeheftet.</translation>
    </message>
    <message>
        <source>The audit bundle is in %1. README.txt in it says how to verify it.</source>
        <translation>Das Audit-Bündel liegt in %1. README.txt darin sagt, wie es zu prüfen ist.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation>Der Bericht wurde an den Drucker gesendet.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::LedgerPage</name>
    <message>
        <source>Verifying %1 of %2</source>
        <translation>%1 von %2 wird geprüft</translation>
    </message>
    <message>
        <source>Filter the records</source>
        <translation>Nachweise filtern</translation>
    </message>
    <message>
        <source>Filter: bad alice …</source>
        <translation>Filter: ungültig alice …</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Back to the repository</source>
        <translation>Zurück zum Repository</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Remote or URL to share the ledger with</source>
        <translation>Gegenstelle oder URL, mit der das Register geteilt wird</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Verify a bundle…</source>
        <translation>Bündel prüfen …</translation>
    </message>
    <message>
        <source>Export a bundle…</source>
        <translation>Bündel exportieren …</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Records of the ledger, newest first</source>
        <translation>Nachweise des Registers, neueste zuerst</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopped. Press F5 to verify again.</source>
        <translation>Angehalten. F5 prüft von Neuem.</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>In Arbeit …</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n Nachweis</numerusform>
            <numerusform>%1 · %n Nachweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bundle %1 · %n record(s)</source>
        <translation>
            <numerusform>Bündel %1 · %n Nachweis</numerusform>
            <numerusform>Bündel %1 · %n Nachweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was signed here yet.</source>
        <translation>Hier wurde noch nichts signiert.</translation>
    </message>
    <message>
        <source>✓ Everything verifies.</source>
        <translation>✓ Alles hält der Prüfung stand.</translation>
    </message>
    <message numerus="yes">
        <source>✗ %n record(s) do not verify.</source>
        <translation>
            <numerusform>✗ %n Nachweis hält der Prüfung nicht stand.</numerusform>
            <numerusform>✗ %n Nachweise halten der Prüfung nicht stand.</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ The ledger itself: %1</source>
        <translation>✗ Das Register selbst: %1</translation>
    </message>
    <message numerus="yes">
        <source>Checkpoint of %1 entries, %n signature(s).</source>
        <translation>
            <numerusform>Prüfpunkt über %1 Einträge, %n Signatur.</numerusform>
            <numerusform>Prüfpunkt über %1 Einträge, %n Signaturen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The roster is not pinned here: see Trust.</source>
        <translation>Die Personenliste ist hier nicht angeheftet: siehe „Vertrauen“.</translation>
    </message>
    <message>
        <source>Sign a checkpoint</source>
        <translation>Prüfpunkt signieren</translation>
    </message>
    <message>
        <source>Signs the log as it is now: later nothing can be cut off it unnoticed.</source>
        <translation>Signiert das Protokoll, wie es jetzt ist: Später lässt sich nichts unbemerkt davon abschneiden.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Report (*.pdf *.html *.json)</source>
        <translation>Bericht (*.pdf *.html *.json)</translation>
    </message>
    <message>
        <source>Audit bundle: a .tar file, or manifest.sha256 in its folder</source>
        <translation>Prüfbündel: eine .tar-Datei oder manifest.sha256 in seinem Ordner</translation>
    </message>
    <message>
        <source>Audit bundle (*.tar manifest.sha256)</source>
        <translation>Prüfbündel (*.tar manifest.sha256)</translation>
    </message>
    <message>
        <source>One file (*.tar)</source>
        <translation>Eine Datei (*.tar)</translation>
    </message>
    <message>
        <source>New file or folder for the audit bundle</source>
        <translation>Neue Datei oder neuer Ordner für das Prüfbündel</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>Ordner (*)</translation>
    </message>
</context>
<context>
    <name>countersign::ui::LineTools</name>
    <message>
        <source>This change is in no repository, so its lines have no history.</source>
        <translation>Diese Änderung liegt in keinem Repository, daher haben ihre Zeilen keine Geschichte.</translation>
    </message>
    <message>
        <source>Looking for the commit that brought line %1 …</source>
        <translation>Der Commit, der Zeile %1 gebracht hat, wird gesucht …</translation>
    </message>
    <message>
        <source>Line %1 came with %2 · %3 · %4</source>
        <translation>Zeile %1 kam mit %2 · %3 · %4</translation>
    </message>
    <message>
        <source>There it was %1:%2</source>
        <translation>Dort war es %1:%2</translation>
    </message>
    <message>
        <source>The history ends there; the line may be older.</source>
        <translation>Die Geschichte endet dort; die Zeile kann älter sein.</translation>
    </message>
    <message>
        <source>Select a name first: double-click it.</source>
        <translation>Wählen Sie zuerst mit einem Doppelklick einen Namen aus.</translation>
    </message>
    <message>
        <source>This change has no definition of %1.</source>
        <translation>Diese Änderung hat keine Definition von %1.</translation>
    </message>
    <message>
        <source>%1: definition %2 of %3</source>
        <translation>%1: Definition %2 von %3</translation>
    </message>
    <message>
        <source>The editor “%1” could not be started. Choose another one: View, Editor…</source>
        <translation>Der Editor „%1“ ließ sich nicht starten. Wählen Sie einen anderen: Ansicht, Editor …</translation>
    </message>
    <message>
        <source>Opened in %1</source>
        <translation>In %1 geöffnet</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Program with its arguments; %f stands for the file and %l for the line, as in “kate -l %l %f”:</source>
        <translation>Programm mit seinen Argumenten; %f steht für die Datei und %l für die Zeile, wie in „kate -l %l %f“:</translation>
    </message>
</context>
<context>
    <name>countersign::ui::MainWindow</name>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 – Countersign</source>
        <translation>%1 – Countersign</translation>
    </message>
    <message>
        <source>Open repository</source>
        <translation>Repository öffnen</translation>
    </message>
    <message>
        <source>Open patch or bundle</source>
        <translation>Patch oder Bundle öffnen</translation>
    </message>
    <message>
        <source>Patches and bundles (*.patch *.diff *.mbox *.bundle)</source>
        <translation>Patches und Bundles (*.patch *.diff *.mbox *.bundle)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Countersign</source>
        <translation>Über Countersign</translation>
    </message>
    <message>
        <source>Countersign %1
Review workbench for AI-assisted changes.
Licence: GPL 3.0 or later.</source>
        <translation>Countersign %1
Prüfwerkbank für Änderungen mit KI-Hilfe.
Lizenz: GPL 3.0 oder später.</translation>
    </message>
    <message>
        <source>Writing the demo repository …</source>
        <translation>Das Vorführ-Repository wird geschrieben …</translation>
    </message>
    <message>
        <source>Meets</source>
        <translation>Trifft auf</translation>
    </message>
    <message>
        <source>Meets %1</source>
        <translation>Trifft auf %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::MeetingList</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the comparison with other changes</source>
        <translation>Fortschritt des Vergleichs mit anderen Änderungen</translation>
    </message>
    <message>
        <source>Places where this change meets others</source>
        <translation>Stellen, an denen diese Änderung auf andere trifft</translation>
    </message>
    <message>
        <source>%1
%2
here %3 · there %4</source>
        <translation>%1
%2
hier %3 · dort %4</translation>
    </message>
</context>
<context>
    <name>countersign::ui::MeetingPage</name>
    <message>
        <source>Open the other change</source>
        <translation>Die andere Änderung öffnen</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Where this change meets others</source>
        <translation>Wo diese Änderung auf andere trifft</translation>
    </message>
    <message>
        <source>%1 and %2: %3</source>
        <translation>%1 und %2: %3</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Hier: %1</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>There: %1</source>
        <translation>Dort: %1</translation>
    </message>
    <message>
        <source>The change does not touch this file any more. F5 compares again.</source>
        <translation>Die Änderung berührt diese Datei nicht mehr. F5 vergleicht erneut.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::Meetings</name>
    <message>
        <source>No change is open.</source>
        <translation>Keine Änderung ist offen.</translation>
    </message>
    <message>
        <source>It meets no other open change.</source>
        <translation>Sie trifft auf keine andere offene Änderung.</translation>
    </message>
    <message numerus="yes">
        <source>It meets other open changes in %n place(s).</source>
        <translation>
            <numerusform>Sie trifft an %n Stelle auf andere offene Änderungen.</numerusform>
            <numerusform>Sie trifft an %n Stellen auf andere offene Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with other open changes …</source>
        <translation>Vergleich mit anderen offenen Änderungen …</translation>
    </message>
    <message>
        <source>Stopped. Press F5 to go on.</source>
        <translation>Angehalten. F5 setzt fort.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::OverrideEditor</name>
    <message>
        <source>Requirements to override</source>
        <translation>Zu übergehende Anforderungen</translation>
    </message>
    <message>
        <source>Why the requirements are lifted</source>
        <translation>Warum die Anforderungen übergangen werden</translation>
    </message>
    <message>
        <source>Why; everybody will read it</source>
        <translation>Warum; alle werden es lesen</translation>
    </message>
</context>
<context>
    <name>countersign::ui::OverviewRuler</name>
    <message>
        <source>Overview of the file</source>
        <translation>Überblick über die Datei</translation>
    </message>
    <message>
        <source>Changes and findings of the whole file; click to go there</source>
        <translation>Änderungen und Befunde der ganzen Datei; ein Klick führt dorthin</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PolicySettings</name>
    <message>
        <source>The repository has no roster, so the built-in policy for that is in force: everybody whom allowed_signers names is a reviewer.</source>
        <translation>Das Repository hat keine Personenliste, daher gilt die eingebaute Richtlinie für diesen Fall: Alle, die allowed_signers nennt, sind Prüfer.</translation>
    </message>
    <message>
        <source>Named by version %1 of the roster. Its trust root is the first roster, %2, which is %3.</source>
        <translation>Genannt von Version %1 der Personenliste. Ihr Vertrauensanker ist die erste Personenliste, %2; sie ist %3.</translation>
    </message>
    <message>
        <source>pinned on this machine</source>
        <translation>auf diesem Rechner angeheftet</translation>
    </message>
    <message>
        <source>not pinned on this machine: no gate opens before</source>
        <translation>auf diesem Rechner nicht angeheftet: Vorher öffnet sich kein Tor</translation>
    </message>
    <message>
        <source>Set up roster and policy…</source>
        <translation>Personenliste und Richtlinie einrichten …</translation>
    </message>
    <message>
        <source>The policy as it is written</source>
        <translation>Die Richtlinie, wie sie geschrieben steht</translation>
    </message>
    <message>
        <source>The policy in words</source>
        <translation>Die Richtlinie in Worten</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Open a repository to see its policy.</source>
        <translation>Ein Repository öffnen, um seine Richtlinie zu sehen.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ProvenancePanel</name>
    <message>
        <source>Evidence of who wrote it</source>
        <translation>Belege, wer es geschrieben hat</translation>
    </message>
    <message>
        <source>%1: %2 AI lines, %3 unknown, %4 added</source>
        <translation>%1: %2 KI-Zeilen, %3 unbekannt, %4 hinzugefügt</translation>
    </message>
</context>
<context>
    <name>countersign::ui::QueueModel</name>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>none marked</source>
        <translation>keine gekennzeichnet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>ungraded</source>
        <translation>unbewertet</translation>
    </message>
    <message>
        <source>waiting for analysis</source>
        <translation>wartet auf die Untersuchung</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Change and why it is here</source>
        <translation>Änderung und warum sie hier steht</translation>
    </message>
    <message>
        <source>AI share</source>
        <translation>KI-Anteil</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Wirkungsradius</translation>
    </message>
    <message>
        <source>Size by kind</source>
        <translation>Umfang nach Art</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet seit</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Tor</translation>
    </message>
    <message>
        <source>Meets</source>
        <translation>Trifft auf</translation>
    </message>
</context>
<context>
    <name>countersign::ui::QueuePage</name>
    <message>
        <source>Analysing %1 of %2 in the background</source>
        <translation>%1 von %2 werden im Hintergrund untersucht</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>Prüfwarteschlange</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Warteschlange filtern</translation>
    </message>
    <message>
        <source>Filter: critical claude-code …</source>
        <translation>Filter: kritisch claude-code …</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Untersuchung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open changes, riskiest first</source>
        <translation>Offene Änderungen, die riskanteste zuerst</translation>
    </message>
    <message>
        <source>Stopped. Press F5 to go on.</source>
        <translation>Angehalten. F5 setzt fort.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · target %2 · %n open change(s)</source>
        <translation>
            <numerusform>%1 · Ziel %2 · %n offene Änderung</numerusform>
            <numerusform>%1 · Ziel %2 · %n offene Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No open change: every branch and pull request is merged.</source>
        <translation>Keine offene Änderung: Jeder Branch und jeder Pull-Request ist zusammengeführt.</translation>
    </message>
    <message>
        <source>Everything is analysed</source>
        <translation>Alles ist untersucht</translation>
    </message>
    <message numerus="yes">
        <source>Why %1 stands here: %2. %n finding(s). Enter opens it.</source>
        <translation>
            <numerusform>Warum %1 hier steht: %2. %n Befund. Eingabe öffnet sie.</numerusform>
            <numerusform>Warum %1 hier steht: %2. %n Befunde. Eingabe öffnet sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RepositorySettings</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Repositories that were opened</source>
        <translation>Geöffnete Repositorys</translation>
    </message>
    <message>
        <source>Removing one here deletes nothing on the disk.</source>
        <translation>Das Entfernen hier löscht nichts auf der Platte.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReviewSession</name>
    <message>
        <source>The store of reviews was damaged. It was kept as %1 and a new one was begun.</source>
        <translation>Der Speicher der Prüfungen war beschädigt. Er wurde als %1 aufbewahrt und ein neuer begonnen.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RingLegend</name>
    <message>
        <source>%1 &amp;nbsp; squares: infrastructure &amp;nbsp; hollow: entry point &amp;nbsp; number: so many files</source>
        <translation>%1 &amp;nbsp; Quadrate: Infrastruktur &amp;nbsp; hohl: Einstiegspunkt &amp;nbsp; Zahl: so viele Dateien</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RingView</name>
    <message>
        <source>Picture of the blast radius</source>
        <translation>Bild des Wirkungsradius</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1, %2</source>
        <translation>
            <numerusform>%n Datei von %1, %2</numerusform>
            <numerusform>%n Dateien von %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RolloutEditor</name>
    <message>
        <source>Share of the stage in percent</source>
        <translation>Anteil der Phase in Prozent</translation>
    </message>
    <message>
        <source>Minutes that the stage is watched</source>
        <translation>Minuten, die die Phase beobachtet wird</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Name of the stage</source>
        <translation>Name der Phase</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>canary</translation>
    </message>
    <message>
        <source>Stages of the rollout, in order</source>
        <translation>Phasen der Einführung, der Reihe nach</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>What makes you roll back, and how</source>
        <translation>Was zum Zurückrollen führt, und wie</translation>
    </message>
    <message>
        <source>More than 0.1 % errors in five minutes: redeploy the version before</source>
        <translation>Mehr als 0,1 % Fehler in fünf Minuten: die vorherige Version neu ausliefern</translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation>Phase hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rolled back when</source>
        <translation>Zurückgerollt, wenn</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RosterEditDialog</name>
    <message>
        <source>Add a person or a key</source>
        <translation>Person oder Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>New key of a person</source>
        <translation>Neuer Schlüssel einer Person</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Roles of a person</source>
        <translation>Rollen einer Person</translation>
    </message>
    <message>
        <source>Maintainers who sign</source>
        <translation>Betreuer, die signieren</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the person, on another way than git.</source>
        <translation>Den Fingerabdruck mit der Person vergleichen, auf einem anderen Weg als git.</translation>
    </message>
    <message>
        <source>The person&apos;s other keys end now. What they signed before stays good.</source>
        <translation>Die anderen Schlüssel der Person enden jetzt. Was sie vorher signierten, bleibt gültig.</translation>
    </message>
    <message>
        <source>The key was lost or stolen: nothing that it signed from then on counts.</source>
        <translation>Der Schlüssel ging verloren oder wurde gestohlen: Nichts, was er ab dann signierte, zählt.</translation>
    </message>
    <message>
        <source>The key is not needed any more. What it signs until then stays good.</source>
        <translation>Der Schlüssel wird nicht mehr gebraucht. Was er bis dahin signiert, bleibt gültig.</translation>
    </message>
    <message>
        <source>What the person may sign from the next version on.</source>
        <translation>Was die Person von der nächsten Version an signieren darf.</translation>
    </message>
    <message>
        <source>So many different maintainers sign each version after the next one.</source>
        <translation>So viele verschiedene Betreuer signieren jede Version nach der nächsten.</translation>
    </message>
    <message>
        <source>Add to the draft</source>
        <translation>In den Entwurf aufnehmen</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Public key, or a file with it</source>
        <translation>Öffentlicher Schlüssel oder eine Datei mit ihm</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Roles, with commas between them</source>
        <translation>Rollen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Further addresses that the person commits with</source>
        <translation>Weitere Adressen, mit denen die Person committet</translation>
    </message>
    <message>
        <source>separated by blanks; may stay empty</source>
        <translation>durch Leerzeichen getrennt; darf leer bleiben</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Auch</translation>
    </message>
    <message>
        <source>Key, or all keys of a person</source>
        <translation>Schlüssel oder alle Schlüssel einer Person</translation>
    </message>
    <message>
        <source>%1 · all keys</source>
        <translation>%1 · alle Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Revoked as of, in UTC</source>
        <translation>Widerrufen ab, in UTC</translation>
    </message>
    <message>
        <source>Ends at, in UTC</source>
        <translation>Endet am, in UTC</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Why the key is revoked</source>
        <translation>Warum der Schlüssel widerrufen wird</translation>
    </message>
    <message>
        <source>Why; everybody will read it</source>
        <translation>Warum; alle werden es lesen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Maintainers who sign a roster</source>
        <translation>Betreuer, die eine Personenliste signieren</translation>
    </message>
    <message>
        <source>Public key of the person</source>
        <translation>Öffentlicher Schlüssel der Person</translation>
    </message>
    <message>
        <source>Public keys (*.pub *.asc)</source>
        <translation>Öffentliche Schlüssel (*.pub *.asc)</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RosterSettings</name>
    <message>
        <source>✗ revoked as of %1: %2</source>
        <translation>✗ widerrufen ab %1: %2</translation>
    </message>
    <message>
        <source>○ from %1</source>
        <translation>○ ab %1</translation>
    </message>
    <message>
        <source>✓ counts</source>
        <translation>✓ zählt</translation>
    </message>
    <message>
        <source>✓ until %1</source>
        <translation>✓ bis %1</translation>
    </message>
    <message>
        <source>○ ended on %1</source>
        <translation>○ endete am %1</translation>
    </message>
    <message>
        <source>Set up roster and policy…</source>
        <translation>Personenliste und Richtlinie einrichten …</translation>
    </message>
    <message>
        <source>What the next version changes</source>
        <translation>Was die nächste Version ändert</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Signieren …</translation>
    </message>
    <message>
        <source>Save for the others…</source>
        <translation>Für die anderen speichern …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open a proposal…</source>
        <translation>Vorschlag öffnen …</translation>
    </message>
    <message>
        <source>People of the roster with their roles and keys</source>
        <translation>Personen der Personenliste mit ihren Rollen und Schlüsseln</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Beenden …</translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>Rollen …</translation>
    </message>
    <message>
        <source>Signatures…</source>
        <translation>Signaturen …</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Open a repository to see its roster.</source>
        <translation>Ein Repository öffnen, um seine Personenliste zu sehen.</translation>
    </message>
    <message>
        <source>The repository has no roster: everybody whom allowed_signers names is a reviewer.</source>
        <translation>Das Repository hat keine Personenliste: Jeder, den allowed_signers nennt, ist Prüfer.</translation>
    </message>
    <message numerus="yes">
        <source>Version %1, good until %2. The next version takes the signatures of %n maintainer(s). The first version is %3.</source>
        <translation>
            <numerusform>Version %1, gültig bis %2. Die nächste Version braucht die Signatur von %n Betreuer. Die erste Version ist %3.</numerusform>
            <numerusform>Version %1, gültig bis %2. Die nächste Version braucht die Signaturen von %n Betreuern. Die erste Version ist %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned on this machine</source>
        <translation>auf diesem Rechner angeheftet</translation>
    </message>
    <message>
        <source>not pinned on this machine</source>
        <translation>nicht auf diesem Rechner angeheftet</translation>
    </message>
    <message>
        <source>It still takes %1 signature(s) by the version before and %2 by its own. Who can sign: %3.</source>
        <translation>Es fehlen noch %1 Signatur(en) der vorigen Version und %2 der eigenen. Signieren können: %3.</translation>
    </message>
    <message>
        <source>Version %1, not in force yet</source>
        <translation>Version %1, noch nicht in Kraft</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Version</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Sign the roster</source>
        <translation>Personenliste signieren</translation>
    </message>
    <message>
        <source>Signs the version exactly as it is shown.</source>
        <translation>Signiert die Version genau so, wie sie gezeigt wird.</translation>
    </message>
    <message>
        <source>Waiting for the signature …</source>
        <translation>Wartet auf die Signatur …</translation>
    </message>
    <message>
        <source>Version %1 is in force. Share it with Push, on the page Ledger.</source>
        <translation>Version %1 ist in Kraft. Mit „Push“ auf der Seite „Register“ teilen.</translation>
    </message>
    <message>
        <source>Proposed version of the roster</source>
        <translation>Vorgeschlagene Version der Personenliste</translation>
    </message>
    <message>
        <source>Proposed roster (*.dsse.json)</source>
        <translation>Vorgeschlagene Personenliste (*.dsse.json)</translation>
    </message>
    <message>
        <source>Save for the others</source>
        <translation>Für die anderen speichern</translation>
    </message>
    <message>
        <source>Saved in %1. The others open it here, or run: countersign roster sign FILE</source>
        <translation>In %1 gespeichert. Die anderen öffnen sie hier oder führen aus: countersign roster sign DATEI</translation>
    </message>
    <message>
        <source>Another version came into force meanwhile. What was prepared here follows the one before and cannot count any more; do it again where it is still wanted:</source>
        <translation>Inzwischen ist eine andere Version in Kraft getreten. Was hier vorbereitet war, folgt der vorigen und kann nicht mehr gelten; wiederholen Sie, was noch gewünscht ist:</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RuleSettings</name>
    <message numerus="yes">
        <source>steps down by one: disputed %n time(s)</source>
        <translation>
            <numerusform>sinkt um eine Stufe: %n-mal bestritten</numerusform>
            <numerusform>sinkt um eine Stufe: %n-mal bestritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disputed %n time(s)</source>
        <translation>
            <numerusform>%n-mal bestritten</numerusform>
            <numerusform>%n-mal bestritten</numerusform>
        </translation>
    </message>
    <message>
        <source>part of the program</source>
        <translation>Teil des Programms</translation>
    </message>
    <message>
        <source>the team&apos;s: %1</source>
        <translation>vom Team: %1</translation>
    </message>
    <message>
        <source>Filter the rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>Filter: critical SEC …</source>
        <translation>Filter: kritisch SEC …</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>Geltende Regeln</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What it looks for</source>
        <translation>Wonach sie sucht</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>A team adds rules in .countersign/rules on the branch that changes are meant for; nobody switches a rule off.</source>
        <translation>Ein Team ergänzt Regeln in .countersign/rules auf dem Branch, für den Änderungen bestimmt sind; niemand schaltet eine Regel ab.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Open a repository to see the rules in force there.</source>
        <translation>Ein Repository öffnen, um die dort geltenden Regeln zu sehen.</translation>
    </message>
    <message>
        <source>varies</source>
        <translation>verschieden</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SearchBar</name>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Search on both sides</source>
        <translation>Auf beiden Seiten suchen</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Darstellung und Sprache</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>Repositorys</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Personenliste</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SignDialog</name>
    <message>
        <source>What the record says</source>
        <translation>Was der Nachweis sagt</translation>
    </message>
    <message>
        <source>The record as it is signed</source>
        <translation>Der Nachweis, wie er unterschrieben wird</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Exact bytes</source>
        <translation>Genaue Bytes</translation>
    </message>
    <message>
        <source>Progress of signing</source>
        <translation>Fortschritt des Unterschreibens</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Es fehlt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Who signs, as allowed_signers names it</source>
        <translation>Wer unterschreibt, wie allowed_signers es nennt</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Record id (SHA-256 of what is signed): %1</source>
        <translation>Kennung des Nachweises (SHA-256 des Unterschriebenen): %1</translation>
    </message>
    <message>
        <source>Waiting for ssh-keygen …</source>
        <translation>Warten auf ssh-keygen …</translation>
    </message>
    <message>
        <source>Signed and recorded as number %1 of the ledger.</source>
        <translation>Unterschrieben und als Nummer %1 im Register verzeichnet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Einführung</translation>
    </message>
    <message>
        <source>Not read to the end: %1, %2 of %3 lines</source>
        <translation>Nicht zu Ende gelesen: %1, %2 von %3 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>und %n weitere Datei</numerusform>
            <numerusform>und %n weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy asks for the stages of the rollout and what turns it back: enter them under Rollout</source>
        <translation>Die Richtlinie verlangt die Phasen der Einführung und was sie zurücknimmt: unter „Einführung“ eintragen</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Choose what is overridden, and say why.</source>
        <translation>Auswählen, was übergangen wird, und den Grund nennen.</translation>
    </message>
    <message>
        <source>%1 has moved to %2 meanwhile. This record is about %3, which is what was shown.</source>
        <translation>%1 steht inzwischen auf %2. Dieser Nachweis betrifft %3, den gezeigten Stand.</translation>
    </message>
    <message>
        <source>the commit messages</source>
        <translation>die Commit-Nachrichten</translation>
    </message>
</context>
<context>
    <name>countersign::ui::TagDialog</name>
    <message>
        <source>The whole change</source>
        <translation>Die ganze Änderung</translation>
    </message>
    <message>
        <source>This file: %1</source>
        <translation>Diese Datei: %1</translation>
    </message>
    <message>
        <source>Tag as AI-assisted</source>
        <translation>Als KI-gestützt kennzeichnen</translation>
    </message>
    <message>
        <source>Tool that assisted</source>
        <translation>Werkzeug, das geholfen hat</translation>
    </message>
    <message>
        <source>Model that it used, if known</source>
        <translation>Modell, das es benutzt hat, falls bekannt</translation>
    </message>
    <message>
        <source>The note stays in this repository until you push %1.</source>
        <translation>Die Notiz bleibt in diesem Repository, bis %1 gepusht wird.</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Kennzeichnen</translation>
    </message>
    <message>
        <source>Lines %1 to %2 of it</source>
        <translation>Davon die Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>countersign::ui::TreeFileWindow</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>The file as it stands</source>
        <translation>Die Datei, wie sie ist</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>There is no text to show: %1.</source>
        <translation>Es gibt keinen Text zu zeigen: %1.</translation>
    </message>
    <message>
        <source>%1, line %2, at %3</source>
        <translation>%1, Zeile %2, bei %3</translation>
    </message>
</context>
<context>
    <name>countersign::ui::TrustPanel</name>
    <message>
        <source>, on a token</source>
        <translation>, auf einem Token</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, ab %1</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message>
        <source>, revoked as of %1: %2</source>
        <translation>, widerrufen ab %1: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Compare and pin…</source>
        <translation>Vergleichen und anheften …</translation>
    </message>
    <message>
        <source>Set up roster and policy…</source>
        <translation>Personenliste und Richtlinie einrichten …</translation>
    </message>
    <message>
        <source>People of the roster with their roles and keys</source>
        <translation>Personen der Personenliste mit ihren Rollen und Schlüsseln</translation>
    </message>
    <message>
        <source>Sign a checkpoint…</source>
        <translation>Prüfpunkt signieren …</translation>
    </message>
    <message>
        <source>Problems and notes of the ledger</source>
        <translation>Probleme und Hinweise des Registers</translation>
    </message>
    <message>
        <source>Fingerprint of the first roster</source>
        <translation>Fingerabdruck der ersten Personenliste</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Personenliste</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>State of the ledger</source>
        <translation>Zustand des Registers</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>This ledger has no roster: whose signatures count is what allowed_signers says, and everybody is a reviewer.</source>
        <translation>Dieses Register hat keine Personenliste: Wessen Signaturen zählen, sagt allowed_signers, und alle sind Prüfer.</translation>
    </message>
    <message>
        <source>The roster of this ledger does not count; see below why.</source>
        <translation>Die Personenliste dieses Registers zählt nicht; der Grund steht unten.</translation>
    </message>
    <message>
        <source>✓ It is the one that is pinned on this machine.</source>
        <translation>✓ Es ist der auf diesem Rechner angeheftete.</translation>
    </message>
    <message>
        <source>○ Not pinned here, so no gate opens. Compare it with a maintainer, on another way than git, then pin it.</source>
        <translation>○ Hier nicht angeheftet, daher öffnet sich kein Tor. Mit einem Maintainer auf einem anderen Weg als Git vergleichen, dann anheften.</translation>
    </message>
    <message numerus="yes">
        <source>Version %1 of repository %2, good until %3. The next version takes the signatures of %n maintainer(s).</source>
        <translation>
            <numerusform>Version %1 des Repositorys %2, gültig bis %3. Die nächste Version braucht die Signatur von %n Maintainer.</numerusform>
            <numerusform>Version %1 des Repositorys %2, gültig bis %3. Die nächste Version braucht die Signaturen von %n Maintainern.</numerusform>
        </translation>
    </message>
    <message>
        <source>also commits as %1</source>
        <translation>macht Commits auch als %1</translation>
    </message>
    <message>
        <source>None yet. A signed checkpoint shows later that nothing was cut off the log.</source>
        <translation>Noch keiner. Ein signierter Prüfpunkt zeigt später, dass vom Protokoll nichts abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>%1 of %2 entries, signed by %3.</source>
        <translation>%1 von %2 Einträgen, signiert von %3.</translation>
    </message>
    <message>
        <source>✓ Log, chains and rosters hold.</source>
        <translation>✓ Protokoll, Ketten und Personenlisten sind in Ordnung.</translation>
    </message>
    <message>
        <source>Compare and pin</source>
        <translation>Vergleichen und anheften</translation>
    </message>
    <message>
        <source>The fingerprint as a maintainer told you, on another way than git:</source>
        <translation>Der Fingerabdruck, wie ein Maintainer ihn auf einem anderen Weg als Git genannt hat:</translation>
    </message>
</context>
<context>
    <name>countersign::ui::WelcomePage</name>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>Open a repository to see its changes, riskiest first.</source>
        <translation>Öffnen Sie ein Repository, um seine Änderungen zu sehen, die riskanteste zuerst.</translation>
    </message>
    <message>
        <source>Open repository…</source>
        <translation>Repository öffnen …</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Vorführung ansehen</translation>
    </message>
    <message>
        <source>Repositories that were opened before</source>
        <translation>Zuvor geöffnete Repositorys</translation>
    </message>
</context>
</TS>
