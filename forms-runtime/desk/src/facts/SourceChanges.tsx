import type { CaseFacts } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { FieldValue } from '@irisflow/renderer';
import { Button, Notice, StatusTag, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AcceptChange, RejectChange } from './SettleChange.tsx';

type OpenChange = CaseFacts['openChanges'][number];
type SettledChange = CaseFacts['settledChanges'][number];
type ChangedField = OpenChange['fields'][number];

interface ChangesProps {
  readonly caseId: string;
  readonly found: CaseFacts;
}

const isIn = (rows: readonly unknown[], row: unknown): boolean =>
  rows.some((one) => JSON.stringify(one) === JSON.stringify(row));

/** Of lists the rows that only one of them has, and how many both have; anything else as it is. */
const whatDiffers = ({ before, after }: ChangedField) => {
  if (!Array.isArray(before) || !Array.isArray(after)) return { before, after, same: 0 };
  const [was, is]: [readonly unknown[], readonly unknown[]] = [before, after];
  return {
    before: was.filter((row) => !isIn(is, row)),
    after: is.filter((row) => !isIn(was, row)),
    same: is.filter((row) => isIn(was, row)).length,
  };
};

/** Field by field what the source said and says now. */
const Fields = ({ fields }: { readonly fields: readonly ChangedField[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  const valueOf = ({ pointer, format }: ChangedField, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? (
      <span className="iris-muted">–</span>
    ) : (
      <FieldValue pointer={pointer} value={value} isMoney={format === 'money'} />
    );
  return (
    <dl className="desk-change">
      {fields.map((field) => {
        const { before, after, same } = whatDiffers(field);
        return (
          <div key={field.field}>
            <dt>
              {read(field.label)}
              {same > 0 && <span className="desk-line">{t.plural('change.same', same)}</span>}
            </dt>
            <dd>
              <span className="iris-muted">{t('change.before')}</span>
              <div>{valueOf(field, before)}</div>
            </dd>
            <dd>
              <span className="iris-muted">{t('change.after')}</span>
              <div>{valueOf(field, after)}</div>
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

const useSourceName = ({ sources }: CaseFacts) => {
  const read = useLocalized();
  return (key: string): string => {
    const found = sources.find((source) => source.key === key);
    return found === undefined ? key : read(found.name);
  };
};

const Open = ({ caseId, change, name }: { caseId: string; change: OpenChange; name: string }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const [asked, setAsked] = useState<'accept' | 'reject'>();
  const close = (): void => setAsked(undefined);
  const shared = { caseId, change, name, onClose: close };
  return (
    <Notice tone="warning" title={t('change.open', { source: name })}>
      <div className="iris-stack iris-stack--tight">
        <p>{t('change.open.text', { at: dateTime(change.upTo) })}</p>
        <Fields fields={change.fields} />
        <div className="iris-row">
          <Button size="small" aria-haspopup="dialog" onClick={() => setAsked('accept')}>
            {t('change.accept')}
          </Button>
          <Button size="small" tone="secondary" aria-haspopup="dialog" onClick={() => setAsked('reject')}>
            {t('change.reject')}
          </Button>
        </div>
        {asked === 'accept' && <AcceptChange {...shared} />}
        {asked === 'reject' && <RejectChange {...shared} />}
      </div>
    </Notice>
  );
};

const Settled = ({ change, name }: { readonly change: SettledChange; readonly name: string }) => {
  const t = useDeskText();
  const { dateTime, month } = useFormatters();
  const isAccepted = change.effectiveMonth !== null;
  return (
    <li className="iris-stack iris-stack--tight">
      <p>
        <strong>{name}</strong>{' '}
        <StatusTag tone={isAccepted ? 'success' : 'neutral'}>
          {change.effectiveMonth === null
            ? t('change.rejected')
            : t('change.accepted', { month: month(change.effectiveMonth) })}
        </StatusTag>
        <span className="desk-line">{t('change.by', { name: change.by, at: dateTime(change.at) })}</span>
        {change.reason !== '' && <span className="desk-line">{change.reason}</span>}
      </p>
      <Fields fields={change.fields} />
    </li>
  );
};

/** What sources say otherwise than before, to be settled, and what became of it. */
export const SourceChanges = ({ caseId, found }: ChangesProps) => {
  const t = useDeskText();
  const nameOf = useSourceName(found);
  const { openChanges, settledChanges } = found;
  return (
    <>
      {openChanges.map((change) => (
        <Open key={change.sourceKey} caseId={caseId} change={change} name={nameOf(change.sourceKey)} />
      ))}
      {settledChanges.length > 0 && (
        <details open={openChanges.length === 0}>
          <summary>{t.plural('change.settled', settledChanges.length)}</summary>
          <ul className="desk-changes">
            {settledChanges.map((change) => (
              <Settled key={change.id} change={change} name={nameOf(change.sourceKey)} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
