### Fälle, Personen, Sets und Variablen: Kommandozeile, Arbeitsplatz, Fehler und Tabellen dieser Dinge.

## Werte von Variablen. `$entity` ist immer eins von document, case, person.
value-yes = ja
value-no = nein
value-control = Ein Wert ist eine Zeile ohne Steuerzeichen.
value-not = „{ $value }“ ist { $kind ->
    [integer] keine ganze Zahl wie 14000
    [decimal] keine Zahl wie 3,5
    [date] kein Datum wie 01.03.2026 oder 2026-03-01
    [duration] keine Dauer wie 65, 1:05 oder 65 min
    [boolean] weder ja noch nein
   *[text] kein Text
}.
owner-in-words = { $entity ->
    [case] Fall { $name }
    [person] Person { $name }
   *[document] Dokument { $name }
}
error-value-of = { $whose }, { $name }: { $reason }

## Variablen
error-variable-name = Eine Variable braucht einen Namen.
error-variable-name-form = „{ $name }“ ist kein Name für eine Variable: Er ist eine Zeile mit höchstens 200 Zeichen, ohne =, < und >.
error-no-such-variable = Es gibt keine Variable „{ $name }“.
hint-no-variables = Es wurde noch keine Variable angelegt.
hint-variables-are = Variablen dieses Projekts: { $names }.
error-variable-gone = Diese Variable ist nicht mehr im Projekt.
error-variable-exists = Es gibt schon eine Variable „{ $name }“; sie gehört zu { $entity ->
    [case] Fällen
    [person] Personen
   *[document] Dokumenten
}.
error-variable-of = „{ $name }“ ist eine Variable von { $entity ->
    [case] Fällen
    [person] Personen
   *[document] Dokumenten
}.
hint-variable-of = Den Wert { $entity ->
    [case] beim Fall
    [person] bei der Person
   *[document] beim Dokument
} setzen, oder einen anderen Namen wählen.
hint-variable-kind = Die Art blieb, wie sie ist. Zuerst diesen Wert ändern, oder eine Art wählen, zu der alle Werte passen.
error-variable-homeless = { $name } kann keine Variable von { $entity ->
    [case] Fällen
    [person] Personen
   *[document] Dokumenten
} werden: „{ $value }“ ({ $whose }) würde niemandem mehr gehören.
error-variable-differs = { $name } kann nicht zu { $whose } wechseln: Dort träfen „{ $one }“ und „{ $other }“ aufeinander.

## Fälle, Personen, Sets, Gruppen
error-name = „{ $name }“ ist kein Name: Er ist eine Zeile mit höchstens 200 Zeichen und nicht leer.
error-case-gone = Dieser Fall ist nicht mehr im Projekt.
error-case-exists = Es gibt schon einen Fall „{ $name }“.
error-no-such-case = Es gibt keinen Fall „{ $name }“.
hint-no-cases = „absatz cases add NAME“ legt einen an.
hint-cases-are = Fälle dieses Projekts: { $names }.
hint-cases-list = „absatz cases“ zeigt alle.
error-person-gone = Diese Person ist nicht mehr im Projekt.
error-person-exists = Es gibt schon eine Person „{ $name }“.
error-no-such-person = Es gibt keine Person „{ $name }“.
hint-no-persons = „absatz persons add NAME“ legt eine an.
hint-persons-are = Personen dieses Projekts: { $names }.
hint-persons-list = „absatz persons“ zeigt alle.
error-person-has-consent = Für „{ $name }“ ist eine Einwilligung festgehalten.
hint-person-has-consent = Zuerst diese Einwilligung entfernen, falls sie mit weg soll.
error-interviewer-no-person = { $speaker } führt das Interview von Dokument { $label } und wird nicht interviewt.
error-speaker-gone = Diese Sprecherin oder dieser Sprecher ist nicht mehr im Projekt.
error-set-gone = Dieses Set ist nicht mehr im Projekt.
error-set-exists = Es gibt schon ein Set „{ $name }“.
error-no-such-set = Es gibt kein Set „{ $name }“.
hint-sets-list = „absatz sets“ zeigt alle.
error-set-kind = „{ $name }“ ist ein Set nur aus { $kind ->
    [codes] Codes
   *[documents] Dokumenten
}.
error-group-gone = Diese Gruppe ist nicht mehr im Projekt.
error-group-exists = Es gibt schon eine Gruppe „{ $name }“.

