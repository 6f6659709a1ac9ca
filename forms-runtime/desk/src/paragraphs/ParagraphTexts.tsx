import type { ParagraphContent } from '@irisflow/client';
import { localeNames, Notice, StatusTag, TextArea, TextField } from '@irisflow/ui';
import { useQuiet } from '../app/use-quiet.ts';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import type { ContentFinding } from './content-of.ts';
import { legalLanguages, type LegalLanguage } from './paragraph-words.ts';
import { usePreview } from './use-paragraphs.ts';

export interface TextsProps {
  readonly content: ParagraphContent;
  readonly findings: readonly ContentFinding[];
  readonly onChange: (content: ParagraphContent) => void;
}

const MAX_TEXT = 5000;

const problemKeys = {
  braces: 'paragraph.wrong.braces',
  field: 'paragraph.wrong.field',
  format: 'paragraph.wrong.format',
  unprintable: 'paragraph.wrong.unprintable',
} as const satisfies Record<string, DeskKey>;

const problemKey = (keyword: string): DeskKey =>
  Object.entries(problemKeys).find(([known]) => known === keyword)?.[1] ?? 'paragraph.wrong.required';

/** What is wrong with a field, once the server was asked. */
const useFinding = (findings: readonly ContentFinding[]) => {
  const t = useDeskText();
  return (pointer: string): { readonly error?: string } => {
    const finding = findings.find((one) => one.pointer === pointer);
    return finding === undefined ? {} : { error: t(problemKey(finding.keyword), { found: finding.found }) };
  };
};

const Preview = ({ content, language }: { readonly content: ParagraphContent; readonly language: LegalLanguage }) => {
  const t = useDeskText();
  const text = useQuiet(content.text[language]);
  const { data } = usePreview({ text, language, procedure: content.procedures[0] ?? null });
  if (text.trim() === '' || data === undefined) return <p className="iris-muted">{t('paragraph.preview.none')}</p>;
  return (
    <div className="iris-stack iris-stack--tight">
      {data.problems.map(({ keyword, found }) => (
        <Notice key={`${keyword} ${found}`} tone="danger" title={t(problemKey(keyword), { found })} />
      ))}
      <p className="desk-paragraph" lang={language}>
        {data.text}
      </p>
    </div>
  );
};

const LanguageFields = ({
  language,
  content,
  findings,
  onChange,
}: TextsProps & { readonly language: LegalLanguage }) => {
  const t = useDeskText();
  const wrong = useFinding(findings);
  const id = (part: string): string => `${part}-${language}`;
  const set = (part: 'title' | 'text' | 'legalReference') => (value: string) =>
    onChange({ ...content, [part]: { ...content[part], [language]: value } });
  const name = localeNames[language];
  return (
    <section className="iris-stack" aria-labelledby={id('language')}>
      <h3 id={id('language')}>
        {name}
        {content.text[language].trim() === '' && (
          <StatusTag tone="warning">{t(`paragraph.missing.${language}`)}</StatusTag>
        )}
      </h3>
      <TextField
        id={id('title')}
        label={t('paragraph.title.in', { language: name })}
        maxLength={120}
        value={content.title[language]}
        onChange={set('title')}
        {...wrong(`/content/title/${language}`)}
      />
      <TextArea
        id={id('text')}
        label={t('paragraph.text.in', { language: name })}
        rows={10}
        maxLength={MAX_TEXT}
        value={content.text[language]}
        onChange={set('text')}
        {...wrong(`/content/text/${language}`)}
      />
      <TextField
        id={id('legal')}
        label={t('paragraph.legal.in', { language: name })}
        optional
        maxLength={300}
        value={content.legalReference[language]}
        onChange={set('legalReference')}
      />
      <h4>{t('paragraph.preview')}</h4>
      <Preview content={content} language={language} />
    </section>
  );
};

/** What it says in each language, side by side, with what it becomes. */
export const ParagraphTexts = (props: TextsProps) => {
  const t = useDeskText();
  return (
    <div className="iris-stack">
      <p className="iris-muted">
        {t('paragraph.fields.hint')} <code>{'{{case.reference}}'}</code>, <code>{'{{case.applicant.name}}'}</code>,{' '}
        <code>{'{{values.amount|money}}'}</code>, <code>{'{{today|date}}'}</code>
      </p>
      <div className="desk-languages">
        {legalLanguages.map((language) => (
          <LanguageFields key={language} language={language} {...props} />
        ))}
      </div>
    </div>
  );
};
