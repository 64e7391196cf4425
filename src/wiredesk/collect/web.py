"""The door to the web for code that knows no event loop: addresses go in, outcomes come out in the same order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from wiredesk.collect.answers import Failure, Outcome, Request
from wiredesk.collect.rules import Limits

if TYPE_CHECKING:
    import asyncio

    from wiredesk.collect.fetch import Fetcher

_CLOSING = 5.0  # seconds in which connections close; the run goes on without them after that
_LETTING_GO = 0.01  # seconds: closed connections let go of their sockets in the next rounds of the loop


class Web:
    """One run's way to the web: opened at the first address, closed at the end of the `with`.

    The event loop lives in a thread of its own, so that the time limits hold while the caller is busy with what came.
    """

    def __init__(self, limits: Limits, now: datetime) -> None:
        self.limits = limits
        self.now = now
        self.asked: set[str] = set()
        """Addresses of entries that this run asked for: feeds of one outlet list the same pages."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def fetch(self, request: Request) -> Outcome:
        """Ask for one address."""
        return next(self.fetch_each([request]))

    def fetch_each(self, requests: Iterable[Request]) -> Iterator[Outcome]:
        """Ask for many addresses at once; outcomes come in the order of the requests.

        At most twice `limits.at_once` are under way or waiting to be taken, so memory does not grow with the list.
        """
        waiting: deque[tuple[Request, Future[Outcome]]] = deque()
        try:
            for request in requests:
                waiting.append((request, self._start(request)))
                if len(waiting) >= 2 * self.limits.at_once:
                    yield _outcome(*waiting.popleft())
            while waiting:
                yield _outcome(*waiting.popleft())
        finally:
            for _, future in waiting:
                future.cancel()

    def _start(self, request: Request) -> Future[Outcome]:
        import asyncio  # only where the web is asked: it is slow to load

        if self._loop is None:
            self._open()
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(self._ask(request), self._loop)

    async def _ask(self, request: Request) -> Outcome:
        if self._fetcher is None:
            from wiredesk.collect.fetch import Fetcher

            self._fetcher = Fetcher(self.limits)
        return await self._fetcher.fetch(request)

    def _open(self) -> None:
        import asyncio

        self._loop = asyncio.new_event_loop()
        # Names are resolved by the system in threads: one for each fetch, so that a slow one holds up no other.
        self._loop.set_default_executor(ThreadPoolExecutor(max_workers=max(self.limits.at_once, 1)))
        self._thread = threading.Thread(target=self._loop.run_forever, name="wiredesk-web", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End what is under way."""
        if self._loop is None or self._thread is None:
            return
        import asyncio

        with suppress(FutureTimeout):
            asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(_CLOSING)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CLOSING)
        if not self._thread.is_alive():
            self._loop.close()
        self._loop = self._thread = self._fetcher = None

    async def _end(self) -> None:
        import asyncio

        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        if self._fetcher is not None:
            await self._fetcher.close()
            await asyncio.sleep(_LETTING_GO)


def _outcome(request: Request, future: Future[Outcome]) -> Outcome:
    try:
        return future.result()
    except Exception as error:  # noqa: BLE001 - one address must not end the run; the fault is told and kept
        said = f"a fault of Wiredesk itself: {type(error).__name__}: {error}"
        return Failure(url=request.url, message=said, hint="please report it; the next collect tries again")
