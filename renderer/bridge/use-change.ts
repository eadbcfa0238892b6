import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'

/**
 * A change that the main process makes.
 * @param queryKey what is asked again afterwards, also when the change was refused: then what was shown was out of date
 */
export function useChange<Input, Output>(queryKey: QueryKey, change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => void client.invalidateQueries({ queryKey }),
  })
}
