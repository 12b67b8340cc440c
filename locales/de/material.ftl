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
