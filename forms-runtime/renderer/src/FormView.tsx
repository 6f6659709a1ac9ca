import {
  compileForm,
  formText,
  readAt,
  settle,
  type Audience,
  type CompiledControl,
  type CompiledPage,
  type FormData,
  type FormDefinition,
  type TextLocale,
  type Prefilled,
  type Settled,
} from '@irisflow/forms';
import { Button, SummaryList, useFormatters, useLocale, type LineItem } from '@irisflow/ui';
import { useMemo, type ReactNode } from 'react';
import { ControlValue } from './ControlValue.tsx';
import { FormScopeProvider, useFormScope, type CodeListEntry } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { useSourceName } from './SourceNote.tsx';
import { useToday } from './today.ts';

const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const Provenance = ({ source, at }: { readonly source: string; readonly at: string }) => {
  const t = useRendererText();
  const { date } = useFormatters();
  return <>{t('source.from', { source: useSourceName(source), date: date(at.slice(0, 10)) })}</>;
};

interface PageViewProps {
  readonly page: CompiledPage;
  readonly settled: Settled;
  /** When given, each page offers to change its answers. */
  readonly onChangePage?: (pageId: string) => void;
}

const controlsOf = (page: CompiledPage, settled: Settled): readonly CompiledControl[] =>
  page.sections
    .flatMap((section) => section.items)
    .filter((item) => item.kind === 'control')
    .filter((control) => settled.visible.has(control.id));

/** The answers of one page. */
export const PageView = ({ page, settled, onChangePage }: PageViewProps) => {
  const { compiled, locale, prefilled } = useFormScope();
  const t = useRendererText();
  const title = formText(compiled.form, locale, `${page.i18n}.label`);
  const noteFor = (control: CompiledControl): ReactNode => {
    const known = prefilled[control.pointer];
    const isUnchanged = known !== undefined && sameValue(readAt(settled.data, control.path), known.value);
    return isUnchanged && <Provenance source={known.source} at={known.at} />;
  };
  const items = controlsOf(page, settled).map<LineItem>((control) => ({
    id: control.id,
    term: formText(compiled.form, locale, `${control.i18n}.label`),
    value: <ControlValue control={control} value={readAt(settled.data, control.path)} />,
    note: noteFor(control),
  }));
  return (
    <section aria-labelledby={`view-${page.id}`} className="iris-stack iris-stack--tight">
      <div className="iris-row iris-row--spread">
        <h2 id={`view-${page.id}`}>{title}</h2>
        {onChangePage !== undefined && (
          <Button
            tone="quiet"
            size="small"
            aria-label={t('review.change.of', { label: title })}
            onClick={() => onChangePage(page.id)}
          >
            {t('review.change')}
          </Button>
        )}
      </div>
      <SummaryList items={items} />
    </section>
  );
};

export interface FormViewProps {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly audience?: Audience;
  readonly locale?: TextLocale;
  readonly prefilled?: Prefilled;
  readonly codeLists?: Readonly<Record<string, readonly CodeListEntry[]>>;
  readonly sourceNames?: Readonly<Record<string, string>>;
  /** The local day, `YYYY-MM-DD`; calculated values depend on it. */
  readonly today?: string;
}

const NOTHING = {};
const ignore = (): void => undefined;

/** A filled-in form to read, for the case file and for print. */
export const FormView = (props: FormViewProps) => {
  const { form, data, audience = 'agent', prefilled = NOTHING, codeLists = NOTHING, sourceNames = NOTHING } = props;
  const screenLocale = useLocale();
  const locale = props.locale ?? screenLocale;
  const today = useToday(props.today);
  const compiled = useMemo(() => compileForm(form), [form]);
  const settled = useMemo(() => settle(compiled, data, { audience, today }), [compiled, data, audience, today]);
  const scope = useMemo(
    () => ({ compiled, locale, audience, today, prefilled, codeLists, sourceNames, errors: new Map(), change: ignore }),
    [compiled, locale, audience, today, prefilled, codeLists, sourceNames],
  );
  return (
    <FormScopeProvider value={scope}>
      <div className="iris-stack iris-stack--loose">
        {compiled.pages
          .filter((page) => settled.visible.has(page.id))
          .map((page) => (
            <PageView key={page.id} page={page} settled={settled} />
          ))}
      </div>
    </FormScopeProvider>
  );
};
