import type { CaseView } from '@irisflow/client';
import { Tabs, useFormatters } from '@irisflow/ui';
import { useSearchParams } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { SettledChanges } from '../changes/CaseChanges.tsx';
import { ApplicationAnswers } from './ApplicationAnswers.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { Consultations } from './Consultations.tsx';
import { Corrections } from './Corrections.tsx';
import { DocumentList } from './DocumentList.tsx';
import { ComparedFacts } from '../facts/ComparedFacts.tsx';
import { Exchanges } from './Exchanges.tsx';
import { Messages } from '../messages/Messages.tsx';
import { CaseHearings } from '../hearings/CaseHearings.tsx';
import { useHearings } from '../hearings/use-hearings.ts';
import { CaseInspections } from '../inspections/CaseInspections.tsx';
import { CaseOpinions } from '../opinions/CaseOpinions.tsx';
import { useOpinions } from '../opinions/use-opinions.ts';
import { Notes } from './Notes.tsx';

const Counted = ({ label, count }: { readonly label: string; readonly count: number }) => {
  const { number } = useFormatters();
  return (
    <>
      {label}
      {count > 0 && <span className="desk-count">{number(count)}</span>}
    </>
  );
};

/** The case file beside a task. The open tab stands in the address, so that it survives a reload. */
export const CaseFile = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const [search, setSearch] = useSearchParams();
  const { data: opinions = [] } = useOpinions(file.id);
  const { data: hearings = [] } = useHearings(file.id);
  const exchanges = file.letters.length + file.informationRequests.length;
  const tabs = [
    {
      id: 'application',
      label: t('file.application'),
      content: (
        <div className="iris-stack">
          <SettledChanges caseId={file.id} />
          <Corrections file={file} />
          <ApplicationAnswers file={file} />
        </div>
      ),
    },
    {
      id: 'documents',
      label: <Counted label={t('file.documents')} count={file.documents.length} />,
      content: <DocumentList file={file} />,
    },
    {
      id: 'exchanges',
      label: <Counted label={t('file.exchanges')} count={exchanges} />,
      content: <Exchanges file={file} />,
    },
    { id: 'messages', label: t('file.messages'), content: <Messages file={file} /> },
    {
      id: 'opinions',
      label: <Counted label={t('file.opinions')} count={opinions.length} />,
      content: <CaseOpinions file={file} />,
    },
    {
      id: 'hearings',
      label: <Counted label={t('file.hearings')} count={hearings.length} />,
      content: <CaseHearings file={file} />,
    },
    { id: 'inspections', label: t('file.inspections'), content: <CaseInspections file={file} /> },
    { id: 'facts', label: t('file.facts'), content: <ComparedFacts caseId={file.id} /> },
    { id: 'sources', label: t('file.sources'), content: <Consultations file={file} /> },
    { id: 'timeline', label: t('file.timeline'), content: <CaseTimeline file={file} /> },
    {
      id: 'notes',
      label: <Counted label={t('file.notes')} count={file.notes.length} />,
      content: <Notes file={file} />,
    },
  ];
  return (
    <section id="case-file" tabIndex={-1} className="desk-split__file" aria-label={t('file.title')}>
      <Tabs
        label={t('file.title')}
        tabs={tabs}
        selected={search.get('file') ?? 'application'}
        onSelect={(id) => setSearch({ file: id }, { replace: true })}
      />
    </section>
  );
};
