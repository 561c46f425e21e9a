"""Bringing the files of a list, and settling its lines: added, there already, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from django.db import transaction

from agreements.archive.index import index
from agreements.archive.old_cards import OfOld, add_old
from agreements.old.actions import ADD, STRANGER, facts_of, refuse
from agreements.old.bundle import TOO_LARGE, Bundle
from agreements.old.extracting import extracted
from agreements.old.models import Import, ImportLine, OldPaper
from agreements.old.particulars import Particulars, particulars_of
from agreements.old.reach import enterprises_named
from agreements.old.work import MOST_TEXT, Answer
from agreements.papers.models import Paper
from agreements.signing.scans import MAX_SCAN
from negotiate.law.canonical import sha256_of
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Enterprise
from negotiate.people.office import Office
from negotiate.record.actions import append

BATCH: Final = 50
"""Lines that are read by one process, which takes as long to start as to read forty files."""
BATCH_BYTES: Final = 16_000_000
UNSEARCHED: Final = N_("已存好。是扫描件，里面的文字查不到。")
CUT: Final = N_("文字太长，只有前 %(most)s 字能查到。")
THERE: Final = N_("和“%(title)s”（%(enterprise)s）的文件一模一样，没有再存。")
_S = ImportLine.State
Source = Callable[[ImportLine], bytes]
"""Where a line's file is. Raises Refused if it is nowhere."""


class _There(Refused):
    """The same bytes are in the archive."""

    def __init__(self, title: str, enterprise: Enterprise, old: OldPaper | None) -> None:
        super().__init__(THERE, title=title, enterprise=enterprise.name)
        self.old = old


def bring(of: Import, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Keep the files until their lines are settled; give the names that no line has, or of which
    nobody can say whose they are."""
    strangers = []
    for name, content in files:
        with transaction.atomic():
            lines = of.lines.select_for_update().defer("content")
            named = lines.filter(file=name) or lines.filter(file__endswith=f"/{name}")
            if len({line.file for line in named}) != 1:
                strangers.append(name)
            elif waiting := _waiting(named):
                _keep(waiting, content)
    return strangers


def _waiting(lines: Iterable[ImportLine]) -> ImportLine | None:
    """Of the lines of one file that which it is for: one that is not wrong in itself, if any."""
    of_state = {line.state: line for line in reversed(list(lines))}
    if of_state.keys() <= {_S.AWAITED, _S.REFUSED}:
        return of_state.get(_S.AWAITED) or of_state.get(_S.REFUSED)
    return None


def bring_bundle(of: Import, bundle: Bundle) -> None:
    """The same with all that is in a ZIP; what is missing there can be brought later."""
    for key, name in of.lines.filter(state=_S.AWAITED).values_list("pk", "file"):
        content = bundle.found(name)
        if content is not None:
            with transaction.atomic():
                line = of.lines.select_for_update().defer("content").get(pk=key)
                if line.state == _S.AWAITED:
                    _keep(line, content)


def _keep(line: ImportLine, content: bytes) -> None:
    line.state, line.content, line.sentence, line.figures = _S.BROUGHT, content, "", {}
    if len(content) > MAX_SCAN:
        refuse(line, Refused(TOO_LARGE))
    line.save(update_fields=["state", "content", "sentence", "figures"])


def brought(line: ImportLine) -> bytes:
    return bytes(line.content or b"")


def settle(office: Office, of: Import, source: Source = brought) -> int:
    """Settle the next few lines whose files were brought, or of all where they come from another
    source; how many they were: 0 at the end. Raises Refused if other files are being read."""
    states = [_S.BROUGHT] if source is brought else [_S.BROUGHT, _S.AWAITED]
    batch: list[tuple[ImportLine, bytes]] = []
    refused = size = 0
    for line in of.lines.filter(state__in=states).defer("content")[:BATCH]:
        try:
            content = source(line)
        except Refused as refusal:
            _write(office, line, refusal)
            refused += 1
            continue
        size += len(content)
        if batch and size > BATCH_BYTES:
            break
        batch.append((line, content))
    return refused + _read(office, batch)


def _read(office: Office, batch: Sequence[tuple[ImportLine, bytes]]) -> int:
    if not batch:
        return 0
    answers = extracted([content for _, content in batch])
    for (line, content), answer in zip(batch, answers, strict=False):
        _write(office, line, Refused(answer.sentence) if answer.sentence else (content, answer))
    return len(answers)


@transaction.atomic
def _write(office: Office, line: ImportLine, found: Refused | tuple[bytes, Answer]) -> None:
    """The line's outcome, if nobody else has settled it meanwhile."""
    held = ImportLine.objects.select_for_update().select_related("of__federation")
    now = held.defer("content").get(pk=line.pk)
    if now.state not in (_S.BROUGHT, _S.AWAITED):
        return
    try:
        if isinstance(found, Refused):
            raise found
        with transaction.atomic():
            now.paper = _added(office, now, *found)
    except _There as there:
        refuse(now, there)
        now.state, now.paper = _S.DUPLICATE, there.old
    except Refused as refusal:
        refuse(now, refusal)
    else:
        now.state, now.content = _S.ADDED, None
    now.save(update_fields=["state", "content", "sentence", "figures", "paper"])


def _added(office: Office, line: ImportLine, content: bytes, answer: Answer) -> OldPaper:
    """The file in the archive. Raises Refused."""
    said = particulars_of(line.cells)
    enterprise = enterprises_named(line.of.federation, [said.enterprise]).get(said.enterprise)
    if enterprise is None:
        raise Refused(STRANGER, name=said.enterprise)
    digest = sha256_of(content)
    index().lock()  # nobody else can add the same now
    _require_new(line.of, digest)
    old = OldPaper.objects.create(
        enterprise=enterprise,
        added_by=line.of,
        kind=said.kind,
        starts_on=said.starts_on,
        ends_on=said.ends_on,
        name=line.file,
        media_type=answer.media_type,
        content=content,
        sha256=digest,
        text=answer.text,
        has_text=bool(answer.text),
        is_cut=answer.is_cut,
    )
    card = add_old(old, _known(said))
    if answer.is_cut:
        line.sentence, line.figures = CUT, {"most": MOST_TEXT}
    elif not answer.text:
        line.sentence, line.figures = UNSEARCHED, {}
    append(line.of.book_id, ADD, office.actor(), {"line": line.number, **facts_of(old, card)})
    return old


def _known(said: Particulars) -> OfOld:
    return OfOld(
        said.title, said.number, said.signed_on, said.matter_kind, said.workers, said.signers
    )


def _require_new(of: Import, digest: str) -> None:
    """Under the whole federation, whether it was brought before or made here."""
    olds, papers = OldPaper.objects.filter(sha256=digest), Paper.objects.filter(sha256=digest)
    if not olds.exists() and not papers.exists():
        return
    own = {"enterprise__in": of.federation.under()}
    old = olds.filter(**own).select_related("card", "enterprise").first()
    if old is not None:
        raise _There(old.card.title, old.enterprise, old)
    paper = papers.filter(**own).select_related("enterprise").first()
    if paper is not None:
        raise _There(paper.title, paper.enterprise, None)
