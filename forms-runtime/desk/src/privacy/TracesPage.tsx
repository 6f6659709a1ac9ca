import { isDate } from '@irisflow/forms';
import { ProblemError, type Traces } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import {
  Button,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  Form,
  isLocale,
  localeNames,
  locales,
  Notice,
  Select,
  TextField,
  useFormatters,
  useLocale,
} from '@irisflow/ui';
import { useState } from 'react';
import { useAuditWords } from '../audit/audit-words.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { CaseReference } from './CaseReference.tsx';
import { PrivacyFrame } from './PrivacyFrame.tsx';
import { usePrintTraces, useTraceSearch, type TraceSearch } from './use-privacy.ts';

type Trace = Traces['traces'][number];

const useColumns = (): readonly Column<Trace>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const words = useAuditWords();
  const { dateTime } = useFormatters();
  return [
    { id: 'at', header: t('traces.at'), cell: ({ at }) => dateTime(at) },
    { id: 'by', header: t('traces.by'), cell: ({ by }) => by },
    {
      id: 'what',
      header: t('traces.what'),
      cell: ({ what, action, kind }) => (
        <>
          {what === null ? words.action(action) : read(what)}
          {what !== null && (
            <span className="desk-line">{kind === 'reading' ? words.action(action) : t('traces.source')}</span>
          )}
        </>
      ),
    },
    {
      id: 'why',
      header: t('traces.why'),
      cell: ({ purpose, legalBasis, reason }) => (
        <>
          {purpose !== null && read(purpose)}
          {reason !== null && <span className="desk-line">{reason}</span>}
          {legalBasis !== null && <span className="desk-line">{read(legalBasis)}</span>}
        </>
      ),
    },
    {
      id: 'case',
      header: t('traces.case'),
      cell: (trace) => <CaseReference {...trace} />,
    },
  ];
};

const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** The letter to the person, in a language that is chosen for them. */
const PrintLetter = ({ search }: { readonly search: TraceSearch }) => {
  const t = useDeskText();
  const print = usePrintTraces();
  const [language, setLanguage] = useState(useLocale());
  const onSuccess = (blob: Blob): void => save(blob, `${t('traces.letter.file')}-${search.from}-${search.to}.pdf`);
  return (
    <div className="iris-stack">
      {print.isError && <Failure error={print.error} />}
      <div className="desk-find">
        <Select
          id="trace-language"
          label={t('traces.letter.language')}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
          value={language}
          onChange={(value) => value !== undefined && isLocale(value) && setLanguage(value)}
        />
        <Button
          tone="secondary"
          busy={print.isPending}
          onClick={() => print.mutate({ ...search, language }, { onSuccess })}
        >
          {t('traces.letter')}
        </Button>
      </div>
    </div>
  );
};

const Found = ({ found, search }: { readonly found: Traces; readonly search: TraceSearch }) => {
  const t = useDeskText();
  const columns = useColumns();
  if (!found.isKnown) return <EmptyState title={t('traces.unknown')}>{t('traces.unknown.text')}</EmptyState>;
  return (
    <div className="iris-stack">
      <output>{t.plural('traces.found', found.traces.length)}</output>
      {found.more && <Notice tone="warning" title={t('traces.more')} />}
      {found.traces.length > 0 && (
        <DataTable
          caption={t('traces')}
          captionHidden
          columns={columns}
          rows={found.traces}
          rowKey={(trace) => `${trace.at} ${trace.action} ${trace.by} ${found.traces.indexOf(trace)}`}
        />
      )}
      <PrintLetter search={search} />
    </div>
  );
};

const isAboutNumber = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.problem.errors ?? []).some(({ pointer }) => pointer.endsWith('nationalNumber'));

const wrongOf = ({ nationalNumber, from, to }: TraceSearch): keyof TraceSearch | undefined => {
  if (!/^[0-9 .-]{11,20}$/.test(nationalNumber)) return 'nationalNumber';
  if (!isDate(from)) return 'from';
  return isDate(to) && from <= to ? undefined : 'to';
};

const Search = () => {
  const t = useDeskText();
  const find = useTraceSearch();
  const [search, setSearch] = useState<TraceSearch>({ nationalNumber: '', from: '', to: '' });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<TraceSearch>): void => {
    find.reset();
    setSearch({ ...search, ...part });
  };
  const wrong = asked ? wrongOf(search) : undefined;
  const isNumberWrong = wrong === 'nationalNumber' || isAboutNumber(find.error);
  const submit = (): void => {
    setAsked(true);
    if (wrongOf(search) === undefined) find.mutate(search);
  };
  return (
    <>
      <Form className="iris-stack" onSubmit={submit}>
        {find.isError && !isNumberWrong && <Failure error={find.error} />}
        <TextField
          id="trace-number"
          label={t('traces.number')}
          hint={t('traces.number.hint')}
          autoComplete="off"
          inputMode="numeric"
          width="third"
          maxLength={20}
          value={search.nationalNumber}
          onChange={(nationalNumber) => change({ nationalNumber })}
          {...(isNumberWrong && { error: t('traces.number.wrong') })}
        />
        <div className="desk-period">
          <DateField
            id="trace-from"
            label={t('traces.from')}
            value={search.from}
            onChange={(from = '') => change({ from })}
            {...(wrong === 'from' && { error: t('traces.from.wrong') })}
          />
          <DateField
            id="trace-to"
            label={t('traces.to')}
            value={search.to}
            onChange={(to = '') => change({ to })}
            {...(wrong === 'to' && { error: t('traces.to.wrong') })}
          />
        </div>
        <div>
          <Button type="submit" busy={find.isPending}>
            {t('traces.search')}
          </Button>
        </div>
      </Form>
      {find.data !== undefined && <Found found={find.data} search={search} />}
    </>
  );
};

/** Who read what about somebody, when and why, and the letter that tells them. */
export const TracesPage = () => {
  const t = useDeskText();
  return (
    <PrivacyFrame title={t('traces')} lead={t('traces.lead')}>
      <Search />
    </PrivacyFrame>
  );
};
