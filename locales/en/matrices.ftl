### matrices: tables that count codes and words, and the pictures of them.

## Codes by documents and groups
matrix-codes-documents = Codes × documents
matrix-codes-groups = Codes × document groups
matrix-codes-sets = Codes × document sets
quotes-title = Quote matrix
quotes-flagged = { $count ->
    [one] One quotation may not be quoted as it is: { $places }.
   *[other] { $count } quotations may not be quoted as they are: { $places }.
}
quotes-weights = Only segments with a weight of { $least } to { $most }.
matrix-codes-variable = Codes × { $variable }
matrix-any-code = Any of the codes
matrix-total = Total
matrix-n = Interviews with it
matrix-of = of N
matrix-asked = of N asked
matrix-not-asked = not asked
matrix-no-speech = n/a: nothing is said
matrix-measure-segments = Number of coded segments.
matrix-measure-documents = Number of documents with at least one segment of the code.
matrix-measure-words = Number of words under the code, each counted once.
matrix-measure-share = Share of what is said that lies under the code, in characters, each counted once.
matrix-documents = { $count ->
    [one] One document.
   *[other] { $count } documents.
}
matrix-pretests-within = { $count ->
    [one] One of them is a pretest.
   *[other] { $count } of them are pretests.
}
matrix-with-subcodes = A code also has the segments of its subcodes.
matrix-own-segments = A code has its own segments, without those of its subcodes.
matrix-no-codes = There are no such codes.
matrix-no-segments = None of these codes has a segment in these documents.
matrix-totals-once = “Any of the codes” counts each segment and each character once; it is not the sum of the rows.
matrix-interviewees-only = Counted is what the interviewees say: without the interviewers’ turns, labels, times and headings.
matrix-everyone = Counted is what everyone says, interviewers included, without labels, times and headings.
matrix-interviews-left-out = { $count ->
    [one] One pretest is left out.
   *[other] { $count } pretests are left out.
}
crosstab-interviews = Interviews (N)
crosstab-no-group = no group
crosstab-percent-row = Percentages of the code’s total.
crosstab-percent-column = Percentages of everything that the codes have in the group.
crosstab-percent-column-documents = Percentages of the group’s documents.
crosstab-percent-total = Percentages of everything that the codes have.
crosstab-percent-total-documents = Percentages of all documents.
crosstab-asked-only = Documents not asked about a code are not among those that its percentages are of.
crosstab-several-groups = Some documents are in several columns; the total counts each once.
crosstab-no-segments = n/a: no segments
crosstab-no-documents = n/a: no documents
crosstab-share-percent = A share is in per cent already.
crosstab-share-percent-hint = Leave out --percent, or count segments, documents or words.
error-no-document-sets = There are no sets of documents.
error-no-set = There is no set “{ $name }”.
error-no-set-hint = The sets are: { $names }.
error-no-sets-hint = There are no sets yet; `absatz sets add` makes one.
error-not-a-document-set = “{ $name }” is a set of codes.
error-not-a-document-set-hint = Columns are sets of documents.

## Co-occurrence
cooccurrence-title = Co-occurrence of codes
cooccurrence-pairs = Codes that occur together
cooccurrence-other = Other code
cooccurrence-together = Together
cooccurrence-of-code = Of the code
cooccurrence-of-other = Of the other
cooccurrence-dice-short = Dice
cooccurrence-jaccard-short = Jaccard
relation-same = Together: two segments on exactly the same words.
relation-overlap = Together: two segments that share at least one character.
relation-near = Together: two segments that are { $count ->
    [0] in the same paragraph.
    [one] at most one paragraph apart.
   *[other] at most { $count } paragraphs apart.
}
relation-document = Together: both codes in the same document.
cooccurrence-count = Counted are pairs of segments.
cooccurrence-diagonal = The diagonal has the segments of each code.
cooccurrence-count-documents = Counted are documents.
cooccurrence-diagonal-documents = The diagonal has the documents of each code.
cooccurrence-dice = Dice coefficient: the share of both codes’ segments that occur with one of the other code.
cooccurrence-dice-documents = Dice coefficient: twice the documents with both, by the documents of the one plus those of the other.
cooccurrence-jaccard = Jaccard coefficient over segments: Dice / (2 − Dice).
cooccurrence-jaccard-documents = Jaccard coefficient: documents with both, by documents with either.

## Coverage
coverage-title = Coverage
coverage-segments = Segments
coverage-documents = Documents
coverage-words = Words
coverage-characters = Characters
coverage-share = Share
coverage-none = Not coded
coverage-all = All that is said
coverage-note = The share is in characters; one under several segments is counted once.

