import { Button, Checkbox, Dialog } from '@irisflow/ui';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { setShortcuts, useShortcutsOn } from './shortcut-preference.ts';

interface Help {
  readonly keys: readonly string[];
  readonly text: DeskKey;
}

const listKeys: readonly Help[] = [
  { keys: ['j'], text: 'keys.next' },
  { keys: ['k'], text: 'keys.previous' },
  { keys: ['Enter'], text: 'keys.open' },
  { keys: ['c'], text: 'keys.claim' },
  { keys: ['x'], text: 'keys.tick' },
  { keys: ['Shift', 'x'], text: 'keys.tick.range' },
  { keys: ['/'], text: 'keys.search' },
];

const taskKeys: readonly Help[] = [
  { keys: ['c'], text: 'keys.claim.open' },
  { keys: ['u'], text: 'keys.back' },
];

const everywhere: readonly Help[] = [{ keys: ['?'], text: 'keys.help' }];

const KeyList = ({ title, rows }: { readonly title: DeskKey; readonly rows: readonly Help[] }) => {
  const t = useDeskText();
  return (
    <section className="iris-stack iris-stack--tight">
      <h3>{t(title)}</h3>
      <dl className="desk-keys">
        {rows.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

export interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every shortcut, and the switch that turns them off. */
export const ShortcutHelp = ({ open, onClose }: ShortcutHelpProps) => {
  const t = useDeskText();
  const isOn = useShortcutsOn();
  return (
    <Dialog
      open={open}
      title={t('keys.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('keys.close')}</Button>}
    >
      <KeyList title="keys.list" rows={listKeys} />
      <KeyList title="keys.task" rows={taskKeys} />
      <KeyList title="keys.everywhere" rows={everywhere} />
      <Checkbox
        id="one-key-shortcuts"
        label={t('keys.on')}
        hint={t('keys.on.hint')}
        optional
        value={isOn}
        onChange={(value) => setShortcuts(value ? 'on' : 'off')}
      />
    </Dialog>
  );
};
