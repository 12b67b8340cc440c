### Codierende vergleichen: Freigabe, noch einmal anzusehen, Unterschiede in der Arbeitsumgebung.

## Freigabe: ob die Codierenden die Arbeit der anderen sehen
command-document-release = Die Arbeit der anderen am Dokument sichtbar machen oder nicht
alias-document-release = freigeben, Freigabe, blind, Intercoder
command-study-release = Die Arbeit der anderen überall sichtbar machen oder nicht
alias-study-release = freigeben, Freigabe, blind, Intercoder
release-study-is = Die ganze Studie ist freigegeben; { $label } allein kann nicht blind sein.
release-document-title = { $label } freigeben?
release-study-title = Die ganze Studie freigeben?
release-asks = Alle Codierenden sehen dort dann die Codierungen, Memos, Kommentare und Summarys der anderen. Was gesehen wurde, lässt sich nicht ungesehen machen: Freigegeben wird, wenn das unabhängige Codieren fertig ist.
release-not-done = Noch nicht für fertig erklärt: { $documents }.
agreement-note-blind = { $count ->
    [one] Ein Dokument ist nicht freigegeben und blieb außen vor.
   *[other] { $count } Dokumente sind nicht freigegeben und blieben außen vor.
}
coders-blind = blind
coders-released = freigegeben
release-told = { $released ->
    [yes] Freigegeben, alle Codierenden sehen dort die Arbeit der anderen: { $documents }
   *[no] Dort sind die Codierenden wieder blind: { $documents }
}
release-told-study = Die Studie als Ganzes ist noch freigegeben: absatz coders release --revoke macht die Codierenden wieder blind.
release-some = { $count ->
    [one] Ein Dokument ist für sich freigegeben: { $documents }.
   *[other] { $count } Dokumente sind für sich freigegeben: { $documents }.
}

## Unterschiede in der Arbeitsumgebung
command-differences = Zeigen, wo sich die Codierenden unterscheiden
alias-differences = Unterschiede, Abweichungen, Intercoder, Intercoder-Übereinstimmung
command-compare = Die Streifen der Codierenden nebeneinander am Transkript oder gemeinsam
alias-compare = nebeneinander, Intercoder, Streifen der Codierenden
command-next-difference = Zum nächsten Unterschied der Codierenden
command-previous-difference = Zum Unterschied davor
command-difference-filter = Die Liste eingrenzen: Unterschiede, Verlauf, Memos
menu-differences = Welche Unterschiede?
differences-all = Alle ({ $count })
differences-none = Hier unterscheiden sich die Codierenden nicht.
differences-no-more = In dieser Richtung gibt es keine Unterschiede mehr.
differences-filtered = { $count ->
    [one] Ein Unterschied wird durchgegangen: f und F gehen dorthin.
   *[other] { $count } Unterschiede werden durchgegangen: f und F gehen dorthin.
}
differences-some = Gezeigt werden { $count } von { $all } Unterschieden.
difference-here = { $at }/{ $all } · { $kind } · { $first } · { $second }

## Übereinstimmung in der Arbeitsumgebung
command-agreement = Zeigen, wie weit die Codierenden übereinstimmen
alias-agreement = Übereinstimmung, Intercoder-Übereinstimmung, Kappa, Alpha, Reliabilität
command-agreement-options = Wählen, was wie verglichen wird
alias-agreement-options = Einheit, Überlappung, Codierende, Kennwert, Intercoder
command-agreement-method = Den Absatz zur Übereinstimmung für den Methodenteil kopieren
alias-agreement-method = Methodenteil, Bericht, Reliabilität
command-agreement-consensual = Den Absatz zum konsensuellen Codieren kopieren
alias-agreement-consensual = konsensuelles Codieren, Methodenteil, ohne Koeffizient
agreement-stopped = Abgebrochen: Die Kennwerte wurden nicht berechnet.
agreement-agreed = Hier haben beide denselben Code: kein Unterschied.
agreement-method-copied = Der Absatz ist in der Zwischenablage. Die Werte sind die vor der Diskussion.
agreement-all = alle
agreement-unclear = Nicht verstanden: { $what }
form-agreement = Übereinstimmung: was verglichen wird
field-agreement-coders = Codierende; leer: alle, die Dokumente für fertig erklärt haben
field-agreement-documents = Dokumente oder Gruppen; leer: alle
field-agreement-codes = Codes mit ihren Subcodes; leer: alle
field-agreement-unit = Einheit: { $units }
field-agreement-overlap = Segmente, ab dieser Überlappung, gemessen an: { $of }
field-agreement-figures = Kennwerte; leer: die üblichen; alle
field-agreement-main-codes = Subcodes zählen als ihr Hauptcode
field-agreement-interviewers = Ohne die Redebeiträge der Interviewenden
field-agreement-samples = Stichproben für die Intervalle; 0: analytisch
agreement-unit-document = Vorkommen
agreement-unit-frequency = Häufigkeit
agreement-unit-paragraph = Absatz
agreement-unit-segment = Segment
agreement-unit-character = Zeichen
agreement-of-own = eigene Länge
agreement-of-shorter = kürzeres
agreement-of-longer = längeres
agreement-of-union = beide zusammen
status-computing = Übereinstimmung wird berechnet … { $percent } % · Esc bricht ab