## Tabellen, die gelesen werden
sheet-hint = Die Tabelle als .xlsx, .ods oder .csv speichern, mit den Namen der Spalten in der ersten Zeile des ersten Blatts.
sheet-old = { $name } ist verschlüsselt oder im alten Format von Excel (.xls).
sheet-empty = { $name } enthält keine Tabelle.
sheet-large = { $name } ist größer, als eine Tabelle von Interviews sein kann.
sheet-large-hint = Eine Tabelle hat höchstens 2.000 Spalten, eine Million Zellen und 16 MB. Auch Zellen weit weg von den anderen zählen: sie löschen.
sheet-broken = { $name } kann nicht als Tabelle gelesen werden: { $reason }
sheet-no-sheet = die Mappe hat kein Blatt

## Werte importieren. `$by` ist eins von label, file, case, person.
import-row = Zeile { $row }: { $reason }
import-row-column = Zeile { $row }, Spalte { $column }: { $reason }
import-row-nameless = { $by ->
    [case] Der Fall hat keinen Namen.
    [person] Die Person hat keinen Namen.
    [file] Die Datei hat keinen Namen.
   *[label] Das Dokument hat keine Kennung.
}
import-row-unknown = { $by ->
    [case] Es gibt keinen Fall „{ $name }“. Mit --add wird er angelegt.
    [person] Es gibt keine Person „{ $name }“. Mit --add wird sie angelegt.
    [file] Aus „{ $name }“ wurde kein Dokument importiert.
   *[label] Es gibt kein Dokument „{ $name }“.
}
import-row-twice = „{ $name }“ steht schon in Zeile { $row }.
import-column-twice = So eine Spalte gibt es schon.
import-nothing = { $file } enthält keine Zeilen.
import-no-columns = { $file } hat keine Spalte mit Werten einer Variable.
import-no-columns-hint = In der ersten Zeile stehen die Namen der Variablen, einer je Spalte.
import-by-what = Keine Spalte von { $file } sagt, worum es in den Zeilen geht.
import-by-what-hint = Eine Spalte Kennung, Datei, Fall oder Person nennen, oder mit --by sagen, was die erste ist.
import-wrong = Nichts wurde importiert: { $count ->
    [one] Eine Zeile oder Spalte ist
   *[other] { $count } Zeilen oder Spalten sind
} fehlerhaft. { $first }
import-wrong-hint = --dry-run zeigt alle; --skip-errors lässt diese Zeilen weg und importiert die anderen.

