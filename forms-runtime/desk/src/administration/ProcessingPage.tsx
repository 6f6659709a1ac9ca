import { answer, platform, type OwnProcessing, type Processing } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { Button, EmptyState, SummaryList, useLabelled, type LineItem } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';

const useProcessing = () =>
  useQuery({
    queryKey: ['administration', 'processing'],
    queryFn: () => answer(platform.GET('/api/administration/processing')),
  });

const useOwnProcessing = () =>
  useQuery({
    queryKey: ['administration', 'processing', 'own'],
    queryFn: () => answer(platform.GET('/api/administration/processing/own')),
  });

const useItems = (processing: Processing): readonly LineItem[] => {
  const t = useDeskText();
  const read = useLocalized();
  const labelled = useLabelled();
  const listed = (texts: readonly string[]): string => (texts.length === 0 ? t('processing.none') : texts.join('\n'));
  return [
    { id: 'purpose', term: t('processing.purpose'), value: read(processing.purpose) },
    { id: 'law', term: t('processing.law'), value: listed(processing.legalBasis.map(read)) },
    { id: 'asked', term: t('processing.asked'), value: processing.asked.map(read).join(' · ') },
    ...processing.sources.map(({ key, name, what, purpose, legalBasis, fields }) => ({
      id: key,
      term: t('processing.source', { source: read(name) }),
      value: `${read(what)}\n${read(purpose)}\n${read(legalBasis)}`,
      note: fields.join(', '),
    })),
    {
      id: 'retention',
      term: t('processing.retention'),
      value: listed(
        processing.retention.map(({ outcomes, years, fate, legalRef }) =>
          labelled(
            outcomes.map((outcome) => t(`status.${outcome}`)).join(', '),
            `${t.plural(`retention.rule.${fate}`, years)} (${read(legalRef)})`,
          ),
        ),
      ),
    },
    { id: 'others', term: t('processing.others'), value: listed(processing.others.map(read)) },
    { id: 'recipients', term: t('processing.recipients'), value: listed(processing.recipients) },
  ];
};

const Entry = ({ processing }: { readonly processing: Processing }) => {
  const t = useDeskText();
  const read = useLocalized();
  const id = `processing-${processing.procedureKey}`;
  return (
    <section className="iris-stack iris-stack--tight" aria-labelledby={id}>
      <h2 id={id}>{read(processing.title)}</h2>
      <p className="iris-muted">{t('processing.version', { version: processing.version })}</p>
      <SummaryList items={useItems(processing)} />
    </section>
  );
};

const OwnEntry = ({ processing }: { readonly processing: OwnProcessing }) => {
  const t = useDeskText();
  const read = useLocalized();
  const id = `processing-own-${processing.key}`;
  return (
    <section className="iris-stack iris-stack--tight" aria-labelledby={id}>
      <h3 id={id}>{read(processing.title)}</h3>
      <SummaryList
        items={[
          { id: 'purpose', term: t('processing.purpose'), value: read(processing.purpose) },
          { id: 'law', term: t('processing.law'), value: read(processing.legalBasis) },
          { id: 'people', term: t('processing.people'), value: read(processing.people) },
          { id: 'data', term: t('processing.data'), value: read(processing.data) },
          { id: 'kept', term: t('processing.retention'), value: read(processing.kept) },
        ]}
      />
    </section>
  );
};

/** What every office does with personal data, whatever its procedures are. */
const Own = () => {
  const t = useDeskText();
  return (
    <section className="iris-stack" aria-labelledby="processing-own">
      <h2 id="processing-own">{t('processing.own')}</h2>
      <Answered query={useOwnProcessing()}>
        {(own) => own.map((one) => <OwnEntry key={one.key} processing={one} />)}
      </Answered>
    </section>
  );
};

/** What the administration does with personal data, procedure by procedure and beside them, to print for whoever supervises it. */
export const ProcessingPage = () => {
  const t = useDeskText();
  const processing = useProcessing();
  return (
    <AdministrationFrame
      title={t('processing')}
      lead={t('processing.lead')}
      actions={
        <Button tone="secondary" onClick={() => window.print()}>
          {t('processing.print')}
        </Button>
      }
    >
      <Answered query={processing}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('processing.empty')}>{t('processing.empty.text')}</EmptyState>
          ) : (
            all.map((one) => <Entry key={one.procedureKey} processing={one} />)
          )
        }
      </Answered>
      <Own />
    </AdministrationFrame>
  );
};
