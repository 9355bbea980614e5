"""Questions of many askers that the database is asked together: what comes while one is under way goes with the next.

Thousands of sockets that come back within a second ask the same few things. Each is still answered by a question that
began after it was put, so nobody hears what was true before they asked. Used by ``actions.sockets``.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

MOST = 500
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
_ASK = object()
"""Told to an asker whose turn it is to ask, for all who wait."""


class _Question(NamedTuple):
    asked: Any
    told: "asyncio.Future[Any]"


class Together(Generic[Asked, Answer]):
    """Hands lists of what was asked to ``ask``, which answers each in its place; one list at a time.

    One of the askers asks for all, so that no task outlives them; where that one is cancelled, the next asks again.
    """

    def __init__(self, ask: Callable[[Sequence[Asked]], Awaitable[Sequence[Answer]]]) -> None:
        self._ask = ask
        self._waiting: list[_Question] = []
        self._is_asking = False

    async def of(self, asked: Asked) -> Answer:
        """The answer, or the error that the whole list ended in."""
        question = _Question(asked, asyncio.get_running_loop().create_future())
        self._waiting.append(question)
        if self._is_asking:
            try:
                answer: Answer = await question.told
            except asyncio.CancelledError:
                if not question.told.cancelled() and question.told.exception() is None:
                    self._give_back(question)
                raise
            if answer is not _ASK:
                return answer
        self._is_asking = True
        return await self._ask_for_all()

    async def _ask_for_all(self) -> Answer:
        """Ask what everybody wants who waits by now; the answer to the first of them, who is the one that asks."""
        now, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            answers = await self._ask([each.asked for each in now])
        except Exception as error:
            for each in now[1:]:
                if not each.told.done():
                    each.told.set_exception(error)
            raise
        except BaseException:
            self._waiting = now[1:] + self._waiting
            raise
        else:
            for each, answer in zip(now[1:], answers[1:], strict=True):
                if not each.told.done():
                    each.told.set_result(answer)
            return answers[0]
        finally:
            self._pass_on()

    def _give_back(self, question: _Question) -> None:
        """An asker is gone who was told something already: if that was to ask, another has to."""
        if question.told.result() is _ASK:
            self._pass_on()

    def _pass_on(self) -> None:
        """Let the next ask who still waits."""
        while self._waiting and self._waiting[0].told.done():
            del self._waiting[0]
        if self._waiting:
            self._waiting[0].told.set_result(_ASK)
        else:
            self._is_asking = False
