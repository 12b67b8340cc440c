### Corrections of a transcript, paraphrases, names and their replacements, sealing and erasing.

## Names
error-no-such-name = Die Namensliste enthält keine Form „{ $form }“.
hint-names-list = „absatz pseudonyms“ listet die Namen auf.
hint-names-file = Die Namensliste liegt in { $file }. „absatz pseudonyms keep-in project“ führt sie im Projekt.
error-name-form = „{ $form }“ kann keine Form eines Namens sein.
hint-name-form = Eine Form und ihre Ersetzung haben einen Buchstaben oder eine Ziffer, kein „;“ und höchstens 200 Zeichen.
error-name-no-replacement = Für „{ $form }“ fehlt die Ersetzung.
error-name-twice = „{ $form }“ steht zweimal in der Liste.
hint-name-twice = Jede Form gehört zu einem Namen; „absatz pseudonyms remove“ nimmt einen Namen heraus.
error-name-in-replacement = In der Ersetzung „{ $replacement }“ steckt ein Name aus der Liste.
hint-name-in-replacement = Was für einen Namen steht, darf keinen anderen verraten: [A], Person 1, [Ort].
error-no-such-text = { $name } ist kein Text der Studie.
names-file-broken = { $file } lässt sich nicht als Namensliste lesen: { $reason }
names-file-hint = Nötig ist eine Tabelle mit den Spalten name und replacement, dazu nach Wunsch forms (Müllers=[A]s; Müllern), case (any) und note.
names-file-not-utf8 = Sie ist nicht in UTF-8 gespeichert.
names-file-not-utf8-hint = Als „CSV UTF-8“ oder als Arbeitsmappe (.xlsx) speichern.
names-file-columns = Die Spalte mit den Ersetzungen fehlt.
names-file-no-name = Der Name fehlt.
name-field-transcript = Transkript
name-field-label = Dokumentkennung
name-field-title = Dokumenttitel
name-field-file = Dateiname
name-field-group = Dokumentgruppe
name-field-speaker = Sprecher/in
name-field-variable = Variable
name-field-value = Wert
name-field-case = Fall
name-field-person = Interviewte Person
name-field-set = Set
name-field-code = Code
name-field-definition = Codierleitfaden
name-field-anchor = Ankerbeispiel
name-field-comment = Kommentar
name-field-memo = Memo
name-field-summary = Summary
name-field-paraphrase = Paraphrase
name-field-consent = Einwilligung
name-field-guide = Leitfaden
name-field-version = Codebuchversion
name-field-other = Anderer Text
cli-name-added = { $form } wird zu { $replacement }.
cli-names-removed = { $count ->
    [one] Ein Name aus der Liste genommen.
   *[other] { $count } Namen aus der Liste genommen.
}
cli-names-imported = Namen hinzugefügt: { $new }; geändert: { $changed }.
cli-names-would-import = Namen, die hinzukämen: { $new }; geändert würden: { $changed }. Nichts wurde geschrieben.
cli-names-in-file = Die Namensliste liegt von nun an in { $file }.
cli-names-in-project = Die Namensliste liegt von nun an im Projekt.
cli-names-are-in = Die Liste liegt in { $file }.
cli-names-none = Die Namensliste ist leer. „absatz pseudonyms add“ und „absatz pseudonyms import“ fügen Namen hinzu.
cli-any-case = beliebig
cli-names-hidden = (Arbeit anderer Codierender)
cli-names-found = { $count ->
    [0] Keiner der Namen kommt vor.
    [one] Eine Stelle.
   *[other] { $count } Stellen.
}
cli-names-everywhere-hint = Durchsucht wurden nur die Transkripte; --everywhere durchsucht alle Texte der Studie.
cli-names-suggested = { $count ->
    [0] Kein Wort ähnelt einer Form der Liste.
    [one] Ein Wort ähnelt einer Form der Liste. „absatz pseudonyms add NAME ERSETZUNG --also“ fügt Formen hinzu.
   *[other] { $count } Wörter ähneln Formen der Liste. „absatz pseudonyms add NAME ERSETZUNG --also“ fügt Formen hinzu.
}
cli-list-names = Namen und ihre Ersetzungen
cli-list-name-occurrences = Stellen mit Namen
cli-list-name-suggestions = Wörter, die Namen der Liste ähneln
cli-column-replacement = Ersetzung
cli-column-forms = Weitere Formen
cli-column-place = Wo
cli-column-in = In
cli-column-like = Ähnelt
cli-column-passage = Stelle
cli-column-times = Anzahl
table-note-names = In diesem Export ersetzte Namen: { $count }. Die Studie selbst blieb, wie sie ist.
names-standing-in-export = Im Geschriebenen steht, was jemanden erkennbar machen kann: { $found }. „absatz pseudonyms check“ nennt es für die ganze Studie.
names-standing-replace = „absatz pseudonyms exports on“ ersetzt Namen der Liste in Exporten.
disclosure-listed-name = Name aus der Liste
disclosure-person = Name einer Person
disclosure-speaker = Name im Sprecherkürzel
disclosure-titled = Name mit Anrede, Titel oder Amt
disclosure-title = Vielleicht ein Name, aus Titel oder Kennung
disclosure-file-name = Vielleicht ein Name, aus einem Dateinamen
disclosure-case = Name eines Falls
disclosure-birth = Geburtsdatum
disclosure-account = Kontonummer
disclosure-address = E-Mail, Telefon oder Webadresse
disclosure-street = Straße und Hausnummer
disclosure-unrecoded = Wert ohne veröffentlichte Form
disclosure-more-places = { $places } und { $count } weitere
disclosure-history = Alter Wortlaut
disclosure-history-words = { $count ->
    [one] Ein Eintrag des Verlaufs bewahrt, was vorher dastand; „absatz seal“ nimmt es heraus.
   *[other] { $count } Einträge des Verlaufs bewahren, was vorher dastand; „absatz seal“ nimmt es heraus.
}
error-name-clash = „{ $text }“ gäbe es dann zweimal ({ $kind }).
hint-name-clash = Nichts wurde geändert. Den Namen verschiedene Ersetzungen geben oder einen der Texte von Hand ändern.
cli-names-applied = { $count } Stellen ersetzt, in { $documents } Transkripten und { $texts } anderen Texten.
cli-names-would-apply = { $count } Stellen würden ersetzt, in { $documents } Transkripten und { $texts } anderen Texten. Nichts wurde geschrieben.
cli-names-in-history = Der alte Wortlaut steht bis „absatz seal“ noch im Verlauf; bis dahin holt „absatz undo“ ihn zurück.
cli-name-left = Bleibt, wie es ist: { $kind } { $place }: { $found }
names-nothing-chosen = Nichts ist gewählt.
names-chosen = { $count ->
    [one] Eine Stelle ist gewählt
   *[other] { $count } Stellen sind gewählt
}
toast-names-replaced = { $count ->
    [one] Eine Stelle ersetzt
   *[other] { $count } Stellen ersetzt
} (u macht rückgängig). Der alte Wortlaut bleibt im Verlauf, bis das Projekt versiegelt wird.
cli-check-found = { $count ->
    [0] Nichts gefunden, was jemanden erkennbar machte.
    [one] Eine Sache macht jemanden erkennbar.
   *[other] { $count } Dinge machen jemanden erkennbar.
}
cli-check-no-names = Die Namensliste ist leer: Gesucht wurde nach Namen von Personen, Fällen, Sprechenden und Dateien, nach Namen mit Titel und nach Adressen. Was sonst noch ein Name ist, lässt sich an großen Anfangsbuchstaben nicht erkennen; „absatz pseudonyms add“ nimmt es in die Liste.
cli-list-disclosure = Was jemanden erkennbar macht
cli-column-finding = Was
command-names = Namen und ihre Ersetzungen
alias-names = Pseudonyme, anonymisieren, Pseudonymisierung, Personen
command-names-find = Namen der Liste in den Transkripten finden
alias-names-find = Pseudonyme, anonymisieren, Namen ersetzen
command-names-check = Prüfen, was noch jemanden erkennbar macht
alias-names-check = Anonymität, Datenschutz, vor dem Export
command-seal = Projekt versiegeln: alten Wortlaut endgültig aus der Datei nehmen
alias-seal = Verlauf löschen, Namen löschen, DSGVO
command-erase = Dokument endgültig löschen
alias-erase = widerrufene Einwilligung, Interview löschen, DSGVO
names-title-list = Namen und ihre Ersetzungen ({ $count })
names-title-found = Namen in den Transkripten ({ $count })
names-title-everywhere = Namen in allen Texten der Studie ({ $count })
names-title-near = Wörter, die Namen der Liste ähneln ({ $count })
names-title-check = Was jemanden erkennbar macht ({ $count })
names-keys-list = I aus Datei · a neu · Enter ändern · D entfernen · f finden · s ähnliche Wörter · i prüfen · x Exporte · Esc
names-keys-found = Leertaste wählen · Enter dorthin · t alle Texte · r ersetzen · Esc Liste
names-keys-near = Enter als weitere Form aufnehmen · Esc Liste
names-keys-check = Enter dorthin · Esc Liste
names-searching = Die Studie wird durchsucht … { $percent } %
names-kept-in = Liegt in { $file }
names-kept-here = Liegt im Projekt, außerhalb des Verlaufs
names-empty = Noch keine Namen: a nimmt einen auf.
names-none-found = Keiner der Namen kommt vor.
names-near-words = { $count ->
    [0] Kein Wort ähnelt einer Form der Liste.
    [one] Ein Wort ähnelt einer Form der Liste
   *[other] { $count } Wörter ähneln Formen der Liste
}
names-near = { $word } (ähnelt { $form }, { $count }×)
names-no-place = Das steht in keinem Transkript.
field-name-form = Name, wie er in den Transkripten steht
field-name-replacement = Was für ihn steht: [A]
field-name-further = Weitere Formen: Müllers=[A]s; Müllern
field-name-note = Notiz
form-name-add = Einen Namen aufnehmen
form-name-edit = Einen Namen ändern

