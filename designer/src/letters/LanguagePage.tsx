import type { Knowledge } from '@irisflow/names';
import { Notice, type Locale } from '@irisflow/ui';
import { useEffect, useMemo, useState } from 'react';
import type { ProcedureProblem } from '@irisflow/client';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { useTexts } from '../texts/use-texts.ts';
import type { ProcedureSettings } from '../settings/procedure-file.ts';
import { foundIn } from './found-problems.ts';
import { missingIn } from './languages.ts';
import { blankDoc, type Letter, type LetterDoc } from './letter.ts';
import { canBeShown } from './page/create-page.ts';
import { keepWritten } from './page/keep-written.ts';
import { LetterPage } from './page/LetterPage.tsx';
import { PageModel } from './page/page-model.ts';
import { createPageWords, type PageWords } from './page/page-words.ts';
import { placeOfPointer } from './page/place-of-pointer.ts';
import { useLetterSample } from './use-letter-sample.ts';

export interface LanguagePageProps {
  letter: Letter;
  language: Locale;
  /** The pages that were shown already, with what can be undone in them. */
  models: Map<Locale, PageModel>;
  knowledge: Knowledge;
  settings: Partial<ProcedureSettings>;
  problems: readonly ProcedureProblem[];
  /** The problem that somebody came for. */
  focus: ProcedureProblem | null;
  change: (part: Partial<Letter>) => void;
}

const usePageWords = ({ letter, language, knowledge, settings, problems }: LanguagePageProps): PageWords => {
  const t = useTexts();
  const sample = useLetterSample(knowledge, settings, language);
  const found = useMemo(
    () => foundIn(letter, language, { problems, reader: t.locale }),
    [letter, language, problems, t.locale],
  );
  // What was found stays the same through most keys; the page need not be drawn anew for them.
  const told = JSON.stringify([...found]);
  return useMemo(
    () => createPageWords({ t, language, knowledge, sample, found: new Map(JSON.parse(told) as [string, string][]) }),
    [t, language, knowledge, sample, told],
  );
};

const useModel = ({ models, language }: LanguagePageProps, doc: LetterDoc, words: PageWords): PageModel => {
  const [model] = useState(() => models.get(language) ?? new PageModel(doc, words));
  models.set(language, model);
  return model;
};

/** Leads whoever chose a problem in the list to the part that it is about. */
const useFocus = (model: PageModel, doc: LetterDoc, focus: ProcedureProblem | null): void => {
  useEffect(() => {
    if (focus?.pointer == null) return;
    const { editor } = model;
    const at = placeOfPointer(doc, editor.state.doc, focus.pointer);
    if (at === null) return;
    const { tr: transaction } = editor.state;
    const isPart = transaction.doc.nodeAt(at)?.isAtom === true;
    transaction.setSelection(
      isPart ? NodeSelection.create(transaction.doc, at) : TextSelection.near(transaction.doc.resolve(at + 1)),
    );
    editor.view.dispatch(transaction.scrollIntoView());
    editor.view.focus();
    // Once for each problem that is chosen: the letter changes while one works on it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [focus, model]);
};

const ShownPage = (props: LanguagePageProps & { doc: LetterDoc }) => {
  const { letter, language, settings, doc, focus, change } = props;
  const t = useTexts();
  const words = usePageWords(props);
  const model = useModel(props, doc, words);
  useFocus(model, doc, focus);
  const missing = useMemo(() => missingIn(letter, language), [letter, language]);
  const labels = missing.map((expression) => words.list(expression).text);
  return (
    <>
      {missing.length > 0 && (
        <p className="letter-context__note">{t('letter.missingHere', { names: [...new Set(labels)].join(', ') })}</p>
      )}
      <LetterPage
        model={model}
        language={language}
        words={words}
        contact={settings.contact ?? {}}
        subject={letter.subject?.[language] ?? ''}
        doc={doc}
        onSubject={(subject) => change({ subject: { ...letter.subject, [language]: subject } })}
        onChange={(next) => change({ body: { ...letter.body, [language]: keepWritten(doc, next) } })}
      />
    </>
  );
};

/** One language of a letter; one that no page can show is said to be so, for it is edited in the source. */
export const LanguagePage = (props: LanguagePageProps) => {
  const t = useTexts();
  const doc = useMemo(() => props.letter.body?.[props.language] ?? blankDoc(), [props.letter, props.language]);
  const canShow = useMemo(() => canBeShown(doc), [doc]);
  return canShow ? <ShownPage {...props} doc={doc} /> : <Notice tone="warning">{t('letter.notShowable')}</Notice>;
};
