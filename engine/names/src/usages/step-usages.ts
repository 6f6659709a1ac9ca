import type { Files } from './folder-mentions.ts';
import { readNodes } from './json-nodes.ts';
import { roots, type MentionPlace } from './mention.ts';
import { indexOf, targetOf, usagesOf, type Target, type Usage } from './usages.ts';

/** Steps of a drawing, with the flows at them and everything within. */
export interface Steps {
  readonly file: string;
  readonly ids: readonly string[];
}

interface Settings {
  readonly application?: { readonly form?: string };
  readonly eligibility?: { readonly form?: string };
  readonly inspections?: readonly { readonly form?: string }[];
  readonly tasks?: Readonly<Record<string, { readonly form?: string }>>;
}

/** The forms that only these steps show. */
const formsShownBy = (files: Files, ids: ReadonlySet<string>): string[] => {
  const settings = (readNodes(files.get('procedure.json') ?? '')?.value ?? {}) as Settings;
  const { application, eligibility, inspections = [], tasks = {} } = settings;
  const others = new Set([
    application?.form,
    eligibility?.form,
    ...inspections.map(({ form }) => form),
    ...Object.entries(tasks).flatMap(([id, { form }]) => (ids.has(id) ? [] : [form])),
  ]);
  const shown = Object.entries(tasks).flatMap(([id, { form }]) => (ids.has(id) && form !== undefined ? [form] : []));
  return shown.filter((form) => !others.has(form));
};

const isInside = (path: Target, outer: Target): boolean => outer.every((name, at) => path[at] === name);

/** What is given where it goes, and nowhere else. */
const givenOnly = (files: Files, isWithin: (place: MentionPlace) => boolean, forms: readonly string[]): Target[] => {
  const { found } = indexOf(files);
  const gives = found.mentions.filter(
    ({ act, path: [root = ''] }) => act === 'gives' && (!root.startsWith('$') || root === roots.message),
  );
  const others = gives.filter(({ place }) => !isWithin(place)).map(({ path }) => path);
  const given = gives.filter(({ place }) => isWithin(place)).map(({ path }) => path);
  const gone = given.filter((path) => others.every((other) => !isInside(path, other) && !isInside(other, path)));
  const twins = [...found.twins].filter(([, fields]) => fields.every(([, form = '']) => forms.includes(form)));
  return [...gone, ...twins.map(([name]) => targetOf.variable(name))];
};

/**
 * Places that would name something that is gone if these steps were: the steps themselves, what only they give a value, and the
 * messages that only they wait for. What `procedure.json` says of a step itself goes along with it.
 */
export const usagesOfSteps = (files: Files, steps: Steps): Usage[] => {
  const ids = new Set(steps.ids);
  const forms = formsShownBy(files, ids);
  const itself = steps.ids.flatMap((id) => [`/tasks/${id}/`, `/elements/${id}/`]);
  const isWithin = ({ file, elementId, pointer }: MentionPlace): boolean =>
    (file === steps.file && elementId !== null && ids.has(elementId)) ||
    forms.some((form) => file === `${form}.form.json`) ||
    (file === 'procedure.json' && itself.some((own) => pointer?.startsWith(own) === true));
  const targets = [...steps.ids.map((id) => targetOf.thing('step', id)), ...givenOnly(files, isWithin, forms)];
  const uses = targets
    .flatMap((target) => usagesOf(files, target))
    .filter((usage) => usage.act === 'uses' && !isWithin(usage));
  return [...new Map(uses.map((usage) => [`${usage.file} ${usage.from}`, usage])).values()];
};
