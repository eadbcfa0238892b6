"""Django's sessions and its login, timed in this process.

Arguments: the folder for its data, the synchronous mode, what each session holds as JSON. Reads requests, one JSON
object a line: `op`, `times`. Answers each with one line: the nanoseconds that each of them took. Its first line says
how its database runs.
"""
import json
import sys
import time
from pathlib import Path

import django
from django.conf import settings

FOLDER, SYNCHRONOUS = Path(sys.argv[1]), sys.argv[2]

settings.configure(
    SECRET_KEY="a-secret-for-measuring-of-fifty-characters-and-more",
    USE_TZ=True,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "django.sqlite3")}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    # The default keeps 300 entries, and would miss what is asked of it.
    CACHES={
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    },
    PASSWORD_HASHERS=["__main__.NoHasher"],
)
django.setup()

from django.contrib.auth import authenticate, login  # noqa: E402
from django.contrib.auth.hashers import BasePasswordHasher  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.cached_db import SessionStore as CachedStore  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore  # noqa: E402
from django.contrib.sessions.backends.signed_cookies import SessionStore as SignedStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest  # noqa: E402

DATA = json.loads(sys.argv[3])
PEOPLE = 50


class NoHasher(BasePasswordHasher):
    """A password hash that takes no time: the login is measured without it."""

    algorithm = "none"

    def encode(self, password, salt):
        return f"none${password}"

    def decode(self, encoded):
        return {"algorithm": "none", "hash": encoded, "salt": ""}

    def verify(self, password, encoded):
        return encoded == f"none${password}"

    def must_update(self, encoded):
        return False


def saved(store, data=DATA):
    session = store()
    session.update(data)
    session.save()
    return session.session_key


def opened(store, key):
    return store(key).get("user")


def changed(key, visits):
    session = DatabaseStore(key)
    session["visits"] = visits
    session.save()


def signed_in(person):
    request = HttpRequest()
    request.session = DatabaseStore()
    user = authenticate(request, username=person, password="right")
    login(request, user)
    request.session.save()


def pragma(name, value):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}={value}")
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


journal = pragma("journal_mode", "WAL")
# What is only prepared need not survive a power cut.
pragma("synchronous", "OFF")
call_command("migrate", verbosity=0)
kept = [saved(DatabaseStore) for _ in range(1000)]
cached = [saved(CachedStore) for _ in range(1000)]
sealed = [saved(SignedStore) for _ in range(1000)]
for number in range(PEOPLE):
    User.objects.create(username=f"person{number}", password="none$right")
synchronous = pragma("synchronous", SYNCHRONOUS)

# What is prepared for each time, and what is timed.
OPERATIONS = {
    "create": (lambda index: None, lambda _: saved(DatabaseStore)),
    "load": (lambda index: kept[index % len(kept)], lambda key: opened(DatabaseStore, key)),
    "modify": (lambda index: (kept[index % len(kept)], index), lambda pair: changed(*pair)),
    "flush": (lambda index: saved(DatabaseStore), lambda key: DatabaseStore(key).flush()),
    "cached-load": (lambda index: cached[index % len(cached)], lambda key: opened(CachedStore, key)),
    "signed-encode": (lambda index: None, lambda _: saved(SignedStore)),
    "signed-decode": (lambda index: sealed[index % len(sealed)], lambda key: opened(SignedStore, key)),
    "login": (lambda index: f"person{index % PEOPLE}", signed_in),
}
counts = dict.fromkeys(OPERATIONS, 0)


def timed(operation, times):
    prepare, act = OPERATIONS[operation]
    begin = counts[operation]
    counts[operation] += times
    things = [prepare(index) for index in range(begin, begin + times)]
    taken = []
    for thing in things:
        begun = time.perf_counter_ns()
        act(thing)
        taken.append(time.perf_counter_ns() - begun)
    return taken


def answer(value):
    print(json.dumps(value), flush=True)


answer({"journal": journal, "synchronous": synchronous})
for line in sys.stdin:
    request = json.loads(line)
    answer(timed(request["op"], request["times"]))
