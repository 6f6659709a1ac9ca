import type { LetterDraft, Locale, TaskView } from '@irisflow/client';
import { Notice, Tabs, useFormatters } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import type { LetterInLanguage } from './letter-part.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import { LetterPage } from './LetterPage.tsx';
import { LetterPart } from './LetterPart.tsx';
import { useLetterDraft } from './use-letter.ts';
import { type Typed, useTyped } from './use-typed.ts';

type Sheet = NonNullable<TaskView['letter']>;

interface SheetProps {
  readonly task: TaskView;
  readonly sheet: Sheet;
}

interface DraftProps {
  readonly draft: LetterDraft;
}

const isEditedIn = ({ parts }: LetterInLanguage): boolean => parts.some((part) => part.isEdited);

/** Who wrote in it what its template does not say, and whether every language says it. */
const Changed = ({ draft }: DraftProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { editedBy, editedAt, bar, languages } = draft;
  const changed = languages.filter(isEditedIn);
  const same = languages.filter((letter) => !isEditedIn(letter));
  const namesOf = (some: readonly LetterInLanguage[]) =>
    some.map(({ language }) => t(`language.${language}`)).join(', ');
  return (
    <>
      {changed.length > 0 && editedBy !== null && editedAt !== null && (
        <Notice tone="warning" title={t('letter.edited', { name: editedBy.name, at: dateTime(editedAt) })}>
          {same.length === 0
            ? t('letter.edited.text')
            : t('letter.edited.uneven', { changed: namesOf(changed), same: namesOf(same) })}
        </Notice>
      )}
      {bar === null && <p className="iris-muted">{t('letter.edit.hint')}</p>}
      {languages.length > 1 && <p className="iris-muted">{t('letter.edit.languages')}</p>}
    </>
  );
};

interface LanguageProps extends DraftProps {
  readonly task: TaskView;
  readonly letter: LetterInLanguage;
  readonly typed: Typed;
}

interface PaperProps {
  readonly task: TaskView;
  /** Null for that of the case. */
  readonly language: Locale | null;
}

const Paper = ({ task, language }: PaperProps) => {
  const t = useDeskText();
  const query = language === null ? '' : `?language=${language}`;
  return (
    <p>
      <a href={`/api/tasks/${task.id}/letter${query}`} target="_blank" rel="noreferrer">
        {t('letter.pdf')}
      </a>
    </p>
  );
};

/** The letter in one of its languages: what stands in its way, and what it says. */
const InLanguage = ({ task, draft, letter, typed }: LanguageProps) => {
  const t = useDeskText();
  const { language, isStale, complete, parts } = letter;
  return (
    <div className="iris-stack">
      {!complete && <Notice tone="danger" title={t('letter.incomplete')} />}
      {isStale && (
        <Notice tone="danger" title={t('letter.stale')}>
          {t('letter.stale.text')}
        </Notice>
      )}
      <LetterPage head={letter}>
        {parts.map((part) => (
          <LetterPart key={part.path} task={task} draft={draft} letter={letter} part={part} typed={typed} />
        ))}
      </LetterPage>
      <Paper task={task} language={language === draft.languages[0]?.language ? null : language} />
    </div>
  );
};

/** What a tab says of its language, so that nobody has to open it to know. */
const useTabLabel = () => {
  const t = useDeskText();
  const { plural } = t;
  return (letter: LetterInLanguage, typed: Typed): string => {
    const { language, isStale, complete, parts } = letter;
    const changes = parts.filter(({ isEdited }) => isEdited).length;
    const remarks = [
      ...(isStale || !complete ? [t('letter.tab.wrong')] : []),
      ...(typed.isOpenIn(language) ? [t('letter.tab.open')] : []),
      ...(changes > 0 ? [plural('letter.tab.changes', changes)] : []),
    ];
    const name = t(`language.${language}`);
    return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
  };
};

const Languages = ({ task, draft }: Pick<LanguageProps, 'task' | 'draft'>) => {
  const t = useDeskText();
  const labelOf = useTabLabel();
  const typed = useTyped();
  const { languages } = draft;
  const [chosen, setChosen] = useState('');
  const contentOf = (letter: LetterInLanguage) => (
    <InLanguage key={letter.language} task={task} draft={draft} letter={letter} typed={typed} />
  );
  const [only, ...others] = languages;
  if (only === undefined) return null;
  if (others.length === 0) return contentOf(only);
  return (
    <Tabs
      label={t('letter.languages')}
      selected={chosen}
      onSelect={setChosen}
      tabs={languages.map((letter) => ({
        id: letter.language,
        label: labelOf(letter, typed),
        content: contentOf(letter),
      }))}
    />
  );
};

/** The letter as it will go when the task is approved, in each of its languages: nobody signs what they have not read. */
export const LetterSheet = ({ task, sheet }: SheetProps) => {
  const t = useDeskText();
  const title = useId();
  const { data: draft } = useLetterDraft(task);
  return (
    <section className="iris-stack" aria-labelledby={title}>
      <h2 id={title} className="iris-section-title">
        {t('letter.title')}
      </h2>
      {draft === undefined ? (
        <>
          {!sheet.complete && <Notice tone="danger" title={t('letter.incomplete')} />}
          <LetterPage head={sheet}>
            <LetterBlocks blocks={sheet.blocks} />
          </LetterPage>
          <Paper task={task} language={null} />
        </>
      ) : (
        <>
          <Changed draft={draft} />
          <Languages task={task} draft={draft} />
        </>
      )}
    </section>
  );
};
