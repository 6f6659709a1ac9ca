import type { ParagraphContent, ParagraphView } from '@irisflow/client';
import { localeNames, useFormatters, useLabelled } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { TextDiff } from '../app/TextDiff.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { usePlaces } from './ParagraphRead.tsx';
import { legalLanguages } from './paragraph-words.ts';

type Version = ParagraphView['versions'][number];

interface Compared {
  readonly before: ParagraphContent | undefined;
  readonly after: ParagraphContent;
}

const parts = ['title', 'text', 'legalReference'] as const;
const partNames = {
  title: 'paragraph.title.in',
  text: 'paragraph.text.in',
  legalReference: 'paragraph.legal.in',
} as const;

const ChangedTexts = ({ before, after }: Compared) => {
  const t = useDeskText();
  return legalLanguages.flatMap((language) =>
    parts
      .filter((part) => (before?.[part][language] ?? '') !== after[part][language])
      .map((part) => (
        <div key={`${part} ${language}`}>
          <p className="iris-muted">{t(partNames[part], { language: localeNames[language] })}</p>
          <TextDiff earlier={before?.[part][language] ?? ''} later={after[part][language]} lang={language} />
        </div>
      )),
  );
};

const ChangedPlaces = ({ before, after }: Compared) => {
  const t = useDeskText();
  const placesOf = usePlaces();
  const labelled = useLabelled();
  const written = (content: ParagraphContent | undefined): string =>
    content === undefined
      ? ''
      : placesOf(content)
          .map(({ name, value }) => labelled(name, value))
          .join('\n');
  if (written(before) === written(after)) return null;
  return (
    <div>
      <p className="iris-muted">{t('paragraph.places')}</p>
      <TextDiff earlier={written(before)} later={written(after)} lang="" />
    </div>
  );
};

const VersionItem = ({ version, before }: { readonly version: Version; readonly before: Version | undefined }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const compared = { before: before?.content, after: version.content };
  return (
    <li className="iris-stack iris-stack--tight">
      <details>
        <summary>
          <strong>{t('paragraph.version', { version: version.version })}</strong>{' '}
          {t(`paragraph.act.${version.act}`, { name: version.changedBy.name, at: dateTime(version.changedAt) })} ·{' '}
          {t.plural('paragraph.uses', version.uses)}
        </summary>
        <div className="iris-stack iris-stack--tight desk-version">
          {version.reason !== null && <p>{t('paragraph.because', { reason: version.reason })}</p>}
          <ChangedTexts {...compared} />
          <ChangedPlaces {...compared} />
        </div>
      </details>
    </li>
  );
};

/** Who changed what and when, before and after. */
export const ParagraphHistory = ({ versions }: Pick<ParagraphView, 'versions'>) => {
  const t = useDeskText();
  return (
    <Section id="paragraph-history" title={t('paragraph.history')}>
      <ul className="desk-mandates">
        {versions.map((version, place) => (
          <VersionItem key={version.version} version={version} before={versions[place + 1]} />
        ))}
      </ul>
    </Section>
  );
};
