import type { CaseChanges as Changes, DeclaredChange } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, DataTable, Dialog, Notice, useFormatters, useToast, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { documentUrl } from '../cases/document-url.ts';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCaseChanges, useSettle } from './use-changes.ts';

interface ChangeProps {
  readonly caseId: string;
  readonly change: DeclaredChange;
  readonly seen: Changes['seen'];
}

const RefuseForm = ({ caseId, change, seen, onClose }: ChangeProps & { readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const settle = useSettle(caseId, () => {
    toast(t('declared.refused'));
    onClose();
  });
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || settle.isPending) return;
    settle.mutate({ changeId: change.id, isAccepted: false, reason, seen });
  };
  return (
    <DialogForm
      error={settle.error}
      busy={settle.isPending}
      confirm={t('declared.refuse')}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField id="change-refusal" hint={t('declared.refuse.hint')} {...field} />
    </DialogForm>
  );
};

const Settle = (props: ChangeProps & { readonly name: string }) => {
  const { caseId, change, seen, name } = props;
  const t = useDeskText();
  const toast = useToast();
  const settle = useSettle(caseId, () => toast(t('declared.accepted')));
  const [isRefusing, setRefusing] = useState(false);
  const accept = (): void => settle.mutate({ changeId: change.id, isAccepted: true, reason: '', seen });
  return (
    <>
      {settle.isError && <Failure error={settle.error} />}
      <div className="iris-row">
        <Button size="small" busy={settle.isPending} onClick={accept}>
          {t('declared.accept')}
          <VisuallyHidden>{`, ${name}`}</VisuallyHidden>
        </Button>
        <Button tone="secondary" size="small" onClick={() => setRefusing(true)}>
          {t('declared.refuse')}
          <VisuallyHidden>{`, ${name}`}</VisuallyHidden>
        </Button>
      </div>
      {isRefusing && (
        <Dialog open title={t('declared.refuse')} onClose={() => setRefusing(false)}>
          <RefuseForm {...props} onClose={() => setRefusing(false)} />
        </Dialog>
      )}
    </>
  );
};

/** Old beside new; of a part, what had been answered about it. */
const Told = ({ change: { told, part } }: Pick<ChangeProps, 'change'>) => {
  const t = useDeskText();
  const read = useLocalized();
  if (told.length === 0) return null;
  return (
    <DataTable
      caption={t('declared.told')}
      rowKey={({ pointer }) => pointer}
      rows={told}
      columns={[
        { id: 'field', header: t('corrections.field'), cell: ({ label }) => read(label) },
        {
          id: 'before',
          header: t(part === null ? 'corrections.before' : 'declared.answer'),
          cell: ({ before }) => read(before),
        },
        ...(part === null
          ? [
              {
                id: 'after',
                header: t('declared.after'),
                cell: ({ after }: DeclaredChange['told'][number]) => read(after),
              },
            ]
          : []),
      ]}
    />
  );
};

const useName = ({ part, since }: DeclaredChange): string => {
  const t = useDeskText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const day = longDate(since);
  return part === null ? t('declared.since', { day }) : t('declared.part.since', { part: read(part.label), day });
};

const Waiting = (props: ChangeProps) => {
  const { caseId, change } = props;
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const name = useName(change);
  return (
    <Notice
      tone="warning"
      title={`${t(change.part === null ? 'declared.waiting' : 'declared.part.waiting')} · ${name}`}
    >
      <div className="iris-stack iris-stack--tight">
        <Told change={change} />
        <p>{change.reason}</p>
        {change.documents.length > 0 && (
          <ul>
            {change.documents.map(({ id, name: file }) => (
              <li key={id}>
                <a href={documentUrl(caseId, id)}>{file}</a>
              </li>
            ))}
          </ul>
        )}
        <p className="iris-muted">{t('declared.declaredAt', { at: dateTime(change.declaredAt) })}</p>
        <Settle {...props} name={name} />
      </div>
    </Notice>
  );
};

/** What the applicant declared and nobody settled: whoever decides has to see it first. */
export const WaitingChanges = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useCaseChanges(caseId);
  if (data === undefined) return null;
  const waiting = data.changes.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <div className="iris-stack desk-changes">
      {waiting.map((change) => (
        <Waiting key={change.id} caseId={caseId} change={change} seen={data.seen} />
      ))}
    </div>
  );
};

const Settled = ({ change }: Pick<ChangeProps, 'change'>) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { state, settledAt, settledBy, refusal, reason } = change;
  return (
    <li>
      {useName(change)} – {t(`declared.state.${state}`)}
      <p>{reason}</p>
      {refusal !== null && <p>{t('declared.refusal', { reason: refusal })}</p>}
      {settledAt !== null && (
        <p className="iris-muted">{t('declared.settledBy', { name: settledBy ?? '', at: dateTime(settledAt) })}</p>
      )}
    </li>
  );
};

/** What was declared before, and what became of it. */
export const SettledChanges = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const settled = useCaseChanges(caseId).data?.changes.filter(({ state }) => state !== 'waiting') ?? [];
  if (settled.length === 0) return null;
  return (
    <section aria-labelledby="settled-changes" className="iris-stack iris-stack--tight">
      <h3 id="settled-changes">{t('declared.settled')}</h3>
      <ul>
        {settled.map((change) => (
          <Settled key={change.id} change={change} />
        ))}
      </ul>
    </section>
  );
};
