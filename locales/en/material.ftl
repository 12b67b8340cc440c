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

## Tables that are read
sheet-hint = Save the table as .xlsx, .ods or .csv, with the names of the columns in the first row of the first sheet.
sheet-old = { $name } is encrypted or in the old format of Excel (.xls).
sheet-empty = { $name } holds no table.
sheet-large = { $name } is larger than a table of interviews can be.
sheet-large-hint = A table has at most 2,000 columns, a million cells and 16 MB. Cells far away from the others count too: delete them.
sheet-broken = { $name } cannot be read as a table: { $reason }
sheet-no-sheet = the workbook has no sheet

## Importing values. `$by` is one of label, file, case, person.
import-row = Row { $row }: { $reason }
import-row-column = Row { $row }, column { $column }: { $reason }
import-row-nameless = { $by ->
    [case] The case is not named.
    [person] The person is not named.
    [file] The file is not named.
   *[label] The document is not named.
}
import-row-unknown = { $by ->
    [case] There is no case “{ $name }”. With --add it is added.
    [person] There is no person “{ $name }”. With --add they are added.
    [file] No document was imported from “{ $name }”.
   *[label] There is no document “{ $name }”.
}
import-row-twice = “{ $name }” stands in row { $row } already.
import-column-twice = There is such a column already.
import-nothing = { $file } holds no rows.
import-no-columns = { $file } has no column with values of a variable.
import-no-columns-hint = The first row holds the names of the variables, one a column.
import-by-what = No column of { $file } says what the rows are about.
import-by-what-hint = Name a column label, file, case or person, or say what the first one is with --by.
import-wrong = Nothing was imported: { $count ->
    [one] one row or column is wrong
   *[other] { $count } rows or columns are wrong
}. { $first }
import-wrong-hint = --dry-run lists them all; --skip-errors leaves these rows out and imports the others.

## The command line
cli-column-case = Case
cli-column-persons = Persons
cli-column-set = Set
cli-column-members = Members
cli-list-cases = Cases
cli-list-persons = Persons
cli-list-sets = Sets
set-of-documents = documents
set-of-codes = codes
cli-no-cases = No cases yet. “absatz cases add NAME --document LABEL” adds one.
cli-no-persons = No persons yet. “absatz persons add NAME --speaker LABEL” adds one.
cli-no-sets = No sets yet. “absatz sets add NAME --document LABEL” adds one.
cli-case-added = Added the case { $name }.
cli-case-set = Changed the case { $name }.
cli-cases-removed = Removed: { $names }. Documents and persons stay.
cli-person-added = Added the person { $name }.
cli-person-set = Changed the person { $name }.
cli-persons-removed = Removed: { $names }. What they said stays.
cli-set-added = Added the set { $name } with { $count ->
    [one] one member
   *[other] { $count } members
}.
cli-set-set = Changed the set { $name }: { $count ->
    [one] one member
   *[other] { $count } members
}.
cli-sets-removed = Removed: { $names }. Their members stay.
cli-set-without-members = A set needs members.
cli-set-without-members-hint = Name documents (--document 1,2) or codes (--code Obstacles).
cli-no-such-speaker = Nobody called { $speaker } is interviewed in document { $label }.
cli-speakers-are = Interviewed there: { $names }.
cli-no-speakers = Nobody is interviewed in document { $label }: no speakers were recognised.
cli-several-speakers = Several persons are interviewed in document { $label }: say which, as in { $label }:B1.
cli-group-set = Changed the group { $name }.
cli-nothing-to-set-case = Name what to change: --name, --document, --without, --position, --variable, --published.
cli-nothing-to-set-person = Name what to change: --name, --speaker, --without, --case, --position, --variable, --published.
cli-nothing-to-set-set = Name what to change: --name, --document, --code, --without-document, --without-code, --position.
cli-nothing-to-set-group = Name what to change: --name, --position.
cli-nothing-to-set-variable = Name what to change: --name, --kind, --of, --disclosure, --position.
cli-variable-added = Added the variable { $name }.
cli-variable-changed = Changed the variable { $name }.
cli-variable-removed = Removed the variable { $name } with { $count ->
    [one] one value
   *[other] { $count } values
}.
cli-kind-unknown = “{ $kind }” is no kind of variable.
cli-kinds-known = Known are: { $names }.
cli-import-would = Would set { $values ->
    [one] one value
   *[other] { $values } values
} in { $rows ->
    [one] one row
   *[other] { $rows } rows
}; { $unchanged ->
    [one] one row has
   *[other] { $unchanged } rows have
} nothing new.
cli-imported = Set { $values ->
    [one] one value
   *[other] { $values } values
} in { $rows ->
    [one] one row
   *[other] { $rows } rows
}; { $unchanged ->
    [one] one row has
   *[other] { $unchanged } rows have
} nothing new.
cli-import-rows-left-out = Left out: { $count ->
    [one] one row or column
   *[other] { $count } rows or columns
}.
cli-import-rows-wrong = { $count ->
    [one] One row or column is
   *[other] { $count } rows or columns are
} wrong; nothing would be imported without --skip-errors.
import-new-variable = New variable: { $name } ({ $kind })
import-adds = { $by ->
    [person] New persons
   *[case] New cases
}: { $names }
import-ignores = Not read, no variables: { $names }
variable-of-document = document
variable-of-case = case
variable-of-person = person
variable-kind-text = text
variable-kind-integer = whole number
variable-kind-decimal = number
variable-kind-date = date
variable-kind-duration = duration
variable-kind-boolean = yes or no

