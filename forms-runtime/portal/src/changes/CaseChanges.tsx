import type { CaseView, DeclaredChange, MyChanges } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import {
  Button,
  ConfirmDialog,
  LinkButton,
  StatusTag,
  useFormatters,
  useLabelled,
  useToast,
  VisuallyHidden,
  type TagTone,
} from '@irisflow/ui';
import { useState } from 'react';
import { documentUrl } from '../cases/document-url.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useChanges, useRetract } from './use-changes.ts';
import { WithdrawPart } from './WithdrawPart.tsx';

const tones = {
  waiting: 'warning',
  accepted: 'success',
  refused: 'danger',
  retracted: 'neutral',
  lapsed: 'neutral',
} as const satisfies Record<DeclaredChange['state'], TagTone>;

interface ChangeProps {
  readonly caseId: string;
  readonly change: DeclaredChange;
}

const Retract = ({ caseId, change, name }: ChangeProps & { readonly name: string }) => {
  const t = usePersonalText();
  const toast = useToast();
  const retract = useRetract(caseId);
  const [isAsking, setAsking] = useState(false);
  const confirm = (): void => {
    if (retract.isPending) return;
    const onSuccess = (): void => {
      setAsking(false);
      toast(t('change.retracted'));
    };
    retract.mutate(change.id, { onSuccess });
  };
  return (
    <div>
      <Button tone="quiet" size="small" className="iris-button--flush" onClick={() => setAsking(true)}>
        {t('change.retract')}
        <VisuallyHidden>{`, ${name}`}</VisuallyHidden>
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('change.retract.title')}
        confirm={t('change.retract')}
        busy={retract.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('change.retract.text')}</p>
        {retract.isError && <RefusalNotice error={retract.error} />}
      </ConfirmDialog>
    </div>
  );
};

/** What changes: old beside new; of a part, what had been answered about it. */
const Told = ({ change: { told, part } }: Pick<ChangeProps, 'change'>) => {
  const read = useLocalized();
  const labelled = useLabelled();
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ pointer, label, before, after }) => (
        <li key={pointer}>
          {labelled(read(label), '')}
          {part === null ? <del>{read(before)}</del> : read(before)} {part === null && <ins>{read(after)}</ins>}
        </li>
      ))}
    </ul>
  );
};

const Change = ({ caseId, change }: ChangeProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate, dateTime } = useFormatters();
  const { part, since, state, reason, documents, declaredAt, refusal } = change;
  const day = longDate(since);
  const name = part === null ? t('change.since', { day }) : t('change.part.since', { part: read(part.label), day });
  return (
    <li className="iris-stack iris-stack--tight">
      <p className="iris-row">
        <strong>{name}</strong>
        <StatusTag tone={tones[state]}>{t(`change.state.${state}`)}</StatusTag>
      </p>
      <Told change={change} />
      <p>{reason}</p>
      {documents.length > 0 && (
        <p className="iris-row">
          {documents.map((document) => (
            <a key={document.id} href={documentUrl(caseId, document.id)}>
              {document.name}
            </a>
          ))}
        </p>
      )}
      {refusal !== null && <p>{t('change.refusal', { reason: refusal })}</p>}
      <p className="iris-muted">{t('change.declaredAt', { at: dateTime(declaredAt) })}</p>
      {state === 'waiting' && <Retract caseId={caseId} change={change} name={name} />}
    </li>
  );
};

const Offered = ({ caseId, found }: { readonly caseId: string; readonly found: MyChanges }) => {
  const t = usePersonalText();
  return (
    <div className="iris-row">
      {found.fields.length > 0 && (
        <LinkButton href={`/my/cases/${caseId}/change`} tone="secondary" size="small">
          {t('change.declare')}
        </LinkButton>
      )}
      {found.parts.length > 0 && <WithdrawPart caseId={caseId} parts={found.parts} />}
    </div>
  );
};

/** Whether something has changed since the application: what I declared, what became of it, and the way to declare. */
export const CaseChanges = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const { data: found } = useChanges(view.id);
  if (found === undefined) return null;
  const isOffered = found.fields.length + found.parts.length > 0;
  if (!isOffered && found.changes.length === 0) return null;
  return (
    <section
      className={found.changes.length === 0 ? 'portal-section portal-section--screen' : 'portal-section'}
      aria-labelledby="changes"
    >
      <h2 id="changes">{t('change.title')}</h2>
      {found.changes.length > 0 && (
        <ul className="portal-changes">
          {found.changes.map((change) => (
            <Change key={change.id} caseId={view.id} change={change} />
          ))}
        </ul>
      )}
      {isOffered && (
        <>
          <p>{t('change.text')}</p>
          <Offered caseId={view.id} found={found} />
        </>
      )}
    </section>
  );
};
