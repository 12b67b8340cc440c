### Die Abfragesprache: was an einer Abfrage nicht stimmt, was ein Ergebnis ist; gespeicherte Abfragen.

## Was an einer Abfrage nicht stimmt
query-fault = Die Abfrage, Spalte { $column }: { $what }
query-fault-character = „{ $character }“ hat hier keine Bedeutung
query-hint-quote = Namen mit Leerzeichen oder Sonderzeichen stehen in Anführungszeichen: "Rechtliche Fragen".
query-fault-open-quote = das Anführungszeichen wird nicht geschlossen
query-hint-close-quote = Am Ende des Namens fehlt ein ".
query-fault-brace = was in { "{" } { "}" } steht, ist kein Verweis einer gespeicherten Abfrage
query-fault-empty = es ist nichts angegeben, wonach gesucht werden soll
query-hint-passages = Anzugeben ist ein Code, ein Set (set "Offene Fragen") oder * für jeden Code.
query-fault-long = sie ist zu lang
query-fault-deep = sie ist zu tief verschachtelt
query-hint-long = Teile lassen sich als Codesets speichern, oder in mehreren Schritten abfragen.
query-fault-word = „{ $word }“ fehlt
query-hint-word = Hier ist „{ $word }“ zu schreiben.
query-fault-close = diese Klammer schließt keine
query-hint-close = Die Klammer streichen oder davor eine ( ergänzen.
query-fault-more = hier könnte die Abfrage zu Ende sein
query-hint-more = Codes werden mit and, or, overlapping, inside, containing, outside, followed by, preceded by, near verbunden; Bedingungen folgen auf where. Ein Name mit Leerzeichen steht in Anführungszeichen.
query-fault-number = eine ganze Zahl fehlt
query-hint-number = Zum Beispiel: near Ausblick within 2, at least 2 of (A, B, C).
query-fault-zero = mindestens eines muss verlangt werden
query-fault-set = der Name eines Codesets fehlt
query-fault-passages = ein Code fehlt
query-hint-reserved = „{ $word }“ ist ein Wort der Abfragesprache. Ein Code dieses Namens steht in Anführungszeichen: "{ $word }".
query-fault-attribute = es ist nicht gesagt, wonach die Bedingung fragt
query-hint-attribute = Anzugeben ist eine Variable oder document, group, set, case, person, speaker, weight.
query-fault-sign = es ist nicht gesagt, wie { $name } verglichen wird
query-hint-sign = Möglich sind =, !=, <, <=, >, >=, in (A, B) und is missing.
query-fault-order = { $name } hat keine Reihenfolge
query-hint-equal = Vergleichen lässt es sich mit = oder !=.
query-fault-value = der Wert fehlt, mit dem { $name } verglichen wird
query-hint-value = Zum Beispiel: Ebene = Kommune. Ein Wert mit Leerzeichen steht in Anführungszeichen.
query-fault-value-kind = „{ $value }“ ist kein Wert von { $name } ({ $kind })
query-hint-value-kind = Eine Zahl wird wie 67,5 geschrieben (in einer Abfrage in Anführungszeichen oder mit Punkt), ein Datum wie 2026-03-01, eine Dauer wie 1:05.
query-fault-weight = „{ $value }“ ist kein Gewicht
query-hint-weight = Gewichte gehen von 0 bis 100.
query-fault-unknown = es gibt { $noun ->
    [set] kein Set
    [document] kein Dokument
    [group] keine Dokumentgruppe
    [case] keinen Fall
    [person] keine Person
    [speaker] keine Sprecherin und keinen Sprecher
   *[variable] keine Variable
} „{ $name }“
query-hint-are = Vorhanden: { $names }
query-hint-none = Bisher ist nichts davon angelegt.
query-fault-gone = { $noun ->
    [code] ein Code
    [set] ein Set
    [document] ein Dokument
    [case] ein Fall
    [person] eine Person
   *[variable] eine Variable
} der Abfrage ist nicht mehr vorhanden ({ $uuid })
query-hint-gone = Die Abfrage lässt sich ohne diesen Teil neu speichern: absatz queries save NAME ABFRAGE --replace.

## Was ein Ergebnis ist
query-note = Abfrage: { $query }
query-note-codes = Gefragt ist nach { $count ->
    [one] einem aktivierten Code.
   *[other] { $count } aktivierten Codes.
}
query-note-documents = Gefragt ist in { $count ->
    [one] einem Dokument.
   *[other] { $count } Dokumenten.
}
query-returns-segments = Ausgegeben sind ganze codierte Segmente.
query-returns-any = Ausgegeben sind die Segmente oder Passagen aller Teile, jeweils ganz.
query-returns-common = Ausgegeben sind nur die Wörter, die allen Teilen gemeinsam sind.
query-returns-not = Ausgegeben sind die Wörter ohne das Gesuchte, Absatz für Absatz.
query-returns-only = Ausgegeben sind ganze Segmente von { $what }, auf deren Wörtern kein anderer Code liegt.
query-returns-at-least = Ausgegeben sind nur die Wörter, auf denen mindestens { $count } der Codes liegen.
query-returns-overlapping = Ausgegeben sind ganze Segmente von { $what }, die sich mit dem anderen überschneiden.
query-returns-inside = Ausgegeben sind ganze Segmente von { $what }, die innerhalb eines Segments des anderen liegen.
query-returns-containing = Ausgegeben sind ganze Segmente von { $what }, die ein Segment des anderen enthalten.
query-returns-outside = Ausgegeben sind ganze Segmente von { $what }, die kein Wort mit dem anderen gemeinsam haben.
query-returns-followed = Ausgegeben sind ganze Segmente von { $what }, nach denen das andere { $count ->
    [0] im selben Absatz beginnt.
    [one] im selben oder im nächsten Absatz beginnt.
   *[other] innerhalb von { $count } Absätzen beginnt.
}
query-returns-preceded = Ausgegeben sind ganze Segmente von { $what }, vor denen das andere { $count ->
    [0] im selben Absatz endet.
    [one] im selben oder im vorigen Absatz endet.
   *[other] innerhalb von { $count } Absätzen endet.
}
query-returns-near = Ausgegeben sind ganze Segmente von { $what }, bei denen das andere { $count ->
    [0] im selben Absatz steht.
    [one] im selben oder in einem benachbarten Absatz steht.
   *[other] höchstens { $count } Absätze davor oder danach steht.
}

## Warum nichts gefunden wurde
query-why-no-documents = Kein Dokument wird gefragt: keines ist aktiviert oder das Projekt hat keines.
query-why-no-segments = { $count ->
    [one] Dieser Code hat dort kein Segment: { $codes }
   *[other] Diese Codes haben dort keine Segmente: { $codes }
}
query-why-condition = { $count ->
    [one] Für das eine Dokument gilt die Bedingung nicht: { $condition }
   *[other] Für keines der { $count } Dokumente gilt die Bedingung: { $condition }
}
query-why-nothing-coded = Dort ist nichts codiert.
query-why-apart = Jeder Teil hat Segmente, aber keine, die so zueinander stehen: { $codes }

## Was nicht vorkommt
query-without-title = Ohne { $query }
query-without-note = { $lacking } von { $all } { $unit ->
    [case] Fällen
    [person] Personen
   *[document] Dokumenten
} haben keine Passage zu: { $query }
query-without-among = Gefragt sind die, für die gilt: { $condition }
query-without-bare = { $count ->
    [one] Eines davon hat überhaupt kein codiertes Segment: vielleicht hat noch niemand hingesehen.
   *[other] { $count } davon haben überhaupt kein codiertes Segment: vielleicht hat noch niemand hingesehen.
}
query-column-document = Dokument
query-column-case = Fall
query-column-person = Interviewte Person
query-column-documents = Dokumente
query-without-asked = { $unasked ->
    [0] Gefragt wurden, soweit festgehalten, alle
    [one] Nicht gefragt wurde eines davon
   *[other] Nicht gefragt wurden { $unasked }
}: { $with } von { $asked } gefragten { $unit ->
    [case] Fällen
    [person] Personen
   *[document] Dokumenten
} haben etwas dazu.
query-column-segments = Codierte Segmente insgesamt
query-column-state = Warum

## Gespeicherte Abfragen
error-query-gone = Die gespeicherte Abfrage ist nicht mehr vorhanden.
error-no-such-query = Es gibt keine gespeicherte Abfrage „{ $name }“.
hint-no-queries = Bisher ist keine gespeichert: absatz queries save NAME ABFRAGE.
hint-queries-are = Vorhanden: { $names }
error-query-exists = Es gibt schon eine gespeicherte Abfrage „{ $name }“.
hint-query-exists = Anderen Namen wählen oder ersetzen: mit --replace, in der Werkbank mit noch einmal Enter.
cli-list-queries = Gespeicherte Abfragen
cli-column-query = Abfrage
cli-no-queries = Es ist keine Abfrage gespeichert.
cli-query-saved = Abfrage { $name } gespeichert: { $query }
cli-query-renamed = Abfrage { $before } heißt jetzt { $name }.
cli-query-removed = Abfrage { $name } entfernt.
cli-query-needs-where = Ein Gewicht geht von 0 bis 100: --weight 50 (genau), 50.. (mindestens), ..50 (höchstens), 30..60

## In der Arbeitsumgebung
command-query = Segmente mit einer Abfrage suchen (komplexe Segment-Suche)
alias-query = Retrieval, komplexe Suche, complex coding query, Überschneidung, Nähe
hint-query = Abfrage
command-queries = Gespeicherte Abfragen
alias-queries = gespeicherte Suche, saved query
command-query-save = Die gestellte Abfrage speichern
hint-query-save = Abfrage speichern
command-query-without = Auflisten, wo es fehlt: Dokumente, Fälle oder Personen ohne eine Antwort
alias-query-without = without, counter-evidence, Gegenbelege, fehlt, ohne
hint-query-without = wo es fehlt
command-activate = Dokument oder Code für Abfragen aktivieren oder deaktivieren
alias-activate = Aktivierung, einschalten, activation
command-activate-all = Wieder alle Dokumente und Codes abfragen (nichts aktiviert)
alias-activate-all = Aktivierung zurücksetzen, reset activation
form-query = Abfrage
form-query-keys = Enter fragt · Tab ergänzt · ↑↓ wählt · Esc bricht ab
form-query-rename = Gespeicherte Abfrage { $query } umbenennen
form-query-name = Abfrage speichern: { $query }
field-query = Code, set "Name", * · and or not only · overlapping inside near … · where …
title-query = Abfrage: { $query }
menu-queries = Gespeicherte Abfragen (r umbenennen, x entfernen)
query-nothing-asked = Es wurde noch keine Abfrage gestellt.
query-none-saved = Es ist noch keine Abfrage gespeichert: erst eine stellen, dann speichern.
active-all = Abgefragt werden alle Dokumente und Codes.
active-now = Aktiviert: { $documents ->
    [0] alle Dokumente
    [one] ein Dokument
   *[other] { $documents } Dokumente
}, { $codes ->
    [0] alle Codes
    [one] ein Code
   *[other] { $codes } Codes
}
