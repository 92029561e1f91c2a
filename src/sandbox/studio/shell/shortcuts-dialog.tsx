import { Dialog } from '../parts/dialog.js'

const shortcuts = [
  ['g c', 'Connect'],
  ['g d', 'Data'],
  ['g r', 'Requests'],
  ['g w', 'World'],
  ['/', 'Search'],
  ['j k', 'Next or previous row'],
  ['Enter', 'Open row'],
  ['n', 'New'],
  ['Esc', 'Close'],
  ['?', 'Keyboard shortcuts'],
] as const

/** Lists the keys. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="shortcuts">
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
