### The Summary Grid: summaries, states of cells, condensations, Summary Tables.

## States of cells without segments
cell-state-not-asked = not asked
cell-state-no-answer = asked, no answer
cell-state-nothing = nothing relevant
cell-state-done = looked at, nothing coded
cell-state-not-judged = not judged
cell-state-differs = differs by interview
error-cell-state-unknown = “{ $name }” is no state of a cell.
error-cell-has-segments = Document { $label } has segments of { $code }: its cell needs no state.
error-cell-has-segments-hint = Write its summary, or take the code from the segments first.

## On the command line
cli-cell-state-hint = States are: { $names }; none takes one back.
cli-cell-state-needs = Which cells?
cli-cell-state-needs-hint = Name documents (or a group) and codes, or take them --from-guides.
cli-cell-state-guides-only = --from-guides says which documents were not asked.
cli-cell-state-guides-only-hint = Use it as: absatz cell-state not-asked --from-guides
cli-cell-states-set = { $count ->
    [0] No cell was changed.
    [one] One cell: { $state }.
   *[other] { $count } cells: { $state }.
}
cli-cell-states-coded = { $count ->
    [one] One cell has segments and needs no state.
   *[other] { $count } cells have segments and need no state.
}
cli-cell-state-cleared = no state
cli-cell-states-none = No cell has a state.
cli-list-cell-states = States of cells
cli-summary-state = { $label } × { $code }: { $state }.
cli-condensed-written = The summary of { $name } is written.
cli-condensed-emptied = The summary of { $name } is empty.
cli-condensed-none = There is no summary of { $name } yet.
cli-condensed-no-text = No summary of that kind has been written yet.
cli-list-document-summaries = Document summaries
cli-list-code-summaries = Code summaries
cli-list-case-summaries = Case summaries
cli-column-document = Document
cli-column-state = State
cli-column-summary = Summary

## The grid as a table
table-grid-level = { $summarised } of { $cells } cells summarised; { $waiting ->
    [0] none with segments waits.
    [one] one with segments waits.
   *[other] { $waiting } with segments wait.
}
table-grid-state = { $count } { $state }.
table-grid-row-summary = Summary
table-grid-code-summary = Summary of the code
table-grid-level-title = How far the Summary Grid is
table-grid-of = Of
table-grid-cells = Cells
table-grid-summarised = Summarised
table-grid-waiting = Waiting
table-grid-bare = Nothing yet
table-grid-all = All
table-grid-waiting-title = Cells that wait for a summary
table-grid-segments = Segments

## In the workbench
title-grid-level = { $summarised } of { $cells } summarised; { $waiting } wait
title-grid-active = activated
grid-foot = summarised
command-cell-not-asked = This cell: not asked (again: takes it back)
hint-cell-not-asked = not asked
command-cell-no-answer = This cell: asked, without an answer (again: takes it back)
command-cell-nothing = This cell: nothing relevant (again: takes it back)
command-next-bare = To the next cell not judged: no segments, no summary, no state
hint-next-bare = empty
command-previous-bare = To the previous cell not judged
command-grid-rows = What the rows of the grid are: documents, cases, persons, groups
hint-grid-rows = rows
alias-grid-rows = compare groups, interactive quote matrix, group comparison
command-grid-turn = Codes as rows, documents as columns, and back
alias-grid-turn = transpose
command-document-summary = Write the summary of a document (in the grid: of the row)
alias-document-summary = case overview, profile
command-code-summary = Write the summary of a code (in the grid: of the column)
alias-code-summary = theme summary
command-case-summary = Write the summary of a case
alias-case-summary = case overview
case-summary-no-case = This document belongs to no case: its summary is a document summary.
cell-state-has-segments = This cell has segments: it needs no state.
cell-segments = { $count ->
    [0] no segments
    [one] one segment
   *[other] { $count } segments
}
no-bare-cell = No cell from here is without everything.
grid-rows-document = Documents
grid-rows-case = Cases
grid-rows-person = Persons
grid-rows-by = Arranged by { $by }
grid-rows-together = Put together by { $by }
menu-grid-rows = What are the rows?
form-summary-of = Summary of { $name }
form-summary-keys = Esc save · Tab passage · Ctrl-G quote · Ctrl-T text · Ctrl-O editor · Ctrl-C discard
summary-beside = { $at } of { $count }
quote-summary = A summary is not what was said.

## Summary Tables
error-table-gone = That Summary Table is not there any more.
error-no-such-table = There is no Summary Table “{ $name }”.
hint-no-tables = None has been saved yet: absatz table create NAME --code …
hint-tables-are = There are: { $names }.
error-table-exists = There is a Summary Table “{ $name }” already.
hint-table-exists = Choose another name, or replace it with --replace.
error-table-unreadable = What the Summary Table “{ $name }” has cannot be read.
table-saved-gone = { $count ->
    [one] One document, code or variable
   *[other] { $count } documents, codes or variables
} that it had are not there any more.
cli-list-summary-tables = Summary Tables
cli-column-rows = Rows
cli-column-variables = Variables
cli-table-all = all
cli-tables-none = No Summary Table has been saved yet.
cli-table-saved = The Summary Table { $name } is saved.
cli-table-renamed = The Summary Table { $before } is called { $name } now.
cli-tables-removed = Removed: { $names }.
cli-table-which = Which Summary Table?
cli-table-which-hint = absatz table list says which there are.
cli-column-documents = Documents
cli-column-codes = Codes
command-grid-save = Keep what the grid shows as a Summary Table
alias-grid-save = summary table, save table
form-save-table = Keep as a Summary Table
field-table-variables = Variables beside the documents, separated by commas (none: empty)
field-table-where = 1: in the first column (empty: in columns of their own)
table-name-needed = A Summary Table needs a name.
table-name-taken = There is a Summary Table { $name }: Enter again replaces it.
menu-summary-table = Summary Table: { $name }
table-where-wrong = Where variables stand is 1, the first column, or nothing.
