import type { Locale } from '@irisflow/ui';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { LetterDoc } from '../letter.ts';
import { PartDialog, type OpenPart } from '../parts/PartDialog.tsx';
import type { Contact } from '../parts/standard-paragraphs.ts';
import { AskList } from './AskList.tsx';
import { useAskItems } from './ask-items.ts';
import { ContextBar } from './ContextBar.tsx';
import type { PageModel } from './page-model.ts';
import type { PageWords } from './page-words.ts';
import { PageToolbar } from './PageToolbar.tsx';
import { PageFoot, PageHead } from './PaperEdges.tsx';

export interface LetterPageProps {
  model: PageModel;
  language: Locale;
  words: PageWords;
  /** What the procedure declares of its contact. */
  contact: Contact;
  subject: string;
  doc: LetterDoc;
  onSubject: (subject: string) => void;
  onChange: (doc: LetterDoc) => void;
}

/** Puts the editor of a page where the page is, for as long as it is shown. */
const useMounted = ({ model, words, doc }: LetterPageProps, label: string, showsSample: boolean) => {
  const hostRef = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    return hostRef.current === null ? undefined : model.show(hostRef.current);
  }, [model]);
  useLayoutEffect(() => model.inForce.set(words, showsSample), [model, words, showsSample]);
  useLayoutEffect(() => model.take(doc), [model, doc]);
  useLayoutEffect(() => {
    const { dom } = model.editor.view;
    dom.setAttribute('aria-label', label);
    dom.setAttribute('aria-multiline', 'true');
    dom.setAttribute('aria-keyshortcuts', 'Alt+F10');
  }, [model, label]);
  return hostRef;
};

interface Told {
  readonly onChange: (doc: LetterDoc) => void;
  readonly onOpen: (part: OpenPart) => void;
  readonly onAskKey: (event: KeyboardEvent) => boolean;
}

/** Hears of the page, and of the way to its tools. */
const useListener = (model: PageModel, told: Told, toolbarId: string): void => {
  const onWritten = useEffectEvent((doc: LetterDoc) => told.onChange(doc));
  const onAskKey = useEffectEvent((event: KeyboardEvent) => told.onAskKey(event));
  const onOpen = useEffectEvent((part: OpenPart) => told.onOpen(part));
  useEffect(() => {
    model.tell({
      onWritten: (doc) => onWritten(doc),
      onOpen: (kind, at) => onOpen({ kind, at }),
      onAskKey: (event) => onAskKey(event),
      toToolbar: () => document.getElementById(toolbarId)?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    });
  }, [model, toolbarId]);
};

/** One language of a letter as the page that it will be, with its tools above it. */
export const LetterPage = (props: LetterPageProps) => {
  const { model, language, words, contact, subject, onSubject, onChange } = props;
  const t = useTexts();
  const toolbarId = useId();
  const [showsSample, setShowsSample] = useState(false);
  const [open, setOpen] = useState<OpenPart | null>(null);
  const named = t(`language.${language}`);
  const hostRef = useMounted(props, `${t('letter.body')}, ${named}`, showsSample);
  useSyncExternalStore(model.subscribe, model.state);
  const asking = useAskItems({ model, words, language, contact, onOpen: setOpen });
  useListener(model, { onChange, onOpen: setOpen, onAskKey: asking.press }, toolbarId);
  const close = (): void => {
    setOpen(null);
    // The dialog gives the focus back to what had it; the page is what was worked on.
    requestAnimationFrame(() => model.focus());
  };
  const tools = { toolbarId, model, language, contact, showsSample, onSample: setShowsSample, onOpen: setOpen };
  return (
    <div className="letter-page">
      <div className="letter-page__tools">
        <PageToolbar {...tools} />
        <ContextBar model={model} words={words} onOpen={setOpen} />
      </div>
      <p className="letter-context__note">{t('letter.keys')}</p>
      <div className="letter-page__paper" lang={language}>
        <PageHead language={language} />
        <input
          className="letter-page__subject"
          lang={language}
          aria-label={`${t('letter.subject')}, ${named}`}
          placeholder={t('letter.subject')}
          value={subject}
          onChange={(event) => onSubject(event.currentTarget.value)}
        />
        <div className="letter-page__body" ref={hostRef} />
        {asking.list !== null && <AskList model={model} {...asking.list} />}
        <PageFoot language={language} contact={contact} />
      </div>
      {open !== null && (
        <PartDialog
          key={`${open.kind} ${open.at}`}
          open={open}
          editor={model.editor}
          words={words}
          language={language}
          onClose={close}
        />
      )}
    </div>
  );
};
