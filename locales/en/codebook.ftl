### codebook: every word that a person sees here. The keys are the same in both languages.

codebook-format-unknown = “{ $name }” is not a codebook format.
codebook-ending-unknown = { $file }: the ending names no codebook format.
codebook-formats-known = Known are: { $names }.
codebook-write-only = A codebook is only written as .{ $ending }, not read.
codebook-write-only-hint = Save it as .csv (from a spreadsheet), .txt, .md or .json and read that.
codebook-at-line = Line { $line }: { $reason }
codebook-at-code = { $place }: { $reason }
codebook-empty = There is no code in it.
codebook-too-large = The file is too large for a codebook: the limits are { $size } MB and { $codes } codes.
codebook-too-large-hint = Is it another file? A codebook holds names and definitions, no segments.
codebook-twice = The code “{ $path }” is there twice.
codebook-twice-hint = Two codes with the same name need different parents.
codebook-too-deep = “{ $path }” is nested too deep; codes have at most { $most } levels.
codebook-uuid-invalid = “{ $uuid }”, the UUID of “{ $path }”, is none.
codebook-uuid-twice = The UUID { $uuid } of “{ $path }” belongs to another code already.
codebook-origin = “{ $origin }” is no origin: deductive, inductive, or nothing.
codebook-json-broken = Line { $line }, column { $column }: this is not a codebook in JSON: { $reason }.
codebook-json-no-format = “format” is missing.
codebook-json-format = “{ $found }” is not a format that this version reads.
codebook-json-format-hint = A codebook begins with {"{"} "format": "{ $format }", … {"}"}.
codebook-csv-column = There is no column “{ $name }”.
codebook-csv-column-twice = The column “{ $name }” is there twice.
codebook-csv-no-path = The column “path” is missing.
codebook-csv-hint = The first line names the columns: { $names }. Only path is needed.
codebook-csv-fields = { $found } fields instead of { $wanted }.
codebook-csv-fields-hint = A text that contains the separator has to stand in double quotes.
codebook-indent-tab = This line is indented with a tab, others with spaces.
codebook-indent-space = This line is indented with spaces, others with tabs.
codebook-indent-hint = Indent every level by the same tabs or spaces.
codebook-dedent = The indentation fits no line above.
codebook-mixed = “{ $name }” is written as a path, but the list is indented.
codebook-mixed-hint = Use one way throughout: indentation, or Parent > Child, or Parent/Child.
codebook-separators = “{ $first }” separates the names in line { $line }, here it is “{ $other }”.
codebook-md-line = “{ $text }” belongs to no item of the list.
codebook-md-hint = A code is an item that begins with “-”; what is said of it stands indented below.
codebook-column-code = Code
codebook-column-definition = Definition
codebook-column-apply = When to apply
codebook-column-not-apply = When not to apply
codebook-column-anchors = Anchor examples
codebook-column-origin = Origin
codebook-column-research-question = Research question
codebook-origin-deductive = deductive
codebook-origin-inductive = inductive
codebook-title = Coding guide
codebook-title-of = Coding guide: { $name }
codebook-note-codes = { $count ->
    [one] One code.
   *[other] { $count } codes.
}

# Versions of the codebook, and what has changed between two.
error-version-gone = This version of the codebook is not there any more.
error-no-such-version = There is no version “{ $name }” of the codebook.
hint-no-versions = No version has been kept yet: absatz codebook version keep NAME.
hint-versions-are = There are: { $names }.
error-version-damaged = What the version “{ $name }” of the codebook holds cannot be read.
error-version-empty = There are no codes to be kept yet.
hint-version-empty = Add codes first, or import a codebook.
error-version-now = “{ $name }” means the code system as it is: a version needs another name.
error-version-exists = A version “{ $name }” of the codebook is there already.
hint-version-exists = Give this one another name. What a version holds is never replaced.
version-now = now
version-side = { $name } ({ $at })
version-kept = The codebook was kept as version “{ $name }”.
version-changed = The version is now “{ $name }”.
version-removed = Removed: { $names }.
versions-none = No version of the codebook has been kept yet: absatz codebook version keep NAME.
versions-title = Versions of the codebook
versions-since = { $count ->
    [0] Nothing has changed since the last version.
    [one] One change since the last version.
   *[other] { $count } changes since the last version.
}
version-column-name = Version
version-column-at = Kept
version-column-codes = Codes
version-column-changes = Changes
version-column-passes = Coding passes
version-column-reason = Why
pass-of-version = codebook version { $name }
changes-title = The codebook: from { $before } to { $after }
changes-note = From { $before } with { $were ->
    [one] one code
   *[other] { $were } codes
} to { $after } with { $are ->
    [one] one code
   *[other] { $are } codes
}.
changes-none = Nothing has changed.
changes-counts = Changed: { $counts }.
changes-count-new = { $count } new
changes-count-merged = { $count } merged
changes-count-gone = { $count } gone
changes-count-renamed = { $count } renamed
changes-count-moved = { $count } moved
changes-count-redefined = { $count } redefined
change-column-change = Change
change-column-field = Of what
change-column-before = Before
change-column-after = After
change-new = new
change-merged = merged
change-gone = gone
change-renamed = renamed
change-moved = moved
change-redefined = redefined
change-merged-into = merged into { $code }
change-renamed-from = renamed; it was called “{ $before }”
change-moved-from = moved from { $before } to { $after }
change-redefined-field = { $field } changed
change-top = the main codes

# The coding guide to be read.
guide-changes = Changes since { $version }
guide-anchors = { $count ->
    [one] Anchor example
   *[other] Anchor examples
}
guide-applied = { $segments ->
    [0] Not applied.
    [one] Applied once, in one interview.
   *[other] Applied { $segments } times, in { $documents ->
        [one] one interview
       *[other] { $documents } interviews
    }.
}
guide-applied-below = { $segments ->
    [0] With its subcodes neither.
    [one] With its subcodes once.
   *[other] With its subcodes { $segments } times, in { $documents ->
        [one] one interview
       *[other] { $documents } interviews
    }.
}
guide-column-segments = Segments
guide-column-documents = Interviews
guide-column-segments-with-subcodes = Segments with subcodes
guide-column-documents-with-subcodes = Interviews with subcodes
