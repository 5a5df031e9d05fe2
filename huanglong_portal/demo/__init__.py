"""Demo data (演示数据): invented organisations, people and documents, filed like real ones.

The first half of the package is pure: it invents, from a seed, who there is (``trades``,
``organisations``), what they wrote (``conventions``, ``ethics_codes``, ``standards``,
``pledges``, ``cases``) and the files in which they send it (``word_files``, ``pdf_files``,
``scans``). The second half plays the people: it pushes all of it through the services that
people use, so that no state of the demo could not have come about by hand.
"""
