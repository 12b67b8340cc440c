### Checking a written report, citing.

## Reading a report
report-not-readable = { $name } is no report that can be read.
report-not-readable-hint = Save it as docx, odt, rtf, html, md or txt.

## Where
report-at = line { $line }
report-at-place = line { $line }, { $place }
report-place-body = text
report-place-heading = heading
report-place-table = table
report-place-text-box = text box
report-place-footnote = footnote
report-place-endnote = endnote
report-quoted = “{ $text }”

## What is wrong with a citation
report-no-such-interview = There is no { $interview }.
report-no-such-paragraph = { $interview } has no paragraph { $paragraph }; its last one is { $last }.
report-likely = Perhaps { $place } is meant.
report-open-end = Nothing follows paragraph { $paragraph } of { $interview }.
report-ambiguous = It can be read as { $other } too.
report-not-paragraph-based = “{ $written }” names no paragraph and cannot be looked up.
report-unreadable = This looks like a citation and cannot be read.

## What became of a quotation
report-exact = The words stand in { $place }.
report-edited = The words stand in { $place }, with what is marked: { $edits }
report-edit = { $written } for “{ $stands }”
report-differs = { $place } says: { $difference }
report-differs-slightly = { $place } has the same words; letter case or punctuation differ: { $difference }
report-elsewhere = The words stand in { $place }.
report-elsewhere-differs = Words like these stand in { $place }: { $difference }
report-not-found = The words stand in no transcript.
report-not-found-nearest = The words stand in no transcript. The nearest passage is { $place }: { $difference }
report-no-citation = There is no citation, and the words stand in no transcript.
report-no-citation-found = There is no citation. The words stand in { $place }.
report-no-citation-differs = There is no citation. Words like these stand in { $place }: { $difference }
report-repeated = The passage was quoted in line { $line } already.
report-translated = The words are a translation and cannot be compared.

## Warnings
report-listed-name = The name is in the list of names; it becomes { $replacement }.
report-withdrawn = The consent of this interview was withdrawn on { $on }.
report-document-never-cited = The report does not cite this interview.
report-code-never-cited = No paragraph with this code is cited.
report-list-document-never-cited = Never cited: { $list }
report-list-code-never-cited = Codes without a cited paragraph: { $list }

## Kinds
report-kind-no-such-interview = no such interview
report-kind-no-such-paragraph = no such paragraph
report-kind-open-end = nothing follows
report-kind-ambiguous = ambiguous
report-kind-not-paragraph-based = no paragraph
report-kind-unreadable = unreadable
report-kind-exact = exact
report-kind-edited = edited, marked
report-kind-differs = differs
report-kind-elsewhere = stands elsewhere
report-kind-not-found = not found
report-kind-no-citation = no citation
report-kind-repeated = quoted twice
report-kind-translated = translated
report-kind-consent = not released
report-kind-listed-name = listed name
report-kind-document-never-cited = interview never cited
report-kind-code-never-cited = code never cited
report-level-problem = to mend
report-level-warning = look at
report-level-note = note

## Tables
report-table-findings = Findings in { $report }
report-table-citations = Citations in { $report }
report-table-quotations = Quotations in { $report }
report-table-never = Never cited in { $report }
report-column-line = Line
report-column-place = Where
report-column-level = Level
report-column-kind = Kind
report-column-text = Words
report-column-citation = Citation
report-column-message = Finding
report-column-references = Read as
report-column-problems = Problems
report-column-status = Status
report-column-found = Found in
report-column-difference = Difference

## The command line
report-summary = { $citations ->
    [one] { $citations } citation
   *[other] { $citations } citations
}, { $quotations ->
    [one] { $quotations } quotation
   *[other] { $quotations } quotations
}: { $problems ->
    [0] nothing to mend
   *[other] { $problems } to mend
}, { $warnings } to look at.
cite-count = in { $with } of { $of ->
    [one] { $of } interview
   *[other] { $of } interviews
}
cite-count-group = { $group }: { $count }
cite-no-group = without a group
cite-of-what = Nothing was named to be cited.
cite-of-what-hint = Name a code (--code Obstacles) or places (5:9 4:13).

