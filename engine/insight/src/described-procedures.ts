import type { LocalizedText } from '@irisflow/foundation';
import { listPublishedProcedures } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';

/** What numbers have to know of a procedure. */
export interface DescribedProcedure {
  readonly key: string;
  readonly title: LocalizedText;
  readonly grounds: Readonly<Record<string, LocalizedText>>;
  /** Where its answers say in which commune the applicant lives, segments joined by `/`; null where they do not. */
  readonly communePath: string | null;
}

/** The published procedures of an administration, as their newest versions describe them. */
export const describedProcedures = async (
  { database, library }: Surroundings,
  administration: string,
): Promise<DescribedProcedure[]> =>
  (await listPublishedProcedures(database, library))
    .filter((published) => published.administration === administration)
    .map(({ key, description }) => ({
      key,
      title: description.title,
      grounds: description.grounds,
      communePath: description.statistics?.commune?.slice(1) ?? null,
    }));