## Die Kommandozeile
cli-column-case = Fall
cli-column-persons = Personen
cli-column-set = Set
cli-column-members = Mitglieder
cli-list-cases = Fälle
cli-list-persons = Personen
cli-list-sets = Sets
set-of-documents = Dokumenten
set-of-codes = Codes
cli-no-cases = Noch keine Fälle. „absatz cases add NAME --document KENNUNG“ legt einen an.
cli-no-persons = Noch keine Personen. „absatz persons add NAME --speaker KENNUNG“ legt eine an.
cli-no-sets = Noch keine Sets. „absatz sets add NAME --document KENNUNG“ legt eins an.
cli-case-added = Fall { $name } angelegt.
cli-case-set = Fall { $name } geändert.
cli-cases-removed = Entfernt: { $names }. Dokumente und Personen bleiben.
cli-person-added = Person { $name } angelegt.
cli-person-set = Person { $name } geändert.
cli-persons-removed = Entfernt: { $names }. Was sie gesagt haben, bleibt.
cli-set-added = Set { $name } mit { $count ->
    [one] einem Mitglied
   *[other] { $count } Mitgliedern
} angelegt.
cli-set-set = Set { $name } geändert: { $count ->
    [one] ein Mitglied
   *[other] { $count } Mitglieder
}.
cli-sets-removed = Entfernt: { $names }. Ihre Mitglieder bleiben.
cli-set-without-members = Ein Set braucht Mitglieder.
cli-set-without-members-hint = Dokumente (--document 1,2) oder Codes (--code Hindernisse) nennen.
cli-no-such-speaker = In Dokument { $label } wird niemand namens { $speaker } interviewt.
cli-speakers-are = Interviewt werden dort: { $names }.
cli-no-speakers = In Dokument { $label } wird niemand interviewt: Es wurden keine Sprechenden erkannt.
cli-several-speakers = In Dokument { $label } werden mehrere Personen interviewt: angeben, wer gemeint ist, wie in { $label }:B1.
cli-group-set = Gruppe { $name } geändert.
cli-nothing-to-set-case = Angeben, was sich ändern soll: --name, --document, --without, --position, --variable, --published.
cli-nothing-to-set-person = Angeben, was sich ändern soll: --name, --speaker, --without, --case, --position, --variable, --published.
cli-nothing-to-set-set = Angeben, was sich ändern soll: --name, --document, --code, --without-document, --without-code, --position.
cli-nothing-to-set-group = Angeben, was sich ändern soll: --name, --position.
cli-nothing-to-set-variable = Angeben, was sich ändern soll: --name, --kind, --of, --disclosure, --position.
cli-variable-added = Variable { $name } angelegt.
cli-variable-changed = Variable { $name } geändert.
cli-variable-removed = Variable { $name } mit { $count ->
    [one] einem Wert
   *[other] { $count } Werten
} entfernt.
cli-kind-unknown = „{ $kind }“ ist keine Art von Variable.
cli-kinds-known = Bekannt sind: { $names }.
cli-import-would = Würde { $values ->
    [one] einen Wert
   *[other] { $values } Werte
} in { $rows ->
    [one] einer Zeile
   *[other] { $rows } Zeilen
} setzen; { $unchanged ->
    [one] eine Zeile bringt
   *[other] { $unchanged } Zeilen bringen
} nichts Neues.
cli-imported = { $values ->
    [one] Ein Wert
   *[other] { $values } Werte
} in { $rows ->
    [one] einer Zeile
   *[other] { $rows } Zeilen
} gesetzt; { $unchanged ->
    [one] eine Zeile bringt
   *[other] { $unchanged } Zeilen bringen
} nichts Neues.
cli-import-rows-left-out = Weggelassen: { $count ->
    [one] eine Zeile oder Spalte
   *[other] { $count } Zeilen oder Spalten
}.
cli-import-rows-wrong = { $count ->
    [one] Eine Zeile oder Spalte ist
   *[other] { $count } Zeilen oder Spalten sind
} fehlerhaft; ohne --skip-errors würde nichts importiert.
import-new-variable = Neue Variable: { $name } ({ $kind })
import-adds = { $by ->
    [person] Neue Personen
   *[case] Neue Fälle
}: { $names }
import-ignores = Nicht gelesen, keine Variablen: { $names }
variable-of-document = Dokument
variable-of-case = Fall
variable-of-person = Person
variable-kind-text = Text
variable-kind-integer = ganze Zahl
variable-kind-decimal = Zahl
variable-kind-date = Datum
variable-kind-duration = Dauer
variable-kind-boolean = ja oder nein