## Sealing and erasing
error-nothing-since-sealing = Seit das Projekt versiegelt wurde ({ $at }), gibt es nichts Eigenes rückgängig zu machen.
error-erasure-memory = Nur ein Projekt in einer Datei lässt sich versiegeln.
error-erasure-busy = Das Projekt ist noch anderswo offen.
hint-erasure-busy = Jede andere Arbeitsoberfläche schließen, andere Befehle an diesem Projekt abwarten und es erneut versuchen. Nichts wurde geändert.
error-seal-names = Namen der Liste stehen noch in der Studie: { $count ->
    [one] eine Stelle.
   *[other] { $count } Stellen.
}
hint-seal-names = „absatz pseudonyms find --everywhere“ zeigt sie, „absatz pseudonyms apply --everywhere“ ersetzt sie; --leave-names versiegelt trotzdem. Die Liste selbst geht mit dem Versiegeln.
erasure-would-document = Dokument { $label } ginge, mit { $codings } Codierungen, { $memos } Memos, { $summaries } Summarys und { $paraphrases } Paraphrasen darauf.
erasure-document = Dokument { $label } ist gelöscht, mit { $codings } Codierungen, { $memos } Memos, { $summaries } Summarys und { $paraphrases } Paraphrasen darauf.
erasure-anchors = Ankerbeispiele mit seinen Worten: { $count }.
erasure-persons = Personen, die nirgends sonst sprechen: { $names }.
erasure-would-history = Der Verlauf verlöre seine Worte und was sich rückgängig machen ließe: { $count ->
    [0] kein Eintrag.
    [one] ein Eintrag.
   *[other] { $count } Einträge.
}
erasure-history = Der Verlauf hat seine Worte verloren, und nichts bis hierher lässt sich rückgängig machen: { $count ->
    [0] kein Eintrag.
    [one] ein Eintrag.
   *[other] { $count } Einträge.
}
erasure-texts = Alte Texte von Transkripten: { $count }.
erasure-drafts = Ungespeicherte Texte: { $count }.
erasure-names = Namen der Liste: { $count }.
erasure-files = Namen der Originaldateien: { $count }.
erasure-standing = Namen der Liste, die noch in der Studie stehen: { $count }.
erasure-copy = Enthält noch alles: { $file }
erasure-kept = Hält Wortlaut einer Bearbeitung, die nicht gespeichert wurde; von Hand zu löschen: { $file }
erasure-names-file = Enthält noch die Namen: { $file }
erasure-recording = Aufnahme, von Hand zu löschen (eine, die bleibt, wird neu angehängt, falls sie nicht neben dem Projekt liegt): { $file }
erasure-elsewhere = Kopien und Exporte an anderen Orten sind hier nicht bekannt.
cli-erasure-type = Nichts davon lässt sich rückgängig machen. Zum Fortfahren { $name } eingeben:
cli-erasure-not-typed = Das ist nicht der Name; nichts wurde geändert.
cli-erasure-yes = Was für immer geht, wird vorher gefragt.
cli-erasure-yes-hint = In einem Skript mit --yes bestätigen; --dry-run sagt, was ginge.
erasing-title-seal = Projekt versiegeln
erasing-title-document = { $document } endgültig löschen
erasing-keys = Namen eingeben, Enter · Esc lässt alles, wie es ist
erasing-done = Endgültig gelöscht
erasing-done-keys = Enter schließt
## Korrekturen
error-edit-outdated = Dokument { $label } wurde inzwischen von anderer Seite korrigiert.
hint-edit-outdated = Bitte den jetzigen Text ansehen und diesen korrigieren.
error-edit-joins = Der neue Text macht aus mehreren Absätzen einen: { $places }. Ihre Nummern fielen weg.
hint-edit-joins = Die Zeilengrenze dazwischen stehen lassen oder neu nummerieren lassen: Dann werden die Belege aufgezählt, die sich ändern.
error-edit-empty = Von Dokument { $label } bliebe nichts übrig.
hint-edit-empty = Ein Dokument wird aus dem Projekt genommen, indem es entfernt wird.
error-edit-damaged = Eine gespeicherte Korrektur ist nicht lesbar.
command-correct-paragraph = Absatz korrigieren
hint-correct-paragraph = korrigieren
alias-correct-paragraph = Text bearbeiten, Edit-Modus, Tippfehler, Transkript
command-paragraph-speaker = Sagen, wer den Absatz spricht
alias-paragraph-speaker = Sprecher zuordnen, Sprecherin
command-correct-transcript = Ganzes Transkript in $EDITOR korrigieren
alias-correct-transcript = Edit-Modus, Text bearbeiten, externer Editor, vi, nano
form-correct = { $place } korrigieren
field-corrected = Wortlaut
field-correct-reason = Warum (für das Änderungsprotokoll)
field-speaker = Kürzel der Person, die spricht
menu-who-speaks = Wer spricht { $place }?
menu-nobody = niemand
menu-new-speaker = Jemand Neues
editing-goes = Davon bliebe nichts übrig:
editing-shrinks = Diese verlören Wörter an ihren Enden:
editing-others = Von der Arbeit anderer, die Sie nicht sehen:
editing-others-count = fällt weg: { $gone }, wird kürzer: { $shrunk }
editing-passages = { $count ->
    [one] Eine Stelle hieße anders:
   *[other] { $count } Stellen hießen anders:
}
editing-passage = { $place } „{ $before }“ → „{ $after }“
editing-rest = Alles Übrige geht mit:
editing-rest-count = { $count ->
    [one] ein Eintrag im Text
   *[other] { $count } Einträge im Text
}
editing-gone = { $place } { $what }: „{ $before }“
editing-shrunk = { $place } { $what }: „{ $before }“ → „{ $after }“
editing-release = Vorgelegtes Zitat
editing-same = Das Transkript ist, wie es war: Nichts wurde korrigiert.
editing-elsewhere = Zuerst das Dokument öffnen, das korrigiert wurde.
editing-kept = Ihr Text ist aufgehoben: „{ command-drafts }“ und „{ command-correct-transcript }“ bringen ihn zurück.
editing-failed-kept = Der Editor endete mit einem Fehler: nichts wurde korrigiert. Was er geschrieben hat, ist aufgehoben: „{ command-drafts }“ und „{ command-correct-transcript }“ haben es.
editing-editor-not-utf8 = Was der Editor geschrieben hat, ist kein UTF-8; nichts wurde korrigiert. Es liegt in { $file }.
cli-edit-place = { $typed } nennt keinen ganzen Absatz.
cli-edit-place-hint = Dokument und Absatz oder mehrere Absätze angeben: 5:9, 5:9-11.
cli-edit-nothing = Nichts zu korrigieren: Der Text von Dokument { $label } bleibt, wie er ist.
cli-edit-declined = Nichts wurde geändert.
cli-edit-question = Etwas verliert Wörter. Trotzdem korrigieren? [j/N]
cli-edit-done = Dokument { $label } korrigiert: { $count ->
    [0] keine Stelle des Textes.
    [one] eine Stelle.
   *[other] { $count } Stellen.
}
cli-edit-would = Dokument { $label } würde korrigiert: { $count ->
    [0] keine Stelle des Textes.
    [one] eine Stelle.
   *[other] { $count } Stellen.
} Nichts wurde geschrieben.
cli-edit-replace-nothing = Nichts zu suchen: --replace braucht die Wörter, die ersetzt werden sollen.
cli-edit-not-there = „{ $words }“ steht nirgends in Dokument { $label }.
cli-edit-not-there-hint = Jeder Buchstabe und jedes Leerzeichen zählt; „absatz search“ findet auch Ähnliches.
cli-edit-occurrences = { $count ->
    [one] Eine Stelle.
   *[other] { $count } Stellen.
}
cli-edit-sign = { $sign } steht für einen Zeilenwechsel innerhalb eines Absatzes.
cli-edit-not-utf8 = { $file } ist kein Text in UTF-8.
cli-edit-not-utf8-hint = Als UTF-8 speichern und noch einmal versuchen.
cli-edit-kept = Das Geschriebene liegt in { $file }; „absatz edit { $place } --file“ nimmt es von dort.
edit-split = Geteilt, die weiteren Teile ohne eigene Nummer: { $places }
edit-emptied = Ohne Worte, die Nummer bleibt vergeben: { $places }
edit-joined = Zusammengefasst: { $places }
edit-renumbered = Belege, die sich ändern: { $places }
edit-no-number = keiner
edit-nobody = niemand
edit-speaker = { $place } spricht { $after }, nicht mehr { $before }.
edit-affected = { $place } { $what ->
    [coding] Segment
    [anchor] Ankerbeispiel
    [memo] Memo
    [paraphrase] Paraphrase
   *[other] Zitatfreigabe
}{ $about }: { $fate ->
    [emptied] nichts bleibt von „{ $before }“
    [shrunk] verliert Wörter: „{ $before }“ → „{ $after }“
   *[other] korrigiert: „{ $before }“ → „{ $after }“
}
edit-others = Von nicht gezeigter Arbeit anderer: korrigiert { $changed }, mit Wortverlust { $shrunk }, weg { $emptied }.
edit-kept = { $count ->
    [one] Eine Sache, die im Text steht, behält ihre Worte.
   *[other] { $count } Dinge, die im Text stehen, behalten ihre Worte.
}
error-replace-referred = Dokument { $label } lässt sich nicht neu einlesen, denn auf seinen Text bezieht sich schon etwas: { $what }.
hint-replace-referred = „absatz edit { $label } --file DATEI“ korrigiert den Text und nimmt mit, was darin steht.
referring-coding = { $count ->
    [one] eine Codierung
   *[other] { $count } Codierungen
}
referring-memo = { $count ->
    [one] ein Memo
   *[other] { $count } Memos
}
referring-summary = { $count ->
    [one] ein Summary
   *[other] { $count } Summarys
}
referring-paraphrase = { $count ->
    [one] eine Paraphrase
   *[other] { $count } Paraphrasen
}
referring-anchor = { $count ->
    [one] ein Ankerbeispiel
   *[other] { $count } Ankerbeispiele
}
referring-release = { $count ->
    [one] eine Zitatfreigabe
   *[other] { $count } Zitatfreigaben
}
referring-edit = { $count ->
    [one] eine Korrektur
   *[other] { $count } Korrekturen
}
referring-decision = { $count ->
    [one] eine Entscheidung der Konsolidierung
   *[other] { $count } Entscheidungen der Konsolidierung
}
referring-status = { $count ->
    [one] der Stand einer Person
   *[other] der Stand von { $count } Personen
}
referring-hidden = nicht gezeigte Arbeit anderer
cli-replace-several = { $file } enthält { $count } Interviews, nicht eines.
cli-replace-several-hint = „--split no“ liest die Datei als ein Dokument.
error-no-editor = Es ist kein Editor eingestellt.
error-editor-words = { $name } ist kein Befehl: { $words }
error-editor-missing = Den Editor { $editor }, den { $name } nennt, gibt es hier nicht.
error-editor-start = Der Editor { $editor } ließ sich nicht starten: { $reason }
error-editor-ended = Der Editor { $editor } endete mit einem Fehler ({ $status }); nichts wurde geändert.
hint-editor = VISUAL oder EDITOR auf den Befehl eines Editors setzen, der wartet, bis die Datei geschlossen ist (nano, vim, "code --wait"), oder den Text mit --file, --text oder --replace angeben.

