import type { RecountPreview } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import {
  AppLink,
  Button,
  DataTable,
  Notice,
  RadioGroup,
  TextField,
  useFormatters,
  useToast,
  type Column,
} from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { useApplyRecount, useRecountPreview, type RecountRules } from './use-closures.ts';

type Item = RecountPreview['items'][number];

const useColumns = (): readonly Column<Item>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    {
      id: 'case',
      header: t('recount.case'),
      cell: ({ caseId, reference, applicant }) => (
        <>
          <AppLink href={`/cases/${caseId}`}>{reference}</AppLink>
          <span className="desk-line">{applicant}</span>
        </>
      ),
    },
    { id: 'term', header: t('recount.term'), cell: ({ label }) => read(label) },
    { id: 'from', header: t('recount.from'), cell: ({ dueOn }) => date(dueOn) },
    {
      id: 'to',
      header: t('recount.to'),
      cell: ({ newDueOn, daysLeft, newDaysLeft, wouldExpire }) => (
        <>
          {date(newDueOn)}
          {daysLeft !== newDaysLeft && newDaysLeft !== null && (
            <span className="desk-line">{t.plural('recount.left', newDaysLeft)}</span>
          )}
          {wouldExpire && <span className="desk-line">{t('recount.expires')}</span>}
        </>
      ),
    },
  ];
};

interface PreviewProps {
  readonly preview: RecountPreview;
  readonly rules: RecountRules;
  readonly onDone: () => void;
}

const Apply = ({ preview, rules, onDone }: PreviewProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useApplyRecount();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const apply = (): void => {
    setAsked(true);
    if (isMissing) return;
    const onSuccess = ({ changed }: { changed: number }): void => {
      toast(t.plural('recount.done', changed));
      onDone();
    };
    change.mutate({ rules, fingerprint: preview.fingerprint, reason: reason.trim() }, { onSuccess });
  };
  return (
    <div className="iris-stack">
      {change.isError && <Failure error={change.error} />}
      <TextField
        id="recount-reason"
        label={t('recount.reason')}
        hint={t('recount.reason.hint')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        {...(asked && isMissing && { error: t('recount.reason.missing') })}
      />
      <div>
        <Button busy={change.isPending} onClick={apply}>
          {t.plural('recount.apply', preview.changed)}
        </Button>
      </div>
    </div>
  );
};

const Preview = (props: PreviewProps) => {
  const t = useDeskText();
  const columns = useColumns();
  const { preview } = props;
  if (preview.changed === 0) return <Notice tone="info" title={t.plural('recount.none', preview.counted)} />;
  return (
    <div className="iris-stack">
      <p>{t('recount.found', { changed: preview.changed, counted: preview.counted })}</p>
      {preview.wouldExpire > 0 && (
        <Notice tone="warning" title={t.plural('recount.wouldExpire', preview.wouldExpire)} />
      )}
      <DataTable
        caption={t('recount.preview')}
        captionHidden
        rows={preview.items}
        rowKey={({ termId }) => termId}
        columns={columns}
      />
      {preview.items.length < preview.changed && (
        <p className="iris-muted">{t('recount.more', { count: preview.changed - preview.items.length })}</p>
      )}
      <Apply {...props} />
    </div>
  );
};

/** Counts the terms that run anew, once somebody has seen what that would change. */
export const RecountSection = () => {
  const t = useDeskText();
  const [rules, setRules] = useState<RecountRules>('own');
  const [isAsked, setAsked] = useState(false);
  const preview = useRecountPreview(rules, isAsked);
  return (
    <section className="iris-stack" aria-labelledby="recount">
      <h2 id="recount" className="iris-section-title">
        {t('recount')}
      </h2>
      <p>{t('recount.lead')}</p>
      <RadioGroup
        id="recount-rules"
        label={t('recount.rules')}
        options={(['own', 'latest'] as const).map((value) => ({ value, label: t(`recount.rules.${value}`) }))}
        value={rules}
        onChange={(value) => {
          setAsked(false);
          setRules(value === 'latest' ? 'latest' : 'own');
        }}
      />
      <div>
        <Button
          tone="secondary"
          busy={preview.isFetching}
          onClick={() => (isAsked ? void preview.refetch() : setAsked(true))}
        >
          {t('recount.show')}
        </Button>
      </div>
      {isAsked && (
        <Answered query={preview}>
          {(found) => <Preview key={found.fingerprint} preview={found} rules={rules} onDone={() => setAsked(false)} />}
        </Answered>
      )}
    </section>
  );
};
