"""What ``desk.py`` does before anything of ours can be imported: standard library only.

It has to compile on Python 3.7, so that a Python too old is told so in a sentence.
"""