## Tabellen
table-label = Kennung
table-case = Fall
table-person = Person
table-interview = Interview
table-interviews = Interviews
table-functions = Funktion
table-date = Datum
table-duration-hours = Dauer (Std.:Min.)
table-duration = Dauer
table-mode = Modus
table-words = Wörter
table-paragraphs = Absätze
table-stage = Phase
table-pretest = Pretest
table-total = Gesamt
table-number = Nr.
table-and-more = { $names } und { $count } weitere
table-singled-out = Erkennbar an
table-column-published = { $name } (veröffentlicht)
table-document-variables = Variablen der Dokumente
table-case-variables = Variablen der Fälle
table-person-variables = Variablen der Personen
table-never-published = Nie veröffentlicht: { $names }.
table-only-recoded = Nur zusammengefasst veröffentlicht: { $names }.
table-values-working = Arbeitswerte, nicht zur Veröffentlichung.
table-values-published = Nur veröffentlichte Werte.
table-undecided = offen
table-several = mehrere
table-hidden = nicht veröffentlicht
table-missing = ohne Wert
table-sample-title = Sample
table-sample-by = Zeilen: { $rows }; Spalten: { $columns }.
table-sample-n = n = { $count } { $unit ->
    [case] { $count ->
        [one] Fall
       *[other] Fälle
    }
    [person] { $count ->
        [one] Person
       *[other] Personen
    }
   *[document] { $count ->
        [one] Interview
       *[other] Interviews
    }
}.
table-pretests-apart = Nicht mitgezählt, Pretests: { $count } { $unit ->
    [case] { $count ->
        [one] Fall
       *[other] Fälle
    }
    [person] { $count ->
        [one] Person
       *[other] Personen
    }
   *[document] { $count ->
        [one] Interview
       *[other] Interviews
    }
}.
table-overview-title = Interviews
table-overview-n = n = { $count }, davon Pretests: { $pretests }.
table-read-from = Gelesen aus den Variablen: { $variables }.
table-not-found = Keine Variable sagt: { $what }.
table-method-title = Eckdaten für den Methodenteil
table-fact = Angabe
table-main = Interviews
table-pretests = Pretests
table-minutes = { $number } Min.
method-interviews = Interviews
method-cases = Fälle
method-persons = Personen
method-joint = Interviews mit mehreren Personen
method-first = Erstes Interview
method-last = Letztes Interview
method-shortest = Kürzestes
method-longest = Längstes
method-mean = Mittlere Dauer
method-median = Median der Dauer
method-total-hours = Die Interviews dauern zusammen { $time } Stunden.
method-total = Gesamtdauer
method-mode = Modus: { $mode }
method-without-date = Ohne Datum: { $count ->
    [one] ein Interview
   *[other] { $count } Interviews
}.
method-without-duration = Ohne Dauer: { $count ->
    [one] ein Interview
   *[other] { $count } Interviews
}.
method-without-person = Nicht festgehalten ist, wer interviewt wurde, in { $count ->
    [one] einem Interview
   *[other] { $count } Interviews
}.
table-interviewees-title = Interviewte Personen
table-persons-n = n = { $count ->
    [one] eine Person
   *[other] { $count } Personen
}.
table-nobody-singled-out = Jede Kombination dieser Werte teilen mindestens { $k } Personen (die kleinste Gruppe hat { $smallest }).
table-singled-out-note = { $count ->
    [one] Eine Person hat eine Kombination von Werten, die weniger als { $k } Personen teilen
   *[other] { $count } Personen haben Kombinationen von Werten, die weniger als { $k } Personen teilen
} (die kleinste Gruppe hat { $smallest }); die letzte Spalte nennt die Variablen, die dazu genügen. Vor der Veröffentlichung zusammenfassen oder weglassen.
table-undecided-note = Über die Veröffentlichung ist noch nicht entschieden: { $names }.
error-sample-rows = Eine Sample-Tabelle hat eine oder zwei Variablen in den Zeilen.
error-sample-nothing = Keine Variable teilt die Interviews in Klassen ein.
error-sample-nothing-hint = Mit --rows eine nennen; „absatz documents variables“, „absatz cases variables“ und „absatz persons variables“ zeigen, welche es gibt.

