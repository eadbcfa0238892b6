import { Button, Group, Modal, Slider, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { type Crop, closest, moved, wholePicture, zoomed } from './crop.ts'
import { drawCrop } from './encode.ts'
import classes from './photos.module.css'
import { photoWords } from './strings.ts'

const words = photoWords.crop

/** The edge of the preview, in CSS pixels; it is drawn twice as fine. */
const shownEdge = 288

/** How far an arrow key moves the photo, in parts of what is seen, and how much nearer + brings it. */
const arrowStep = 0.04
const zoomStep = 0.1

interface CropDialogProps {
  readonly opened: boolean
  /** Stays while the dialog closes; null before one was chosen. */
  readonly picture: ImageBitmap | null
  readonly pending: boolean
  readonly failure: unknown
  readonly onSave: (crop: Crop) => void
  readonly onCancel: () => void
}

/** Asks which square of a picture is taken. */
export function CropDialog({ opened, picture, onCancel, ...rest }: CropDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onCancel}
      title={words.title}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
    >
      {picture && <Cropping picture={picture} onCancel={onCancel} {...rest} />}
    </Modal>
  )
}

type CroppingProps = Omit<CropDialogProps, 'opened' | 'picture'> & { readonly picture: ImageBitmap }

function Cropping({ picture, pending, failure, onSave, onCancel }: CroppingProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const hint = useId()
  const [crop, setCrop] = useState(() => wholePicture(picture))

  useEffect(() => {
    if (canvas.current !== null) drawCrop(canvas.current, picture, crop)
  }, [picture, crop])

  // Listened to by hand, for React's listener may not keep the dialog from scrolling.
  useEffect(() => {
    const shown = area.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      setCrop((now) => zoomed(picture, now, now.zoom * (event.deltaY < 0 ? 1 + zoomStep : 1 - zoomStep)))
    }
    shown?.addEventListener('wheel', onWheel, { passive: false })
    return () => shown?.removeEventListener('wheel', onWheel)
  }, [picture])

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (event.buttons !== 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    setCrop((now) => moved(picture, now, event.movementX / shownEdge, event.movementY / shownEdge))
  }

  function onKeyDown(event: KeyboardEvent) {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-arrowStep, 0],
      ArrowRight: [arrowStep, 0],
      ArrowUp: [0, -arrowStep],
      ArrowDown: [0, arrowStep],
    }
    const step = steps[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step) setCrop((now) => moved(picture, now, ...step))
    else if (event.key === '+') setCrop((now) => zoomed(picture, now, now.zoom + zoomStep))
    else if (event.key === '-') setCrop((now) => zoomed(picture, now, now.zoom - zoomStep))
    else return
    event.preventDefault()
  }

  return (
    <Stack gap="md">
      {failure !== null && <RequestError failure={failure} />}
      <div
        ref={area}
        role="application"
        aria-label={words.area}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move the photo
        tabIndex={0}
        data-autofocus
        className={classes.area}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      >
        <canvas ref={canvas} width={shownEdge * 2} height={shownEdge * 2} className={classes.preview} aria-hidden />
      </div>
      <Text id={hint} size="sm" c="dimmed">
        {words.hint}
      </Text>
      <div>
        <Text fw={550} size="sm" aria-hidden>
          {words.zoom}
        </Text>
        <Slider
          thumbLabel={words.zoom}
          min={1}
          max={closest}
          step={0.05}
          label={(zoom) => `${Math.round(zoom * 100)} %`}
          value={crop.zoom}
          onChange={(zoom) => setCrop((now) => zoomed(picture, now, zoom))}
        />
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button loading={pending} onClick={() => onSave(crop)}>
          {words.save}
        </Button>
      </Group>
    </Stack>
  )
}
