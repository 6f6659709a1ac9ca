import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { checkRightData, type RightDescription } from '@irisflow/procedures';
import type { RightRow } from '../storage/rights.ts';
import type { Surroundings } from '../surroundings.ts';

type OfKind = Pick<RightRow, 'procedure_key' | 'procedure_version' | 'kind'>;

/** The kind of a right, as the version of the procedure declares it under which it was granted. */
export const kindOf = async (
  { library }: Pick<Surroundings, 'library'>,
  db: Queryable,
  { procedure_key: key, procedure_version: version, kind }: OfKind,
): Promise<RightDescription> => {
  const { rights } = await library.version(db, key, version);
  const found = rights.get(kind);
  if (found !== undefined) return found;
  throw new CaseworkError('INPUT_INVALID', `Expected a kind of right of ${key}, but found ${kind.slice(0, 80)}`, {
    errors: [{ pointer: '/kind', keyword: 'unknown' }],
  });
};

export const stateOf = ({ states, key }: RightDescription, wanted: string): RightDescription['states'][number] => {
  const found = states.find((state) => state.key === wanted);
  if (found !== undefined) return found;
  throw new CaseworkError('INPUT_INVALID', `Expected a state of ${key}, but found ${wanted.slice(0, 80)}`, {
    errors: [{ pointer: '/state', keyword: 'unknown' }],
  });
};

/** Refuses data that the kind does not allow, and says of each value what is wrong with it. */
export const requireRightData = (kind: RightDescription, data: unknown): void => {
  const findings = checkRightData(kind, data);
  const [first] = findings;
  if (first === undefined) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected data of ${kind.key}, but ${first.pointer === '' ? 'it' : first.pointer} ${first.detail}`,
    { errors: findings.slice(0, 20).map(({ pointer, keyword }) => ({ pointer: `/data${pointer}`, keyword })) },
  );
};
