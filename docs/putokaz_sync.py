#!/usr/bin/env python3
"""Keeps a copy of what Putokaz publishes: python3 putokaz_sync.py https://server copy.db [once]

Needs Python 3.8 and nothing else. The copy is a SQLite file: entry(id, family, slug, position, change), a JSON text each.
Changes and token are written in one transaction, so it may be killed at any moment and goes on where it was.
"""
import http.client, json, sqlite3, sys, time, urllib.error, urllib.parse, urllib.request

server, file, once = sys.argv[1], sys.argv[2], sys.argv[3:] == ["once"]
db = sqlite3.connect(file, isolation_level=None)
db.execute("create table if not exists entry(id text primary key, family text, slug text, position int, change text)")
db.execute("create table if not exists place(token text)")

while True:
    place = db.execute("select token from place").fetchone()
    query = {"limit": 1000, "wait": 0 if once else 25, **({"since": place[0]} if place else {})}
    try:
        with urllib.request.urlopen(f"{server}/api/v1/changes?{urllib.parse.urlencode(query)}", timeout=60) as answer:
            page = json.load(answer)
    except urllib.error.HTTPError as refused:
        if refused.code == 410:  # our past is not theirs: start from nothing
            db.executescript("begin; delete from entry; delete from place; commit")
        elif refused.code < 500 and refused.code != 429:
            raise
        else:
            time.sleep(5)
        continue
    except (OSError, ValueError, http.client.HTTPException):  # the line broke, or the answer broke off: nothing was taken, ask again
        time.sleep(5)
        continue
    db.execute("begin")
    for change in page["changes"]:
        db.execute("delete from entry where id = ?", [change["id"]])
        if change["op"] == "upsert":
            row = [change["id"], change["family"], change["slug"], change["position"], json.dumps(change)]
            db.execute("insert into entry values (?, ?, ?, ?, ?)", row)
    db.execute("delete from place")
    db.execute("insert into place values (?)", [page["next"]])
    db.execute("commit")
    if once and not page["more"]:
        break
