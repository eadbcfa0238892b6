import { Button, Group, Modal, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { SavedView } from '../../../electron/contract/employee-list.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import classes from './list.module.css'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { viewWords } from './strings.ts'
import { useRemoveView, viewsQuery } from './views.ts'

interface ManageViewsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The views with what can be done with them. */
export function ManageViewsDialog({ opened, onClose }: ManageViewsDialogProps) {
  const { data = [] } = useQuery({ ...viewsQuery, enabled: opened })
  const removal = useRemoveView()
  const removing = useConfirmedAct()
  const [edited, setEdited] = useState<SavedView | null>(null)
  const [edits, setEdits] = useState(false)
  const edit = (saved: SavedView) => {
    setEdited(saved)
    setEdits(true)
  }
  const remove = (saved: SavedView) =>
    removing.ask({
      title: viewWords.removeTitle(saved.name),
      detail: saved.isShared ? viewWords.removeSharedDetail : viewWords.removeDetail,
      confirm: viewWords.remove,
      isDangerous: true,
      run: async () => {
        await removal.mutateAsync(saved)
        toast(viewWords.removed)
      },
    })
  return (
    <>
      <Modal
        opened={opened}
        onClose={onClose}
        title={viewWords.manageTitle}
        closeButtonProps={{ 'aria-label': sharedWords.close }}
        size={640}
      >
        {data.length === 0 ? (
          <EmptyState title={viewWords.nothingYet} />
        ) : (
          <PlainTable
            label={viewWords.table}
            columns={[viewWords.name, viewWords.whose]}
            actions={viewWords.actions}
            minWidth={480}
          >
            {data.map((saved) => (
              <ViewRow key={saved.id} saved={saved} onEdit={() => edit(saved)} onRemove={() => remove(saved)} />
            ))}
          </PlainTable>
        )}
      </Modal>
      {edited?.view && (
        <SaveViewDialog opened={edits} known={edited} view={edited.view} onClose={() => setEdits(false)} />
      )}
      {removing.dialog}
    </>
  )
}

interface ViewRowProps {
  readonly saved: SavedView
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function ViewRow({ saved, onEdit, onRemove }: ViewRowProps) {
  const name = useId()
  return (
    <Table.Tr>
      <Table.Td id={name} className={classes.viewName}>
        {saved.name}
      </Table.Td>
      <Table.Td className={classes.viewName}>{whose(saved)}</Table.Td>
      <Table.Td className={classes.viewActions}>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {saved.isOwn && saved.view !== null && (
            <Button variant="default" size="compact-sm" aria-describedby={name} onClick={onEdit}>
              {viewWords.edit}
            </Button>
          )}
          <Button variant="default" size="compact-sm" aria-describedby={name} onClick={onRemove}>
            {viewWords.remove}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function whose({ isOwn, isShared, owner }: SavedView): string {
  if (!isOwn) return viewWords.sharedBy(owner)
  return isShared ? viewWords.sharedByYou : viewWords.yours
}
