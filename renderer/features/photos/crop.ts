/** Which square of a picture is taken. Lengths are pixels of the picture. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

export interface Crop {
  /** 1 takes the largest square that there is, 4 a quarter of its edge. */
  readonly zoom: number
  /** The middle of the square. */
  readonly x: number
  readonly y: number
}

export const closest = 4

/** The edge of the square. */
export const edgeOf = ({ width, height }: PictureSize, { zoom }: Pick<Crop, 'zoom'>): number =>
  Math.min(width, height) / zoom

const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** The nearest crop that lies within the picture. */
export function withinPicture(picture: PictureSize, crop: Crop): Crop {
  const zoom = between(crop.zoom, 1, closest)
  const half = edgeOf(picture, { zoom }) / 2
  return {
    zoom,
    x: between(crop.x, half, picture.width - half),
    y: between(crop.y, half, picture.height - half),
  }
}

/** The whole breadth of the picture, around its middle. */
export const wholePicture = ({ width, height }: PictureSize): Crop => ({ zoom: 1, x: width / 2, y: height / 2 })

/** Moves the picture under the square, by parts of its edge. */
export const moved = (picture: PictureSize, crop: Crop, right: number, down: number): Crop => {
  const edge = edgeOf(picture, crop)
  return withinPicture(picture, { ...crop, x: crop.x - right * edge, y: crop.y - down * edge })
}

export const zoomed = (picture: PictureSize, crop: Crop, zoom: number): Crop =>
  withinPicture(picture, { ...crop, zoom })
