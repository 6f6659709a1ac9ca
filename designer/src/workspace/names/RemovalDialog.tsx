import type { ProcedureProblem } from '@irisflow/client';
import type { Usage } from '@irisflow/names';
import { ConfirmDialog, Notice, Spinner } from '@irisflow/ui';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { Removal } from './name-tools.ts';
import { UsageList } from './UsageList.tsx';

/** Who would miss something; null where nobody can say. */
type Found = readonly Usage[] | null;

export interface RemovalDialogProps {
  readonly removal: Pick<Removal, 'name' | 'also'>;
  readonly uses: Promise<Found>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Leads to a place that uses it. */
  readonly onOpen: (place: ProcedureProblem) => void;
  /** It turned out that nobody would miss it, so that there is nothing to ask. */
  readonly onFree?: () => void;
  /** How it goes, where that is more than "remove". */
  readonly title?: string;
  readonly confirm?: string;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

const useFound = (uses: Promise<Found>, onFound: (found: Found) => void): Found | 'looking' => {
  const [found, setFound] = useState<Found | 'looking'>('looking');
  const tell = useEffectEvent(onFound);
  useEffect(() => {
    let isWanted = true;
    void uses.then((answer) => {
      if (!isWanted) return;
      setFound(answer);
      tell(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [uses]);
  return found;
};

const Uses = ({
  found,
  onOpen,
}: {
  readonly found: Found | 'looking';
  readonly onOpen: RemovalDialogProps['onOpen'];
}) => {
  const t = useTexts();
  if (found === 'looking') return <Spinner label={t('usages.removeLooking')} />;
  if (found === null) return <Notice tone="warning" title={t('usages.removeUnknown')} />;
  if (found.length === 0) return null;
  return (
    <>
      <p role="alert">{t.plural('usages.removeWarning', found.length)}</p>
      <UsageList usages={found} onOpen={onOpen} />
    </>
  );
};

/** Names who would miss what goes, and asks. */
export const RemovalDialog = (props: RemovalDialogProps) => {
  const { removal, uses, onConfirm, onClose, onOpen, onFree, title, confirm, busy = false, children } = props;
  const t = useTexts();
  const found = useFound(uses, (answer) => {
    if (answer?.length === 0 && removal.also === undefined) onFree?.();
  });
  const isUsed = found !== 'looking' && (found === null || found.length > 0 || removal.also !== undefined);
  return (
    <ConfirmDialog
      open
      title={title ?? t('usages.removeAsk', { name: removal.name })}
      confirm={isUsed ? t('usages.removeAnyway') : (confirm ?? t('usages.removeYes'))}
      tone="danger"
      busy={busy || found === 'looking'}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {children}
      {removal.also !== undefined && <p>{removal.also}</p>}
      <Uses found={found} onOpen={onOpen} />
      <p>{t('usages.removeUndo')}</p>
    </ConfirmDialog>
  );
};
