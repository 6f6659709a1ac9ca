import { parseForm, type FormDefinition } from '@irisflow/forms';
import { useToast, VisuallyHidden } from '@irisflow/ui';
import { createContext, use, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLatest } from '../app/use-latest.ts';
import { messages } from '../texts/messages.ts';
import { useTexts } from '../texts/use-texts.ts';
import { addField, addPage, addPart, canAdd, isPart, type NewKind } from './edit/build.ts';
import { extract, paste, type Fragment } from './edit/fragment.ts';
import { nextGap } from './edit/gaps.ts';
import { dependents, duplicate, moveElement, removeElement, stepGap } from './edit/structure.ts';
import { setLabel, type LabelChange } from './edit/keys.ts';
import { setTexts } from './edit/texts.ts';
import { findPlace, type Element, type Gap } from './edit/tree.ts';
import { useFormEditing } from './editing.ts';
import { newWords, pageWords } from './palette/new-words.ts';
import { useElementWords } from './use-element-words.ts';
import { useNameTools, type Removal } from '../workspace/names/name-tools.ts';
import { useRemovalDialog } from '../workspace/names/use-removal-dialog.tsx';
import { fileOfForm, targetsIn } from './edit/targets.ts';

/** Everything that can be done with the elements of a form, alike from canvas, tree, palette and menus. */
export interface ElementActions {
  /** Into a gap; where none is given, beside what is chosen. */
  readonly add: (kind: NewKind, gap?: Gap) => void;
  readonly addPage: () => void;
  readonly move: (id: string, gap: Gap) => void;
  readonly step: (id: string, by: -1 | 1) => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly copy: (id: string) => void;
  readonly paste: (gap?: Gap) => void;
  /** Gives an element its label, or a notice its text. */
  readonly name: (id: string, change: LabelChange) => void;
}

const ActionsContext = createContext<ElementActions | undefined>(undefined);

export const useElementActions = (): ElementActions => {
  const actions = use(ActionsContext);
  if (actions === undefined) throw new Error('Expected to be inside the form editor, but found no actions.');
  return actions;
};

const clipboardKey = 'irisflow:form-fragment';

const readClipboard = (): Fragment | undefined => {
  try {
    return (JSON.parse(sessionStorage.getItem(clipboardKey) ?? 'null') as Fragment | null) ?? undefined;
  } catch {
    return undefined;
  }
};

/** What was copied may come from anywhere: it is put in only where it makes a form. */
const pasted = (form: FormDefinition, gap: Gap, fragment: Fragment) => {
  try {
    const added = paste(form, gap, fragment);
    return added !== undefined && parseForm(added.form).ok ? added : undefined;
  } catch {
    return undefined;
  }
};

/** The id of the control that chooses an element on the canvas. */
export const frameId = (id: string): string => `form-frame-${id}`;

const focusFrame = (id: string): void => {
  setTimeout(() => document.getElementById(frameId(id))?.focus(), 0);
};

interface Told {
  readonly actions: ElementActions;
  /** What happened last, for those who do not see it. */
  readonly message: string;
  /** Asks before something goes that others look at. */
  readonly dialog: ReactNode;
}

/** Writes a change, chooses what it is about and says it. */
const useDone = () => {
  const { form, edit, select } = useFormEditing();
  const words = useElementWords(form);
  const toast = useToast();
  const t = useTexts();
  const [message, setMessage] = useState('');
  const nameOf = (id: string): string => {
    const element = findPlace(form, id)?.element;
    return element === undefined ? id : words.name(element);
  };
  return {
    message,
    setMessage,
    nameOf,
    done: (next: FormDefinition, id: string, told: string): void => {
      edit(next);
      select(id);
      setMessage(told);
      focusFrame(id);
    },
    takeAway: (id: string): void => {
      const place = findPlace(form, id);
      const neighbor = place?.siblings[place.index + 1] ?? place?.siblings[place.index - 1] ?? place?.parent;
      edit(removeElement(form, id));
      select(neighbor?.id ?? null);
      toast(t('forms.removed', { name: nameOf(id) }));
      if (neighbor) focusFrame(neighbor.id);
    },
  };
};

type Done = ReturnType<typeof useDone>;

