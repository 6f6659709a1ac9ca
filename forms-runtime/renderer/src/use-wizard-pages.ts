import type { CompiledPage, FieldError } from '@irisflow/forms';
import { useEffect, useMemo, useState } from 'react';
import { splitDeclaration, type WizardParts } from './split-declaration.ts';
import type { RendererKey } from './i18n/renderer-messages.ts';
import type { FormState } from './use-form-state.ts';
import { useShownErrors, type ShownErrors } from './use-shown-errors.ts';

export interface WizardPages {
  /** The visible pages, without what is declared. */
  readonly pages: readonly CompiledPage[];
  /** The page in view; undefined on the review page. */
  readonly page: CompiledPage | undefined;
  /** What is declared on the review page. */
  readonly declaration: CompiledPage | undefined;
  readonly shown: ShownErrors;
  readonly nextText: RendererKey;
  readonly canGoBack: boolean;
  /** Checks the page and moves on; `complete` when everything may be sent. */
  readonly next: () => 'stay' | 'moved' | 'complete';
  readonly back: () => void;
  readonly visit: (pageId: string) => void;
  /** The same from the review page; "continue" then leads back there. */
  readonly visitFromReview: (pageId: string) => void;
}

export interface WizardOptions {
  readonly state: FormState;
  readonly serverErrors: readonly FieldError[];
  readonly props: { readonly initialPage?: string; readonly onPageChange?: (pageId: string) => void };
  readonly onLeavePage: () => void;
}

const REVIEW = 'review';

const isOn = (page: CompiledPage, { pointer }: FieldError): boolean =>
  page.sections.some(({ items }) =>
    items.some(
      (item) => item.kind === 'control' && (pointer === item.pointer || pointer.startsWith(`${item.pointer}/`)),
    ),
  );

const errorsOn = (page: CompiledPage, errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter((error) => isOn(page, error));

/** What the main button says, from where the person stands. */
const textOfNext = (place: {
  readonly sends: boolean;
  readonly returns: boolean;
  readonly last: boolean;
}): RendererKey => {
  if (place.sends) return 'wizard.submit';
  if (place.returns) return 'wizard.return';
  return place.last ? 'wizard.review' : 'wizard.next';
};

const listOf = (page: CompiledPage | undefined): readonly CompiledPage[] => (page === undefined ? [] : [page]);

/** When the server answers with errors, takes the person to the first page that has one. */
const useServerAnswer = (
  { serverErrors }: WizardOptions,
  { pages, declaration }: WizardParts,
  show: ShownErrors['show'],
  arrive: (pageId: string) => void,
): void => {
  useEffect(() => {
    const target = [...pages, ...listOf(declaration)].find((page) => errorsOn(page, serverErrors).length > 0);
    if (target === undefined) return;
    arrive(target === declaration ? REVIEW : target.id);
    show(errorsOn(target, serverErrors));
  }, [pages, declaration, serverErrors, show, arrive]);
};

/** Where a wizard stands and where it may go. */
export const useWizardPages = (options: WizardOptions): WizardPages => {
  const { state, serverErrors, props, onLeavePage } = options;
  const { compiled, settled, errors } = state;
  const [at, setAt] = useState(props.initialPage ?? compiled.pages[0]?.id ?? REVIEW);
  const [returns, setReturns] = useState(false);
  const shown = useShownErrors([...errors, ...serverErrors]);
  const parts = useMemo(() => splitDeclaration(compiled), [compiled]);
  useServerAnswer(options, parts, shown.show, setAt);

  const { declaration } = parts;
  const pages = parts.pages.filter((page) => settled.visible.has(page.id));
  // Where all that a page asked is declared on the review, that is where the person stands.
  const isDeclared = compiled.pages.some(({ id }) => id === at) && !parts.pages.some(({ id }) => id === at);
  // A rule may hide the page in view; the person then stands on the first one.
  const page = at === REVIEW || isDeclared ? undefined : (pages.find(({ id }) => id === at) ?? pages[0]);
  const index = page === undefined ? pages.length : pages.indexOf(page);
  const last = index === pages.length - 1;
  const sends = page === undefined || (last && compiled.form.uischema.options?.review === false);

  const go = (pageId: string): void => {
    onLeavePage();
    setAt(pageId);
    props.onPageChange?.(pageId);
  };
  const visit = (pageId: string, then: 'onward' | 'return' = 'onward'): void => {
    shown.clear();
    setReturns(then === 'return');
    go(pageId);
  };
  const next = (): 'stay' | 'moved' | 'complete' => {
    const sent = [...pages, ...listOf(declaration)];
    const failing = sends ? sent.find((each) => errorsOn(each, errors).length > 0) : page;
    const found = failing === undefined ? [] : errorsOn(failing, errors);
    if (failing !== undefined && found.length > 0) {
      if (failing !== page && failing !== declaration) go(failing.id);
      shown.show(found);
      return 'stay';
    }
    if (sends) return 'complete';
    visit(returns ? REVIEW : (pages[index + 1]?.id ?? REVIEW));
    return 'moved';
  };
  const before = pages[index - 1];
  return {
    pages,
    page,
    declaration,
    shown,
    nextText: textOfNext({ sends, returns, last }),
    canGoBack: before !== undefined,
    next,
    back: () => before !== undefined && visit(before.id),
    visit: (pageId) => visit(pageId),
    visitFromReview: (pageId) => visit(pageId, 'return'),
  };
};
