import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Timeline, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { documentUrl } from './document-url.ts';

/** What happened, the newest first. */
export const CaseTimeline = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const nameOf = (id: string): string | undefined =>
    view.letters.find(({ documentId }) => documentId === id)?.subject ??
    view.documents.find(({ id: known, check }) => known === id && check !== 'waiting' && check !== 'infected')?.name;
  // Turned around first: of two entries of one moment, the later one is on top as well.
  const entries = view.timeline
    .toReversed()
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ id, text, at, actor, documentId }) => {
      const name = documentId === null ? undefined : nameOf(documentId);
      return {
        id,
        title: read(text),
        at: `${dateTime(at)} · ${read(actor)}`,
        content: documentId !== null && name !== undefined && (
          <p>
            <a href={documentUrl(view.id, documentId)} download>
              {t('case.documents.download', { name })}
            </a>
          </p>
        ),
      };
    });
  return (
    <section className="portal-section" aria-labelledby="timeline">
      <h2 id="timeline">{t('case.timeline')}</h2>
      {entries.length === 0 ? <p className="iris-muted">{t('case.timeline.empty')}</p> : <Timeline entries={entries} />}
    </section>
  );
};
