import { calculate } from './calculate.ts';
import type { CompiledForm, CompiledItem } from './compile-form.ts';
import { allWant, idsWhere, isDisabled, isRequired } from './element-rules.ts';
import type { Audience, FormData } from './form.ts';
import { writeAt } from './pointer.ts';
import { projectData } from './project-data.ts';

/** For whom and on which day a form is looked at. */
export interface FormContext {
  readonly audience: Audience;
  /** The local day, `YYYY-MM-DD`; the caller owns the clock. */
  readonly today: string;
}

/** A form's rules brought to rest on some data. */
export interface Settled {
  /** The data with calculated fields filled in and everything hidden or unknown left out. */
  readonly data: FormData;
  /** Ids of the visible pages, sections, controls and notices. */
  readonly visible: ReadonlySet<string>;
  /** Ids of visible controls that cannot be changed: disabled by a rule, read-only or calculated. */
  readonly disabled: ReadonlySet<string>;
  /** Ids of the controls that must be answered. */
  readonly required: ReadonlySet<string>;
}

/** Rules may depend on fields that other rules hide; lint refuses circles, so a chain longer than this is a defect. */
const MAX_ROUNDS = 50;

const isFor = (item: CompiledItem, audience: Audience): boolean =>
  item.kind === 'notice' || item.audiences.includes(audience);

const visibleIds = (compiled: CompiledForm, data: FormData, { audience, today }: FormContext): Set<string> => {
  const shows = (item: CompiledItem): boolean => isFor(item, audience) && allWant(item.showRules, data, today);
  const ids = compiled.pages.flatMap((page) =>
    page.sections.flatMap((section) => {
      const shown = section.items.filter(shows).map(({ id }) => id);
      return shown.length === 0 ? [] : [page.id, section.id, ...shown];
    }),
  );
  return new Set(ids);
};

const fingerprint = (visible: ReadonlySet<string>, data: FormData): string =>
  `${[...visible].join()}|${JSON.stringify(data)}`;

/** Applies visibility, calculation and pruning until nothing changes any more. */
export const settle = (compiled: CompiledForm, data: FormData, context: FormContext): Settled => {
  const { controls } = compiled;
  const { today } = context;
  let current = data;
  let visible = visibleIds(compiled, data, context);
  let before = '';
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // Always starts from the full data: a field hidden in one round may come back in the next.
    const full = calculate(controls, current, today).reduce(
      (next, { path, value }) => writeAt(next, path, value),
      data,
    );
    current = projectData(controls, full, { visible, today });
    visible = visibleIds(compiled, current, context);
    const now = fingerprint(visible, current);
    if (now === before) break;
    before = now;
  }
  return {
    data: current,
    visible,
    disabled: idsWhere(controls, visible, (control) => isDisabled(control, current, today)),
    required: idsWhere(controls, visible, (control) => isRequired(control, current, today)),
  };
};
