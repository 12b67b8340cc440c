### Recordings, consent, guides and interview protocols.

## Aufnahmen: was schiefgeht
error-recording-gone = Diese Aufnahme ist nicht mehr zugeordnet.
error-no-such-recording = Eine Datei { $file } gibt es nicht.
error-recording-is-folder = { $file } ist ein Ordner; eine Aufnahme ist eine einzelne Audio- oder Videodatei.
error-recording-name = { $file }: Der Name enthält Zeichen, die nicht behalten werden können. Bitte die Datei zuerst umbenennen.
error-recording-attached = { $file } ist { $label } schon zugeordnet.
hint-recording-attached = Falls sie jetzt woanders liegt: absatz recordings relocate KENNUNG DATEI
error-shift-long = Die Zeiten eines Transkripts können höchstens einen Tag zu früh oder zu spät sein.
error-time-end-alone = Ein Absatz mit einem Ende braucht einen Anfang.
error-time-order = Das Ende { $end } passt nicht: Der Absatz beginnt bei { $time }.
error-no-recording = { $label } hat keine Aufnahme.
hint-no-recording = Eine zuordnen: absatz recordings attach { $label } DATEI, oder R bei den Dokumenten der Arbeitsumgebung.
error-recording-missing = Die Aufnahme { $file } ist auf diesem Rechner nicht da.
hint-recording-missing = Angeben, wo sie liegt: absatz recordings relocate { $label } DATEI, oder R in der Arbeitsumgebung. Neben dem Projekt wird sie auch so gefunden.
error-no-time = Weder { $place } noch ein Absatz davor hat eine Zeit.
hint-no-time = Eine Zeit von Hand setzen (absatz recordings time 5:9 0:12:40, oder t in der Arbeitsumgebung) oder ab einer Zeit abspielen: absatz play 5 --from 12:40
error-time-outside = { $time } liegt außerhalb der Aufnahme, die bei { $end } endet.
hint-time-outside = Eine falsche Zeit verbessert „absatz recordings time“, durchweg späte Zeiten: absatz recordings shift { $label } SEKUNDEN
error-several-recordings = { $label } hat mehrere Aufnahmen: { $names }.
hint-several-recordings = Angeben, welche: --recording NAME
error-no-recording-named = { $label } hat keine Aufnahme „{ $name }“. Da sind: { $names }.

## Der Player
error-config = { $file }: { $reason }
error-config-words = { $file }: „{ $key }“ ist ein Aufruf, in Anführungszeichen.
error-config-switch = { $file }: „{ $key }“ ist entweder true oder false, ohne Anführungszeichen.
hint-config-words = Etwa so: { $key } = "programm --option".
error-player-missing = Den Player „{ $player }“ ({ $source }) gibt es nicht.
error-no-player = Kein Player gefunden; gesucht wurden { $names }.
hint-player = Einen installieren oder den eigenen in { $file } nennen: player = "mpv --start={"{"}seconds{"}"} {"{"}file{"}"}". Die Variable ABSATZ_PLAYER tut dasselbe.
error-player-words = „{ $words }“ ({ $source }) ist kein Aufruf: Ein Anführungszeichen ist offen, oder es steht nichts da.
error-player-start = Der Player { $player } lässt sich nicht starten: { $reason }
error-player-ended = Der Player { $player } hat nicht gut geendet ({ $status }).
error-player-said = Der Player { $player } meldet: { $reason }
hint-player-command = So wurde er aufgerufen: { $command }
play-beginning = { $file } von Anfang an
play-time = { $file } ab { $time }
play-place = { $file } ab { $time }, { $place }
play-earlier = { $asked } hat keine Zeit: { $file } ab { $time }, { $found }

