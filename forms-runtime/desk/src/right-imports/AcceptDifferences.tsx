import type { RightImportView, RightRowView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, VisuallyHidden } from '@irisflow/ui';
import { useRightImportText } from './right-import-texts.ts';
import { useAcceptDifferences } from './use-right-imports.ts';

interface OfRow {
  readonly view: RightImportView;
  readonly row: RightRowView;
}

/** Says of one right whether the file counts, or what stands here. */
export const Accept = ({ view, row }: OfRow) => {
  const t = useRightImportText();
  const accept = useAcceptDifferences(view.id);
  const wanted = row.isAccepted ? 'here' : 'file';
  return (
    <>
      {accept.isError && <Failure error={accept.error} />}
      <Button
        tone="secondary"
        busy={accept.isPending}
        onClick={() => accept.mutate({ accept: wanted, positions: [row.position] })}
      >
        {t(`accept.${wanted}`)}
        {row.number !== null && (
          <>
            {' '}
            <VisuallyHidden>{row.number}</VisuallyHidden>
          </>
        )}
      </Button>
    </>
  );
};

interface OfKind {
  readonly view: RightImportView;
  readonly kind: 'differs' | 'accepted';
}

/** The same of every right at once. */
export const AcceptAll = ({ view, kind }: OfKind) => {
  const t = useRightImportText();
  const accept = useAcceptDifferences(view.id);
  if (view.state !== 'checked' && view.state !== 'stopped') return null;
  const wanted = kind === 'differs' ? 'file' : 'here';
  return (
    <div className="iris-stack iris-stack--tight desk-import__action">
      {accept.isError && <Failure error={accept.error} />}
      <p>{t('accept.text')}</p>
      <Button tone="secondary" busy={accept.isPending} onClick={() => accept.mutate({ accept: wanted })}>
        {t.plural(`accept.all.${wanted}`, view.counts[kind])}
      </Button>
    </div>
  );
};
