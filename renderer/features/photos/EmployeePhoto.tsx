import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { useNotices } from '../../frame/notice.tsx'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { toast } from '../../ui/toast.ts'
import { CropDialog } from './CropDialog.tsx'
import type { Crop } from './crop.ts'
import { encodePhoto } from './encode.ts'
import { PersonAvatar } from './PersonAvatar.tsx'
import classes from './photos.module.css'
import { useRemovePhoto, useSavePhoto, versionsQuery } from './queries.ts'
import { photoWords as words } from './strings.ts'

interface EmployeePhotoProps {
  readonly id: number
  readonly name: string
}

/** The photo of an employee, and what an administrator does with it. */
export function EmployeePhoto({ id, name }: EmployeePhotoProps) {
  const { data: versions } = useQuery(versionsQuery([id]))
  const version = versions?.get(id) ?? null
  const { show, dismiss } = useNotices()
  const file = useRef<HTMLInputElement>(null)
  // The picture stays when the dialog goes, so that it does not vanish before it does.
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [opened, setOpened] = useState(false)
  const save = useSavePhoto()
  const remove = useRemovePhoto()
  const removing = useConfirmedAct()
  const saving = useMutation({
    mutationFn: async ({ chosen, crop }: { chosen: ImageBitmap; crop: Crop }) =>
      save.mutateAsync({ employeeId: id, bytes: await encodePhoto(chosen, crop) }),
    onSuccess: () => {
      setOpened(false)
      toast(words.changed)
    },
  })

  async function choose({ currentTarget: field }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = field.files ?? []
    // The same file may be chosen again.
    field.value = ''
    if (chosen === undefined) return
    try {
      setPicture(await createImageBitmap(chosen))
      saving.reset()
      dismiss()
      setOpened(true)
    } catch {
      show({ tone: 'alert', ...words.unreadable })
    }
  }

  const askToRemove = () =>
    removing.ask({
      title: words.removeTitle(name),
      detail: words.removeDetail,
      confirm: words.remove,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync(id)
        toast(words.removed)
      },
    })

  return (
    <div className={classes.photo}>
      <PersonAvatar id={id} name={name} version={version} size={56} label={words.of(name)} />
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label={words.choose}
        onChange={(event) => void choose(event)}
      />
      <Button variant="default" onClick={() => file.current?.click()}>
        {version === null ? words.choose : words.change}
      </Button>
      {version !== null && (
        <Button variant="default" onClick={askToRemove}>
          {words.remove}
        </Button>
      )}
      <CropDialog
        opened={opened}
        picture={picture}
        pending={saving.isPending}
        failure={saving.error}
        onSave={(crop) => {
          if (picture !== null) saving.mutate({ chosen: picture, crop })
        }}
        onCancel={() => setOpened(false)}
      />
      {removing.dialog}
    </div>
  )
}
