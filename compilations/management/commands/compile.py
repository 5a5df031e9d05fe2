"""`manage.py compile`: the volumes of a round, through the same pipeline as the button."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from compilations import services
from compilations.models import Build, Edition
from compilations.tasks import TOPICS
from filings.materials import Material
from filings.models import Round
from huanglong_portal.common import blobs, outbox
from huanglong_portal.common.errors import DomainError

_PAUSE = 0.5  # seconds between two looks at what other workers do


class Command(BaseCommand):
    help = "编印一次报送的汇编（与页面上的“编印”同一流程），写出 PDF。"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--round", required=True, metavar="代号", help="报送通知的代号")
        parser.add_argument(
            "--volume",
            choices=Material.values,
            action="append",
            default=[],
            help="只编印收录这种材料的分卷（可重复）；默认全部",
        )
        parser.add_argument(
            "--output", required=True, type=Path, metavar="目录", help="PDF 写入的目录"
        )
        parser.add_argument("--json", action="store_true", help="以 JSON 输出结果")
        parser.add_argument(
            "--proof", action="store_true", help="印校样（带水印，可含未能排印的页）"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = Round.objects.filter(slug=options["round"]).first()
        if chosen is None:
            raise CommandError(f"没有代号为“{options['round']}”的报送通知。")
        edition = chosen.editions.first()
        try:
            if edition is None:
                edition = services.open_edition(round_id=chosen.pk, by=None)
            services.gather(edition_id=edition.pk)
            started = time.monotonic()
            builds = services.request_compile(
                edition_id=edition.pk,
                by=None,
                is_proof=options["proof"],
                materials=options["volume"],
            )
        except DomainError as refused:
            raise CommandError(refused.sentence) from refused
        self._work(builds, quiet=options["json"])
        results = self._write(edition, builds, Path(options["output"]), time.monotonic() - started)
        if options["json"]:
            self.stdout.write(json.dumps({"volumes": results}, ensure_ascii=False, indent=1))
        else:
            for one in results:
                self.stdout.write(
                    f"《{one['title']}》 {one['pages']} 页"
                    f"（新排 {one['rendered']} 篇，沿用 {one['reused']} 篇） {one['path']}"
                )

    def _work(self, builds: list[Build], *, quiet: bool) -> None:
        """Deliver what waits here, beside whatever workers there are, until all runs are over."""
        ids = [build.pk for build in builds]
        while True:
            delivered = outbox.drain(topics=TOPICS)
            running = Build.objects.running().filter(pk__in=ids)
            self._show(ids, quiet)
            if not running.exists():
                break
            if not delivered:
                time.sleep(_PAUSE)

    def _show(self, ids: list[int], quiet: bool) -> None:
        if quiet or not sys.stderr.isatty():
            return
        rows = Build.objects.with_progress().filter(pk__in=ids)
        whole = sum(build.total + 1 for build in rows) or 1
        done = sum(
            build.set_pieces + (build.state == Build.State.DONE)  # type: ignore[attr-defined]
            for build in rows
        )
        filled = round(30 * done / whole)
        bar = "█" * filled + "░" * (30 - filled)
        self.stderr.write(f"\r{bar} {done}/{whole}", ending="")
        self.stderr.flush()

    def _write(
        self, edition: Edition, builds: list[Build], folder: Path, seconds: float
    ) -> list[dict[str, Any]]:
        folder.mkdir(parents=True, exist_ok=True)
        results = []
        failed = []
        for asked in builds:
            build = Build.objects.select_related("edition_volume__volume").get(pk=asked.pk)
            volume = build.edition_volume.volume
            if build.state != Build.State.DONE:
                failed.append(f"《{volume.title}》：{build.error or build.get_state_display()}")
                continue
            for part in build.parts.select_related("blob"):
                name = f"{volume.position}-{volume.title}{part.name}.pdf"
                path = blobs.copy_to(part.blob, folder / name)
                again = asked.state == Build.State.DONE
                results.append(
                    {
                        "material": volume.material,
                        "title": volume.title,
                        "path": str(path),
                        "pages": part.pages,
                        "rendered": 0 if again else build.total - build.reused,
                        "reused": build.total if again else build.reused,
                        "seconds": 0.0 if again else build.seconds or round(seconds, 2),
                    }
                )
        if failed:
            raise CommandError("有分卷没有编成：" + "；".join(failed))
        return results
