/** Why targets are missed where they are, by the ids of their findings; shown on the page only while they are. */
export const reasons: Readonly<Record<string, string>> = {}
