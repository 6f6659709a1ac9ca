import type { Queryable, Row } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { isBeginning } from '@irisflow/procedures';
import type { RecordedMessage, Values } from '@irisflow/scenarios';

interface MessageRow extends Row {
  message: { readonly name: string; readonly key?: string; readonly variables: Values };
  done_at: Date | string;
}

/**
 * What the process of a case was told, by the platform, by other cases and by systems of others, in the order in which it went out.
 * What begins processes of rights is not for it.
 */
export const listKeptMessages = async (db: Queryable, caseId: string): Promise<RecordedMessage[]> => {
  const rows = await db.query<MessageRow>(
    `select message, done_at from casework.outbox
      where kind = 'publishMessage' and state = 'done' and case_id = $1 and message ->> 'to' is null
     union all
     select message, done_at from casework.outbox
      where kind = 'publishMessage' and state = 'done' and message ->> 'to' = $1`,
    [caseId],
  );
  return rows
    .filter(({ message: { name } }) => !isBeginning(name))
    .map(({ message: { name, key, variables }, done_at: at }) => ({
      at: Date.parse(instantOf(at)),
      name,
      key: key ?? caseId,
      with: variables,
    }))
    .toSorted((a, b) => a.at - b.at);
};
