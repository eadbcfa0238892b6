/** Why targets are missed where they are, by the ids of their findings; shown on the page only while they are. */

const hundred = `Prepared statements alone take longer than this for the first hundred of 100,000 and their total.`

const middle = `To come to the middle of a list SQLite goes past 50,000 entries of its index.`

const many = `About a tenth of everybody is found. To count them takes the index a quarter of the time; the rest is to
gather their ids and to go through the names until a hundred of them are together. To look up and sort them, as the raw
statement does, takes four to six times as long. To look at each row on the way instead of gathering the ids takes 0.8 ms
less once all rows are in the cache, and much longer before, when each is a page of the disk.`

const few = `Such a search is over in less than a millisecond. Besides the names that raw statements look through, it asks whether
the words stand in a department or a position, counts everybody for "of how many", and compiles its query.`

const twoWords = `Two words that many have: the index goes through both lists for the total, and once more for the page.`

const aPage = `One frame in hundreds, in which a page of a hundred rows comes and takes the place of those on the way.`

const wholeImport = `Of the three steps, the import itself takes about what is asked for. The dry run holds every cell against the rules of
the form, and every row against the company, before anybody decides to import; the statements know that the rows are good.`

const painted = `An empty call and a changed word alone take most of a frame here, where pictures are drawn without a graphics card.`

export const reasons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'search/ann/time': many,
    'search/anna/time': many,
    'search/anna schmidt/time': twoWords,
    ...Object.fromEntries(['the wheel', 'the keys'].map((way) => [`scrolling/${way}/task`, aPage])),
    ...Object.fromEntries(['xyzzy', 'n-0042', 'n-004217'].map((word) => [`search/${word}/raw`, few])),
    'call/employees.list, the first 100': hundred,
    'call/employees.list, 50 in the middle': middle,
    'typing/painted': painted,
    'typing/slowest': painted,
    'import/all': wholeImport,
  }).map(([id, words]) => [id, words.replaceAll('\n', ' ')]),
)