## Aufnahmen auf der Befehlszeile
cli-list-recordings = Aufnahmen
cli-column-recording = Aufnahme
cli-column-duration = Dauer
cli-column-shift = Zeiten zu spät um
cli-column-timed = Mit Zeit
cli-column-path = Wo sie liegt
cli-recording-missing = nicht auf diesem Rechner
cli-no-recordings = Noch keine Aufnahmen. „absatz recordings attach KENNUNG DATEI“ ordnet eine zu.
cli-recording-attached = { $label }: { $file } ist zugeordnet.
cli-recording-relocated = { $name } liegt unter { $file }.
cli-recording-detached = { $label }: { $file } ist nicht mehr zugeordnet; die Datei selbst ist unberührt.
cli-recording-shifted = { $file }: Die Zeiten des Transkripts sind um { $seconds } s zu spät.
cli-no-shift = „{ $text }“ ist keine Zahl von Sekunden.
cli-no-shift-hint = Zum Beispiel +2.5, -0:01:05 oder 0.
cli-no-time = „{ $text }“ ist keine Zeit.
cli-no-time-hint = Als 1:02:33, 62:33 oder in Sekunden schreiben.
cli-one-paragraph = { $place } ist nicht ein einzelner Absatz.
cli-one-paragraph-hint = Eine Zeit gehört zu einem Absatz: 5:9
cli-time-needed = Wann beginnt er?
cli-time-line-hint = STELLE<TAB>ZEIT schreiben, ein ENDE nach einem weiteren Tabulator.
cli-times-set = { $count ->
    [one] Eine Zeit ist gesetzt.
   *[other] { $count } Zeiten sind gesetzt.
}
cli-time-set = { $place } beginnt bei { $time }.
cli-time-cleared = { $place } hat keine Zeit mehr.
cli-time-out-of-order = Nicht der Reihe nach: { $place } ist bei { $time }.

## Einwilligung: was schiefgeht
error-no-consent = Zu { $label } ist keine Einwilligung festgehalten.
error-consent-order = Eine Einwilligung vom { $given } kann nicht am { $withdrawn } widerrufen worden sein.
error-no-day = „{ $text }“ ist kein Tag.
hint-no-day = Tage werden als 2026-03-01 oder 1.3.2026 geschrieben.
error-wording = Zu einer Stelle, die in anderen Worten freigegeben ist, gehören diese Worte.
hint-wording = absatz consent release STELLE changed --wording "die anderen Worte"

## Einwilligung in Worten
quotations-unknown = unbekannt
quotations-yes = ja
quotations-anonymous = anonym
quotations-ask = vorher fragen
quotations-no = nein
release-asked = vorgelegt
release-released = freigegeben
release-changed = in anderen Worten freigegeben
release-refused = abgelehnt
quote-yes = { $place } darf zitiert werden.
quote-released = { $place } wurde vorgelegt und freigegeben.
quote-anonymous = { $place } darf zitiert werden, wenn nicht zu erkennen ist, wer es war.
quote-changed = { $place } darf in diesen Worten zitiert werden: { $wording }
quote-unknown = { $place }: Ob das zitiert werden darf, ist nicht festgehalten.
quote-ask = { $place } muss zuerst vorgelegt werden.
quote-asked = { $place } wurde vorgelegt; eine Antwort steht noch aus.
quote-refused = { $place } wurde von der Person abgelehnt.
quote-no = { $place } darf nicht zitiert werden.
quote-withdrawn = { $place }: Die Einwilligung wurde widerrufen.
concern-missing = keine Einwilligung festgehalten
concern-withdrawn = widerrufen { $on }
concern-withdrawn-person = { $name } widerrufen { $on }
concern-overdue = Aufnahme zu löschen bis { $by }

## Einwilligung auf der Befehlszeile
cli-list-consent = Einwilligungen
cli-list-releases = Vorgelegte Stellen
cli-column-person = Interviewte Person
cli-column-given = Erteilt
cli-column-quotations = Zitate
cli-column-withdrawn = Widerrufen
cli-column-delete-by = Aufnahme bis
cli-column-recording-deleted = Aufnahme gelöscht
cli-column-scope = Wofür
cli-column-concerns = Zu erledigen
cli-column-answer = Antwort
cli-column-wording = Andere Worte
cli-column-words-there = Wortlaut
cli-consent-set = { $label }: Die Einwilligung ist festgehalten.
cli-consent-withdrawn = { $label }: Die Einwilligung ist widerrufen. Das Interview ist noch in der Datei; „absatz erase { $label }“ nimmt es endgültig heraus.
cli-consent-removed = { $label }: Es ist nichts mehr festgehalten.
cli-nothing-to-set-consent = Möglich sind --given, --scope, --quotations, --delete-by, --recording-deleted, --withdrawn oder --note.
cli-no-releases = Es wurden keine Stellen vorgelegt.
cli-odd-consent-withdrawn = { $label }: Die Einwilligung wurde am { $on } widerrufen, und das Interview ist noch in der Datei: absatz erase { $label }
cli-odd-recording-overdue = { $label }: Die Aufnahme war bis { $by } zu löschen; wenn das geschehen ist: absatz consent set { $label } --recording-deleted DATUM
consent-given = erteilt { $on }
consent-quotations = Zitate: { $answer }
consent-recording-deleted = Aufnahme gelöscht { $on }

