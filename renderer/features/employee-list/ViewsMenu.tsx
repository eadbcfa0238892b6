import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeListView, SavedView } from '../../../electron/contract/employee-list.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { toast } from '../../ui/toast.ts'
import classes from './list.module.css'
import { ManageViewsDialog } from './ManageViewsDialog.tsx'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { viewWords } from './strings.ts'
import { isSameView, useSaveView, viewsQuery } from './views.ts'

interface ViewsMenuProps {
  /** What the list shows now. */
  readonly view: EmployeeListView
  /** The saved view that was opened last, or null. */
  readonly openedId: number | null
  /** @param id null for the list as it comes */
  readonly onOpen: (view: EmployeeListView, id: number | null) => void
  /** What the list shows has a name from now on. */
  readonly onSaved: (id: number) => void
}

/** The views of the list that have a name: opens them, keeps what the list shows now, and looks after them. */
export function ViewsMenu({ view, openedId, onOpen, onSaved }: ViewsMenuProps) {
  const [opened, setOpened] = useState(false)
  const { data = [], error } = useQuery({ ...viewsQuery, enabled: opened || openedId !== null })
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const saving = useSaveView()
  const current = data.find(({ id }) => id === openedId)
  const wholeList = { filter: everybody, sort: [], columns: view.columns }
  const isChanged = current?.view ? !isSameView(current.view, view) : false

  const saveChanges = ({ id, version, name, isShared }: SavedView) =>
    saving.mutate(
      { known: { id, version }, fields: { name, isShared, view } },
      { onSuccess: () => toast(viewWords.saved) },
    )
  const entry = (saved: SavedView) => (
    <Menu.Item
      key={saved.id}
      disabled={saved.view === null}
      aria-current={saved.id === openedId || undefined}
      leftSection={<Mark isOn={saved.id === openedId} />}
      onClick={() => saved.view && onOpen(saved.view, saved.id)}
    >
      {saved.isOwn ? saved.name : viewWords.of(saved.name, saved.owner)}
    </Menu.Item>
  )
  const own = data.filter(({ isOwn }) => isOwn)
  const shared = data.filter(({ isOwn }) => !isOwn)

  return (
    <>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        width={280}
        floatingStrategy="fixed"
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={18} stroke={1.6} aria-hidden />}
            rightSection={
              current && (
                <span className={classes.current} aria-hidden="true">
                  {isChanged ? viewWords.changed(current.name) : current.name}
                </span>
              )
            }
          >
            {viewWords.open}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <Menu.Item
            aria-current={isSameView(view, wholeList) || undefined}
            leftSection={<Mark isOn={isSameView(view, wholeList)} />}
            onClick={() => onOpen(wholeList, null)}
          >
            {viewWords.everybody}
          </Menu.Item>
          {own.length > 0 && <Menu.Label>{viewWords.own}</Menu.Label>}
          {own.map(entry)}
          {shared.length > 0 && <Menu.Label>{viewWords.shared}</Menu.Label>}
          {shared.map(entry)}
          {error && <Menu.Label>{viewWords.failure}</Menu.Label>}
          <Menu.Divider />
          {current?.isOwn && isChanged && (
            <Menu.Item onClick={() => saveChanges(current)}>{viewWords.saveChanges(current.name)}</Menu.Item>
          )}
          <Menu.Item onClick={() => setDialog('save')}>{viewWords.saveAs}</Menu.Item>
          <Menu.Item disabled={data.length === 0} onClick={() => setDialog('manage')}>
            {viewWords.manage}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving.error && (
        <div className={classes.problem}>
          <RequestError failure={saving.error} title={viewWords.notSaved} />
        </div>
      )}
      <SaveViewDialog
        opened={dialog === 'save'}
        known={null}
        view={view}
        onSaved={({ id }) => onSaved(id)}
        onClose={() => setDialog(null)}
      />
      <ManageViewsDialog opened={dialog === 'manage'} onClose={() => setDialog(null)} />
    </>
  )
}

/** Takes its room also where it is not on, so that the names stand below each other. */
function Mark({ isOn }: { isOn: boolean }) {
  return <IconCheck size={16} stroke={1.75} aria-hidden visibility={isOn ? 'visible' : 'hidden'} />
}
