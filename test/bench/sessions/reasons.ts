/**
 * Why targets are missed where they are, by the ids of their findings; shown on the page only while they are. Found with
 * a profiler; what could be mended without changing the shape of the house was.
 */

const transaction = `At NORMAL a commit does not wait for the disk, so what shows is that the port runs a statement inside a
transaction of its own (BEGIN IMMEDIATE, the statement, COMMIT), and behind promises. Prepared statements alone are one
statement each. The application runs with FULL.`

const load = `Without any framework a load is about 27 times as fast as Django's; ours keeps two thirds of that. Of its
11 µs SQLite takes 4, the signature 2, JSON 1; the rest is four promises and the objects of the session.`

const wait = `Most of it is the disk: a commit waits for it, ours as long as Django's. Without any framework it is not four
times as fast as Django's either.`

const cache = `What is left is the SHA-256 of the key and five promises, since a cache may stand outside the process; Django's is
asked at once.`

const sealed = `Ours is signed and encrypted (AES-256-GCM), so that what it holds cannot be read where it lies; Django's is
signed. To encrypt, under a nonce drawn for it, takes twice as long in Node as JSON and HMAC together.`

const clearing = `A step of a hundred rows takes one or two milliseconds. The longest stalls are SQLite's checkpoints: after
every thousand pages of its log the commit at hand writes them into the file, which any commit of the application can
meet. More frequent checkpoints made single stalls shorter and the whole longer; only a thread of their own would take
them off the main process.`

const steps = `The price of not stalling: a hundred steps each wait for the disk, and write pages anew that one statement writes
once. Larger steps are quicker and stall longer.`

const login = `Ours waits for the disk four times, about 150 µs each: the try is counted before the password is looked at, the
session, its history with the audit, and the count taken back. Django waits three times, counts no tries and keeps no
history. At NORMAL, without those waits, the target is reached. Fewer commits would need the session engine inside the
transaction of the lifecycle.`

export const reasons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'FULL/load/Django': load,
    'NORMAL/load/Django': load,
    'FULL/modify/Django': wait,
    'NORMAL/create/prepared statements': transaction,
    'NORMAL/modify/prepared statements': transaction,
    'NORMAL/flush/prepared statements': transaction,
    'cached/load/Django': cache,
    'signed/encode/Django': sealed,
    'signed/encode/plain': sealed,
    'signed/decode/Django': sealed,
    'signed/decode/plain': sealed,
    'clearing/stall': clearing,
    'clearing/total': steps,
    'login/FULL/Django': login,
  }).map(([id, words]) => [id, words.replaceAll('\n', ' ')]),
)