## Leitfäden: was schiefgeht
error-guide-gone = Dieses Dokument zum Nachschlagen ist nicht mehr im Projekt.
error-guide-there = { $guide } ist schon da.
hint-guide-there = Eine andere Fassung bekommt einen eigenen Namen: --version 2
error-guide-name = „{ $name }“ ist kein Name für einen Leitfaden oder seine Fassung: eine Zeile ohne Doppelpunkt.
error-no-guide = { $name } ist kein Interviewleitfaden, sondern ein anderes Dokument.
error-no-guides = Es gibt noch keine Leitfäden.
hint-no-guides = absatz guides import DATEI bewahrt einen auf.
error-no-such-guide = Einen Leitfaden „{ $name }“ gibt es nicht.
hint-no-such-guide = Es gibt: { $names }.
error-several-guides = „{ $name }“ hat mehrere Fassungen: { $names }.

## Leitfäden in Worten
reference-guide = Interviewleitfaden
reference-other = anderes
stage-main = Hauptstudie
stage-pretest = Pretest

## Leitfäden auf der Befehlszeile
cli-list-guides = Leitfäden und andere Dokumente
cli-column-version = Fassung
cli-column-kind = Art
cli-column-interviews = Geführte Interviews
cli-column-asks = Abgefragte Codes
cli-column-name = Bezeichnung
cli-column-stage = Phase
cli-column-guide = Leitfaden
cli-no-guides = Noch keine Leitfäden. „absatz guides import DATEI“ bewahrt einen auf.
cli-guide-imported = { $guide } ist aufgenommen.
cli-guide-removed = { $guide } ist entfernt. „absatz undo“ holt ihn zurück.
cli-guide-asks = { $guide } fragt nach { $count ->
    [0] keinen Codes
    [one] einem Code
   *[other] { $count } Codes
}.
cli-guide-used = { $labels }: geführt mit { $guide }.
cli-guide-unused = { $labels }: mit keinem hier aufbewahrten Leitfaden geführt.

## Memos, Vorlagen und das Interviewprotokoll
error-no-such-template = Eine Vorlage „{ $name }“ gibt es nicht.
hint-no-such-template = Vorlagen: { $names }.
error-template-name = Der Name einer Vorlage ist eine Zeile und nicht leer.
error-template-kind = „{ $kind }“ ist keine Art von Memo: { $kinds }.
error-template-empty = Die Vorlage „{ $name }“ hat keinen Text.
error-template-given = Die Vorlage „{ $name }“ gehört zum Programm.
error-template-exists = Eine Vorlage „{ $name }“ gibt es schon.
hint-template-exists = Einen anderen Namen wählen oder jene zuerst entfernen.
hint-template-given = Eine eigene mit diesem Namen tritt an ihre Stelle: absatz memo template add
error-memo-dated = Nur ein Eintrag im Logbuch handelt von einem Tag.
hint-memo-dated = Mit --on logbook schreiben.
error-memo-group-gone = Diese Dokumentgruppe ist nicht mehr im Projekt.
template-protocol-name = Interviewprotokoll
template-protocol-text =
    ## Ort

    ## Datum

    ## Dauer

    ## Atmosphäre

    ## Besonderheiten
memo-kind-project = Projekt
memo-kind-group = Dokumentgruppe
memo-kind-case = Fall
memo-kind-document = Dokument
memo-kind-place = Fundstelle
memo-kind-code = Code
memo-kind-coding = codiertes Segment
memo-kind-free = frei
memo-kind-logbook = Logbuch
cli-memo-on-group = Gruppe { $name }
cli-memo-on-case = Fall { $name }
cli-memo-on-what = Woran soll das Memo „{ $name }“ hängen?
cli-memo-on-what-hint = Zum Beispiel --document 5, --case NAME oder --on logbook.
cli-column-template = Vorlage
cli-template-there = Eine Vorlage „{ $name }“ gibt es schon.
cli-template-there-hint = absatz memo template set schreibt sie neu.
cli-template-written = Die Vorlage „{ $name }“ ist geschrieben.
cli-template-renamed = Die Vorlage „{ $name }“ heißt jetzt „{ $to }“, auch bei den damit begonnenen Memos.
cli-template-removed = Die Vorlage „{ $name }“ ist entfernt.