## Tables
table-label = Label
table-case = Case
table-person = Person
table-interview = Interview
table-interviews = Interviews
table-functions = Function
table-date = Date
table-duration-hours = Duration (h:mm)
table-duration = Duration
table-mode = Mode
table-words = Words
table-paragraphs = Paragraphs
table-stage = Stage
table-pretest = pretest
table-total = Total
table-number = No.
table-and-more = { $names } and { $count } more
table-singled-out = Singled out by
table-column-published = { $name } (published)
table-document-variables = Variables of documents
table-case-variables = Variables of cases
table-person-variables = Variables of persons
table-never-published = Never published: { $names }.
table-only-recoded = Published only as recoded: { $names }.
table-values-working = Working values, not for publication.
table-values-published = Published values only.
table-undecided = undecided
table-several = several
table-hidden = not published
table-missing = no value
table-sample-title = Sample
table-sample-by = Rows: { $rows }; columns: { $columns }.
table-sample-n = n = { $count } { $unit ->
    [case] { $count ->
        [one] case
       *[other] cases
    }
    [person] { $count ->
        [one] person
       *[other] persons
    }
   *[document] { $count ->
        [one] interview
       *[other] interviews
    }
}.
table-pretests-apart = Not counted, pretests: { $count } { $unit ->
    [case] { $count ->
        [one] case
       *[other] cases
    }
    [person] { $count ->
        [one] person
       *[other] persons
    }
   *[document] { $count ->
        [one] interview
       *[other] interviews
    }
}.
table-overview-title = Interviews
table-overview-n = n = { $count }, of these pretests: { $pretests }.
table-read-from = Read from the variables: { $variables }.
table-not-found = No variable says: { $what }.
table-method-title = Facts for the method section
table-fact = Fact
table-main = Interviews
table-pretests = Pretests
table-minutes = { $number } min
method-interviews = Interviews
method-cases = Cases
method-persons = Persons
method-joint = Joint interviews
method-first = First interview
method-last = Last interview
method-shortest = Shortest
method-longest = Longest
method-mean = Mean duration
method-median = Median duration
method-total-hours = Together the interviews last { $time } hours.
method-total = Total duration
method-mode = Mode: { $mode }
method-without-date = Without a date: { $count ->
    [one] one interview
   *[other] { $count } interviews
}.
method-without-duration = Without a duration: { $count ->
    [one] one interview
   *[other] { $count } interviews
}.
method-without-person = Nobody has said who was interviewed in { $count ->
    [one] one interview
   *[other] { $count } interviews
}.
table-interviewees-title = Interviewees
table-persons-n = n = { $count ->
    [one] one person
   *[other] { $count } persons
}.
table-nobody-singled-out = Every combination of these values is shared by at least { $k } persons (the smallest group has { $smallest }).
table-singled-out-note = { $count ->
    [one] One person has a combination of values that fewer than { $k } persons share
   *[other] { $count } persons have combinations of values that fewer than { $k } persons share
} (the smallest group has { $smallest }); the last column names the variables that suffice. Recode or suppress them before publishing.
table-undecided-note = No published value has been decided on: { $names }.
error-sample-rows = A sample table has one or two variables in its rows.
error-sample-nothing = No variable sorts the interviews into classes.
error-sample-nothing-hint = Name one with --rows; “absatz documents variables”, “absatz cases variables” and “absatz persons variables” show those there are.

