### The study as it is given to readers: as a page, in Word, in Markdown.

## What is said about it
export-no-documents = There is nothing to export: the study has no documents.
export-no-documents-hint = absatz import FILE...
export-none-chosen = None of the documents is among those that were chosen.
export-none-chosen-hint = absatz documents lists them, with their groups and stages.
export-no-codes = No segments: the study has no codes yet.
export-no-segments = No segments: nobody whose codings count has coded these documents yet.
export-no-segments-of-codes = No segments: the chosen codes have none in these documents.
export-no-sample = No sample table: no variable sorts the interviews into groups.
export-coder = Coder { $number }
export-some-documents = { $count } of the study's { $all } documents.
export-some-codes = { $count } of the study's { $all } codes.
export-withheld = { $count ->
    [one] One of { $all } coded segments may not be quoted as it stands; it is marked.
   *[other] { $count } of { $all } coded segments may not be quoted as they stand; they are marked.
}
export-format-unknown = { $name } is no format of a study for readers.
export-ending-unknown = { $file }: a study for readers is not written in this format.
export-formats-known = Known are { $names }.

export-written-each = { $count ->
    [one] One file is written.
   *[other] { $count } files are written.
}

## The page
export-page-skip = To the content
export-page-views = Views
export-page-transcripts = Transcripts
export-page-segments = Segments
export-page-codes = Codes
export-page-grid = Summary Grid
export-page-tables = Sample
export-page-about = About
export-page-search = Search
export-page-search-hint = Words, or a place such as 5: 9. The key / leads here.
export-page-clear = Clear search and filters
export-page-filters = Filters
export-page-filters-hint = Nothing ticked: everything is shown.
export-page-no-group = Without a group
export-page-count = { $count ->
    [one] One segment
   *[other] { $count } segments
}
export-page-found-transcripts = { $n } of { $all } paragraphs
export-page-found-segments = { $n } of { $all } segments
export-page-found-codes = { $n } of { $all } codes
export-page-found-grid = { $n } of { $all } interviews
export-page-no-segments = No segment answers to the search and the filters.
export-page-more = Show more
export-page-apply = When to apply
export-page-not-apply = When not to apply
export-page-question = Research question
export-page-deductive = deductive
export-page-inductive = inductive
export-page-segments-in = { $count ->
    [one] One segment in { $documents ->
        [one] one interview
       *[other] { $documents } interviews
    }
   *[other] { $count } segments in { $documents ->
        [one] one interview
       *[other] { $documents } interviews
    }
}
export-page-segments-below = (with subcodes { $count } in { $documents })
export-page-anchors = Anchor examples
export-page-places = Places of the segments
export-page-no-grid = There are neither segments nor summaries.
export-page-no-summary = no summary yet
export-page-links = A paragraph can be linked by its citation: { $example }

## Transcripts in Word and Markdown
export-number = No.
export-transcript = Transcript
export-words = “{ $words }”

## In the workbench
command-write-study = Write the study for readers (page, Word, Markdown)
alias-write-study = publish, html page, transcripts with codes in the margin
export-study = The study for readers
export-study-active = What is activated, for readers: { $documents ->
    [0] all documents
    [one] one document
   *[other] { $documents } documents
}, { $codes ->
    [0] all codes
    [one] one code
   *[other] { $codes } codes
}
export-transcript-of = { $document } for readers
field-export-also = Also: { $known }
export-also-working = working
export-also-coders = coders
export-also-times = times
export-also-comments = comments
export-also-unknown = “{ $word }” is none of these: { $known }.
waiting-export = Writing the study
