"""Django's ORM over Staffdesk's own tables, timed in this process.

Argument: the database, a copy that is this process's alone. Reads requests, one JSON object a line: `op` (the column by
which the page is ordered), `times`. Answers each with one line: the nanoseconds that each of them took. Its first line
says how its database runs.
"""
import json
import sys
import time

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="a-secret-for-measuring-of-fifty-characters-and-more",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from django.db import connection, models  # noqa: E402


class Table(models.Model):
    """A table that stands already."""

    class Meta:
        abstract = True
        app_label = "staffdesk"


class Account(Table):
    username = models.TextField()
    role = models.TextField()
    disabled_at = models.BigIntegerField(null=True)
    last_sign_in_at = models.BigIntegerField(null=True)
    must_choose_password = models.IntegerField()

    class Meta(Table.Meta):
        db_table = "account"


class Department(Table):
    name = models.TextField()

    class Meta(Table.Meta):
        db_table = "department"


class Position(Table):
    title = models.TextField()

    class Meta(Table.Meta):
        db_table = "position"


class Employee(Table):
    employee_number = models.TextField()
    employee_number_key = models.TextField()
    first_name = models.TextField()
    last_name = models.TextField()
    sort_key = models.TextField()
    work_email = models.TextField(null=True)
    work_email_key = models.TextField(null=True)
    hire_date = models.TextField()
    employment_type = models.TextField(null=True)
    status = models.TextField()
    account = models.ForeignKey(Account, models.DO_NOTHING, null=True)
    department = models.ForeignKey(Department, models.DO_NOTHING, null=True)
    position = models.ForeignKey(Position, models.DO_NOTHING, null=True)
    manager = models.ForeignKey("self", models.DO_NOTHING, null=True)

    class Meta(Table.Meta):
        db_table = "employee"


COLUMNS = {
    "name": "sort_key",
    "employeeNumber": "employee_number_key",
    "workEmail": models.F("work_email_key").asc(nulls_last=True),
    "hireDate": "hire_date",
    "status": "status",
    "employmentType": models.F("employment_type").asc(nulls_last=True),
}


def page(column):
    related = Employee.objects.select_related("account", "department", "position", "manager")
    return list(related.order_by(COLUMNS[column], "sort_key", "id")[:100])


def pragma(name):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def timed(column, times):
    taken = []
    for _ in range(times):
        begun = time.perf_counter_ns()
        rows = page(column)
        taken.append(time.perf_counter_ns() - begun)
        assert len(rows) == 100
    return taken


def answer(value):
    print(json.dumps(value), flush=True)


answer({"journal": pragma("journal_mode"), "synchronous": pragma("synchronous")})
for line in sys.stdin:
    request = json.loads(line)
    answer(timed(request["op"], request["times"]))
