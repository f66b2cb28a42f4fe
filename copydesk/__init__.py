"""Raw news text in, structured records out.

`copydesk.clean(text)` finds the article in a page, `copydesk.extract(text)` also finds its quotes,
events and mentions. Both are quick to import: the language model is loaded by the first call that
needs it. Folders of articles are the business of the command line, `copydesk run`.
"""
