import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Providers } from '../../../renderer/app/providers.tsx'
import { BarChart } from '../../../renderer/ui/BarChart.tsx'

const show = (series: readonly string[], values: readonly (readonly number[])[]) =>
  render(
    <Providers nonce="" env="test">
      <BarChart
        bars={values.map((of, index) => ({
          name: `m${index}`,
          fullName: `month ${index}`,
          values: of.map((value) => ({ value })),
        }))}
        summary="told"
        table={{ label: 'Headcount', column: 'Month', series }}
      />
    </Providers>,
  )

describe('the numbers above the bars of a chart', () => {
  it('are short where they are large, and told in full of the bar', () => {
    show(['Employees'], [[81_600], [90_266]])
    expect(screen.getByText('82K').title).toBe('81,600')
    expect(screen.getByText('90K').title).toBe('90,266')
    expect(screen.queryByText('90,266')).toBeNull()
  })

  it('stand above each bar where there is room', () => {
    show(['Joined', 'Left'], Array(12).fill([12, 3]))
    expect(screen.getAllByText('12')).toHaveLength(12)
    expect(screen.getAllByText('3')).toHaveLength(12)
  })

  it('stand above the highest alone where they would run into each other', () => {
    show(['Joined', 'Left'], [...Array(11).fill([812, 401]), [924, 333]])
    expect(screen.getByText('924')).toBeDefined()
    for (const left of ['812', '401', '333']) expect(screen.queryByText(left)).toBeNull()
  })
})
