"""The typesetting of the volumes: plain data in, PDF out; no database, no queue.

``entries`` says what is set · ``dress`` turns a filed document into what is printed · ``sheets``
sets one document or chapter opening · ``attached`` places other people's pages · ``matter`` sets
what stands before and behind the documents · ``binding`` joins everything into a book.
"""
