/** What is known of a module while chunks are made. */
export interface ModuleFacts {
  readonly isEntry: boolean;
  /** Who imports it before running; lazy pages not. */
  readonly importers: readonly string[];
}

export type FactsOf = (id: string) => ModuleFacts | null;

const isForm = (id: string): boolean => /\/forms-runtime\/(?:forms|renderer|portal\/src\/application)\//.test(id);

/** A front door passes on what others import: who comes through it is not known here. The bundler follows that by itself. */
const isFrontDoor = (id: string): boolean => /\/forms-runtime\/\w+\/src\/index\.ts$/.test(id);

/** Whether a browser runs a module before the first page shows: the entry imports it, or something that the entry imports. */
const isFirst = (id: string, factsOf: FactsOf, seen: Set<string>): boolean => {
  if (seen.has(id) || isFrontDoor(id)) return false;
  seen.add(id);
  const facts = factsOf(id);
  return facts !== null && (facts.isEntry || facts.importers.some((importer) => isFirst(importer, factsOf, seen)));
};

/**
 * The chunk of a module. A telephone waits for each request about as long as for thirty kilobytes: what runs first comes in one piece, and
 * so does the form.
 */
export const chunkOf = (id: string, factsOf: FactsOf): string | null => {
  if (isFirst(id, factsOf, new Set())) return 'first';
  return isForm(id) ? 'form' : null;
};