## Der Arbeitsplatz
context-table = Tabelle
need-table = Zuerst eine Tabelle öffnen (F7).
command-datasheet = Datenblatt: die Variablen von Dokumenten, Fällen und Personen
alias-datasheet = Dokumentvariablen, Daten-Editor, Dateneditor, Variablen, Attribute
command-tables = Tabellen: Übersicht, Sample, interviewte Personen, Methode
alias-tables = Sampletabelle, Interviewübersicht, Eckdaten, Variablenstatistik
command-sets = Sets von Dokumenten und Codes zeigen
alias-sets = Dokument-Sets, Code-Sets
command-set-add = In ein Set aufnehmen, oder eines daraus anlegen
alias-set-add = Neues Dokument-Set, neues Code-Set
hint-set-add = Set
command-table-enter = Zelle bearbeiten oder zum Dokument gehen
hint-table-enter = bearbeiten
command-table-right = Eine Spalte nach rechts
command-table-left = Eine Spalte nach links
command-table-next = Reihum Dokumente, Fälle, Personen
hint-table-next = Fälle/Personen
command-table-published = Zeigen, was veröffentlicht werden darf
hint-table-published = veröffentlicht
command-table-sort = Nach dieser Spalte sortieren
hint-table-sort = sortieren
command-table-open = Das Dokument dieser Zeile öffnen
hint-table-open = Dokument
command-table-copy = Zelle kopieren
command-variable-add = Variable anlegen
alias-variable-add = Neue Variable, Dokumentvariablen, Attribut
hint-variable-add = Variable
command-variable-edit = Diese Variable umbenennen oder ändern; in der Stichprobentabelle ihre Variablen wählen
command-variable-remove = Diese Variable mit ihren Werten entfernen
command-variable-left = Diese Variable eine Spalte nach links schieben
alias-variable-left = Reihenfolge der Variablen
command-variable-right = Diese Variable eine Spalte nach rechts schieben
command-row-move-down = Fall, Person, Dokument oder Set nach unten schieben
command-row-move-up = Fall, Person, Dokument oder Set nach oben schieben
command-row-add = Fall oder Person anlegen
alias-row-add = Neuer Fall, neue interviewte Person
command-row-remove = Diesen Fall, diese Person oder dieses Set entfernen
command-import-values = Variablen aus csv, xlsx oder ods importieren
alias-import-values = Dokumentvariablen importieren, Daten-Editor, Excel
command-document-down = Dokument oder ganze Gruppe nach unten schieben
command-document-up = Dokument oder ganze Gruppe nach oben schieben
menu-tables = Tabellen
menu-case = Fall
menu-no-case = kein Fall
menu-case-of-documents = der Fall der Dokumente
menu-new-case = ein neuer Fall …
menu-sets = { $count ->
    [one] In ein Set aufnehmen oder herausnehmen
   *[other] Diese { $count } in ein Set aufnehmen oder herausnehmen
}
menu-new-set = ein neues Set …
menu-speakers = Welche Sprechenden sind diese Person?
form-value = { $name } von { $whose }
form-published = { $name } von { $whose }, wie es veröffentlicht werden darf
form-variable = Variable ändern
form-new-variable = Neue Variable
form-new-case = Neuer Fall
form-new-person = Neue Person
form-new-set = Neues Set mit { $count ->
    [one] einem Mitglied
   *[other] { $count } Mitgliedern
}
form-rename = Umbenennen
form-import-values = Variablen importieren
field-kind = Enthält: { $kinds }
field-entity = Gehört zu: { $entities }
field-disclosure = Veröffentlicht: { $ways }
field-published = Freier Text; - lässt weg, nichts lässt es offen
field-import-values = Datei (.csv, .xlsx, .ods): in der ersten Zeile die Variablen, in der ersten Spalte, wessen Werte es sind
disclosure-as-is = wie es ist
disclosure-recoded = nur zusammengefasst
disclosure-never = nie
form-sample = Die Stichprobentabelle
field-sample-rows = Zeilen, eine Variable oder zwei mit Komma: { $names }
field-sample-columns = Spalten, eine Variable oder keine
field-sample-of = Gezählt werden: { $units }
sample-of-document = Interviews
sample-of-case = Fälle
sample-of-person = interviewte Personen
sample-unclear = Für das, was gezählt wird, eins der Wörter über dem Feld schreiben.
variable-unclear = Für die Art, die Zugehörigkeit und die Veröffentlichung eins der Wörter über dem Feld schreiben.
table-empty = In dieser Tabelle steht noch nichts.
table-empty-sheet = { $key } legt eine Zeile an.
table-is-sorted = Die Tabelle ist sortiert; s auf ihrer Spalte stellt die eigene Reihenfolge wieder her.
table-copied = Kopiert.
table-no-document = Zu dieser Zeile gehört kein Dokument.
table-no-published = Diese Tabelle hat keine anderen Werte.
table-only-sheet = Variablen gehören zum Datenblatt (F6).
table-no-variable = Diese Spalte ist keine Variable.
table-no-rows = Hier kommen und gehen Zeilen mit ihren Dokumenten; Fälle, Personen und Sets haben eigene Zeilen.
import-plan = { $values ->
    [one] ein Wert
   *[other] { $values } Werte
}, { $wrong ->
    [0] nichts fehlerhaft
    [one] eine Zeile oder Spalte fehlerhaft
   *[other] { $wrong } Zeilen oder Spalten fehlerhaft
}
confirm-keys = Enter ausführen · Esc lassen · ↑↓ weiterlesen
confirm-nothing-keys = Esc schließen · ↑↓ weiterlesen
