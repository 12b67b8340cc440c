### The query language: what is wrong with a query, what a result is; saved queries.

## What is wrong with a query
query-fault = The query, column { $column }: { $what }
query-fault-character = “{ $character }” has no meaning here
query-hint-quote = Names with spaces or signs stand in quotation marks: "Legal matters".
query-fault-open-quote = the quotation mark is not closed
query-hint-close-quote = Add a " at the end of the name.
query-fault-brace = what stands in { "{" } { "}" } is no reference of a saved query
query-fault-empty = there is nothing to be looked for
query-hint-passages = Name a code, a set (set "open questions"), or * for any code.
query-fault-long = it is too long
query-fault-deep = it is nested too deep
query-hint-long = Save parts as sets of codes, or ask in several steps.
query-fault-word = “{ $word }” is missing
query-hint-word = Write “{ $word }” here.
query-fault-close = this bracket closes none
query-hint-close = Take it away, or add a ( before it.
query-fault-more = the query could have ended here
query-hint-more = Join codes with and, or, overlapping, inside, containing, outside, followed by, preceded by, near; conditions follow where. A name with spaces stands in quotation marks.
query-fault-number = a whole number is missing
query-hint-number = For example: near Outlook within 2, at least 2 of (A, B, C).
query-fault-zero = at least one must be asked for
query-fault-set = the name of a set of codes is missing
query-fault-passages = a code is missing
query-hint-reserved = “{ $word }” is a word of the language. A code of this name stands in quotation marks: "{ $word }".
query-fault-attribute = it is not said what the condition asks about
query-hint-attribute = Name a variable, or document, group, set, case, person, speaker, weight.
query-fault-sign = it is not said how { $name } is compared
query-hint-sign = Write =, !=, <, <=, >, >=, in (A, B) or is missing.
query-fault-order = { $name } has no order
query-hint-equal = Compare it with = or !=.
query-fault-value = the value that { $name } is compared with is missing
query-hint-value = For example: level = Kommune. A value with spaces stands in quotation marks.
query-fault-value-kind = “{ $value }” is no value of { $name } ({ $kind })
query-hint-value-kind = A number is written like 67.5, a date like 2026-03-01, a duration like 1:05.
query-fault-weight = “{ $value }” is no weight
query-hint-weight = Weights go from 0 to 100.
query-fault-unknown = there is no { $noun ->
    [set] set
    [document] document
    [group] group
    [case] case
    [person] person
    [speaker] speaker
   *[variable] variable
} “{ $name }”
query-hint-are = There are: { $names }
query-hint-none = There are none yet.
query-fault-gone = a { $noun ->
    [code] code
    [set] set
    [document] document
    [case] case
    [person] person
   *[variable] variable
} that the query names is not there any more ({ $uuid })
query-hint-gone = Save the query anew without it: absatz queries save NAME QUERY --replace.

## What a result is
query-note = Query: { $query }
query-note-codes = Of { $count ->
    [one] one activated code.
   *[other] { $count } activated codes.
}
query-note-documents = Asked of { $count ->
    [one] one document.
   *[other] { $count } documents.
}
query-returns-segments = Returned are coded segments, whole.
query-returns-any = Returned are the segments or passages of each part, whole.
query-returns-common = Returned are only the words that all parts have in common.
query-returns-not = Returned are the words without it, paragraph by paragraph.
query-returns-only = Returned are the segments of { $what } on whose words no other code stands, whole.
query-returns-at-least = Returned are only the words on which at least { $count } of the codes stand.
query-returns-overlapping = Returned are the segments of { $what }, whole, that share words with the other.
query-returns-inside = Returned are the segments of { $what }, whole, that lie within one of the other.
query-returns-containing = Returned are the segments of { $what }, whole, that have one of the other within them.
query-returns-outside = Returned are the segments of { $what }, whole, that share no word with the other.
query-returns-followed = Returned are the segments of { $what }, whole, after which the other begins { $count ->
    [0] in the same paragraph.
    [one] in the same paragraph or the next one.
   *[other] within { $count } paragraphs.
}
query-returns-preceded = Returned are the segments of { $what }, whole, before which the other ends { $count ->
    [0] in the same paragraph.
    [one] in the same paragraph or the one before.
   *[other] within { $count } paragraphs.
}
query-returns-near = Returned are the segments of { $what }, whole, that have the other { $count ->
    [0] in the same paragraph.
    [one] in the same paragraph or a neighbouring one.
   *[other] within { $count } paragraphs before or after.
}

## Why nothing was found
query-why-no-documents = No document is asked: none is activated, or none is in the project.
query-why-no-segments = { $count ->
    [one] This code has no segment there: { $codes }
   *[other] These codes have no segments there: { $codes }
}
query-why-condition = Of { $count ->
    [one] the one document the condition does not hold: { $condition }
   *[other] none of the { $count } documents the condition holds: { $condition }
}
query-why-nothing-coded = Nothing is coded there.
query-why-apart = Each part has segments, but none that stand so: { $codes }

## What lacks it
query-without-title = Without { $query }
query-without-note = { $lacking } of { $all } { $unit ->
    [case] cases
    [person] persons
   *[document] documents
} have no passage that answers: { $query }
query-without-among = Asked are those of which holds: { $condition }
query-without-bare = { $count ->
    [one] One of them has no coded segment at all: perhaps nobody has looked yet.
   *[other] { $count } of them have no coded segment at all: perhaps nobody has looked yet.
}
query-column-document = Document
query-column-case = Case
query-column-person = Person
query-column-documents = Documents
query-without-asked = { $unasked ->
    [0] All were asked as far as anybody has said
    [one] One was not asked
   *[other] { $unasked } were not asked
}: { $with } of the { $asked } { $unit ->
    [case] cases
    [person] persons
   *[document] documents
} asked have some.
query-column-segments = Coded segments in all
query-column-state = Why

## Saved queries
error-query-gone = The saved query is not there any more.
error-no-such-query = There is no saved query “{ $name }”.
hint-no-queries = None is saved yet: absatz queries save NAME QUERY.
hint-queries-are = There are: { $names }
error-query-exists = There is a saved query “{ $name }” already.
hint-query-exists = Choose another name, or replace it: with --replace, in the workbench with Enter once more.
cli-list-queries = Saved queries
cli-column-query = Query
cli-no-queries = No query is saved.
cli-query-saved = Saved the query { $name }: { $query }
cli-query-renamed = Renamed the query { $before } to { $name }.
cli-query-removed = Removed the query { $name }.
cli-query-needs-where = A weight goes from 0 to 100: --weight 50 (exactly), 50.. (at least), ..50 (at most), 30..60

## In the workbench
command-query = Ask for segments with a query (complex retrieval)
alias-query = retrieval, complex coding query, segment-suche, intersection, near, followed by, suche nach segmenten
hint-query = query
command-queries = Saved queries
alias-queries = saved query, gespeicherte Suche
command-query-save = Save the query that was asked
hint-query-save = save query
command-query-without = List what lacks it: documents, cases or persons of which nothing answers
alias-query-without = without, counter-evidence, lacking, fehlt, Gegenbelege
hint-query-without = lack it
command-activate = Activate or deactivate the document or code for queries
alias-activate = activation, switch on, aktivieren
command-activate-all = Ask all documents and codes again (nothing activated)
alias-activate-all = reset activation, deactivate, Aktivierung zurücksetzen
form-query = Query
form-query-keys = Enter asks · Tab completes · ↑↓ choose · Esc gives up
form-query-rename = Rename the saved query { $query }
form-query-name = Save the query { $query }
field-query = code, set "name", * · and or not only · overlapping inside near … · where …
title-query = Query: { $query }
menu-queries = Saved queries (r renames, x removes)
query-nothing-asked = No query has been asked yet.
query-none-saved = No query is saved yet: ask one, then save it.
active-all = Queries are asked of all documents and codes.
active-now = Activated: { $documents ->
    [0] all documents
    [one] one document
   *[other] { $documents } documents
}, { $codes ->
    [0] all codes
    [one] one code
   *[other] { $codes } codes
}