## The workbench
context-table = Table
need-table = Open a table first (F7).
command-datasheet = Data sheet: the variables of documents, cases and persons
alias-datasheet = Document variables, Data editor, Variables, Attributes
command-tables = Tables: overview, sample, interviewees, method
alias-tables = Sample table, Interview overview, Method facts, Statistics of variables
command-sets = Show the sets of documents and codes
alias-sets = Document sets, Code sets
command-set-add = Put what is here into a set, or make one of it
alias-set-add = New document set, new code set
hint-set-add = set
command-table-enter = Edit the cell, or go to the document
hint-table-enter = edit
command-table-right = One column to the right
command-table-left = One column to the left
command-table-next = Documents, cases, persons in turn
hint-table-next = cases/persons
command-table-published = Show what may be published
hint-table-published = published
command-table-sort = Sort by this column
hint-table-sort = sort
command-table-open = Open the document of this row
hint-table-open = document
command-table-copy = Copy the cell
command-variable-add = Add a variable
alias-variable-add = New variable, document variables, attribute
hint-variable-add = variable
command-variable-edit = Rename or change this variable; in the sample table, choose its variables
command-variable-remove = Remove this variable with its values
command-variable-left = Move this variable one column to the left
alias-variable-left = order of variables
command-variable-right = Move this variable one column to the right
command-row-move-down = Move this case, person, document or set down
command-row-move-up = Move this case, person, document or set up
command-row-add = Add a case or person
alias-row-add = New case, new interviewee
command-row-remove = Remove this case, person or set
command-import-values = Import variables from csv, xlsx or ods
alias-import-values = Import document variables, data editor, Excel
command-document-down = Move the document, or the whole group, down
command-document-up = Move the document, or the whole group, up
menu-tables = Tables
menu-case = Case
menu-no-case = no case
menu-case-of-documents = that of the documents
menu-new-case = a new case …
menu-sets = { $count ->
    [one] Put it into a set, or take it out
   *[other] Put these { $count } into a set, or take them out
}
menu-new-set = a new set …
menu-speakers = Which speakers is this person?
form-value = { $name } of { $whose }
form-published = { $name } of { $whose }, as it may be published
form-variable = Variable
form-new-variable = New variable
form-new-case = New case
form-new-person = New person
form-new-set = New set of { $count ->
    [one] one member
   *[other] { $count } members
}
form-rename = Rename
form-import-values = Import variables
field-kind = Holds: { $kinds }
field-entity = Belongs to: { $entities }
field-disclosure = Published: { $ways }
field-published = Free text; - suppresses, nothing leaves it open
field-import-values = File (.csv, .xlsx, .ods): the first row names the variables, the first column says whose they are
disclosure-as-is = as it is
disclosure-recoded = recoded only
disclosure-never = never
form-sample = The sample table
field-sample-rows = Rows, one variable or two with a comma: { $names }
field-sample-columns = Columns, one variable or none
field-sample-of = Counted: { $units }
sample-of-document = interviews
sample-of-case = cases
sample-of-person = persons
sample-unclear = Write for what is counted one of the words above the field.
variable-unclear = Write for the kind, for whose it is and for what is published one of the words above the field.
table-empty = There is nothing in this table yet.
table-empty-sheet = { $key } adds a row.
table-is-sorted = The table is sorted; s on its column puts the rows in their own order again.
table-copied = Copied.
table-no-document = No document belongs to this row.
table-no-published = This table has no other values.
table-only-sheet = Variables belong to the data sheet (F6).
table-no-variable = This column is no variable.
table-no-rows = Here rows come and go with their documents; cases, persons and sets have rows of their own.
import-plan = { $values ->
    [one] one value
   *[other] { $values } values
}, { $wrong ->
    [0] nothing wrong
    [one] one row or column wrong
   *[other] { $wrong } rows or columns wrong
}
confirm-keys = Enter do it · Esc leave it · ↑↓ read on
confirm-nothing-keys = Esc close · ↑↓ read on
