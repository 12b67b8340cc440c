### Cases, persons, sets and variables: the command line, the workbench, errors and tables of these nouns.

## Values of variables. `$entity` is always one of document, case, person.
value-yes = yes
value-no = no
value-control = A value is one line without control characters.
value-not = “{ $value }” is { $kind ->
    [integer] no whole number, such as 14000
    [decimal] no number, such as 3.5
    [date] no date, such as 2026-03-01 or 01.03.2026
    [duration] no duration, such as 65, 1:05 or 65 min
    [boolean] neither yes nor no
   *[text] no text
}.
owner-in-words = { $entity ->
    [case] case { $name }
    [person] person { $name }
   *[document] document { $name }
}
error-value-of = { $whose }, { $name }: { $reason }

## Variables
error-variable-name = A variable needs a name.
error-variable-name-form = “{ $name }” is no name for a variable: it is one line of at most 200 characters without =, < and >.
error-no-such-variable = There is no variable “{ $name }”.
hint-no-variables = No variable has been added yet.
hint-variables-are = Variables of this project: { $names }.
error-variable-gone = This variable is not in the project any more.
error-variable-exists = There is a variable “{ $name }” already; it belongs to { $entity ->
    [case] cases
    [person] persons
   *[document] documents
}.
error-variable-of = “{ $name }” is a variable of { $entity ->
    [case] cases
    [person] persons
   *[document] documents
}.
hint-variable-of = Set it on the { $entity ->
    [case] case
    [person] person
   *[document] document
}, or choose another name.
hint-variable-kind = The kind was left as it is. Change this value first, or choose a kind that all values fit.
error-variable-homeless = { $name } cannot become a variable of { $entity ->
    [case] cases
    [person] persons
   *[document] documents
}: “{ $value }” of { $whose } would belong to nobody.
error-variable-differs = { $name } cannot move to { $whose }: “{ $one }” and “{ $other }” would meet there.

## Cases, persons, sets, groups
error-name = “{ $name }” is no name: it is one line of at most 200 characters, and not empty.
error-case-gone = This case is not in the project any more.
error-case-exists = There is a case “{ $name }” already.
error-no-such-case = There is no case “{ $name }”.
hint-no-cases = “absatz cases add NAME” adds one.
hint-cases-are = Cases of this project: { $names }.
hint-cases-list = “absatz cases” lists them all.
error-person-gone = This person is not in the project any more.
error-person-exists = There is a person “{ $name }” already.
error-no-such-person = There is no person “{ $name }”.
hint-no-persons = “absatz persons add NAME” adds one.
hint-persons-are = Persons of this project: { $names }.
hint-persons-list = “absatz persons” lists them all.
error-person-has-consent = A consent of “{ $name }” is on record.
hint-person-has-consent = Remove that consent first, if it is to go as well.
error-interviewer-no-person = { $speaker } is the interviewer of document { $label }, and not interviewed.
error-speaker-gone = This speaker is not in the project any more.
error-set-gone = This set is not in the project any more.
error-set-exists = There is a set “{ $name }” already.
error-no-such-set = There is no set “{ $name }”.
hint-sets-list = “absatz sets” lists them all.
error-set-kind = “{ $name }” is a set of { $kind ->
    [codes] codes
   *[documents] documents
} only.
error-group-gone = This group is not in the project any more.
error-group-exists = There is a group “{ $name }” already.
