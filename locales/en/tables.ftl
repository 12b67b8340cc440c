### tables: every word that a person sees here. The keys are the same in both languages.

table-format-unknown = “{ $name }” is not a table format.
table-ending-unknown = { $file }: the ending names no table format.
table-formats-known = Known are: { $names }.
table-file-exists = { $file } exists already.
table-file-exists-hint = Choose another name, or replace it with --force.
table-file-is-folder = { $file } is a folder.
table-file-no-folder = There is no folder { $folder }.
table-file-no-folder-hint = Create the folder first, or choose another one.
table-csv-one = A CSV file holds one table; this report has { $count }.
table-csv-one-hint = Write it as .xlsx (one sheet each), .html, .docx, .md or .json, or write one table at a time.
table-xlsx-failed = The spreadsheet cannot be written: { $reason }
table-xlsx-too-large = “{ $table }” has { $rows } rows and { $columns } columns; a sheet holds at most 1,048,575 rows and 16,384 columns.
table-too-large-hint = Choose fewer documents or codes, or write .csv or .json.
table-docx-failed = The Word document cannot be written: { $reason }
table-docx-part = Columns, part { $nth } of { $all }
table-csv-failed = The CSV file cannot be written: { $reason }
table-notes = Notes
table-sheet-of = Sheet “{ $sheet }”
table-cut-mark = […cut]
table-cut-note = { $count ->
    [one] One cell was cut at 32,767 characters, the most a spreadsheet cell holds
   *[other] { $count } cells were cut at 32,767 characters, the most a spreadsheet cell holds
}, and ends with { $mark }: { $cells }.
table-undefined = n/a
written-named = { $name }:
written-no-prose = { $name } is a format of tables, and this is running text.
written-no-prose-hint = Running text is written as { $names }.
chapters-nothing = There is no segment in it.
chapters-no-code = Passages under several codes or none
chapters-document = { $name }: { $title }
chapters-count = { $segments ->
    [one] One segment
   *[other] { $segments } segments
} in { $documents ->
    [one] one interview
   *[other] { $documents } interviews
}
chapters-weight = weight { $weight }
table-project = Project: { $project }
table-created = Created: { $date }
table-page = Page { $page } of { $pages }
table-created-invalid = “{ $date }” is not a time.

## Columns and titles
table-segments-title = Coded segments
table-grid-title = Summary Grid
table-citation = Citation
table-code = Code
table-segment = Segment
table-speaker = Speaker
table-group = Group
table-weight = Weight
table-comment = Comment
table-coder = Coder
table-document = Document
table-title = Title

## Whose codings count, and how far the work is
table-set-consensus = Analysis set consensus: { $count ->
    [one] one document
   *[other] { $count } documents
}.
table-set-chosen = Analysis set { $coder } (chosen): { $count ->
    [one] one document
   *[other] { $count } documents
}.
table-set-done = Analysis set { $coder } (first to declare it done): { $count ->
    [one] one document
   *[other] { $count } documents
}.
table-set-reader = Analysis set { $coder } (work so far, nobody is done): { $count ->
    [one] one document
   *[other] { $count } documents
}.
table-analysis-set = Analysis set
