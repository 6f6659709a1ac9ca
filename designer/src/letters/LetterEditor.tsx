import { Checkbox, PageHeading, StatusTag, Tabs, locales, type Locale, type Tab } from '@irisflow/ui';
import { useMemo, useState, type ReactNode } from 'react';
import type { ProcedureProblem } from '@irisflow/client';
import { JsonEditor } from '../json/JsonEditor.tsx';
import { useFindings } from '../json/use-findings.ts';
import { useLetterNames } from '../names/use-name-index.ts';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { useFileProblems } from '../workspace/use-problems.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { usePublishedFile } from '../workspace/use-published-file.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { isBehind, isBlankDoc } from './languages.ts';
import { LanguagePage, type LanguagePageProps } from './LanguagePage.tsx';
import { isLetter, mandatoryParts, type Letter, type MandatoryPart } from './letter.ts';
import { LetterPreview } from './LetterPreview.tsx';
import { appendBlocks } from './page/edit-page.ts';
import type { PageModel } from './page/page-model.ts';
import { proseOf } from './page/prose.ts';
import { standardBlocks } from './parts/standard-paragraphs.ts';
import './letters.css';

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

/** The letter as the newest published version has it; null while there is none. */
const usePublishedLetter = (procedureKey: string, path: string): Letter | null => {
  const content = usePublishedFile(procedureKey, path);
  return useMemo(() => {
    try {
      return content === undefined ? null : (JSON.parse(content) as Letter);
    } catch {
      return null;
    }
  }, [content]);
};

interface LabelProps {
  language: Locale;
  letter: Letter;
  published: Letter | null;
}

const LanguageLabel = ({ language, letter, published }: LabelProps) => {
  const t = useTexts();
  const isBlank = isBlankDoc(letter.body?.[language]) || (letter.subject?.[language] ?? '').trim() === '';
  return (
    <>
      {t(`language.${language}`)} {isBlank && <StatusTag tone="warning">{t('letter.missing')}</StatusTag>}
      {!isBlank && isBehind(letter, published, language) && <StatusTag tone="warning">{t('letter.behind')}</StatusTag>}
    </>
  );
};

/** The language that a problem is about; null where it is about all of the letter. */
const languageOf = (focus: ProcedureProblem | null): Locale | null =>
  locales.find((locale) => new RegExp(`^/(?:body|subject)/${locale}(?:/|$)`).test(focus?.pointer ?? '')) ?? null;

/** Which tab is open: what somebody chose, or the language of the problem that they came for last. */
const useTab = (focus: ProcedureProblem | null): [string, (tab: string) => void] => {
  const t = useTexts();
  const [chosen, setChosen] = useState<{ tab: string; focus: ProcedureProblem | null }>({
    tab: languageOf(focus) ?? t.locale,
    focus,
  });
  const isNew = chosen.focus !== focus && languageOf(focus) !== null;
  return [isNew ? (languageOf(focus) ?? chosen.tab) : chosen.tab, (tab) => setChosen({ tab, focus })];
};

interface EditedProps extends EditorProps, PartProps {
  source: ReactNode;
}

/** What the pages of all languages share. */
const usePages = ({ path, focus, letter, change }: EditedProps): Omit<LanguagePageProps, 'language'> => {
  const knowledge = useLetterNames(shortName(path));
  const { reading } = useDraftJson<ProcedureSettings>(settingsPath);
  const settings = useMemo(() => (reading.ok ? reading.value : {}), [reading]);
  const problems = useFileProblems(path);
  const [models] = useState(() => new Map<Locale, PageModel>());
  return { letter, models, knowledge, settings, problems, focus, change };
};

/** Puts a part that the law wants at the end of a page, which may only now be drawn. */
const insertPart = ({ models, settings }: ReturnType<typeof usePages>, language: Locale, part: MandatoryPart): void => {
  requestAnimationFrame(() => {
    const content = standardBlocks(part, language, settings.contact ?? {});
    const model = models.get(language);
    if (model !== undefined) appendBlocks(model.editor, proseOf({ type: 'doc', content }).content ?? []);
  });
};

/** A letter: what the law wants in it, its page in each language, and beside it what is printed or another language. */
const EditedLetter = (props: EditedProps) => {
  const { procedureKey, path, focus, letter, change, source } = props;
  const t = useTexts();
  const pages = usePages(props);
  const published = usePublishedLetter(procedureKey, path);
  const [tab, setTab] = useTab(focus);
  const [beside, setBeside] = useState<string>('preview');
  const language = locales.find((locale) => locale === tab) ?? null;
  const pageTab = (one: Locale, problem: ProcedureProblem | null): Tab => ({
    id: one,
    label: <LanguageLabel language={one} letter={letter} published={published} />,
    content: <LanguagePage key={one} {...pages} focus={problem} language={one} />,
  });
  const preview: Tab = {
    id: 'preview',
    label: t('letter.preview'),
    content: (
      <LetterPreview
        procedureKey={procedureKey}
        letter={letter}
        language={language ?? t.locale}
        knowledge={pages.knowledge}
        onInsert={(part) => {
          setTab(language ?? t.locale);
          insertPart(pages, language ?? t.locale, part);
        }}
      />
    ),
  };
  return (
    <div className="split letter-split">
      <div className="split__edit editor-page">
        <PageHeading title={letter.subject?.[t.locale] || shortName(path)} eyebrow={t('rail.letters')} />
        <Mandatory letter={letter} change={change} />
        <Tabs
          label={t('letter.body')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            ...locales.map((one) => pageTab(one, focus)),
            { id: 'source', label: t('settings.source'), content: source },
          ]}
        />
      </div>
      <div className="letter-beside">
        <Tabs
          label={t('letter.beside')}
          selected={beside === tab ? 'preview' : beside}
          onSelect={setBeside}
          tabs={[preview, ...locales.filter((one) => one !== language).map((one) => pageTab(one, null))]}
        />
      </div>
    </div>
  );
};

/** The editor of a letter; a file that is none is edited as text. */
export const LetterEditor = (props: EditorProps) => {
  const { path } = props;
  const t = useTexts();
  const { reading, change } = useDraftJson<Letter>(path);
  const { content, change: changeText } = useDraftFile(path);
  const findings = useFindings(path);
  const source = (
    <JsonEditor label={t('json.source', { path })} value={content ?? ''} findings={findings} onChange={changeText} />
  );
  if (!reading.ok || !isLetter(reading.value))
    return (
      <div className="editor-page editor-page--tall">
        <FileFailure path={path} failure={reading.ok ? '' : reading.failure} />
        {source}
      </div>
    );
  const letter = reading.value;
  return <EditedLetter {...props} letter={letter} change={(part) => change({ ...letter, ...part })} source={source} />;
};
