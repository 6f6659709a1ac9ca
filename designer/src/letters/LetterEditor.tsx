import type { Locale } from '@irisflow/client';
import { Checkbox, PageHeading, StatusTag, Tabs, locales } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { JsonEditor } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/use-findings.ts';
import { useLetterNames } from '../names/use-name-index.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft, useDraftFile } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { shortName } from '../workspace/file-kinds.ts';
import { DocEditor } from './DocEditor.tsx';
import { isBlankDoc } from './edit-doc.ts';
import { blankDoc, commonFields, mandatoryParts, type Letter } from './letter.ts';
import { LetterPreview } from './LetterPreview.tsx';
import './letters.css';

/** The fields of the application form belong to the letter's values too. */
const useLetterFields = (): readonly string[] => {
  const { files } = useDraft().state;
  const form = files.get('application.form.json');
  return useMemo(() => {
    const names = /^[A-Za-z_]\w*$/;
    try {
      const { schema } = JSON.parse(form ?? '{}') as { schema?: { properties?: object } };
      const own = Object.keys(schema?.properties ?? {}).filter((name) => names.test(name));
      return [...commonFields, ...own.map((name) => `variables.${name}`)];
    } catch {
      return commonFields;
    }
  }, [form]);
};

interface PartProps {
  letter: Letter;
  change: (part: Partial<Letter>) => void;
}

const Mandatory = ({ letter, change }: PartProps) => {
  const t = useTexts();
  const chosen = letter.mandatory ?? [];
  return (
    <fieldset className="inline-set">
      <legend>{t('letter.mandatory')}</legend>
      {mandatoryParts.map((part) => (
        <Checkbox
          key={part}
          id={`mandatory-${part}`}
          optional
          label={t(`letter.part.${part}`)}
          value={chosen.includes(part)}
          onChange={(isChosen) =>
            change({ mandatory: isChosen ? [...chosen, part] : chosen.filter((other) => other !== part) })
          }
        />
      ))}
    </fieldset>
  );
};

const LanguageLabel = ({ locale, letter }: { locale: Locale; letter: Letter }) => {
  const t = useTexts();
  return (
    <>
      {t(`language.${locale}`)}{' '}
      {isBlankDoc(letter.body?.[locale]) && <StatusTag tone="warning">{t('letter.missing')}</StatusTag>}
    </>
  );
};

/** A letter: subject, blocks in each language, mandatory parts, and its page. */
export const LetterEditor = ({ procedureKey, path }: EditorProps) => {
  const t = useTexts();
  const { reading, change } = useDraftJson<Letter>(path);
  const { content, change: changeText } = useDraftFile(path);
  const findings = useFindings(path);
  const fields = useLetterFields();
  const knowledge = useLetterNames(shortName(path));
  const [tab, setTab] = useState<string>(t.locale);
  const source = (
    <JsonEditor label={t('json.source', { path })} value={content ?? ''} findings={findings} onChange={changeText} />
  );
  if (!reading.ok)
    return (
      <div className="editor-page editor-page--tall">
        <FileFailure path={path} failure={reading.failure} />
        {source}
      </div>
    );
  const letter = reading.value;
  const changePart = (part: Partial<Letter>): void => change({ ...letter, ...part });
  const previewLocale = locales.find((locale) => locale === tab) ?? t.locale;
  return (
    <div className="split">
      <div className="split__edit editor-page">
        <PageHeading title={shortName(path)} eyebrow={t('rail.letters')} />
        <div className="iris-stack iris-stack--tight">
          <LocalizedField
            label={t('letter.subject')}
            value={letter.subject}
            onChange={(subject) => changePart({ subject })}
          />
          <Mandatory letter={letter} change={changePart} />
        </div>
        <p className="letter-help">{t('letter.help')}</p>
        <Tabs
          label={t('letter.body')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            ...locales.map((locale) => ({
              id: locale,
              label: <LanguageLabel locale={locale} letter={letter} />,
              content: (
                <DocEditor
                  lang={locale}
                  fields={fields}
                  knowledge={knowledge}
                  doc={letter.body?.[locale] ?? blankDoc()}
                  onChange={(doc) => changePart({ body: { ...letter.body, [locale]: doc } })}
                />
              ),
            })),
            { id: 'source', label: t('settings.source'), content: source },
          ]}
        />
      </div>
      <LetterPreview procedureKey={procedureKey} letter={letter} locale={previewLocale} />
    </div>
  );
};
