/** Why targets are missed where they are, by the ids of their findings; shown on the page only while they are. */

const many = `About a tenth of everybody is found. To count them takes the index a quarter of the time; the rest is to
gather their ids and to go through the names until a hundred of them are together. To look up and sort them, as the raw
statement does, takes four to six times as long.`

export const reasons: Readonly<Record<string, string>> = Object.fromEntries(
  ['search/ann/time', 'search/anna/time'].map((id) => [id, many.replaceAll('\n', ' ')]),
)