## Paraphrasen
error-paraphrase-gone = Diese Paraphrase ist nicht mehr da.
error-paraphrase-empty = Eine Paraphrase braucht einen Text.
hint-paraphrase-empty = „absatz paraphrase remove“ entfernt eine; in der Arbeitsumgebung entfernt das Leeren sie.
error-paraphrase-of-another = Diese Paraphrase ist von { $name }; nur wer sie geschrieben hat, kann sie ändern.
error-paraphrase-several = { $count } eigene Paraphrasen berühren { $place }.
hint-paraphrase-several = „absatz paraphrase list --json“ nennt die genaue Fundstelle jeder einzelnen.
error-no-paraphrase = Zu { $place } gibt es keine eigene Paraphrase.
hint-no-paraphrase = „absatz paraphrase list“ zeigt, wo es welche gibt.
table-passage = Textstelle
table-paraphrase = Paraphrase
table-paraphrases-title = Paraphrasen
cli-paraphrases-found = { $count ->
    [0] Keine Paraphrasen.
    [one] Eine Paraphrase.
   *[other] { $count } Paraphrasen.
}
cli-paraphrase-written = Paraphrase zu { $place } geschrieben.
cli-paraphrase-there = Zu { $place } gibt es schon eine eigene Paraphrase.
cli-paraphrase-there-hint = „absatz paraphrase set“ schreibt sie neu.
cli-paraphrases-removed = { $count ->
    [one] Eine Paraphrase ist entfernt.
   *[other] { $count } Paraphrasen sind entfernt.
}
command-paraphrase = Paraphrase der Textstelle schreiben
hint-paraphrase = Paraphrase
alias-paraphrase = paraphrasieren, eigene Worte
command-paraphrase-remove = Paraphrase entfernen
hint-paraphrase-remove = entfernen
command-paraphrases = Alle Paraphrasen auflisten
alias-paraphrases = Übersicht der Paraphrasen, paraphrasierte Segmente
command-paraphrases-show = Paraphrasen unter ihren Absätzen zeigen oder ausblenden
command-paraphrase-filter = Nur Paraphrasen mit bestimmten Wörtern
hint-paraphrase-filter = filtern
need-paraphrase = hier keine eigene Paraphrase
need-paraphrases = noch keine Paraphrasen: P schreibt eine
need-paraphrase-list = die Liste der Paraphrasen ist nicht offen
form-paraphrase = Paraphrase zu { $place }
field-paraphrase = Kurz und in eigenen Worten; leer heißt: keine
form-paraphrase-filter = Paraphrasen
field-paraphrase-filter = Mit diesen Wörtern, in Paraphrase oder Textstelle; leer zeigt alle
title-paraphrases-with = Paraphrasen mit „{ $words }“
menu-paraphrase = Welche Paraphrase?
menu-paraphrase-new = Eine neue, zur ganzen Textstelle
paraphrases-hidden = Die Paraphrasen sind ausgeblendet.
paraphrases-shown = Die Paraphrasen stehen unter ihren Absätzen.
quote-paraphrase = Eine Paraphrase ist nicht das Gesagte; Enter führt zur Textstelle.
