import type { CaseFacts, FactView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { FieldValue } from '@irisflow/renderer';
import { DataTable, StatusTag, useFormatters, type Column, type TagTone } from '@irisflow/ui';
import { documentUrl } from '../cases/document-url.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { hasChanged } from './fact-filters.ts';

type Statement = FactView['statements'][number];
type Correction = FactView['corrections'][number];

const tones: { readonly [S in FactView['state']]: TagTone } = {
  agrees: 'success',
  contradicts: 'danger',
  undeclared: 'neutral',
  unknown: 'warning',
};

interface FactProps {
  readonly fact: FactView;
}

const Value = ({ fact, value }: FactProps & { readonly value: unknown }) => (
  <FieldValue pointer={fact.pointer} value={value} isMoney={fact.format === 'money'} />
);

interface SaidBy {
  /** By its name, and in which language the case names the law. */
  readonly source: { readonly name: string; readonly language: CaseFacts['language'] };
}

/** Who asked, when, why and by which law. */
const Origin = ({ statement, source }: SaidBy & { readonly statement: Statement }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  return (
    <>
      <span className="desk-line">
        {source.name} · {dateTime(statement.at)} · {t(`fact.askedBy.${statement.askedBy}`)}
      </span>
      <span className="desk-line">
        {read(statement.purpose)} ({statement.legalBasis[source.language]})
      </span>
    </>
  );
};

/** What the source says now and, where it said something else before, that as well. */
const Said = ({ fact, source }: FactProps & SaidBy) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const [newest, ...earlier] = fact.statements;
  if (newest === undefined)
    return (
      <>
        <strong>{t('fact.state.unknown')}</strong>
        <span className="desk-line">{source.name}</span>
      </>
    );
  return (
    <>
      <Value fact={fact} value={newest.value} />
      <Origin statement={newest} source={source} />
      {earlier.map((statement) => (
        <div key={`${statement.at} ${statement.askedBy}`} className="desk-fact__earlier">
          <span className="desk-line">{t('fact.earlier', { at: dateTime(statement.at) })}</span>
          <del>
            <Value fact={fact} value={statement.value} />
          </del>
        </div>
      ))}
    </>
  );
};

interface CorrectionProps extends FactProps {
  readonly caseId: string;
  readonly correction: Correction;
}

/** That the applicant calls the source wrong: what it said then, what it should say, why, and the proof. */
const Corrected = ({ caseId, fact, correction }: CorrectionProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { at, said, claimed, reason, document } = correction;
  return (
    <div className="desk-fact__correction">
      <strong>{t('fact.correction', { at: dateTime(at) })}</strong>
      <dl>
        <div>
          <dt>{t('fact.correction.said')}</dt>
          <dd>
            <Value fact={fact} value={said} />
          </dd>
        </div>
        <div>
          <dt>{t('fact.correction.claimed')}</dt>
          <dd>{claimed}</dd>
        </div>
        <div>
          <dt>{t('fact.correction.reason')}</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt>{t('fact.correction.proof')}</dt>
          <dd>
            <a href={documentUrl(caseId, document.id)}>{document.name}</a>
          </dd>
        </div>
      </dl>
    </div>
  );
};

export interface FactTableProps {
  readonly caseId: string;
  readonly sources: CaseFacts['sources'];
  readonly language: CaseFacts['language'];
  readonly facts: readonly FactView[];
}

const useColumns = ({ caseId, sources, language }: Omit<FactTableProps, 'facts'>): readonly Column<FactView>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const nameOf = (key: string): string => {
    const found = sources.find((source) => source.key === key);
    return found === undefined ? key : read(found.name);
  };
  return [
    { id: 'field', header: t('fact.field'), cell: ({ label }) => read(label) },
    {
      id: 'declared',
      header: t('fact.declared'),
      cell: (fact) =>
        fact.pointer === null ? (
          <span className="iris-muted">{t('fact.notAsked')}</span>
        ) : (
          <Value fact={fact} value={fact.declared} />
        ),
    },
    {
      id: 'said',
      header: t('fact.said'),
      cell: (fact) => (
        <>
          <Said fact={fact} source={{ name: nameOf(fact.sourceKey), language }} />
          {fact.corrections.map((correction) => (
            <Corrected key={correction.id} caseId={caseId} fact={fact} correction={correction} />
          ))}
        </>
      ),
    },
    {
      id: 'state',
      header: t('fact.state'),
      cell: (fact) => (
        <span className="desk-fact__states">
          <StatusTag tone={tones[fact.state]}>{t(`fact.state.${fact.state}`)}</StatusTag>
          {hasChanged(fact) && <StatusTag tone="warning">{t('fact.changed')}</StatusTag>}
          {fact.corrections.length > 0 && <StatusTag tone="warning">{t('fact.corrected')}</StatusTag>}
        </span>
      ),
    },
  ];
};

/** Field by field: what the applicant said, what the source says, and whether that fits. */
export const FactTable = ({ facts, ...props }: FactTableProps) => {
  const t = useDeskText();
  const columns = useColumns(props);
  return (
    <DataTable
      caption={t('facts')}
      captionHidden
      rows={facts}
      rowKey={({ sourceKey, field }) => `${sourceKey} ${field}`}
      columns={columns}
    />
  );
};
