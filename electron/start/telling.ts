/** The same act, which tells that something changed when it has succeeded. */
export function telling<Given extends readonly unknown[], Value>(
  act: (...given: Given) => Promise<Value>,
  changed: () => void,
): (...given: Given) => Promise<Value> {
  return async (...given) => {
    const value = await act(...given)
    changed()
    return value
  }
}
