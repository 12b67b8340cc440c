### Die Studie, wie Lesende sie bekommen: als Seite, in Word, in Markdown.

## Was dazu gesagt wird
export-no-documents = Es gibt nichts zu exportieren: Die Studie hat keine Dokumente.
export-no-documents-hint = absatz import DATEI...
export-none-chosen = Keines der Dokumente gehört zu den gewählten.
export-none-chosen-hint = absatz documents nennt sie mit Gruppe und Stand.
export-no-codes = Keine Segmente: Die Studie hat noch keine Codes.
export-no-segments = Keine Segmente: Niemand, dessen Codierungen zählen, hat diese Dokumente schon codiert.
export-no-segments-of-codes = Keine Segmente: Die gewählten Codes haben in diesen Dokumenten keine.
export-no-sample = Keine Stichprobentabelle: Keine Variable teilt die Interviews in Gruppen.
export-coder = Codierende/r { $number }
export-some-documents = { $count } der { $all } Dokumente der Studie.
export-some-codes = { $count } der { $all } Codes der Studie.
export-withheld = { $count ->
    [one] Eines von { $all } codierten Segmenten darf nicht zitiert werden, wie es dasteht; es ist gekennzeichnet.
   *[other] { $count } von { $all } codierten Segmenten dürfen nicht zitiert werden, wie sie dastehen; sie sind gekennzeichnet.
}
export-format-unknown = { $name } ist kein Format für eine Studie zum Lesen.
export-ending-unknown = { $file }: In diesem Format wird eine Studie zum Lesen nicht geschrieben.
export-formats-known = Bekannt sind { $names }.

export-written-each = { $count ->
    [one] Eine Datei ist geschrieben.
   *[other] { $count } Dateien sind geschrieben.
}

## Die Seite
export-page-skip = Zum Inhalt
export-page-views = Ansichten
export-page-transcripts = Transkripte
export-page-segments = Segmente
export-page-codes = Codesystem
export-page-grid = Summary-Grid
export-page-tables = Stichprobe
export-page-about = Zu dieser Seite
export-page-search = Suchen
export-page-search-hint = Wörter oder eine Fundstelle wie 5: 9. Die Taste / führt hierher.
export-page-clear = Suche und Filter aufheben
export-page-filters = Filter
export-page-filters-hint = Nichts angekreuzt: Alles wird gezeigt.
export-page-no-group = Ohne Gruppe
export-page-count = { $count ->
    [one] Ein Segment
   *[other] { $count } Segmente
}
export-page-found-transcripts = { $n } von { $all } Absätzen
export-page-found-segments = { $n } von { $all } Segmenten
export-page-found-codes = { $n } von { $all } Codes
export-page-found-grid = { $n } von { $all } Interviews
export-page-no-segments = Kein Segment passt zu Suche und Filtern.
export-page-more = Mehr zeigen
export-page-apply = Wann zu vergeben
export-page-not-apply = Wann nicht zu vergeben
export-page-question = Forschungsfrage
export-page-deductive = deduktiv
export-page-inductive = induktiv
export-page-segments-in = { $count ->
    [one] Ein Segment in { $documents ->
        [one] einem Interview
       *[other] { $documents } Interviews
    }
   *[other] { $count } Segmente in { $documents ->
        [one] einem Interview
       *[other] { $documents } Interviews
    }
}
export-page-segments-below = (mit Subcodes { $count } in { $documents })
export-page-anchors = Ankerbeispiele
export-page-places = Fundstellen der Segmente
export-page-no-grid = Es gibt weder Segmente noch Summarys.
export-page-no-summary = noch kein Summary
export-page-links = Ein Absatz lässt sich mit seinem Beleg verlinken: { $example }

## Transkripte in Word und Markdown
export-number = Nr.
export-transcript = Transkript
export-words = „{ $words }“

## In der Arbeitsumgebung
command-write-study = Die Studie zum Lesen schreiben (Seite, Word, Markdown)
alias-write-study = veröffentlichen, HTML-Seite, Transkripte mit Codes am Rand
export-study = Die Studie zum Lesen
export-study-active = Aktiviertes zum Lesen: { $documents ->
    [0] alle Dokumente
    [one] ein Dokument
   *[other] { $documents } Dokumente
}, { $codes ->
    [0] alle Codes
    [one] ein Code
   *[other] { $codes } Codes
}
export-transcript-of = { $document } zum Lesen
field-export-also = Außerdem: { $known }
export-also-working = Arbeitswerte
export-also-coders = Codierende
export-also-times = Zeiten
export-also-comments = Kommentare
export-also-unknown = „{ $word }“ ist nichts davon: { $known }.
waiting-export = Die Studie wird geschrieben
