import {
  compileForm,
  formText,
  isLocked,
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
import { FormScopeProvider, useFormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { DisputeNote } from './KnownCard.tsx';
import { Masked } from './Masked.tsx';
import { useSourceName } from './SourceNote.tsx';
import { useToday } from './today.ts';

const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const Provenance = ({ source, at }: { readonly source: string; readonly at: string }) => {
  const t = useRendererText();
  const { date } = useFormatters();
  return <>{t('source.from', { source: useSourceName(source), date: date(at) })}</>;
};

/** How a restricted answer is shown: masked or not, and what whoever reads may do about it. */
export interface RestrictedAnswer {
  readonly isMasked: boolean;
  readonly note: ReactNode;
  readonly action: ReactNode;
}

type RestrictedView = (pointer: string) => RestrictedAnswer | undefined;

interface PageViewProps {
  readonly page: CompiledPage;
  readonly settled: Settled;
  /** As it came: what rules hide of restricted answers is shown by who lets them be seen. */
  readonly data?: FormData;
  /** What stands beside a restricted answer, and whether it is masked; nothing where the reader sees all of theirs. */
  readonly restricted?: RestrictedView;
  /** When given, each answer offers to be changed. */
  readonly onChange?: (pageId: string, pointer: string) => void;
}

type IsApart = (control: CompiledControl) => boolean;

/** What is restricted is named whatever it hangs on: whether it was asked would tell. */
const controlsOf = (page: CompiledPage, settled: Settled, isApart: IsApart): readonly CompiledControl[] =>
  page.sections
    .flatMap((section) => section.items)
    .filter((item) => item.kind === 'control')
    .filter((control) => settled.visible.has(control.id) || isApart(control));

const isShown = (page: CompiledPage, settled: Settled, isApart: IsApart): boolean =>
  settled.visible.has(page.id) || controlsOf(page, settled, isApart).length > 0;

/** The answers of one page. */
export const PageView = ({ page, settled, data = settled.data, restricted, onChange }: PageViewProps) => {
  const { compiled, locale, prefilled } = useFormScope();
  const t = useRendererText();
  const title = formText(compiled.form, locale, `${page.i18n}.label`);
  const noteFor = (control: CompiledControl): ReactNode => {
    const known = prefilled[control.pointer];
    if (known === undefined) return undefined;
    const isUnchanged = isLocked(control, prefilled) || sameValue(readAt(settled.data, control.path), known.value);
    return (
      <>
        {isUnchanged && <Provenance source={known.source} at={known.at} />}
        <DisputeNote known={known} />
      </>
    );
  };
  const actionFor = (control: CompiledControl, label: string): ReactNode => {
    const isAsked = control.widget !== 'computed' && !isLocked(control, prefilled) && !settled.disabled.has(control.id);
    return (
      onChange !== undefined &&
      isAsked && (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('review.change.of', { label })}
          onClick={() => onChange(page.id, control.pointer)}
        >
          {t('review.change')}
        </Button>
      )
    );
  };
  const isApart = ({ pointer }: CompiledControl): boolean => restricted?.(pointer) !== undefined;
  const items = controlsOf(page, settled, isApart).map<LineItem>((control) => {
    const label = formText(compiled.form, locale, `${control.i18n}.label`);
    const apart = restricted?.(control.pointer);
    if (apart !== undefined)
      return {
        id: control.id,
        term: label,
        value: apart.isMasked ? <Masked /> : <ControlValue control={control} value={readAt(data, control.path)} />,
        note: apart.note,
        action: apart.action,
      };
    return {
      id: control.id,
      term: label,
      value: <ControlValue control={control} value={readAt(settled.data, control.path)} />,
      note: noteFor(control),
      action: actionFor(control, label),
    };
  });
  return (
    // Its heading says what it is. No landmark: a case file shows many forms to read, some of them twice.
    <section className="iris-stack iris-stack--tight">
      <h2>{title}</h2>
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
  readonly sourceNames?: Readonly<Record<string, string>>;
  /** The local day, `YYYY-MM-DD`; calculated values depend on it. */
  readonly today?: string;
  readonly restricted?: RestrictedView;
}

const NOTHING = {};
const ignore = (): void => undefined;

/** A filled-in form to read, for the case file and for print. */
export const FormView = (props: FormViewProps) => {
  const { form, data, restricted, audience = 'agent', prefilled = NOTHING, sourceNames = NOTHING } = props;
  const screenLocale = useLocale();
  const locale = props.locale ?? screenLocale;
  const today = useToday(props.today);
  const compiled = useMemo(() => compileForm(form), [form]);
  const settled = useMemo(() => settle(compiled, data, { audience, today }), [compiled, data, audience, today]);
  const scope = useMemo(
    () => ({ compiled, locale, audience, today, prefilled, sourceNames, errors: new Map(), change: ignore }),
    [compiled, locale, audience, today, prefilled, sourceNames],
  );
  return (
    <FormScopeProvider value={scope}>
      <div className="iris-stack iris-stack--loose">
        {compiled.pages
          .filter((page) => isShown(page, settled, ({ pointer }) => restricted?.(pointer) !== undefined))
          .map((page) => (
            <PageView
              key={page.id}
              page={page}
              settled={settled}
              data={data}
              {...(restricted !== undefined && { restricted })}
            />
          ))}
      </div>
    </FormScopeProvider>
  );
};
