import { canonicalJson } from '@irisflow/access';
import { readAt, restrictedControls, writeAt, type CompiledForm, type Path } from '@irisflow/forms';
import { maskedText } from '@irisflow/foundation';

type Variables = Readonly<Record<string, unknown>>;

/** Shorter texts say nothing of anybody by themselves: yes, no, codes. */
const TELLING = 5;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.length >= TELLING ? [value] : [];
  if (typeof value === 'number') return String(value).length >= TELLING ? [String(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Where the process has the answers of its case. */
const root = 'application';

const pathsOf = (form: CompiledForm): Path[] => restrictedControls(form).map(({ path }) => [root, ...path]);

const masked = (value: unknown, secret: ReadonlySet<string>): unknown => {
  if (typeof value === 'string' || typeof value === 'number') return secret.has(String(value)) ? maskedText : value;
  if (Array.isArray(value)) return value.map((inner) => masked(inner, secret));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, secret)]));
};

/** The texts and numbers of the restricted answers that a process has. */
export const secretsIn = (form: CompiledForm, variables: Variables): string[] =>
  pathsOf(form).flatMap((path) => textsIn(readAt(variables, path)));

/**
 * What a process knows, as people read it: without the restricted answers of its application form, and without the same texts
 * and numbers where the process or a source has them too. `instead` stands where they stood.
 */
export const maskVariables = (form: CompiledForm, variables: Variables, instead: unknown = maskedText): Variables => {
  const paths = pathsOf(form);
  const secret = new Set(secretsIn(form, variables));
  const without = paths.reduce<Variables>(
    (rest, path) => (readAt(rest, path) === undefined ? rest : writeAt(rest, path, instead)),
    variables,
  );
  return secret.size === 0 ? without : (masked(without, secret) as Variables);
};

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** Whether an expression reads a restricted answer: the field, a part of it, or something that holds it. */
export const readsRestricted = (form: CompiledForm, source: string): boolean =>
  pathsOf(form).some((path) =>
    path.some((_, depth) => {
      const step = path.slice(0, depth + 1).map(escaped);
      const isWhole = depth === path.length - 1;
      // Of what holds it only the whole counts: a neighbor of the field is nobody's secret.
      return new RegExp(`\\b${step.join('\\s*\\.\\s*')}\\b${isWhole ? '' : '(?!\\s*\\.)'}`, 'u').test(source);
    }),
  );

/** What might have been answered: what comes out otherwise with one of these says something of the answer. */
const probes: readonly unknown[] = [maskedText, null, true, false, 0, 999_999_999];

const isWhole = (value: unknown): value is Readonly<Record<string, unknown>> | readonly unknown[] =>
  typeof value === 'object' && value !== null;

const maskParts = (value: unknown, others: readonly unknown[]): unknown => {
  if (Array.isArray(value))
    return value.map((inner, index) =>
      maskParts(
        inner,
        others.map((one) => readAt(one, [String(index)])),
      ),
    );
  if (isWhole(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        maskParts(
          inner,
          others.map((one) => readAt(one, [name])),
        ),
      ]),
    );
  const own = canonicalJson(value ?? null);
  return others.every((other) => canonicalJson(other ?? null) === own) ? value : maskedText;
};

/**
 * What an expression gives that reads a restricted answer, as people read it: one value is a mask, of something that has parts
 * those are that the answer moves.
 */
export const maskResult = (
  form: CompiledForm,
  variables: Variables,
  evaluate: (variables: Variables) => unknown,
): unknown => {
  const value = evaluate(variables);
  if (!isWhole(value)) return maskedText;
  return maskParts(
    value,
    probes.map((probe) => evaluate(maskVariables(form, variables, probe))),
  );
};
