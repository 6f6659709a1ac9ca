import type { Binding } from '@irisflow/bpmn';
import type { Database } from '@irisflow/database';
import type { FormKey, FormView } from '@irisflow/protocol';
import type { StartForm } from '../describe-process.ts';
import { SCHEMA } from '../row-statement.ts';

interface FormRow extends Record<string, unknown> {
  readonly key: FormKey;
  readonly id: string;
  readonly version: number;
  readonly tenant_id: string;
  readonly content: Uint8Array;
}

const select = `select d.key, d.id, d.version, d.tenant_id, c.content
  from ${SCHEMA}.definition d join ${SCHEMA}.resource_content c using (checksum) where d.noun = 'form'`;

const toView = (row: FormRow | undefined): FormView | null =>
  row === undefined
    ? null
    : {
        formKey: row.key,
        formId: row.id,
        version: row.version,
        schema: Buffer.from(row.content).toString('utf8'),
        tenantId: row.tenant_id,
      };

/** A form by its key, deleted ones included: tasks that show them go on. */
export const loadForm = async (database: Database, key: string): Promise<FormView | null> => {
  const [row] = await database.query<FormRow>(`${select} and d.key = $1`, [key]);
  return toView(row);
};

interface FormReference {
  readonly formId: string;
  readonly binding: Binding;
  /** Of the process that refers to the form. */
  readonly processDefinitionKey: string;
}

const bindings: { readonly [Kind in Binding['kind']]: string } = {
  latest: 'true',
  deployment: 'd.deployment_key = p.deployment_key',
  versionTag: 'd.version_tag = $3',
};

/** The newest form that a process refers to, in its own tenant. */
const loadReferredForm = async (
  database: Database,
  { formId, binding, processDefinitionKey }: FormReference,
): Promise<FormView | null> => {
  const [row] = await database.query<FormRow>(
    `${select} and d.deleted_at is null and d.id = $1 and exists (select from ${SCHEMA}.definition p
        where p.key = $2 and p.tenant_id = d.tenant_id and ${bindings[binding.kind]})
      order by d.version desc limit 1`,
    [formId, processDefinitionKey, ...(binding.kind === 'versionTag' ? [binding.versionTag] : [])],
  );
  return toView(row);
};

/** The form that starts a process, or null when it has none. */
export const loadStartForm = async (database: Database, processDefinitionKey: string): Promise<FormView | null> => {
  const [row] = await database.query<{ readonly start_form: string | null }>(
    `select start_form from ${SCHEMA}.definition where key = $1`,
    [processDefinitionKey],
  );
  const text = row?.start_form ?? null;
  if (text === null) return null;
  return loadReferredForm(database, { ...(JSON.parse(text) as StartForm), processDefinitionKey });
};
