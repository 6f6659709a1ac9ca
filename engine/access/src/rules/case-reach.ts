import type { Role } from '../views/person.ts';

/** Some of the cases of an administration; null for any procedure, language or commune (by its NIS code). */
export interface CaseReach {
  readonly procedures: readonly string[] | null;
  readonly languages: readonly string[] | null;
  readonly communes: readonly string[] | null;
  /** Whether documents of these cases are seen as well. */
  readonly documents: boolean;
}

/** What of a case rules are compared with. */
export interface CaseKind {
  readonly procedureKey: string;
  readonly language: string;
  readonly commune: string | null;
}

/** What a rule says of cases. */
export const accessReachOf = ({
  procedures,
  languages,
  communes,
  showsDocuments,
}: Omit<CaseReach, 'documents'> & { readonly showsDocuments: boolean }): CaseReach => ({
  procedures,
  languages,
  communes,
  documents: showsDocuments,
});

/** Roles that count for whoever a rule bounds: the others are about a whole administration. */
export const boundRoles: readonly Role[] = ['citizen', 'agent', 'supervisor'];

/** A rule names at most so many kinds of cases: each goes to the store with every transaction. */
export const MOST_KINDS = 400;

const anyOf = (wanted: readonly string[] | null): readonly string[] => wanted ?? ['*'];

/** The kinds of cases that some rules name, as the store compares them: `procedure|language|commune`, `*` for any. */
export const kindsOf = (reaches: readonly CaseReach[]): readonly string[] => [
  ...new Set(
    reaches.flatMap(({ procedures, languages, communes }) =>
      anyOf(procedures).flatMap((procedure) =>
        anyOf(languages).flatMap((language) => anyOf(communes).map((commune) => `${procedure}|${language}|${commune}`)),
      ),
    ),
  ),
];

/** The same as tasks are counted: by procedure and language alone. */
export const countedKinds = (reaches: readonly CaseReach[]): readonly string[] =>
  kindsOf(reaches.map((reach) => ({ ...reach, communes: null })));

/** Keys of the procedures that the rules name; `*` among them for all. */
export const reachedProcedures = (reaches: readonly CaseReach[]): readonly string[] => [
  ...new Set(reaches.flatMap(({ procedures }) => anyOf(procedures))),
];

const named = (procedures: readonly string[]): { procedures?: readonly string[] } =>
  procedures.includes('*') ? {} : { procedures };

/** The procedures whose cases somebody sees, for lists that read each by itself; nothing where any may have some. */
export const namedProcedures = (reaches: readonly CaseReach[] | undefined): { procedures?: readonly string[] } => {
  const procedures = reachedProcedures(reaches ?? []);
  return procedures.length === 0 ? {} : named(procedures);
};

/** The procedures of which somebody sees every case; nothing for whoever sees every procedure whole. For what is told of procedures alone. */
export const wholeProcedures = (reaches: readonly CaseReach[] | undefined): { procedures?: readonly string[] } => {
  const whole = reaches?.filter(({ languages, communes }) => languages === null && communes === null);
  return whole === undefined ? {} : named(whole.flatMap(({ procedures }) => anyOf(procedures)));
};

const fits = (wanted: readonly string[] | null, found: string | null): boolean =>
  wanted === null || (found !== null && wanted.includes(found));

/** Whether somebody sees such a case; everybody does whom no rule bounds. */
export const isWithin = (
  reaches: readonly CaseReach[] | undefined,
  { procedureKey, language, commune }: CaseKind,
): boolean =>
  reaches === undefined ||
  reaches.some(
    (reach) => fits(reach.procedures, procedureKey) && fits(reach.languages, language) && fits(reach.communes, commune),
  );