## Noch einmal anzusehende Codes
agreement-note-revisit = { $count ->
    [one] Ein Paar aus Dokument und Code ist noch einmal anzusehen und blieb außen vor.
   *[other] { $count } Paare aus Dokument und Code sind noch einmal anzusehen und blieben außen vor.
}
revisit-title = Noch einmal anzusehen
revisit-note = Ein Code, der hinzukam, geteilt oder neu bestimmt wurde, ist in dem noch einmal zu suchen, was vorher codiert wurde. Bis dahin lässt die Übereinstimmung diese Paare aus Dokument und Code aus.
revisit-column-reason = Warum
revisit-column-since = Seit
revisit-added = hinzugekommen
revisit-split = geteilt
revisit-redefined = neu bestimmt
revisit-asked = gewünscht
revisit-none = Nichts ist noch einmal anzusehen.
revisit-now = { $count ->
    [one] Ein Dokument ist dafür noch einmal anzusehen: absatz codes revisit.
   *[other] { $count } Dokumente sind noch einmal anzusehen: absatz codes revisit.
}
revisit-marked = { $count ->
    [one] Ein Dokument ist für { $code } noch einmal anzusehen.
   *[other] { $count } Dokumente sind für { $code } noch einmal anzusehen.
}
revisit-done = { $count ->
    [one] In einem Dokument noch einmal nach { $code } gesehen.
   *[other] In { $count } Dokumenten noch einmal nach { $code } gesehen.
}
revisit-no-row = Erst die Liste der noch einmal anzusehenden Codes öffnen.
revisit-keep = Sie bleiben vorgemerkt, auch die weiterer Codes
revisit-take-back = Nicht noch einmal ansehen, auch nicht für weitere Codes
menu-marked = { $count ->
    [one] Ein Dokument ist noch einmal anzusehen. Ist das nötig?
   *[other] { $count } Dokumente sind noch einmal anzusehen. Ist das nötig?
}
command-revisit = Zeigen, welche Codes im schon Codierten noch einmal zu suchen sind
alias-revisit = noch einmal ansehen, offen, zweiter Durchgang
command-revisit-code = Die codierten Dokumente für den Code noch einmal ansehen
alias-revisit-code = noch einmal ansehen, neu codieren
command-codebook-versions = Versionen des Codebuchs, und was sich seitdem geändert hat
alias-codebook-versions = Verlauf des Codebuchs, Versionen vergleichen, Änderungen an Codes
command-keep-version = Das Codebuch, wie es jetzt ist, als Version festhalten
alias-keep-version = Stand des Codebuchs sichern, Codebuch einfrieren
form-keep-version = Das Codebuch als Version festhalten
form-version = Name und Begründung der Version
field-version-reason = Warum sie festgehalten wird
versions-no-later = Es gibt keine spätere Version, mit der verglichen werden kann.
command-revisit-done = In der Liste: noch einmal nach dem Code gesehen; bei den Codierenden: der eigene nächste Stand

## Codierende: wer welche Dokumente hat, wie weit sie sind
standing-hidden = verborgen
standing-nothing = –
standing-to-do = zu tun
standing-in-progress = in Arbeit
standing-done = fertig
coders-assigned = { $count } Dokumente zugeteilt. { $twice } von { $all } Dokumenten ({ $share } %) haben zwei oder mehr Codierende.
coders-taken-away = { $count ->
    [one] Ein Dokument zurückgenommen, wo es nicht begonnen war.
   *[other] { $count } Dokumente zurückgenommen, wo sie nicht begonnen waren.
} { $twice } von { $all } Dokumenten ({ $share } %) haben zwei oder mehr Codierende.
coders-drawn = Zum doppelten Codieren gezogen: { $count } von { $all } Dokumenten ({ $share } %){ $groups ->
    [yes] , anteilig aus jeder Gruppe
   *[no] { "" }
}, Startwert { $seed }.
coders-twice = { $twice } von { $all } Dokumenten ({ $share } %) haben zwei oder mehr Codierende.
cli-coder-recolored = { $coder } hat jetzt die Farbe { $color }.
error-assign-consensus = { $name } ist der Konsens der Codierenden: Ihm lässt sich nichts zuteilen.
error-pass-exists = Es gibt schon einen Codierdurchgang { $name }.
error-no-such-pass = Es gibt keinen Codierdurchgang „{ $name }“.
hint-no-such-pass = „absatz coders pass“ zeigt sie.
coders-title = Codierende und Dokumente
coders-pass = Codierdurchgang: { $name }.
command-coders-assign = Codierenden Dokumente zuteilen, oder welche zum doppelten Codieren ziehen
alias-coders-assign = zuteilen, doppelt codieren, Zufallsauswahl, Startwert
command-coder-colour = Codierenden eine andere Farbe geben
alias-coder-colour = umfärben, Farbe
command-coder-rename = Codierenden einen anderen Namen geben
alias-coder-rename = umbenennen
command-passes = Codierdurchgänge: ein anderer, ein neuer, ein anderer Name
alias-passes = Runde, zweiter Durchgang, Codierdurchgang
menu-passes = Codierdurchgang
menu-new-pass = Neuer Codierdurchgang …
menu-rename-pass = Dem jetzigen einen anderen Namen geben …
menu-coder-colour = Farbe von { $coder }
form-rename-coder = Anderer Name für { $coder }
form-new-pass = Name des neuen Codierdurchgangs
form-rename-pass = Anderer Name für den Codierdurchgang { $name }
form-assign = Codierenden Dokumente zuteilen
field-assign-coders = Codierende (bei mehr als zwei wechseln sich Paare ab)
field-assign-draw = Wie viele, zufällig gezogen (leer: alle)
field-assign-by-group = Anteilig aus jeder Gruppe ziehen
field-assign-seed = Startwert der Ziehung
field-assign-revoke = Stattdessen zurücknehmen, wo sie nicht begonnen sind
command-coders = Zeigen, wie weit alle Codierenden mit allen Dokumenten sind
alias-coders = Codierende, Stand, Fortschritt, doppelt codieren, wer codiert was
