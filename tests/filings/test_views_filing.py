

def test_the_pages_a_text_was_read_from_stand_beside_it(
    client: Client, convention: Revision, person: User, organisation: Association
) -> None:
    services.take_body_from_text(revision_id=convention.pk, text="\n".join(RULES), by=person)
    source = filings.upload(organisation, person, "规约.pdf")
    source.pages = 3
    source.save()
    Attachment.objects.create(revision=convention, upload=source, role=Attachment.Role.BODY)

    page = client.get(page_of(convention, "body")).content.decode()

    for number in (1, 2, 3):
        assert reverse("filings:file_page", args=[source.public_id, number]) in page
    assert "原件 3 页" in page


def test_a_source_without_pages_leaves_the_text_its_room(
    client: Client, convention: Revision, person: User, organisation: Association
) -> None:
    services.take_body_from_text(revision_id=convention.pk, text="\n".join(RULES), by=person)
    source = filings.upload(organisation, person, "规约.docx")
    source.pages_blob = None
    source.save()
    Attachment.objects.create(revision=convention, upload=source, role=Attachment.Role.BODY)

    assert "beside__pages" not in client.get(page_of(convention, "body")).content.decode()
