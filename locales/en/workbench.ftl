### Working in the workbench: sorting, the history, memos, quick slots. The keys are the same in both languages.

## Sorting segments into subcodes
error-nothing-to-sort = There are no segments to be sorted.

## The clipboard
error-clipboard-words = “{ $words }” ({ $source }) cannot be read as a command line.
error-clipboard-missing = The program “{ $program }” for the clipboard ({ $source }) is not there.
error-clipboard-failed = Nothing was copied: { $program }: { $reason }
error-clipboard-off = Nothing was copied: the clipboard is switched off.
error-clipboard-long = Nothing was copied: { $count } characters are more than a terminal takes.
hint-clipboard = ABSATZ_CLIPBOARD, or clipboard in { $file }, says how: auto, terminal, off, or a program such as "xclip -selection clipboard".