/** What puts something new into the form. */
const useAdding = ({ done, nameOf }: Done): Pick<ElementActions, 'add' | 'addPage' | 'duplicate' | 'paste'> => {
  const t = useTexts();
  const toast = useToast();
  const { form, selectedId } = useFormEditing();
  return {
    add(kind, gap = nextGap(form, selectedId)) {
      if (!canAdd(form, kind, gap)) {
        toast(t(kind === 'computed' ? 'forms.add.nothingToCalculate' : 'forms.add.notHere'));
        return;
      }
      const words = newWords(messages, kind);
      const added = isPart(kind) ? addPart(form, gap, { kind, words }) : addField(form, gap, { kind, words });
      done(added.form, added.id, t('forms.added', { name: words.label[t.locale] ?? kind }));
    },
    addPage() {
      const added = addPage(form, form.uischema.elements.length, pageWords(messages));
      done(added.form, added.id, t('forms.added', { name: t('form.newPage') }));
    },
    duplicate(id) {
      const added = duplicate(form, id);
      if (added !== undefined) done(added.form, added.id, t('forms.duplicated', { name: nameOf(id) }));
    },
    paste(gap = nextGap(form, selectedId)) {
      const fragment = readClipboard();
      const isPage = fragment?.element.type === 'Category';
      const at = isPage ? { parentId: null, index: form.uischema.elements.length } : gap;
      const added = fragment && pasted(form, at, fragment);
      if (added === undefined) toast(t('forms.paste.nothing'));
      else done(added.form, added.id, t('forms.pasted'));
    },
  };
};

const named = (form: FormDefinition, element: Element, change: LabelChange): FormDefinition => {
  if (element.type === 'Control') return setLabel(form, element.id, change);
  if (!('i18n' in element)) return form;
  const part = element.type === 'Label' ? 'text' : 'label';
  return setTexts(form, `${element.i18n}.${part}`, { [change.locale]: change.text });
};

/** The same actions for as long as the editor is there, each working on the newest form. */
const useStable = (actions: ElementActions): ElementActions => {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    (): ElementActions => ({
      add: (...given) => latest.current.add(...given),
      addPage: () => latest.current.addPage(),
      move: (...given) => latest.current.move(...given),
      step: (...given) => latest.current.step(...given),
      duplicate: (id) => latest.current.duplicate(id),
      remove: (id) => latest.current.remove(id),
      copy: (id) => latest.current.copy(id),
      paste: (...given) => latest.current.paste(...given),
      name: (...given) => latest.current.name(...given),
    }),
    [],
  );
};

const useActions = (): Told => {
  const t = useTexts();
  const toast = useToast();
  const { form, edit } = useFormEditing();
  const tools = useNameTools();
  const words = useElementWords(form);
  const { ask, dialog } = useRemovalDialog((place) => tools?.open(place));
  const doing = useDone();
  const { message, setMessage, done, takeAway, nameOf } = doing;
  const takeAwayNow = useLatest(takeAway);
  const move: ElementActions['move'] = (id, gap) => {
    const next = moveElement(form, id, gap);
    if (next === form) setMessage(t('forms.move.notHere', { name: nameOf(id) }));
    else done(next, id, t('forms.moved', { name: nameOf(id) }));
  };
  const actions: ElementActions = {
    ...useAdding(doing),
    move,
    step(id, by) {
      const gap = stepGap(form, id, by);
      if (gap !== undefined) move(id, gap);
    },
    remove(id) {
      const users = dependents(form, id);
      const names = users.map((one) => words.name(one)).join(', ');
      const removal: Removal = {
        name: nameOf(id),
        question: { kind: 'usages', targets: targetsIn(form, id) },
        path: fileOfForm(form),
        ...(users.length > 0 && { also: t('forms.remove.used', { names }) }),
      };
      const uses = tools === null ? Promise.resolve([]) : tools.usesOf(removal);
      void ask(removal, uses).then((isMeant) => isMeant && takeAwayNow(id));
    },
    name(id, change) {
      const element = findPlace(form, id)?.element;
      if (element !== undefined) edit(named(form, element, change));
    },
    copy(id) {
      sessionStorage.setItem(clipboardKey, JSON.stringify(extract(form, id)));
      toast(t('forms.copied', { name: nameOf(id) }));
    },
  };
  const stable = useStable(actions);
  return { actions: stable, message, dialog };
};

/** Offers the actions to all inside, asks before one breaks something, and says what was done. */
export const ElementActionsProvider = ({ children }: { readonly children: ReactNode }) => {
  const { actions, message, dialog } = useActions();
  return (
    <ActionsContext value={actions}>
      {children}
      <VisuallyHidden>
        <output>{message}</output>
      </VisuallyHidden>
      {dialog}
    </ActionsContext>
  );
};
