"""``restore`` puts a backup into empty places, ``restore-done`` begins anew once PostgreSQL has replayed it."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dispatch.actions import restoring as acts
from dispatch.cli import ground
from dispatch.cli.backup import PROGRAMS, Place, evidence_folder, heads_folder, opened, progress
from dispatch.domain.moments import SHANGHAI
from dispatch.ports.backup import heads, restoring
from dispatch.settings import SettingsError
from dispatch.store.database import Database
from dispatch.store.restoring import Source

_TOLD_MISSING = 10


def join(commands: typer.Typer) -> None:
    """Add the two commands."""
    commands.command()(restore)
    commands.command("restore-done")(restore_done)


def restore(
    data: Annotated[Path, typer.Option(help="data folder of PostgreSQL to make; empty or not there yet")],
    place: Place = None,
    evidence: Annotated[
        Path | None, typer.Option(help="folder of pictures to make; else DISPATCH_EVIDENCE_DIR")
    ] = None,
    to_time: Annotated[
        str | None, typer.Option(help="moment to restore, like '2026-11-26 09:30:00' (Beijing time)")
    ] = None,
    base: Annotated[str | None, typer.Option(help="base to begin with; else the newest that fits")] = None,
    timeline: Annotated[
        str, typer.Option(help="PostgreSQL's timeline to follow; a number after several restores")
    ] = "latest",
    programs: Annotated[Path, typer.Option(help="folder of PostgreSQL's programs")] = PROGRAMS,
) -> None:
    """Restore a backup into empty places; PostgreSQL, once started there, replays to the wanted moment."""
    kept, until = opened(place), moment(to_time)
    if timeline != "latest" and not timeline.isdigit():
        raise SettingsError(f"--timeline is {timeline!r}: give a number, or leave it out")
    chosen = restoring.choose(kept, until, base)
    places = restoring.Places(data.absolute(), (evidence or evidence_folder()).absolute(), programs)
    with progress(f"恢复 {chosen.name}") as told:
        done = restoring.restore(kept, chosen, places, until, timeline, (print, told))
    print(f"已放好：数据库 {places.data}，照片 {done.pictures} 张在 {places.evidence}")
    if heads.give_back(kept, heads_folder(places.evidence)):
        print("审计链头也放回了（原目录里没有）")
    target = "最后一段 WAL" if until is None else f"{until.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}"
    print(f"接下来：启动 PostgreSQL，它会自己回放到{target}并开放写入；然后执行 restore-done。")


def restore_done(
    until: Annotated[
        str | None, typer.Option(help="moment that was restored, as given to restore (Beijing time)")
    ] = None,
    lost_at: Annotated[
        str | None, typer.Option(help="moment the database was lost; else now (Beijing time)")
    ] = None,
    evidence: Annotated[
        Path | None, typer.Option(help="folder of pictures; else DISPATCH_EVIDENCE_DIR")
    ] = None,
) -> None:
    """Begin anew after a restore: a new epoch, doors shut, doubts marked; says what people have to compare."""
    folder = (evidence or evidence_folder()).absolute()

    def there(name: str) -> bool:
        return (folder / name[:2] / name).is_file()

    async def work(database: Database) -> acts.Done:
        return await acts.finish(database, moment(until), moment(lost_at), there)

    done = ground.run(work)
    for line in told(done):
        print(line)
    if done.missing:
        raise typer.Exit(1)


def told(done: acts.Done) -> list[str]:
    """What was done and what is left to do, line by line."""
    since, lost = (
        f"{each.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}" for each in (done.restored_to, done.lost_at)
    )
    return [
        f"新纪元 {done.epoch}：各页面会自己重新取数。",
        f"已结束 {done.sessions} 个登录、{done.links} 个短信链接，所有人重新登录。",
        f"{done.reports} 条上报、{done.messages} 条通知是否已送达不明，已标注，将以同一编号重发。",
        f"照片 {done.pictures} 张，缺失 {len(done.missing)} 张。",
        *done.missing[:_TOLD_MISSING],
        f"请人工核对 {since} 至 {lost} 之间的事：",
        *(_source(each) for each in done.sources),
        "- 停用的人员、改过的密码、撤销的接口密钥：这段时间的变更已丢失，请在管理页逐项重做。",
        "- 手机端这段时间提交的办理与照片：请各中心通知网格员核对自己名下的工单。",
    ]


def _source(source: Source) -> str:
    return (
        f"- {source.name}（{source.id}）：请对方重推这段时间的消息（原 webhook-id 即可），并提供未办结和这段时间有变动"
        f"的工单清单，在管理页「对账」上传；我方未办结 {source.open} 件，去向不明的上报 {source.doubted} 条。"
    )


def moment(text: str | None) -> datetime | None:
    """A moment as people write it: Beijing time unless it says otherwise.

    Raises:
        SettingsError: it is none.
    """
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"{text!r} is no moment: write it like '2026-11-26 09:30:00'") from error
    return at if at.tzinfo else at.replace(tzinfo=SHANGHAI)