## The workbench
command-check-report = Check a report
alias-check-report = citations quotations report paper manuscript
command-write-report = Write the report: a chapter a main code, from a template
alias-write-report = report template, Word, smart publisher
export-report = Written report
export-file-report = report.docx
field-report-template = Own template (Markdown; empty: the shipped one)
command-check-again = Check the report again
hint-check-again = again
command-check-show = Which findings are listed
hint-check-show = filter
command-check-detail = Both wordings in full
hint-check-detail = wordings
command-copy-citation = Copy the citation of the passage
command-copy-bundle = Copy the citation of the code’s segments
need-findings = check a report first
form-check-report = Check a report
field-report = Path of the report (docx, odt, rtf, html, md, txt)
menu-show = What is listed?
report-show-open = to mend and to look at
report-show-all = everything
report-stopped = The check was stopped.
report-counts = { $problems ->
    [0] Nothing to mend
   *[other] { $problems } to mend
}, { $warnings } to look at.
report-in-report = In the report
report-in-transcript = In the transcript
report-no-place = There is no paragraph to go to.
report-list-empty = Nothing of this kind. s lists other findings.
quote-finding = Enter opens the transcript; there the words can be copied.
status-checking = Checking the report … { $percent } %, Esc stops
toast-cited = Copied: { $citation }
cite-nothing = There are no segments to cite.

## The report that is written from a template
report-title = Report
report-formats = A report is running text.
report-formats-hint = It is written as .docx, .html or .md.
report-count = in { $with } of { $of ->
    [one] { $of } interview
   *[other] { $of } interviews
}
report-count-asked = ({ $asked } were asked)
report-count-group = { $group }: { $with } of { $of }
report-note-withdrawn = Left out, since the consent was withdrawn: { $names }.
report-note-held-back = { $count ->
    [one] One passage could not be chosen as a quotation, since it may not be quoted, or not yet.
   *[other] { $count } passages could not be chosen as quotations, since they may not be quoted, or not yet.
}
report-note-marked = Quoted are anchor examples of the coding guide and segments with a weight of { $weight } or more, each passage once.
report-note-all = Quoted are segments with the highest weights, from as many interviews as can be, each passage once.
report-note-none = There are no quotations in it.
report-note-query = Quoted is what answers the query { $query }, each passage once.
report-nothing-quoted = Nothing is quoted: no anchor example is from the material, and no segment has a weight of 50 or more (or what has one may not be quoted). --quotes all takes every segment.
template-at-line = Line { $line } of the template: { $message }
template-too-large = { $file } is too large for a template.
template-not-utf8 = { $file } is no text in UTF-8.
template-not-utf8-hint = A template is Markdown. “absatz report --print-template” shows the shipped one.
template-not-closed = { $slot } is never closed.
template-not-closed-hint = Close it with { $slot } on a line of its own.
template-closes-other = { $slot } stands where { $open } of line { $line } has to be closed first.
template-closes-nothing = { $slot } closes nothing.
template-closes-nothing-hint = Open it with { $slot } on a line of its own, or take it out.
template-slot-open = “{ $text }” has no closing braces.
template-block-alone = { $slot } has to stand on a line of its own.
template-no-slot-name = “{ $text }” names no slot.
template-no-slot-name-hint = A slot is a name of small letters in two pairs of braces.
template-slot-unknown = There is no slot { $slot }.
template-known-hint = Known here are: { $names }.
template-slot-place = { $slot } is about a code and stands outside of one.
template-slot-place-hint = Put it between the lines that open and close “codes” or “subcodes”.
template-slot-alone = { $slot } gives more than words.
template-slot-alone-hint = Put it on a line of its own, with an empty line before and after it.
template-option = { $slot } cannot be told “{ $text }”.
template-no-options-hint = It takes no options.
template-block-unknown = There is no block { $slot }.
template-block-place = { $slot } cannot stand here.
template-block-place-hint = “codes” stands outside of all blocks but conditions, “subcodes” directly within “codes”.
template-if-unknown = { $slot } cannot ask for “{ $about }”.
template-if-hint = It can ask for: { $names }.
