import { expect, test } from 'vitest'
import { placeFor } from '../../electron/window/place.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const place = { x: 100, y: 80, width: 1000, height: 700, maximized: false }

test('a first window takes the first size, in the middle', () => {
  expect(placeFor(undefined, [screen], 0)).toEqual({ width: 1200, height: 800 })
})

test('a window opens where the last one stood', () => {
  expect(placeFor(place, [screen], 0)).toEqual({ x: 100, y: 80, width: 1000, height: 700 })
})

test('a further window does not hide the one before', () => {
  expect(placeFor(place, [screen], 2)).toMatchObject({ x: 164, y: 144 })
})

test('a place on a screen that is gone is forgotten', () => {
  expect(placeFor({ ...place, x: 3000 }, [screen], 0)).toEqual({ width: 1200, height: 800 })
  expect(placeFor({ ...place, x: 1700 }, [screen], 0)).toEqual({ width: 1200, height: 800 })
})
