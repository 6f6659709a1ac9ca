import { Menu } from '@irisflow/ui';
import { exportUrl } from '../api/procedures.ts';
import { useTexts } from '../texts/use-texts.ts';
import { shortName } from './file-kinds.ts';

export type MoreDialog = 'discard' | 'remove' | 'names' | 'history' | 'removed' | 'xliff';

export interface MoreMenuProps {
  procedureKey: string;
  /** The file on the screen, if it may be removed. */
  file: string | null;
  /** The file on the screen. */
  shown: string | null;
  onChoose: (dialog: MoreDialog) => void;
}

/** What one does with a draft now and then. */
export const MoreMenu = ({ procedureKey, file, shown, onChoose }: MoreMenuProps) => {
  const t = useTexts();
  const remove =
    file === null
      ? []
      : [
          {
            id: 'remove',
            label: t('file.remove', { name: shortName(file) }),
            tone: 'danger' as const,
            onSelect: () => onChoose('remove'),
          },
        ];
  return (
    <Menu
      tone="secondary"
      label={t('bar.more')}
      items={[
        { id: 'export', label: t('bar.export'), onSelect: () => window.location.assign(exportUrl(procedureKey)) },
        { id: 'names', label: t('usages.menu'), onSelect: () => onChoose('names') },
        { id: 'xliff', label: t('xliff.menu'), onSelect: () => onChoose('xliff') },
        ...(shown === null ? [] : [{ id: 'history', label: t('history.menu'), onSelect: () => onChoose('history') }]),
        { id: 'removed', label: t('removed.menu'), onSelect: () => onChoose('removed') },
        ...remove,
        { id: 'discard', label: t('discard.menu'), tone: 'danger', onSelect: () => onChoose('discard') },
      ]}
    />
  );
};