## In der Arbeitsumgebung: Befehle
command-play = Aufnahme ab hier abspielen oder anhalten
alias-play = Audio, Video, Ton, anhören, wiedergeben
command-set-time = Von Hand setzen, wann der Absatz in der Aufnahme beginnt
alias-set-time = Zeitmarke, Zeitstempel
command-recording = Dem Dokument eine Aufnahme zuordnen oder sie ändern
alias-recording = Audio, Video, Mediendatei, Zeiten verschieben
command-consent = Einwilligung festhalten
alias-consent = Einverständnis, Widerruf, Datenschutz
command-release-quotation = Festhalten, was aus einer vorgelegten Stelle wurde
alias-release-quotation = Zitatfreigabe, autorisieren
command-document-info = Zeigen, was über das Dokument bekannt ist
hint-document-info = Info
alias-document-info = Eigenschaften, Aufnahme, Einwilligung, Leitfaden, Pretest
command-document-stage = Das Dokument zum Pretest machen oder zur Hauptstudie rechnen
alias-document-stage = Probeinterview
command-document-guide = Leitfaden wählen, mit dem das Interview geführt wurde
command-guides = Interviewleitfäden lesen
alias-guides = Fragebogen, Nachschlagen
command-import-guide = Interviewleitfaden aufbewahren
command-protocol = Interviewprotokoll schreiben
alias-protocol = Postskript, Feldnotizen, Memovorlage
command-memo-case = Memo zum Fall des Dokuments schreiben
command-logbook = Eintrag ins Logbuch schreiben
alias-logbook = Forschungstagebuch, Journal

## In der Arbeitsumgebung: Fenster
play-said = { $what } · { $key } hält an
play-stopped = Angehalten.
no-case = { $document } gehört zu keinem Fall.
menu-recordings = Aufnahmen von { $document }
menu-shift = { $file }: Zeiten zu spät um { $seconds } s …
menu-relocate = { $file } liegt woanders …
menu-detach = { $file } lösen
menu-attach = Aufnahme zuordnen …
menu-whole-interview = Das ganze Interview: { $consent }
menu-release = Was wurde aus der Stelle?
menu-guides = Leitfäden
menu-no-guide = Keiner davon
menu-new-guide = Weiteren aufbewahren …
menu-document-guide = { $document } wurde geführt mit
menu-templates = Beginnen mit
form-attach = { $document } eine Aufnahme zuordnen
form-relocate = Wo liegt die Aufnahme?
form-shift = Um wie viele Sekunden sind die Zeiten des Transkripts zu spät?
form-time = Wann { $place } beginnt
form-consent = Einwilligung: { $whose }
form-import-guide = Interviewleitfaden aufbewahren
form-logbook = Eintrag ins Logbuch
field-recording = Pfad der Audio- oder Videodatei
field-shift = Sekunden: +2.5 oder -1:05
field-time = Beginnt bei, zum Beispiel 1:02:33; leer nimmt die Zeit weg
field-end-time = Endet bei
field-given = Erteilt am, zum Beispiel 2026-03-01
field-quotations = Zitate: { $choices }
field-scope = Wofür
field-delete-by = Aufnahme zu löschen bis
field-recording-deleted = Aufnahme gelöscht am
field-withdrawn = Widerrufen am
field-note = Anmerkung
field-wording = Was die Person stattdessen lesen möchte
field-guide-file = Pfad der Datei
field-guide-name = Name; leer: der der Datei
field-guide-version = Fassung, wo es mehrere gibt
field-dated = Der Tag, um den es geht, zum Beispiel 2026-03-01; leer: heute
time-wrong = „{ $text }“ ist keine Zeit. Als 1:02:33, 62:33 oder in Sekunden schreiben.
quotations-wrong = „{ $text }“ ist keine der Antworten zu Zitaten.
page-keys = ↑ ↓ blättern · Esc zurück
info-case = Fall
info-text = Umfang
info-counts = { $paragraphs ->
    [one] ein nummerierter Absatz
   *[other] { $paragraphs } nummerierte Absätze
}, { $words ->
    [one] ein Wort
   *[other] { $words } Wörter
}
info-no-recording = Keine Aufnahme zugeordnet.
info-shift = Zeiten zu spät um { $seconds } s
info-timed = { $timed } von { $all } Absätzen haben eine Zeit.
info-led = Damit geführt: { $labels }
info-asks = Fragt nach: { $codes }
command-consents = Zeigen, was für alle Dokumente vereinbart ist
alias-consents = Einwilligungen im Überblick, Löschfristen
command-guide-codes = Festhalten, nach welchen Codes ein Leitfaden fragt
alias-guide-codes = nicht gefragt, Fragen und Codes
menu-guide-codes = Codes welches Leitfadens?
picker-asks = Er fragt nach
picker-asks-keys = Tab markieren · Enter diese und keine anderen · Esc
