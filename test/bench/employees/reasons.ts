/** Why targets are missed where they are, by the ids of their findings; shown on the page only while they are. */

const hundred = `Prepared statements alone take longer than this for the first hundred of 100,000 and their total.`

const many = `About a tenth of everybody is found. To count them takes the index a quarter of the time; the rest is to
gather their ids and to go through the names until a hundred of them are together. To look up and sort them, as the raw
statement does, takes four to six times as long. To look at each row on the way instead of gathering the ids takes 0.8 ms
less once all rows are in the cache, and much longer before, when each is a page of the disk.`

export const reasons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'search/ann/time': many,
    'search/anna/time': many,
    'call/employees.list, the first 100': hundred,
  }).map(([id, words]) => [id, words.replaceAll('\n', ' ')]),
)