## Document portrait and codeline
portrait-title = Document portrait of { $document }
portrait-tile = Tile
portrait-code = Code with most
portrait-coded = Coded
portrait-codes = Codes
portrait-not-coded = not coded
portrait-note = { $tiles } tiles of about { $letters } characters each, in reading order, in the colour of the code that has most of each.
portrait-nothing-said = Nothing is said in { $document } that is counted.
codeline-title = Codeline of { $document }
codeline-paragraph = Paragraph
codeline-note = { $count } numbered paragraphs; those without a code have no row. A cell is the share of the paragraph’s speech that lies under the code.
codeline-nothing = { $document } has no segments of these codes.

## Words
words-title = Word list
words-word = Word
words-count = Count
words-share = Share
words-documents = Documents
words-said = { $words } words in { $count ->
    [one] one document
   *[other] { $count } documents
}, { $different } different ones. The share is of all words.
words-listed = The { $count } most frequent are listed.
words-stop = Left out are stop words: { $lists }.
words-stop-none = No stop words are left out.
words-form = A word stands in its most frequent form; letter case does not count. Numbers are no words.
words-coded-only = Only words in segments of: { $codes }.
words-nothing = Nothing is said in these documents that is counted.
words-none-left = No word is left: all are stop words, too short or too rare.
stop-words-de = German
stop-words-en = English
error-stop-words = “{ $name }” is neither a list of stop words (de, en, none) nor a file.
error-stop-words-hint = A file has one word a line; what follows # is a comment.
error-stop-words-encoding = { $file } is not UTF-8.
concordance-title = “{ $word }” in context
concordance-before = Before
concordance-after = After
concordance-found = { $count ->
    [0] “{ $word }” is not said.
    [one] “{ $word }” is said once.
   *[other] “{ $word }” is said { $count } times.
}
concordance-in = In { $count ->
    [one] one document
   *[other] { $count } of the documents
}.

## Pictures
picture-nothing = There is nothing to draw.
picture-most = { $number } (most)
picture-too-large = The picture would have { $width } × { $height } dots.
picture-too-large-hint = Choose fewer documents or codes, or write .svg.
picture-failed = The picture cannot be written: { $reason }
picture-missing-letters = The font of PNG pictures does not have these letters, boxes stand for them: { $letters }
picture-missing-letters-hint = An .svg has all letters.
picture-no-picture = { $name } is for pictures, and this is a table without one.
picture-no-picture-hint = Write it as xlsx, csv, docx, html, md or json.

## In the workbench
command-matrix-documents = Codes by documents
alias-matrix-documents = Code-Matrix-Browser, Code Matrix Browser, CMB, heat map
command-matrix-codes = Codes that occur together
alias-matrix-codes = Code-Relations-Browser, Code Relations Browser, CRB, co-occurrence, intersection
command-matrix-groups = Compare document groups
alias-matrix-groups = Gruppenvergleich, compare groups
command-matrix-sets = Compare document sets
alias-matrix-sets = Gruppenvergleich, compare groups
command-matrix-variable = Codes by the values of a variable
alias-matrix-variable = Kreuztabelle, crosstab
command-coverage = How much text lies under each code
alias-coverage = Codehäufigkeiten, code coverage, code frequencies
command-quotes = Quote matrix: what was said on each code, side by side
alias-quotes = Zitatmatrix, Summary-Explorer, quote matrix, interactive quote matrix, quotations
quotes-by = Quote matrix by { $variable }
command-portrait = Portrait of the document
alias-portrait = Dokument-Portrait, Document Portrait
command-codeline = Codes over the paragraphs of the document
alias-codeline = Codeline
command-words = Word list
alias-words = Worthäufigkeiten, word frequencies
command-concordance = A word in its contexts
alias-concordance = Schlüsselwörter im Kontext, keyword in context, KWIC
command-count-codes = Main codes, all codes, with subcodes
command-count-percent = Other percentages or coefficient
command-count-turn = Exchange rows and columns; pairs of codes
command-count-draw = Drawing or table
count-no-codes = No table with codes in its rows is open.
count-no-percent = No table with percentages or coefficients is open.
count-no-turn = No table is open whose rows and columns can be exchanged.
count-no-drawing = No portrait and no codeline is open.
count-no-measure = No table is open that could count something else.
count-no-sort = A drawing is in the order of the text; v shows the table.
count-nothing-behind = No segments stand behind this cell.
menu-variables = By which variable?
field-concordance = Word, or several as they are said
form-concordance = A word in its contexts
concordance-no-pattern = Contexts are those of words; a pattern between slashes has none.
context-counted = On a counted table
command-count-list = List what a cell stands on
hint-count-list = segments
command-count-next = Count something else; another relation
hint-count-next = count
hint-count-codes = codes
hint-count-percent = percent
hint-count-turn = turn
hint-count-draw = drawing
